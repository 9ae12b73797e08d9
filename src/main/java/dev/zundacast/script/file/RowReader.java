package dev.zundacast.script.file;

import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Nearest;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one row of a script file by itself; {@link RowChecks} looks at how rows stand together. */
final class RowReader {
  /** Before what is said in kana notation. */
  static final String ACCENTED = ">>";

  static final List<String> KINDS =
      Stream.of(Section.Kind.values()).map(Section.Kind::word).toList();

  private static final Pattern KEY = Pattern.compile("@(\\S*)\\s*(.*)", Pattern.DOTALL);
  private static final Pattern HEAD = Pattern.compile("==\\s*(\\S+)\\s+(\\S+)\\s*");

  private final Findings findings;
  private final LineHeadReader heads;

  RowReader(Findings findings, Voices voices) {
    this.findings = findings;
    this.heads = new LineHeadReader(findings, voices);
  }

  Row.Content read(int number, String raw) {
    String text = raw.strip();
    int indent = raw.indexOf(text);
    if (text.isEmpty()) {
      return new Row.Blank();
    }
    return switch (text.charAt(0)) {
      case '#' -> comment(text);
      case '@' -> key(text);
      case '>' ->
          text.startsWith(ACCENTED)
              ? accented(number, raw, text.substring(ACCENTED.length()).strip())
              : new Row.Spoken(unescape(text.substring(1).strip()));
      case '~' -> silence(number, raw, indent, text);
      case '=' -> text.startsWith("==") ? head(number, raw, indent, text) : plain(text);
      case '[' -> heads.read(number, raw, indent);
      default -> plain(text);
    };
  }

  /** A text in kana notation. */
  private Row.Content accented(int number, String raw, String kana) {
    Optional<KanaNotation.Fault> fault = KanaNotation.fault(kana);
    if (fault.isEmpty()) {
      return new Row.Spoken(kana);
    }
    int start = kana.isEmpty() ? raw.length() : raw.indexOf(kana);
    findings.add(number, raw, start + fault.get().at(), fault.get().found(), fault.get().next());
    return new Row.Wrong();
  }

  private static Row.Content comment(String text) {
    return text.startsWith(RewriteRow.MARK)
        ? RewriteRow.parse(text).<Row.Content>map(Row.Rewritten::new).orElseGet(Row.Comment::new)
        : MergeBase.parse(text).<Row.Content>map(Row.Base::new).orElseGet(Row.Comment::new);
  }

  private static Row.Content key(String text) {
    Matcher key = KEY.matcher(text);
    return key.matches() ? new Row.Key(key.group(1), key.group(2)) : new Row.Wrong();
  }

  private static Row.Content plain(String text) {
    return new Row.Utterance(LineHead.NONE, unescape(text));
  }

  static String unescape(String text) {
    return text.startsWith("\\") ? text.substring(1) : text;
  }

  private Row.Content silence(int number, String raw, int indent, String text) {
    String value = text.substring(1).strip();
    Optional<Integer> millis = Seconds.parse(value);
    if (millis.isEmpty()) {
      int at = value.isEmpty() ? indent : raw.indexOf(value, indent + 1);
      findings.add(number, raw, at, "bad pause '" + value + "'", Seconds.EXPECTED);
      return new Row.Wrong();
    }
    return new Row.Silence(millis.get());
  }

  private Row.Content head(int number, String raw, int indent, String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.matches() || !Ids.isSection(head.group(1))) {
      String next = "write an id and a kind, like '== a1 article'";
      findings.add(number, raw, indent, "a section head that names no id and kind", next);
      return new Row.Wrong();
    }
    Optional<Section.Kind> kind =
        Stream.of(Section.Kind.values()).filter(k -> k.word().equals(head.group(2))).findFirst();
    if (kind.isEmpty()) {
      String message =
          "unknown kind of section '" + head.group(2) + "'; known are " + String.join(", ", KINDS);
      String next = Nearest.hint(head.group(2), KINDS);
      findings.add(number, raw, indent + head.start(2), message, next);
      return new Row.Head(head.group(1), Section.Kind.SECTION);
    }
    return new Row.Head(head.group(1), kind.get());
  }
}
