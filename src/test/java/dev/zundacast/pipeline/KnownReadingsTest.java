package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Voice;
import dev.zundacast.reading.Readings;
import dev.zundacast.voice.Spoken;
import dev.zundacast.words.Morphology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownReadingsTest {
  private static final Optional<String> PROGRAM = Optional.of("a jar");
  private static final Voice VOICE = Spoken.voice("ずんだもん", "ノーマル");
  private static final Line LINE = new Line("a1.01", "", "Gitを使うのだ。", "", LineOverrides.NONE, 0, 0);

  @TempDir Path folder;
  private Readings readings;

  @BeforeEach
  void open() throws Exception {
    readings = Readings.open(List.of(folder.resolve("list.tsv")), new Morphology());
  }

  @Test
  void whatWasReadBeforeIsNotReadAgain() throws Exception {
    assertThat(read(PROGRAM)).isEqualTo("ギットを使うのだ。");
    replace("ギット", "ジット");
    assertThat(read(PROGRAM)).isEqualTo("ジットを使うのだ。");
  }

  @Test
  void anotherProgramReadsAnew() throws Exception {
    read(PROGRAM);
    replace("ギット", "ジット");
    assertThat(read(Optional.of("a newer jar"))).isEqualTo("ギットを使うのだ。");
  }

  @Test
  void anotherReadingListReadsAnew() throws Exception {
    read(PROGRAM);
    Files.writeString(folder.resolve("list.tsv"), "Git\tジーアイティー\n");
    open();
    assertThat(read(PROGRAM)).isEqualTo("ジーアイティーを使うのだ。");
  }

  @Test
  void oneChangedLetterIsNotSpoken() throws Exception {
    read(PROGRAM);
    Path file = folder.resolve("readings.json");
    Files.writeString(file, Files.readString(file).replace("ギット", "ジット"));
    assertThat(read(PROGRAM)).isEqualTo("ギットを使うのだ。");
  }

  @Test
  void classesThatMayChangeLeaveNothing() {
    read(Optional.empty());
    assertThat(folder.resolve("readings.json")).doesNotExist();
  }

  private String read(Optional<String> program) {
    KnownReadings known = KnownReadings.of(folder, readings, program);
    String spoken = known.read(LINE, VOICE, readings).spoken();
    known.save();
    return spoken;
  }

  /** Changes the memory as a program with other rules would have written it. */
  private void replace(String before, String after) throws Exception {
    Path file = folder.resolve("readings.json");
    ObjectNode tree = (ObjectNode) Json.tree(Files.readString(file).replace(before, after));
    tree.remove("checksum");
    Files.writeString(file, CacheFile.text(tree));
  }
}
