package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudnessMeterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "48000,1,96k,0.4",
    "44100,2,128k,0.9",
    "24000,1,64k,0.05",
    "22050,2,64k,0.6",
    "48000,1,48k,1"
  })
  void agreesWithFfmpegOnAnyMp3(int rate, int channels, String bitRate, double peak)
      throws Exception {
    float[] speech = Sounds.scaledTo(Sounds.speech(rate, 8, 4), peak);
    Path wav = Sounds.wav(folder.resolve("a.wav"), rate, channels, speech);
    Path mp3 = folder.resolve("a.mp3");
    Programs.output(
        "ffmpeg",
        "-v",
        "error",
        "-i",
        wav.toString(),
        "-metadata",
        "title=題",
        "-b:a",
        bitRate,
        mp3.toString());
    Loudness meter = Decoders.ebur128(mp3);
    Loudness ours = LoudnessMeter.ofFile(mp3);
    assertThat(ours.lufs()).isCloseTo(meter.lufs(), within(0.1));
    assertThat(ours.truePeak()).isCloseTo(meter.truePeak(), within(0.3));
  }

  @Test
  void ourOwnEpisodesMeasureWhatTheirTrackSays() throws Exception {
    Path mp3 = folder.resolve("a.mp3");
    Track track = TestEpisode.of(folder, 24_000, 1, 6).build(AudioSettings.DEFAULT, mp3);
    Loudness measured = LoudnessMeter.ofFile(mp3);
    assertThat(measured.lufs()).isCloseTo(track.loudness().lufs(), within(0.1));
    assertThat(measured.truePeak()).isCloseTo(track.loudness().truePeak(), within(0.3));
  }

  @Test
  void somethingElseIsRefusedByName() throws Exception {
    Path page = folder.resolve("page.mp3");
    Files.writeString(page, "<html>not found</html>");
    assertThatThrownBy(() -> LoudnessMeter.ofFile(page))
        .isInstanceOf(IOException.class)
        .hasMessage(page + ": no MP3 frame was found");
  }
}
