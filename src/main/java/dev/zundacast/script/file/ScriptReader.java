package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A script file's text to its rows, with all that is wrong with them, each at its place. */
final class ScriptReader {
  static final String VERSION = "1";

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
  private final Map<String, Integer> lineIds = new HashMap<>();
  private final Map<String, Integer> sectionIds = new HashMap<>();
  private final Set<String> header = new HashSet<>();
  private final Set<String> sectionKeys = new HashSet<>();
  private boolean inSection;
  private boolean overridable;

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
      Row.Content content = read(row.group(1));
      rows.add(new Row(raw, row.group(2), content));
      check(content);
    }
    if (!header.contains("zundacast")) {
      findings.add(Diagnostic.at(file, 1, "script.noVersion"));
    }
    if (!header.contains("speaker")) {
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

  /** What one row means, wherever it stands. */
  Row.Content read(String row) {
    raw = row;
    String text = raw.strip();
    if (text.isEmpty()) {
      return new Row.Blank();
    }
    int indent = raw.indexOf(text);
    return switch (text.charAt(0)) {
      case '#' -> comment(text);
      case '@' -> key(text);
      case '>' -> spoken(text);
      case '~' -> silence(indent, text.substring(1).strip());
      case '=' -> text.startsWith("==") ? head(indent, text) : plain(text);
      case '[' -> utterance(indent);
      default -> plain(text);
    };
  }

  private static Row.Content comment(String text) {
    Optional<MergeBase> base = MergeBase.parse(text);
    if (base.isPresent()) {
      return new Row.Base(base.get());
    }
    Matcher line = LEFT_OUT.matcher(text);
    return line.matches()
        ? new Row.Comment(line.group(1), line.group(2))
        : new Row.Comment("", text);
  }

  private static Row.Content key(String text) {
    String[] parts = text.substring(1).split("\\s+", 2);
    return new Row.Key(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private static Row.Content plain(String text) {
    return new Row.Utterance(Line.of("", "", unescape(text)));
  }

  private static String unescape(String text) {
    return text.startsWith("\\") ? text.substring(1) : text;
  }

  private Row.Content spoken(String text) {
    if (!text.startsWith(ACCENTED)) {
      return new Row.Spoken(unescape(text.substring(1).strip()));
    }
    String kana = text.substring(ACCENTED.length()).strip();
    Optional<KanaNotation.Fault> fault = KanaNotation.fault(kana);
    if (fault.isEmpty()) {
      return new Row.Spoken(kana);
    }
    int start = kana.isEmpty() ? raw.length() : raw.indexOf(kana);
    find(start + fault.get().at(), fault.get().found());
    return new Row.Wrong();
  }

  private Row.Content silence(int indent, String value) {
    return new Row.Silence(
        pause(value, value, value.isEmpty() ? indent : raw.indexOf(value, indent + 1)));
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
      String known = String.join(", ", KINDS);
      Message message = Message.of("script.unknownKind", head.group(2), known);
      find(indent + head.start(2), message, SimilarName.hint(head.group(2), KINDS));
    }
    return new Row.Head(head.group(1), kind.orElse(Section.Kind.SECTION));
  }

  private Row.Content utterance(int open) {
    int close = raw.indexOf(']', open);
    if (close < 0) {
      find(open, Message.of("script.openBracket"));
      return new Row.Wrong();
    }
    Matcher word = WORD.matcher(raw).region(open + 1, close);
    Line line = Line.of("", "", unescape(raw.substring(close + 1).strip()));
    Map<String, OptionalDouble> settings = new HashMap<>();
    while (word.find()) {
      line = with(line, settings, word.group(), word.start());
    }
    LineOverrides overrides =
        new LineOverrides(
            settings.getOrDefault("speed", OptionalDouble.empty()),
            settings.getOrDefault("pitch", OptionalDouble.empty()),
            settings.getOrDefault("intonation", OptionalDouble.empty()),
            settings.getOrDefault("volume", OptionalDouble.empty()));
    return new Row.Utterance(line.withOverrides(overrides));
  }

  /** What one more word between the brackets makes of a line. */
  private Line with(Line line, Map<String, OptionalDouble> settings, String word, int at) {
    if (word.startsWith("+")) {
      return line.withPause(pause(word.substring(1), word, at));
    }
    if (word.contains("=")) {
      setting(settings, word, at);
      return line;
    }
    boolean first = line.id().isEmpty() && line.speaker().isEmpty();
    if (first && LINE_ID.matcher(word).matches() && voices.find(word).isEmpty()) {
      return line.withId(word);
    }
    if (!line.speaker().isEmpty()) {
      find(at, Message.of("script.secondSpeaker", word, line.speaker()));
      return line;
    }
    speaker(word, at);
    return line.withSpeaker(word);
  }

  private void setting(Map<String, OptionalDouble> settings, String word, int at) {
    String key = word.substring(0, word.indexOf('='));
    String value = word.substring(word.indexOf('=') + 1);
    int which = SETTINGS.indexOf(key);
    if (which < 0) {
      String known = String.join(", ", SETTINGS);
      Message message = Message.of("script.unknownSetting", key, known);
      find(at, message, SimilarName.hint(key, SETTINGS));
      return;
    }
    double least = LEAST.get(which);
    double most = MOST.get(which);
    double parsed = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : most + 1;
    if (parsed < least || parsed > most) {
      find(at + key.length() + 1, Message.of("script.badSetting", key, value, least, most));
    } else {
      settings.put(key, OptionalDouble.of(parsed));
    }
  }

  private void speaker(String speaker, int at) {
    if (voices.find(speaker).isEmpty()) {
      List<String> names = new ArrayList<>();
      for (Voice voice : voices.all()) {
        names.add(voice.name());
        names.addAll(voice.aliases());
      }
      Message hint = SimilarName.hint(speaker, names);
      Message message = Message.of("script.unknownSpeaker", speaker, voices.known());
      find(at, message, hint.isEmpty() ? Message.of("script.escapeBracket") : hint);
    }
  }

  /** Finds what is wrong with a row where it stands. */
  private void check(Row.Content content) {
    if (raw.length() > Line.LONGEST) {
      Message begin = Message.plain(raw.substring(0, SHOWN));
      findings.add(new Diagnostic(file, number, 1, Line.tooLong(raw), begin));
    }
    if (content instanceof Row.Key key) {
      checkKey(key.name(), key.value());
    } else if (content instanceof Row.Head head) {
      inSection = true;
      sectionKeys.clear();
      int at = raw.indexOf(head.id(), raw.indexOf("==") + 2);
      Integer first = sectionIds.putIfAbsent(head.id(), number);
      if (first != null) {
        find(at, Message.of("script.sectionTwice", head.id(), first));
      }
    } else if (content instanceof Row.Utterance it && isInside("script.lineOutside")) {
      check(it.line());
    } else if (content instanceof Row.Spoken && isInside("script.readingOutside")) {
      checkSpoken();
    } else if (content instanceof Row.Silence) {
      isInside("script.pauseOutside");
    }
    if (!(content instanceof Row.Comment || content instanceof Row.Blank)) {
      overridable = content instanceof Row.Utterance;
    }
  }

  private boolean isInside(String otherwise) {
    if (!inSection) {
      int at = raw.length() - raw.stripLeading().length();
      find(at, Message.of(otherwise));
    }
    return inSection;
  }

  private void checkKey(String name, String value) {
    List<String> known = inSection ? SECTION_KEYS : HEADER_KEYS;
    int at = raw.indexOf('@');
    if (!known.contains(name)) {
      Message hint = SimilarName.hint(name, known);
      find(
          at,
          Message.of("script.unknownKey", name, String.join(", @", known)),
          hint.isEmpty() ? Message.of("script.escapeKey") : hint);
      return;
    }
    if (!(inSection ? sectionKeys : header).add(name)) {
      find(at, Message.of("script.secondKey", name));
    }
    int place = raw.indexOf(value, raw.indexOf(name) + name.length());
    boolean limit = name.equals("max-sentences") && !value.matches("[1-9]\\d{0,3}");
    boolean minutes = name.equals("minutes") && !value.matches("\\d{1,3}(?:\\.\\d{1,3})?");
    if (name.equals("zundacast") && !value.equals(VERSION)) {
      find(place, Message.of("script.otherVersion", value, VERSION));
    } else if (name.equals("speaker")) {
      speaker(value, place);
    } else if (limit || minutes) {
      int from = limit ? 1 : 0;
      find(place, Message.of("script.noNumber", name, from, value));
    }
  }

  private void check(Line line) {
    Integer first = line.id().isEmpty() ? null : lineIds.putIfAbsent(line.id(), number);
    if (first != null) {
      find(raw.indexOf(line.id()), Message.of("script.lineTwice", line.id(), first));
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

  private void checkSpoken() {
    if (!overridable) {
      find(raw.indexOf('>'), Message.of("script.readingOfNothing"));
    } else if (raw.strip().length() == 1) {
      find(raw.indexOf('>'), Message.of("script.emptyReading"));
    }
  }
}
