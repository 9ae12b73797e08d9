package dev.zundacast.script.file;

import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Nearest;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code [id speaker +0.5s speed=1.1] text}. */
final class LineHeadReader {
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,3}(\\.\\d{1," + LineHead.DIGITS + "})?");

  /** What may be set, and between which values engines make sense of it. */
  private static final Map<String, Range> SETTINGS =
      Map.of(
          "speed", new Range(0.1, 5),
          "pitch", new Range(-1, 1),
          "intonation", new Range(0, 5),
          "volume", new Range(0, 5));

  private static final List<String> NAMES = List.of("speed", "pitch", "intonation", "volume");

  private final Findings findings;
  private final Voices voices;

  LineHeadReader(Findings findings, Voices voices) {
    this.findings = findings;
    this.voices = voices;
  }

  private record Range(double least, double most) {
    boolean holds(double number) {
      return number >= least && number <= most;
    }
  }

  Row.Content read(int number, String raw, int open) {
    int close = raw.indexOf(']', open);
    if (close < 0) {
      findings.add(number, raw, open, "a '[' without its ']'", "begin a text with '\\['");
      return new Row.Wrong();
    }
    Words words = new Words(number, raw);
    Matcher word = WORD.matcher(raw).region(open + 1, close);
    while (word.find()) {
      words.add(word.group(), word.start());
    }
    return new Row.Utterance(words.head(), RowReader.unescape(raw.substring(close + 1).strip()));
  }

  /** The words between one pair of brackets. */
  private final class Words {
    private final int number;
    private final String raw;
    private String id = "";
    private String speaker = "";
    private int pause;
    private final Map<String, Double> settings = new TreeMap<>();

    Words(int number, String raw) {
      this.number = number;
      this.raw = raw;
    }

    LineHead head() {
      LineOverrides overrides =
          settings.isEmpty()
              ? LineOverrides.NONE
              : new LineOverrides(get("speed"), get("pitch"), get("intonation"), get("volume"));
      return new LineHead(id, speaker, pause, overrides);
    }

    private OptionalDouble get(String setting) {
      Double value = settings.get(setting);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    void add(String word, int at) {
      if (word.startsWith("+")) {
        pause(word, at);
      } else if (word.contains("=")) {
        setting(word, at);
      } else if (id.isEmpty() && speaker.isEmpty() && isId(word)) {
        id = word;
      } else {
        speaker(word, at);
      }
    }

    private boolean isId(String word) {
      return Ids.isLine(word) && voices.find(word).isEmpty();
    }

    private void pause(String word, int at) {
      Optional<Integer> millis = Seconds.parse(word.substring(1));
      if (millis.isEmpty()) {
        findings.add(number, raw, at, "bad pause '" + word + "'", Seconds.EXPECTED);
      }
      pause = millis.orElse(0);
    }

    private void setting(String word, int at) {
      String key = word.substring(0, word.indexOf('='));
      String value = word.substring(word.indexOf('=') + 1);
      Range range = SETTINGS.get(key);
      if (range == null) {
        String message = "unknown setting '" + key + "'; known are " + String.join(", ", NAMES);
        findings.add(number, raw, at, message, Nearest.hint(key, NAMES));
      } else if (!NUMBER.matcher(value).matches() || !range.holds(Double.parseDouble(value))) {
        String next = "write a number from " + range.least + " to " + range.most;
        String message = "bad " + key + " '" + value + "'";
        findings.add(number, raw, at + key.length() + 1, message, next);
      } else {
        settings.put(key, Double.parseDouble(value));
      }
    }

    private void speaker(String word, int at) {
      if (!speaker.isEmpty()) {
        String message = "'" + word + "' is a second speaker after '" + speaker + "'";
        findings.add(number, raw, at, message, "name one speaker a line");
        return;
      }
      speaker = word;
      if (voices.find(word).isEmpty()) {
        findings.add(number, raw, at, unknown(word, voices), hint(word, voices));
      }
    }
  }

  static String unknown(String speaker, Voices voices) {
    return "unknown speaker '" + speaker + "'; known are " + voices.known();
  }

  static String hint(String speaker, Voices voices) {
    List<String> names = new ArrayList<>();
    for (Voice voice : voices.all()) {
      names.add(voice.name());
      names.addAll(voice.aliases());
    }
    String hint = Nearest.hint(speaker, names);
    return hint.isEmpty() ? "begin a text with '\\[' when it is no speaker" : hint;
  }
}
