package dev.zundacast.script.file;

import dev.zundacast.episode.Nearest;
import dev.zundacast.episode.Tuning;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads {@code [id speaker +0.5s speed=1.1] text}. */
final class LineHeadReader {
  private final Findings findings;
  private final Voices voices;

  LineHeadReader(Findings findings, Voices voices) {
    this.findings = findings;
    this.voices = voices;
  }

  /** What may be tuned, and between which values engines make sense of it. */
  private enum Setting {
    SPEED(0.1, 5),
    PITCH(-1, 1),
    INTONATION(0, 5),
    VOLUME(0, 5);

    private final double least;
    private final double most;

    Setting(double least, double most) {
      this.least = least;
      this.most = most;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static List<String> words() {
      return Stream.of(values()).map(Setting::word).toList();
    }
  }

  Part read(int number, String raw, int open) {
    int close = raw.indexOf(']', open);
    if (close < 0) {
      findings.add(number, raw, open, "a '[' without its ']'", "begin a text with '\\['");
      return new Part.Wrong();
    }
    String text = RowReader.unescape(raw.substring(close + 1).strip());
    return new Part.Utterance(new Words(number, raw, open + 1, close).read(), text);
  }

  /** The words between one pair of brackets. */
  private final class Words {
    private final int number;
    private final String raw;
    private final int from;
    private final int to;
    private String id = "";
    private String speaker = "";
    private int pause;
    private final Map<Setting, Double> settings = new EnumMap<>(Setting.class);

    Words(int number, String raw, int from, int to) {
      this.number = number;
      this.raw = raw;
      this.from = from;
      this.to = to;
    }

    LineHead read() {
      for (RowWords.Word word : RowWords.of(raw, from, to)) {
        word(word.text(), word.start());
      }
      return new LineHead(id, speaker, pause, tuning());
    }

    private void word(String word, int at) {
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
      Optional<Setting> named =
          Stream.of(Setting.values()).filter(s -> s.word().equals(key)).findFirst();
      if (named.isEmpty()) {
        String known = String.join(", ", Setting.words());
        String message = "unknown setting '" + key + "'; known are " + known;
        findings.add(number, raw, at, message, Nearest.hint(key, Setting.words()));
        return;
      }
      Setting setting = named.get();
      OptionalDouble parsed = parse(value, setting);
      if (parsed.isEmpty()) {
        String message = "bad " + key + " '" + value + "'";
        String next = "write a number from " + setting.least + " to " + setting.most;
        findings.add(number, raw, at + key.length() + 1, message, next);
        return;
      }
      settings.put(setting, parsed.getAsDouble());
    }

    private static OptionalDouble parse(String value, Setting setting) {
      if (!value.matches("-?\\d{1,3}(\\.\\d{1," + LineHead.DIGITS + "})?")) {
        return OptionalDouble.empty();
      }
      double number = Double.parseDouble(value);
      return number >= setting.least && number <= setting.most
          ? OptionalDouble.of(number)
          : OptionalDouble.empty();
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

    private Tuning tuning() {
      if (settings.isEmpty()) {
        return Tuning.NONE;
      }
      return new Tuning(
          get(Setting.SPEED), get(Setting.PITCH), get(Setting.INTONATION), get(Setting.VOLUME));
    }

    private OptionalDouble get(Setting setting) {
      Double value = settings.get(setting);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
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
