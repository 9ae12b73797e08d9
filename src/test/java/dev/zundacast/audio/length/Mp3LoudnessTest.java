package dev.zundacast.audio.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.Loudness;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loudness of finished MP3 files, judged by ffmpeg's meter. */
class Mp3LoudnessTest {
  private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(-[\\d.]+) LUFS");
  private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[\\d.]+) dBFS");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1,48000,0.4", "2,44100,0.9", "1,24000,0.2", "2,48000,0.05"})
  void isWhatFfmpegMeasures(int channels, int rate, double volume) throws IOException {
    Path mp3 = folder.resolve("a.mp3");
    Programs.generate(
        String.format(
            Locale.ROOT,
            "aevalsrc=%s*(0.6*sin(1700*t)+0.4*(2*random(0)-1))*gt(sin(t)\\,-0.5):s=%d:d=20",
            volume,
            rate),
        "-ac",
        Integer.toString(channels),
        "-b:a",
        "96k",
        mp3.toString());
    Loudness measured = AudioFiles.loudness(mp3);
    String meter =
        Programs.run(
                "ffmpeg",
                "-nostats",
                "-i",
                mp3.toString(),
                "-af",
                "ebur128=peak=true",
                "-f",
                "null",
                "-")
            .err();
    // ffmpeg counts the one channel of a mono file.
    double lufs = channels == 1 ? measured.lufs() - Loudness.TWO_SPEAKERS : measured.lufs();
    assertThat(lufs).isCloseTo(last(INTEGRATED, meter), within(0.15));
    assertThat(measured.truePeak()).isCloseTo(last(PEAK, meter), within(0.3));
  }

  private static double last(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    double value = Double.NaN;
    while (matcher.find()) {
      value = Double.parseDouble(matcher.group(1));
    }
    return value;
  }
}
