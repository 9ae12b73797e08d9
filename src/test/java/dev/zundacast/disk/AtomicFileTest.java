package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "old");
    try (AtomicFile given = AtomicFile.begin(file)) {
      given.out().write(1);
      given.out().flush();
      assertThat(folder.toFile().list()).hasSize(2);
    }
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedWithWhatToDo() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("a"));
    assertThatThrownBy(() -> AtomicFile.write(noFolder.resolve("b.txt"), "text"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(noFolder.resolve("b.txt") + ": cannot be written: ")
        .hasMessageEndingWith(
            "\nMake it writable, then run the same command again: what is finished is kept.");
  }

  @Test
  void aPathThatLeavesItsFolderIsRefused() throws IOException {
    Path origin = folder.resolve("post.md");
    Files.createSymbolicLink(folder.resolve("out"), Path.of("/"));
    for (String bad : new String[] {"../x.mp3", "/a/../../x.mp3", "/out/x.mp3", "/"}) {
      assertThatThrownBy(() -> SafePath.resolve(folder, bad, origin))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("leads outside the site");
    }
    assertThat(SafePath.resolve(folder, "/audio/枝豆 1.mp3", origin))
        .isEqualTo(folder.toRealPath().resolve("audio/枝豆 1.mp3"));
  }
}
