package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownReadingsTest {
  @TempDir Path folder;
  private Path list;
  private Voice voice;
  private SpokenLine read;

  @BeforeEach
  void read() throws IOException {
    list = folder.resolve("readings.tsv");
    Files.writeString(list, "豆\tマメ\n");
    voice = VoiceFiles.load(SampleSite.voices()).all().get(0);
    DictionaryWord word = new DictionaryWord("枝豆AI", "エダマメエーアイ", 7);
    read = new SpokenLine(line("枝豆AIなのだ。", ""), voice, "枝豆エーアイなのだ。", List.of(word));
    open("1").keep(List.of(read));
  }

  private static Line line(String written, String spoken) {
    return new Line("a1.01", "", written, spoken, LineOverrides.NONE, 0, 3);
  }

  private KnownReadings open(String program) throws IOException {
    return KnownReadings.open(folder.resolve("episode"), program, list);
  }

  @Test
  void theSameWordsAreKnown() throws IOException {
    assertThat(open("1").find(line("枝豆AIなのだ。", ""), voice)).contains(read);
  }

  @Test
  void otherWordsOrAnotherOverrideAreNot() throws IOException {
    assertThat(open("1").find(line("枝豆なのだ。", ""), voice)).isEmpty();
    assertThat(open("1").find(line("枝豆AIなのだ。", "まめ"), voice)).isEmpty();
  }

  @Test
  void anotherReadingListOrProgramKnowsNothing() throws IOException {
    assertThat(open("2").find(read.line(), voice)).isEmpty();
    assertThat(open("").find(read.line(), voice)).isEmpty();
    Files.writeString(list, "豆\tズ\n");
    assertThat(open("1").find(read.line(), voice)).isEmpty();
  }

  @Test
  void aDamagedFileKnowsNothing() throws IOException {
    Files.writeString(folder.resolve("episode/readings.json"), "{\"source\": \"1");
    assertThat(open("1").find(read.line(), voice)).isEmpty();
  }
}
