package dev.zundacast.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioPlacesTest {
  @TempDir Path folder;
  private Path post = Path.of("");
  private Path built = Path.of("");

  @BeforeEach
  void site() throws IOException {
    Files.createDirectories(folder.resolve("site/_posts"));
    Files.createDirectories(folder.resolve("site/audio"));
    Files.writeString(folder.resolve("site/_config.yml"), "url: https://mochi.example\n");
    post = folder.toRealPath().resolve("site/_posts/2026-02-01-1.md");
    built = folder.resolve("out/episodes/2026-02-01-1/餅 1.mp3");
    Files.createDirectories(built.getParent());
    Files.writeString(built, "sound");
  }

  private AudioPlaces.Place find(String named) throws IOException {
    Show show = Shows.find(post, Optional.empty());
    byte[] text =
        ("---\ntitle: t\naudio_file_path: '" + named + "'\n---\n").getBytes(StandardCharsets.UTF_8);
    return new AudioPlaces(Optional.empty(), folder.resolve("out"))
        .find(FrontMatter.parse(post, text), show);
  }

  @Test
  void anEpisodeThatWasBuiltForAnUploadStandsForItsAddress() throws IOException {
    AudioPlaces.Place place = find("https://bucket.example/audio/%E9%A4%85%201.mp3?x=1");
    assertThat(place.local()).contains(built.toRealPath());
    assertThat(place.remote()).isPresent();
    assertThat(find("https://bucket.example/audio/2.mp3").local()).isEmpty();
    assertThat(find("/audio/餅 1.mp3").local()).isEmpty();
  }

  @Test
  void whatAKilledBuildLeftBesideTheAudioGoes() throws IOException {
    Path part = Files.createFile(folder.resolve("site/audio/.1.mp3.part-abc"));
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(3_600)));
    Files.writeString(folder.resolve("site/audio/1.mp3"), "sound");
    assertThat(find("/audio/1.mp3").local()).isPresent();
    assertThat(part).doesNotExist();
  }

  @Test
  void aDraftIsNeverUploadedAndStandsForNothing() throws IOException {
    byte[] comment = "\0eng\0下書きの音声です (draft voice)".getBytes(StandardCharsets.UTF_8);
    Files.write(built, tag("COMM", comment));
    assertThat(find("https://bucket.example/餅 1.mp3").local()).isEmpty();
  }

  /** An ID3v2.3 tag of one short frame. */
  private static byte[] tag(String id, byte[] body) {
    byte[] tag = new byte[20 + body.length];
    byte[] head = ("ID3\3\0\0\0\0\0\0" + id).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, tag, 0, head.length);
    tag[9] = (byte) (10 + body.length);
    tag[17] = (byte) body.length;
    System.arraycopy(body, 0, tag, 20, body.length);
    return tag;
  }

  @Test
  void aPathThatLeadsOutsideIsToldWithItsLine() {
    assertThatThrownBy(() -> find("../../secret.mp3"))
        .asInstanceOf(type(Problem.class))
        .satisfies(
            problem -> {
              assertThat(problem).hasMessage("the path '../../secret.mp3' leads outside the site");
              assertThat(problem.diagnostics().get(0).line()).isEqualTo(3);
              assertThat(problem.diagnostics().get(0).next().toString())
                  .contains("inside the site");
            });
  }

  @Test
  void aFolderOfDownloadsMustBeThere() {
    assertThatThrownBy(() -> new AudioPlaces(Optional.of(folder.resolve("nowhere")), folder))
        .hasMessage("--audio-dir " + folder.resolve("nowhere") + ": no such folder");
  }

  @Test
  void anAddressOfTheSiteIsAFileOfTheSite() throws IOException {
    Path file = Files.writeString(folder.resolve("site/audio/2.mp3"), "two");
    assertThat(find("https://mochi.example/audio/2.mp3").local()).contains(file.toRealPath());
    assertThat(find("http://other.example/audio/2.mp3").local()).isEmpty();
  }
}
