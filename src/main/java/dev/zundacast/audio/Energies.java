package dev.zundacast.audio;

import dev.zundacast.audio.level.Cells;
import org.jspecify.annotations.Nullable;

/** A sound's cells, worked out once by whoever asks first. */
final class Energies {
  private final float[] samples;
  private final int rate;
  private float @Nullable [] cells;

  Energies(float[] samples, int rate) {
    this.samples = samples;
    this.rate = rate;
  }

  synchronized float[] cells() {
    if (cells == null) {
      cells = Cells.of(samples, rate);
    }
    return cells;
  }
}
