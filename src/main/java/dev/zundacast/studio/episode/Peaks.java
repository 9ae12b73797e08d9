package dev.zundacast.studio.episode;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A sound to its wave form: the highest sample of each hundredth of a second, from 0 to 127. */
final class Peaks {
  static final int A_SECOND = 100;
  private static final int HIGHEST = 127;

  private Peaks() {}

  /**
   * The wave form of a clip as a JSON array, made once and kept.
   *
   * @param kept where
   */
  static String of(Path wav, Path kept) throws IOException {
    try {
      if (Files.getLastModifiedTime(kept).compareTo(Files.getLastModifiedTime(wav)) >= 0) {
        return Files.readString(kept);
      }
    } catch (NoSuchFileException notMadeYet) {
      // It is made now.
    }
    String json = Json.text(of(Wav.read(wav)));
    AtomicFile.write(kept, json);
    return json;
  }

  static int[] of(Wav sound) {
    int step = Math.max(1, sound.rate() / A_SECOND);
    int[] peaks = new int[(sound.length() + step - 1) / step];
    for (int n = 0; n < sound.length(); n++) {
      int high = Math.min(HIGHEST, Math.abs(sound.at(n)) * HIGHEST / Short.MAX_VALUE);
      peaks[n / step] = Math.max(peaks[n / step], high);
    }
    return peaks;
  }
}
