package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SafePathTest {
  private static final String NAMED = "/audio/sample.mp3";

  @TempDir Path temp;
  private Path site;
  private Path audio;

  @BeforeEach
  void site() throws IOException {
    site = Files.createDirectory(temp.resolve("site")).toRealPath();
    audio = site.resolve("audio");
  }

  private Path resolve() throws IOException {
    return SafePath.resolve(site, NAMED, site.resolve("post.md"));
  }

  @Test
  void aFolderThatComesAndGoesMeanwhileIsNoLink() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              try {
                while (!over.get()) {
                  Files.createDirectory(audio);
                  Files.delete(audio);
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    other.start();
    try {
      for (int i = 0; i < 20_000; i++) {
        assertThat(resolve()).isEqualTo(site.resolve("audio/sample.mp3"));
        assertThat(SafePath.isOutside(site, audio)).isFalse();
      }
    } finally {
      over.set(true);
      other.join();
    }
  }

  @Test
  void aLinkThatLeadsNowhereOrInACircleIsNamed() throws IOException {
    for (Path target : new Path[] {site.resolve("nothing"), audio}) {
      Files.deleteIfExists(audio);
      Files.createSymbolicLink(audio, target);
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(this::resolve)
          .withMessageContaining("leads nowhere")
          .satisfies(
              told ->
                  assertThat(told.diagnostics().get(0).next().toString())
                      .contains(audio.toString()));
      assertThat(SafePath.isOutside(site, audio.resolve("sample.mp3"))).isTrue();
    }
  }
}
