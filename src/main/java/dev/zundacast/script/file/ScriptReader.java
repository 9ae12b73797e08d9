package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A script file's text to its rows, with all that is wrong with them, each at its place. */
final class ScriptReader {
  /** Before what is said in kana notation. */
  static final String ACCENTED = ">>";

  private static final String NAME = "[\\p{L}\\p{N}_-]+";
  private static final Pattern ROW = Pattern.compile("(.*?)(\\r?\\n|\\z)", Pattern.DOTALL);
  private static final Pattern LINE_ID = Pattern.compile(NAME + "\\." + NAME);
  private static final Pattern HEAD = Pattern.compile("==\\s*(" + NAME + ")\\s+(\\S+)\\s*");
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,6})?)(ms|s)");
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "#\\s*\\[(" + NAME + "\\." + NAME + ")(?:\\s[^\\]]*)?\\]\\s*(.*)", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,3}(\\.\\d{1," + Row.DIGITS + "})?");

  /** The beginning of a reading that another one, or the row's end, cuts off. */
  private static final Pattern UNCLOSED =
      Pattern.compile("\\{[^{}|]+\\|[^{}]*(?:\\{|$)|｛[^｛｝|｜]+[|｜][^｛｝]*(?:｛|$)");

  private static final List<String> KINDS =
      Stream.of(Section.Kind.values()).map(Section.Kind::word).toList();

  private static final List<String> HEADER_KEYS =
      List.of(
          "zundacast",
          "post",
          "speaker",
          "style",
          "max-sentences",
          "minutes",
          "wording",
          "narration");
  private static final List<String> SECTION_KEYS = List.of("title", "source");

  /** A longer silence is a slip of the pen: players take it for the end. */
  private static final int LONGEST_MILLIS = 60_000;

  private static final List<String> SETTINGS = List.of("speed", "pitch", "intonation", "volume");

  /** Between which values engines make sense of each setting. */
  private static final List<Double> LEAST = List.of(0.1, -1.0, 0.0, 0.0);

  private static final List<Double> MOST = List.of(5.0, 1.0, 5.0, 5.0);

  /** How much of a line that is too long a finding shows. */
  private static final int SHOWN = 60;

  private final Path file;
  private final Voices voices;
  private final List<Diagnostic> findings = new ArrayList<>();

  /** The rows of sections and lines; only lines have a dot in their ids. */
  private final Map<String, Integer> ids = new HashMap<>();

  /** The keys of the header and of the section that is being read. */
  private final Set<String> keys = new HashSet<>();

  private boolean inSection;

  /** Whether nothing but comments and empty rows stands between the last line and this row. */
  private boolean isBelowLine;

  // The row that is being read.
  private int number;
  private String raw = "";

  ScriptReader(Path file, Voices voices) {
    this.file = file;
    this.voices = voices;
  }

  /**
   * The rows of a text, with the line ends that they have.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    Matcher row = ROW.matcher(text);
    while (row.find() && !row.group().isEmpty()) {
      number = rows.size() + 1;
      rows.add(read(row.group(1), row.group(2)));
    }
    if (!keys.contains("zundacast")) {
      findings.add(Diagnostic.at(file, 1, "script.noVersion"));
    }
    if (!keys.contains("speaker")) {
      findings.add(Diagnostic.at(file, 1, "script.noSpeaker", voices.known()));
    }
    if (!findings.isEmpty()) {
      throw Problem.in(
          findings.stream().sorted(Comparator.comparingInt(Diagnostic::line)).toList());
    }
    return rows;
  }

  /** Notes what is wrong from this character of the row on, with what its message says to do. */
  private void find(int offset, Message message) {
    find(offset, message, message.next());
  }

  private void find(int offset, Message message, Message next) {
    int column = raw.codePointCount(0, Math.min(offset, raw.length())) + 1;
    findings.add(new Diagnostic(file, number, column, message, Message.plain(raw), next));
  }

  /** A row below those that were read before; notes what is wrong with it. */
  Row read(String characters, String lineEnd) {
    raw = characters;
    String text = raw.strip();
    int indent = raw.indexOf(text);
    Row.Content content =
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
          case ' ' -> new Row.Blank();
          case '#' -> comment(text);
          case '@' -> key(indent, text);
          case '>' -> spoken(indent, text);
          case '~' -> silence(indent, text.substring(1).strip());
          case '=' -> text.startsWith("==") ? head(indent, text) : plain(indent, text);
          case '[' -> utterance(indent);
          default -> plain(indent, text);
        };
    Row row = new Row(raw, lineEnd, content);
    // What the program notes of a section is as long as the section has lines.
    if (raw.length() > Line.LONGEST && !row.is(MergeBase.class)) {
      Message begin = Message.plain(raw.substring(0, SHOWN));
      findings.add(new Diagnostic(file, number, 1, Line.tooLong(raw), begin));
    }
    if (!row.isComment() && !row.is(Row.Blank.class)) {
      isBelowLine = row.is(Row.Utterance.class);
    }
    return row;
  }

  private static Row.Content comment(String text) {
    Matcher line = LEFT_OUT.matcher(text);
    return line.matches() ? new Row.LeftOut(line.group(1), line.group(2)) : MergeBase.parse(text);
  }

  private Row.Content key(int indent, String text) {
    String[] parts = text.substring(1).split("\\s+", 2);
    Row.Key key = new Row.Key(parts[0], parts.length > 1 ? parts[1] : "");
    List<String> known = inSection ? SECTION_KEYS : HEADER_KEYS;
    if (known.contains(key.name())) {
      check(key, indent);
    } else {
      Message message = Message.of("script.unknownKey", key.name(), String.join(", @", known));
      find(indent, message, hint(key.name(), known, Message.of("script.escapeKey")));
    }
    return key;
  }

  private void check(Row.Key key, int indent) {
    String name = key.name();
    String value = key.value();
    if (!keys.add(name)) {
      find(indent, Message.of("script.secondKey", name));
    }
    int place = raw.indexOf(value, indent + 1 + name.length());
    boolean limit = name.equals("max-sentences") && !value.matches("[1-9]\\d{0,3}");
    boolean minutes = name.equals("minutes") && !value.matches("\\d{1,3}(?:\\.\\d{1,3})?");
    if (name.equals("zundacast") && !value.equals(ScriptDocument.VERSION)) {
      find(place, Message.of("script.otherVersion", value, ScriptDocument.VERSION));
    } else if (name.equals("speaker")) {
      checkSpeaker(value, place, Message.NONE);
    } else if (limit || minutes) {
      find(place, Message.of("script.noNumber", name, limit ? 1 : 0, value));
    }
  }

  private static Message hint(String word, List<String> known, Message otherwise) {
    Message hint = SimilarName.hint(word, known);
    return hint.isEmpty() ? otherwise : hint;
  }

  private boolean isInside(int indent, String otherwise) {
    if (!inSection) {
      find(indent, Message.of(otherwise));
    }
    return inSection;
  }

  private static String unescape(String text) {
    return text.startsWith("\\") ? text.substring(1) : text;
  }

  private Row.Content spoken(int indent, String text) {
    boolean accented = text.startsWith(ACCENTED);
    String said = text.substring(accented ? ACCENTED.length() : 1).strip();
    Optional<KanaNotation.Fault> fault = accented ? KanaNotation.fault(said) : Optional.empty();
    if (fault.isPresent()) {
      int start = said.isEmpty() ? raw.length() : raw.indexOf(said);
      find(start + fault.get().at(), fault.get().found());
    } else if (isInside(indent, "script.readingOutside") && !isBelowLine) {
      find(indent, Message.of("script.readingOfNothing"));
    } else if (inSection && said.isEmpty()) {
      find(indent, Message.of("script.emptyReading"));
    }
    return new Row.Spoken(unescape(said));
  }

  private Row.Content silence(int indent, String value) {
    int at = value.isEmpty() ? indent : raw.indexOf(value, indent + 1);
    Row.Content silence = new Row.Silence(pause(value, value, at));
    isInside(indent, "script.pauseOutside");
    return silence;
  }

  /** Milliseconds of {@code 1.0s} or {@code 500ms}, which stand in this word at this place. */
  private int pause(String text, String word, int at) {
    Matcher length = LENGTH.matcher(text);
    int millis = LONGEST_MILLIS + 1;
    if (length.matches()) {
      BigDecimal value = new BigDecimal(length.group(1));
      millis = (length.group(2).equals("s") ? value.movePointRight(3) : value).intValue();
    }
    if (millis > LONGEST_MILLIS) {
      find(at, Message.of("script.badPause", word));
    }
    return millis;
  }

  private Row.Content head(int indent, String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.matches()) {
      find(indent, Message.of("script.badHead"));
      return new Row.Wrong();
    }
    Optional<Section.Kind> kind =
        Stream.of(Section.Kind.values()).filter(it -> it.word().equals(head.group(2))).findFirst();
    if (kind.isEmpty()) {
      Message message = Message.of("script.unknownKind", head.group(2), String.join(", ", KINDS));
      find(indent + head.start(2), message, SimilarName.hint(head.group(2), KINDS));
    }
    inSection = true;
    SECTION_KEYS.forEach(keys::remove);
    checkNew(head.group(1), indent + head.start(1), "script.sectionTwice");
    return new Row.Head(head.group(1), kind.orElse(Section.Kind.SECTION));
  }

  /** Notes where an id stands already, as the rows before tell. */
  private void checkNew(String id, int at, String otherwise) {
    Integer first = ids.putIfAbsent(id, number);
    if (first != null) {
      find(at, Message.of(otherwise, id, first));
    }
  }

  private Row.Content plain(int indent, String text) {
    return utterance(indent, Line.of("", "", unescape(text)));
  }

  private Row.Content utterance(int open) {
    int close = raw.indexOf(']', open);
    if (close < 0) {
      find(open, Message.of("script.openBracket"));
      return new Row.Wrong();
    }
    Matcher word = WORD.matcher(raw).region(open + 1, close);
    Line line = Line.of("", "", unescape(raw.substring(close + 1).strip()));
    while (word.find()) {
      line = with(line, word.group(), word.start());
    }
    return utterance(open, line);
  }

  private Row.Content utterance(int indent, Line line) {
    if (isInside(indent, "script.lineOutside")) {
      if (!line.id().isEmpty()) {
        checkNew(line.id(), raw.indexOf(line.id()), "script.lineTwice");
      }
      Matcher unclosed = UNCLOSED.matcher(raw);
      if (unclosed.find()) {
        boolean narrow = raw.charAt(unclosed.start()) == '{';
        find(unclosed.start(), Message.of(narrow ? "script.openBrace" : "script.openWideBrace"));
      }
      if (line.written().isEmpty()) {
        find(raw.length(), Message.of("script.noText"));
      }
    }
    return new Row.Utterance(line);
  }

  /** What one more word between the brackets makes of a line. */
  private Line with(Line line, String word, int at) {
    if (word.startsWith("+")) {
      return line.withPause(pause(word.substring(1), word, at));
    }
    if (word.contains("=")) {
      return line.withOverrides(setting(word, at).over(line.overrides()));
    }
    boolean first = line.id().isEmpty() && line.speaker().isEmpty();
    if (first && LINE_ID.matcher(word).matches() && voices.find(word).isEmpty()) {
      return line.withId(word);
    }
    if (!line.speaker().isEmpty()) {
      find(at, Message.of("script.secondSpeaker", word, line.speaker()));
      return line;
    }
    checkSpeaker(word, at, Message.of("script.escapeBracket"));
    return line.withSpeaker(word);
  }

  private LineOverrides setting(String word, int at) {
    String key = word.substring(0, word.indexOf('='));
    String value = word.substring(word.indexOf('=') + 1);
    int which = SETTINGS.indexOf(key);
    List<Optional<Double>> all = new ArrayList<>(Collections.nCopies(4, Optional.empty()));
    if (which < 0) {
      Message message = Message.of("script.unknownSetting", key, String.join(", ", SETTINGS));
      find(at, message, SimilarName.hint(key, SETTINGS));
      return LineOverrides.NONE;
    }
    double least = LEAST.get(which);
    double most = MOST.get(which);
    double parsed = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : most + 1;
    if (parsed < least || parsed > most) {
      find(at + key.length() + 1, Message.of("script.badSetting", key, value, least, most));
    }
    all.set(which, Optional.of(parsed));
    return new LineOverrides(all.get(0), all.get(1), all.get(2), all.get(3));
  }

  private void checkSpeaker(String speaker, int at, Message otherwise) {
    if (voices.find(speaker).isEmpty()) {
      List<String> names =
          voices.all().stream()
              .flatMap(it -> Stream.concat(Stream.of(it.name()), it.aliases().stream()))
              .toList();
      Message message = Message.of("script.unknownSpeaker", speaker, voices.known());
      find(at, message, hint(speaker, names, otherwise));
    }
  }
}
