package dev.zundacast.script.file;

import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Nearest;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.Part.Wrong;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one row of a script file by itself; {@link RowChecks} looks at how rows stand together. */
final class RowReader {
  private static final String HEAD = "==";

  /** Before what is said in kana notation. */
  static final String ACCENTED = ">>";

  static final List<String> KINDS =
      Stream.of(Section.Kind.values()).map(Section.Kind::word).toList();

  private final Findings findings;
  private final LineHeadReader heads;

  RowReader(Findings findings, Voices voices) {
    this.findings = findings;
    this.heads = new LineHeadReader(findings, voices);
  }

  Part read(int number, String raw) {
    String text = raw.strip();
    int indent = raw.indexOf(text);
    if (text.isEmpty()) {
      return new Part.Blank();
    }
    return switch (text.charAt(0)) {
      case '#' -> comment(text);
      case '@' -> key(text);
      case '>' ->
          text.startsWith(ACCENTED)
              ? accented(number, raw, text.substring(ACCENTED.length()).strip())
              : new Part.Spoken(unescape(text.substring(1).strip()));
      case '~' -> silence(number, raw, indent, text);
      case '=' -> text.startsWith(HEAD) ? head(number, raw, indent, text) : plain(text);
      case '[' -> heads.read(number, raw, indent);
      default -> plain(text);
    };
  }

  /** A text in kana notation. */
  private Part accented(int number, String raw, String kana) {
    Optional<KanaNotation.Fault> fault = KanaNotation.fault(kana);
    if (fault.isEmpty()) {
      return new Part.Spoken(kana);
    }
    int start = kana.isEmpty() ? raw.length() : raw.indexOf(kana);
    findings.add(number, raw, start + fault.get().at(), fault.get().found(), fault.get().next());
    return new Wrong();
  }

  private static Part comment(String text) {
    Optional<Footprint> footprint =
        text.startsWith(Footprint.MARK) ? Footprint.parse(text) : Optional.empty();
    return footprint.<Part>map(Part.Trace::new).orElseGet(Part.Comment::new);
  }

  private static Part key(String text) {
    int end = RowWords.end(text, 1, text.length());
    int value = RowWords.start(text, end, text.length());
    return new Part.Key(text.substring(1, end), text.substring(value));
  }

  private static Part plain(String text) {
    return new Part.Utterance(LineHead.NONE, unescape(text));
  }

  static String unescape(String text) {
    return text.startsWith("\\") ? text.substring(1) : text;
  }

  private Part silence(int number, String raw, int indent, String text) {
    String value = text.substring(1).strip();
    Optional<Integer> millis = Seconds.parse(value);
    if (millis.isEmpty()) {
      int at = value.isEmpty() ? indent : raw.indexOf(value, indent + 1);
      findings.add(number, raw, at, "bad pause '" + value + "'", Seconds.EXPECTED);
      return new Wrong();
    }
    return new Part.Silence(millis.get());
  }

  private Part head(int number, String raw, int indent, String text) {
    List<RowWords.Word> words = RowWords.of(text, HEAD.length(), text.length());
    if (words.size() != 2 || !Ids.isSection(words.get(0).text())) {
      String next = "write an id and a kind, like '== a1 article'";
      findings.add(number, raw, indent, "a section head that names no id and kind", next);
      return new Wrong();
    }
    String id = words.get(0).text();
    String word = words.get(1).text();
    Optional<Section.Kind> kind =
        Stream.of(Section.Kind.values()).filter(k -> k.word().equals(word)).findFirst();
    if (kind.isEmpty()) {
      String next = Nearest.hint(word, KINDS);
      String message =
          "unknown kind of section '" + word + "'; known are " + String.join(", ", KINDS);
      findings.add(number, raw, indent + words.get(1).start(), message, next);
      return new Part.Head(id, Section.Kind.SECTION);
    }
    return new Part.Head(id, kind.get());
  }
}
