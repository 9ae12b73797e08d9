package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldLockTest {
  @TempDir Path folder;

  @Test
  void theSecondIsToldWhoHoldsIt() throws IOException {
    Path file = folder.resolve("locks/446.lock");
    try (HeldLock first = HeldLock.take(file, "2026-03-18-446.md")) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> HeldLock.take(file, "2026-03-18-446.md"))
          .isInstanceOf(Problem.class)
          .hasMessageMatching(
              "2026-03-18-446.md is being worked on by process \\d+ since \\d{4}-\\d\\d-\\d\\dT[0-9:]+; wait for it"
                  + " to end, or stop it");
    }
    HeldLock.take(file, "2026-03-18-446.md").close();
  }

  @Test
  void aDiskThatIsFullIsSaidWithTheFile() throws IOException {
    Path file = Files.createSymbolicLink(folder.resolve("446.lock"), Path.of("/dev/full"));
    assertThatThrownBy(() -> HeldLock.take(file, "2026-03-18-446.md"))
        .hasMessageStartingWith(file + ": cannot be written: No space left on device\nMake room");
  }
}
