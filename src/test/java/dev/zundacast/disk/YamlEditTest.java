package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlEditTest {
  private static final String TEXT =
      """
      # How episodes are made.
      engines: [draft]   # the built-in one
      # style: nanoda
      # How long.
      minutes: 8
      audio:
        # Loudness.
        lufs: -16 # apps
        music:
          bed: 'music/bed.ogg'
      publish:
        - name: commit
      """;

  private static YamlEdit edit(String text) {
    return new YamlEdit(Path.of("zundacast.yaml"), text);
  }

  @Test
  void aValueIsSetAndNothingElse() {
    assertThat(edit(TEXT).with("minutes", "12")).isEqualTo(TEXT.replace("es: 8", "es: 12"));
    assertThat(edit(TEXT).with("audio.lufs", "-18")).isEqualTo(TEXT.replace("-16", "-18"));
    assertThat(edit(TEXT).with("audio.music.bed", "𠮷/it's: 1.ogg"))
        .isEqualTo(TEXT.replace("'music/bed.ogg'", "'𠮷/it''s: 1.ogg'"));
    assertThat(edit(TEXT).with("engines", List.of("http://127.0.0.1:50021", "draft")))
        .isEqualTo(TEXT.replace("[draft]", "[http://127.0.0.1:50021, draft]"));
    assertThat(edit("a:\nb: 1").with("a", "2")).isEqualTo("a: 2\nb: 1");
  }

  @Test
  void aKeyThatIsLeftOutGoesBehindItsExampleIntoItsFieldsOrToTheEnd() {
    assertThat(edit(TEXT).with("style", "dayo"))
        .isEqualTo(TEXT.replace("# style: nanoda\n", "# style: nanoda\nstyle: dayo\n"));
    assertThat(edit(TEXT).with("audio.encoder", "lame"))
        .isEqualTo(TEXT.replace("audio:\n", "audio:\n  encoder: lame\n"));
    assertThat(edit("# rewrite:\n#   url: u\n# More.\n").with("rewrite.model", "m"))
        .isEqualTo("# rewrite:\n#   url: u\nrewrite:\n  model: m\n# More.\n");
    assertThat(edit("minutes: 8").with("rewrite.model", "m"))
        .isEqualTo("minutes: 8\nrewrite:\n  model: m\n");
    assertThat(edit("").with("narrations", "narrations/{post}.txt"))
        .isEqualTo("narrations: 'narrations/{post}.txt'\n");
  }

  @Test
  void aValueIsTakenOutWithItsLine() {
    assertThat(edit(TEXT).without("minutes")).isEqualTo(TEXT.replace("minutes: 8\n", ""));
    assertThat(edit(TEXT).without("audio.lufs"))
        .isEqualTo(TEXT.replace("  lufs: -16 # apps\n", ""));
    assertThat(edit(TEXT).without("style")).isEqualTo(TEXT);
  }

  @Test
  void whatIsMoreThanALineIsLeftToAPerson() {
    assertThatThrownBy(() -> edit(TEXT).with("publish", "x"))
        .hasMessageContaining("'publish' is more than a value on its own line");
    assertThatThrownBy(() -> edit("audio: {lufs: -16}").with("audio.encoder", "lame"))
        .hasMessageContaining("'audio' is more than a value");
  }
}
