package dev.zundacast.audio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a sound's cells once the encoder is under way: what is begun then would only take from
 * it before.
 */
final class Announcement {
  private final Consumer<float[]> measured;
  private float @Nullable [] cells;
  private boolean isUnderWay;

  Announcement(Consumer<float[]> measured) {
    this.measured = measured;
  }

  synchronized void know(float[] known) {
    cells = known;
    tell();
  }

  synchronized void underWay() {
    isUnderWay = true;
    tell();
  }

  private void tell() {
    if (cells != null && isUnderWay) {
      measured.accept(cells);
    }
  }
}
