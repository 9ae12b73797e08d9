package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.audio.Music;
import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicSettingsTest {
  @TempDir Path site;

  @Test
  void musicIsNamedFromTheSettingsFolder() throws Exception {
    Path tune = Files.writeString(site.resolve("open.flac"), "");
    write("audio:\n  music:\n    opening: open.flac\n    level: -6\n    fade-out: 2.5\n");
    Music music = Settings.of(site).audio().music();
    assertThat(music.opening()).contains(new Music.Piece(tune, -6, 20, 2500));
    assertThat(music.jingle()).isEmpty();
    assertThat(music.closing()).isEmpty();
  }

  @Test
  void aBedHasALevelOfItsOwn() throws Exception {
    Path tune = Files.writeString(site.resolve("bed.ogg"), "");
    write("audio:\n  music:\n    bed: bed.ogg\n");
    assertThat(Settings.of(site).audio().music())
        .isEqualTo(Records.with(Music.NONE, "bed", Optional.of(new Music.Bed(tune, -24))));
    write("audio:\n  music:\n    bed: bed.ogg\n    bed-level: -18\n");
    assertThat(Settings.of(site).audio().music().bed()).contains(new Music.Bed(tune, -18));
  }

  @Test
  void aMissingFileIsAnErrorInTheSettings() throws Exception {
    write("audio:\n  music:\n    jingle: nowhere.mp3\n");
    assertThatThrownBy(() -> Settings.of(site))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("there is no music file " + site.resolve("nowhere.mp3"));
  }

  private void write(String yaml) throws Exception {
    Files.writeString(site.resolve("zundacast.yaml"), yaml);
  }
}
