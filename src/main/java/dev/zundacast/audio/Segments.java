package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The segments of an episode: those that are kept, and those that this run had to make. */
final class Segments {
  private final Mp3Format format;
  private final FrameStore store;
  private final Map<String, Segment> made = new ConcurrentHashMap<>();
  // Read and found whole in this run: bytes need not be read twice to be trusted.
  private final Set<String> verified = ConcurrentHashMap.newKeySet();

  Segments(Mp3Format format, FrameStore store) {
    this.format = format;
    this.store = store;
  }

  /** Makes a segment into the store. */
  interface Making {
    Segment make(FrameStore store) throws IOException;
  }

  /** The segment of this key, made when it is missing. */
  Segment of(String key, Making making) throws IOException {
    Optional<Segment> found = store.find(key);
    return found.isPresent() ? found.get() : make(key, making);
  }

  /** The segment of this key, made when it is missing or its bytes were damaged. */
  Segment intact(String key, Making making) throws IOException {
    Optional<Segment> found = store.find(key);
    boolean intact = found.isPresent() && isIntact(found.get());
    return intact ? found.get() : make(key, making);
  }

  /** Whether the segment of this key is there and was read whole, or made, in this run. */
  boolean isVerified(String key) {
    return verified.contains(key);
  }

  private boolean isIntact(Segment segment) throws IOException {
    if (verified.contains(segment.key())) {
      return true;
    }
    boolean intact = store.verify(segment, format.frameBytes());
    if (intact) {
      verified.add(segment.key());
    }
    return intact;
  }

  private Segment make(String key, Making making) throws IOException {
    Segment segment = making.make(store);
    made.put(key, segment);
    verified.add(key);
    return segment;
  }

  /** How many of the layout's frames this run made. */
  int fresh(Layout layout) {
    return layout.placed().stream()
        .map(Layout.Placed::segment)
        .filter(segment -> made.containsKey(segment.key()))
        .mapToInt(Segment::frames)
        .sum();
  }
}
