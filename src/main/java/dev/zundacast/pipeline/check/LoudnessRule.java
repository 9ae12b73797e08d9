package dev.zundacast.pipeline.check;

import dev.zundacast.audio.Loudness;
import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.NoAudioException;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.post.FrontMatter;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The audio is as loud as Apple asks for: -16 LUFS, peaks below -1 dBTP. */
final class LoudnessRule implements PostRule {
  private static final double TARGET = -16;
  private static final double TOLERANCE = 1;
  private static final double HIGHEST_PEAK = -1;

  @Override
  public String name() {
    return "loudness";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (post.audio().isEmpty()) {
      return;
    }
    Optional<Loudness> measured;
    try {
      measured = AudioFiles.loudness(post.audio().get());
    } catch (NoAudioException e) {
      return; // said by the rule for audio
    }
    if (measured.isPresent()) {
      loudness(post, measured.get(), findings);
    }
  }

  private static void loudness(CheckedPost post, Loudness loudness, Consumer<Diagnostic> findings) {
    if (Math.abs(loudness.lufs() - TARGET) > TOLERANCE) {
      findings.accept(
          finding(post, "the loudness is %.1f LUFS, expected -16 +-1", loudness.lufs()));
    }
    if (loudness.truePeak() > HIGHEST_PEAK) {
      findings.accept(
          finding(post, "the true peak is %.1f dBTP, expected -1 at most", loudness.truePeak()));
    }
  }

  private static Diagnostic finding(CheckedPost post, String message, double value) {
    return post.at(
        FrontMatter.PATH,
        String.format(Locale.ROOT, message, value),
        "build the episode again, or level the file to -16 LUFS");
  }
}
