package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  @TempDir Path folder;

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void bytesInAnyOrderTakeTheFilesPlaceTogether() throws IOException {
    Path file = Files.writeString(folder.resolve("a.mp3"), "old");
    try (Draft draft = Draft.begin(file)) {
      draft.write(bytes("mame"), 4);
      draft.flush();
      draft.write(bytes("eda-"), 0);
      assertThat(file).hasContent("old");
      draft.commit();
    }
    assertThat(file).hasContent("eda-mame");
    assertThat(folder.toFile().list()).containsExactly("a.mp3");
  }

  @Test
  void oneThatIsGivenUpLeavesTheFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.mp3"), "old");
    Draft draft = Draft.begin(file);
    draft.write(bytes("new"), 0);
    assertThat(folder.toFile().list()).hasSize(2);
    draft.close();
    draft.close();
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.mp3");
  }

  @Test
  void whatCannotTakeItsPlaceIsSaidAndGone() throws IOException {
    Path file = Files.createDirectories(folder.resolve("a.mp3/full"));
    try (Draft draft = Draft.begin(file.getParent())) {
      draft.write(bytes("new"), 0);
      assertThatThrownBy(draft::commit)
          .isInstanceOf(Unwritten.class)
          .hasMessageStartingWith(file.getParent() + ": cannot be written");
    }
    assertThat(folder.toFile().list()).containsExactly("a.mp3");
    assertThat(file).isDirectory();
  }
}
