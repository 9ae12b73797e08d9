package dev.zundacast.episode;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the narrator says in one episode, and who speaks the lines that name nobody. */
public record Script(Path file, String speaker, List<Section> sections) {

  public Script {
    sections = List.copyOf(sections);
  }

  /** All lines in the order in which they are spoken. */
  public Stream<Line> lines() {
    return sections.stream().flatMap(Section::lines);
  }

  /** Who speaks a line. */
  public String speakerOf(Line line) {
    return line.speaker().isEmpty() ? speaker : line.speaker();
  }

  /** Whether it tells listeners that the voice is artificial, in what it says of itself. */
  public boolean isDisclosed() {
    return sections.stream()
        .anyMatch(it -> it.lines().anyMatch(line -> Disclosure.isSaid(it.kind(), line.display())));
  }

  /** Where an episode says that its voice is artificial, as directories and listeners ask for. */
  public enum Disclosure {
    OPENING,
    CLOSING,
    /** No line is written for it: something else says it, like a jingle. */
    NONE;

    private static final String VOICE =
        "(?:合成音声|音声合成|人工音声|自動音声|機械音声|(?:AI|ＡＩ|エーアイ|人工知能)[^。！？]{0,8}(?:声|音声|ボイス|読み上げ))";

    /** A show that is spoken by a machine is announced otherwise than an article about that. */
    private static final Pattern SAID =
        Pattern.compile(
            VOICE
                + "[^。！？]*(?:送り|届け|放送|話し|しゃべ|喋|読み上げ|読んで|担当|進行|つとめ|務め|(?:音声|声|ボイス)(?:です|だ|なの|で[^。！？]*す|でご))"
                + "|(?:この番組|この放送|声|ナレーション)は[^。！？]*"
                + VOICE);

    /** Whether a text tells listeners so, in a part of a kind that tells of the show itself. */
    public static boolean isSaid(Section.Kind kind, String text) {
      return kind != Section.Kind.ARTICLE
          && kind != Section.Kind.RECAP
          && SAID.matcher(text).find();
    }

    /** Whether it is said in parts of this kind. */
    public boolean isIn(Section.Kind kind) {
      return kind.name().equals(name());
    }
  }
}
