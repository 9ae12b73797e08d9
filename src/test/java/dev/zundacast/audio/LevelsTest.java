package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelsTest {
  @TempDir Path folder;

  @Test
  void aDamagedTableLosesOnlyItsDamagedLines() throws IOException {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.write(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, '\t', '\t', '\n'});
    table.write("voice\tずんだもん\t-12\t20\nvoice\tつむぎ".getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("levels.tsv"), table.toByteArray());
    Levels levels = Levels.open(file);
    assertThat(levels.voice("ずんだもん")).contains(-12);
    assertThat(levels.voice("つむぎ")).isEmpty();
  }
}
