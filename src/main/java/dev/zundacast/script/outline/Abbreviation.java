package dev.zundacast.script.outline;

import dev.zundacast.words.Search;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a name is shortened to in brackets, 歯車時計（HDK）: nobody hears brackets, so it is told where it
 * is used later.
 */
public final class Abbreviation {
  private static final Search BRIEF = Search.of("[A-Z][A-Za-z]{0,3}[A-Z]s?(?:[:：][^（()）]*)?[）)]");

  /** 歯車時計（HDK） and 「歯車時計（HDK: Haguruma Dokei）」. */
  private static final Pattern BRACKETED =
      Pattern.compile(
          "([「『]?[^、。「」『』（(は]{2,40}[」』]?)\\s?[（(](?:[A-Za-z][A-Za-z -]*[:：]\\s?)?([A-Z][A-Za-z]{0,3}[A-Z]s?)(?:[:：]\\s?[A-Za-z][A-Za-z -]*)?[）)]");

  /** Everybody who listens knows them. */
  private static final Search KNOWN =
      Search.of(
          "^(?:AI|AGI|CEO|CTO|CFO|COO|API|AR|AWS|CD|CI|CLI|CPU|CSS|CSV|DB|DX|GCP|GPT|GPU|GUI|HTML|HTTP|ID|IDE|IT|JSON|MCP|ML|OCR|OS|OSS|PC|PDF|PM|QA|RAG|SDK|SNS|SQL|UI|URL|UX|VM|VR|XML|YAML)$");

  private static final Search BODY = Search.of("(?:会|省|庁|局|機構|大学|社|連盟|組合)」?$");

  /** A short name that something is told of. */
  private static final Search OF_BRIEF =
      Search.of("(?<![A-Za-z0-9])([A-Z][A-Za-z]{0,3}[A-Z]s?)(?=[はがのを])");

  /** All of a name but its words' first letters. */
  private static final Pattern SMALL = Pattern.compile("(?<=[A-Za-z0-9])[A-Za-z0-9]|[^A-Za-z0-9]");

  /** What may follow a name. */
  private static final Search PARTICLE = Search.of("^(?:は|が|を|に|の|で|と|も|や|へ|から|による|について|、つまり)");

  private static final Search LAST_WORDS =
      Search.of("(?:[A-Za-z][A-Za-z-]*(?: [A-Za-z][A-Za-z-]*)*|[\\p{IsHan}\\p{IsKatakana}ー・]+)$");

  /** So long a sentence is not made longer. */
  private static final int LONG = 78;

  private Abbreviation() {}

  /**
   * A sentence with the short name that later ones use; as it is where there is none.
   *
   * @param said the indexes of the points that are said
   */
  public static String told(List<Point> points, BitSet said, int index) {
    String source = points.get(index).source();
    String text = points.get(index).text();
    if (!BRIEF.in(source)) {
      return OF_BRIEF
          .pattern()
          .matcher(text)
          .results()
          .flatMap(it -> explained(points, said, index, it).stream())
          .findFirst()
          .orElse(text);
    }
    Matcher bracketed = BRACKETED.matcher(source);
    while (bracketed.find()) {
      String name = unquoted(bracketed.group(1).strip());
      String brief = bracketed.group(2);
      int at = text.indexOf(name);
      Stream<Point> before = said.stream().filter(i -> i < index).mapToObj(points::get);
      boolean open = at >= 0 && !KNOWN.in(brief) && !text.contains(brief);
      int end = at + name.length();
      end += end < text.length() && text.charAt(end) == '』' ? 1 : 0;
      if (open
          && PARTICLE.in(text.substring(end))
          && !isUsed(brief, before.map(Point::source))
          && isUsed(
              brief, said.stream().filter(i -> i > index).mapToObj(i -> points.get(i).text()))) {
        String link = isShortFor(brief, name) ? "、略して" : "、いわゆる";
        String told = text.substring(0, end) + link + brief + text.substring(end);
        text = told.length() < LONG || text.length() >= LONG ? told : text;
      }
    }
    return text;
  }

  /** A sentence about a short name that is heard first in it, with what it is short for. */
  private static Optional<String> explained(
      List<Point> points, BitSet said, int index, MatchResult use) {
    String brief = use.group(1);
    String text = points.get(index).text();
    if (KNOWN.in(brief)
        || said.stream()
            .filter(i -> i < index)
            .anyMatch(i -> heard(points, said, i).contains(brief))) {
      return Optional.empty();
    }
    return points.subList(0, index).stream()
        .map(Point::source)
        .filter(BRIEF::in)
        .flatMap(source -> name(source, brief).stream())
        .filter(name -> !text.contains(name))
        .map(name -> text.substring(0, use.end()) + "、つまり" + name + text.substring(use.end()))
        .filter(it -> it.length() < LONG)
        .findFirst();
  }

  private static String heard(List<Point> points, BitSet said, int index) {
    Point point = points.get(index);
    boolean told = point.kind() == Point.Kind.SENTENCE && BRIEF.in(point.source());
    return told ? told(points, said, index) : point.text();
  }

  /** The name that a source shortens to these letters, where it tells where the name begins. */
  private static Optional<String> name(String source, String brief) {
    return BRACKETED
        .matcher(source)
        .results()
        .filter(it -> it.group(2).equals(brief))
        .flatMap(it -> name(source, it).stream())
        .findFirst();
  }

  /**
   * All in quotes that close beside the brackets, or the last words where the letters are theirs.
   */
  private static Optional<String> name(String source, MatchResult bracketed) {
    String before = bracketed.group(1).strip();
    boolean opens = before.startsWith("「") || before.startsWith("『");
    boolean closes = before.endsWith("」") || before.endsWith("』");
    boolean behind =
        source.startsWith("」", bracketed.end()) || source.startsWith("』", bracketed.end());
    return opens && (closes || behind)
        ? Optional.of(before.replaceAll("[「」『』]", ""))
        : LAST_WORDS
            .first(before)
            .map(Matcher::group)
            .filter(it -> isShortFor(bracketed.group(2), it));
  }

  /** Whether the letters are those of the name's words, or the name is that of a body. */
  private static boolean isShortFor(String brief, String name) {
    String initials = SMALL.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
    String capitals = brief.replaceAll("[a-z]", "");
    return BODY.in(name)
        || initials.startsWith(brief.substring(0, 2).toUpperCase(Locale.ROOT))
        || initials.startsWith(capitals.substring(0, 2));
  }

  /** A name whose quote ends behind its brackets has no quote when it is said. */
  private static String unquoted(String name) {
    boolean begins = name.startsWith("「") || name.startsWith("『");
    return begins && !name.endsWith("」") && !name.endsWith("』") ? name.substring(1) : name;
  }

  private static boolean isUsed(String brief, Stream<String> texts) {
    Pattern word = Pattern.compile("(?<![A-Za-z])" + brief + "(?![A-Za-z])");
    return texts.anyMatch(text -> word.matcher(text).find());
  }
}
