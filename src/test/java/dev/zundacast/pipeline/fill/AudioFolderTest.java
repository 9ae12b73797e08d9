package dev.zundacast.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Escaped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFolderTest {
  private static final Path POST = Path.of("2026-02-01-1.md");

  @TempDir Path folder;
  private Path site = Path.of("");

  @BeforeEach
  void site() throws IOException {
    site = Files.createDirectories(folder.resolve("site")).toRealPath();
    Files.createDirectories(site.resolve("audio"));
    Files.writeString(site.resolve("audio/1.mp3"), "one");
    Files.writeString(folder.resolve("secret.mp3"), "secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/audio/1.mp3", "audio/1.mp3", "1.mp3", "//audio/./1.mp3", "audio/%31.mp3"})
  void aFileIsFoundHoweverItIsNamed(String named) throws IOException {
    assertThat(AudioPlaces.inFolder(site, named, POST)).contains(site.resolve("audio/1.mp3"));
    assertThat(AudioPlaces.inFolder(site, named, POST)).contains(site.resolve("audio/1.mp3"));
  }

  @Test
  void eitherUnicodeFormIsFound() throws IOException {
    String name = "ガイド 100%.mp3";
    String stored = Normalizer.normalize(name, Normalizer.Form.NFD);
    Files.writeString(site.resolve("audio").resolve(stored), "two");
    assertThat(
            AudioPlaces.inFolder(
                site, "/audio/" + Normalizer.normalize(name, Normalizer.Form.NFC), POST))
        .contains(site.resolve("audio").resolve(stored));
  }

  @Test
  void whatIsNoFileIsNotFound() throws IOException {
    Files.createDirectories(site.resolve("audio/2.mp3"));
    assertThat(AudioPlaces.inFolder(site, "/audio/2.mp3", POST)).isEmpty();
    assertThat(AudioPlaces.inFolder(site, "/audio/3.mp3", POST)).isEmpty();
    assertThat(AudioPlaces.inFolder(site, "", POST)).isEmpty();
    assertThat(AudioPlaces.inFolder(site.resolve("none"), "1.mp3", POST)).isEmpty();
  }

  @Test
  void aLinkThatStaysInsideIsFollowed() throws IOException {
    Files.createSymbolicLink(site.resolve("audio/link.mp3"), Path.of("1.mp3"));
    assertThat(AudioPlaces.inFolder(site, "/audio/link.mp3", POST)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/audio/link.mp3", "/audio/../../secret.mp3", "../secret.mp3", "/out/secret.mp3"})
  void whatLeadsOutsideIsRefusedAlsoInAKnownFolder(String named) throws IOException {
    Files.createSymbolicLink(site.resolve("audio/link.mp3"), folder.resolve("secret.mp3"));
    Files.createSymbolicLink(site.resolve("out"), folder);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> AudioPlaces.inFolder(site, named, POST))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("leads outside the site");
    }
  }

  @Test
  void aPercentSignThatEscapesNothingStays() {
    assertThat(Escaped.undone("100%.mp3")).isEqualTo("100%.mp3");
    assertThat(Escaped.undone("a+b%20c.mp3")).isEqualTo("a+b c.mp3");
    assertThat(Optional.of(Escaped.undone("%E9%A4%85"))).contains("餅");
  }
}
