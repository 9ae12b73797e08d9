package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Remembered;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A sound to its wave form: the highest sample of each hundredth of a second, from 0 to 127. */
final class Peaks {
  static final int A_SECOND = 100;
  private static final int HIGHEST = 127;

  private Peaks() {}

  private record Kept(List<Integer> peaks) {
    private Kept {
      peaks = List.copyOf(peaks);
    }
  }

  /**
   * The wave form of a clip as a JSON array, made once and kept; a damaged one is made again.
   *
   * @param kept where
   */
  static String of(Path wav, Path kept) throws IOException {
    try {
      if (Files.getLastModifiedTime(kept).compareTo(Files.getLastModifiedTime(wav)) >= 0) {
        Optional<Kept> known = Remembered.read(kept, Kept.class);
        if (known.isPresent()) {
          return Json.text(known.get().peaks());
        }
      }
    } catch (NoSuchFileException notMadeYet) {
      // It is made now.
    }
    List<Integer> peaks = Arrays.stream(of(Wav.read(wav))).boxed().toList();
    Remembered.write(kept, new Kept(peaks));
    return Json.text(peaks);
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
