package dev.zundacast.reading;

import dev.zundacast.reading.piece.PieceReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Texts that were read lately, for a program that reads the same ones again and again; those that
 * nobody asked for for longest go.
 */
final class ReadTexts {
  /** The lines of several hours. */
  private static final int MOST = 5_000;

  private final Map<String, List<PieceReading>> known = new LinkedHashMap<>(64, 0.75f, true);

  synchronized Optional<List<PieceReading>> find(String written) {
    return Optional.ofNullable(known.get(written));
  }

  synchronized void add(String written, List<PieceReading> pieces) {
    known.put(written, List.copyOf(pieces));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }
}
