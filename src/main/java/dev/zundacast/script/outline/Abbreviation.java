package dev.zundacast.script.outline;

import dev.zundacast.words.Search;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name is shortened to in brackets, 歯車時計（HDK）: nobody hears brackets, so it is told where it
 * is used later.
 */
public final class Abbreviation {
  private static final Pattern BRACKETED =
      Pattern.compile("(「?[^、。「」（(は]{2,40}」?)[（(]([A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,3})[）)]");

  /** Everybody who listens knows them. */
  private static final Search KNOWN =
      Search.of(
          "^(?:AI|AGI|API|AR|AWS|CD|CI|CLI|CPU|CSS|CSV|DB|DX|GCP|GPT|GPU|GUI|HTML|HTTP|ID|IDE|IT|IoT|JSON|LLMs?|MCP|ML|OCR|OS|OSS|PC|PDF|PM|PR|PoC|QA|RAG|SDK|SNS|SQL|SaaS|UI|URL|UX|VM|VR|XML|YAML)$");

  /** What may follow a name. */
  private static final Search PARTICLE = Search.of("^(?:は|が|を|に|の|で|と|も|や|へ|から|による|について|、つまり)");

  private Abbreviation() {}

  /** A sentence with the short name that later sentences use; as it is where there is none. */
  public static String told(Point point, List<String> later) {
    Matcher bracketed = BRACKETED.matcher(point.source());
    String text = point.text();
    while (bracketed.find()) {
      String name = unquoted(bracketed.group(1).strip());
      String brief = bracketed.group(2);
      int at = text.indexOf(name);
      boolean wanted = !KNOWN.in(brief) && !text.contains(brief) && isUsed(brief, later);
      if (at >= 0 && wanted && PARTICLE.in(text.substring(at + name.length()))) {
        int end = at + name.length();
        text = text.substring(0, end) + "、略して" + brief + text.substring(end);
      }
    }
    return text;
  }

  /** A name whose quote ends behind its brackets has no quote when it is said. */
  private static String unquoted(String name) {
    return name.startsWith("「") && !name.endsWith("」") ? name.substring(1) : name;
  }

  private static boolean isUsed(String brief, List<String> later) {
    Pattern word = Pattern.compile("(?<![A-Za-z])" + brief + "(?![A-Za-z])");
    return later.stream().anyMatch(text -> word.matcher(text).find());
  }
}
