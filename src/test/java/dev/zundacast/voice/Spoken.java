package dev.zundacast.voice;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import java.util.ArrayList;
import java.util.List;

/** Lines and voices for tests of this package. */
public final class Spoken {
  public static final Voice ZUNDAMON = voice("ずんだもん", "ノーマル");

  private Spoken() {}

  public static Voice voice(String character, String style) {
    return new Voice(
        character,
        List.of(),
        character,
        style,
        "nanoda",
        "zundamon.txt",
        "VOICEVOX:" + character,
        new Voice.Parameters(1, 0, 1, 1, 1),
        new Voice.Pauses(1000, 750, 1290, 1000, 1800, 1500),
        7.15,
        new Voice.Draft("normal", 0.05),
        "",
        Voice.Profile.NONE);
  }

  public static SpokenLine line(String id, String text, DictionaryWord... words) {
    return line(ZUNDAMON, id, text, words);
  }

  public static SpokenLine line(Voice voice, String id, String text, DictionaryWord... words) {
    Line line = new Line(id, "", text, "", LineOverrides.NONE, 0, 0);
    return new SpokenLine(line, voice, text, List.of(words));
  }

  /** {@code count} lines that differ, {@code a1.01} and so on. */
  public static List<SpokenLine> lines(int count) {
    List<SpokenLine> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lines.add(line("a1.%02d".formatted(i), "枝豆の話を" + "あ".repeat(i % 7) + "、" + i + "番目にするのだ。"));
    }
    return lines;
  }
}
