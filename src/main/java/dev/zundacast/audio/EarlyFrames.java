package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.Mp3Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/**
 * The frames of a foreseen episode in their places, written while its last lines are still encoded;
 * in the end only theirs and the Info frame are missing.
 */
public final class EarlyFrames {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Mp3Format format;
  private final Layout foreseen;
  private final FrameStore store;
  private final byte[] silent;
  // Places whose segments are written.
  private final BitSet written = new BitSet();
  private boolean silenceWritten;
  private boolean ended;

  EarlyFrames(Mp3Format format, Layout foreseen, FrameStore store) {
    this.format = format;
    this.foreseen = foreseen;
    this.store = store;
    this.silent = Frames.silent(format);
  }

  /** Takes frames; an offset counts bytes from the start of the Info frame. */
  @FunctionalInterface
  public interface Sink {
    void write(ByteBuffer frames, long at) throws IOException;
  }

  /** Writes what is there by now. */
  public synchronized void write(Sink sink) throws IOException {
    if (!ended) {
      fill(foreseen, sink);
    }
  }

  /** Writes what was not written yet and can be. */
  private void fill(Layout layout, Sink sink) throws IOException {
    Gathered out = new Gathered(sink);
    List<Layout.Placed> placed = layout.placed();
    int at = 0;
    for (int i = 0; i < placed.size(); i++) {
      Layout.Placed place = placed.get(i);
      silence(out, at, place.start());
      if (place.segment().isStored() && !written.get(i)) {
        out.copy(place.segment(), offset(place.start()));
        written.set(i);
      }
      at = place.end();
    }
    silence(out, at, layout.frames() + format.flushFrames());
    out.flush();
    silenceWritten = true;
  }

  /** From now on the store may move its frames; waits for whoever reads them. */
  synchronized void end() {
    ended = true;
  }

  /** Whether the episode became the one that was foreseen, frame by frame. */
  public boolean areOf(Track track) {
    return track.splice() instanceof FrameSplice splice && splice.isCopyOf(foreseen);
  }

  /** Writes what is missing of the episode; these must be {@linkplain #areOf its} frames. */
  public synchronized void complete(Track track, Sink sink) throws IOException {
    if (!(track.splice() instanceof FrameSplice splice)) {
      throw new IllegalArgumentException("no splice of frames");
    }
    fill(splice.layout(), sink);
    sink.write(ByteBuffer.wrap(splice.infoFrame()), 0);
  }

  private void silence(Gathered out, int from, int to) throws IOException {
    for (int frame = from; frame < to && !silenceWritten; frame++) {
      out.put(silent, offset(frame));
    }
  }

  /** Of a frame; the Info frame stands before them all. */
  private long offset(int frame) {
    return (frame + 1L) * format.frameBytes();
  }

  /** Frames that follow each other go to the sink together. */
  private final class Gathered {
    private final Sink sink;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long start;

    Gathered(Sink sink) {
      this.sink = sink;
    }

    void put(byte[] bytes, long at) throws IOException {
      moveTo(at, bytes.length);
      buffer.put(bytes);
    }

    void copy(Segment segment, long at) throws IOException {
      long length = (long) segment.frames() * format.frameBytes();
      for (long from = 0; from < length; ) {
        moveTo(at + from, 1);
        int count = (int) Math.min(buffer.remaining(), length - from);
        buffer.limit(buffer.position() + count);
        store.read(segment, from, buffer);
        buffer.limit(buffer.capacity());
        from += count;
      }
    }

    /** Makes room at an offset. */
    private void moveTo(long at, int room) throws IOException {
      if (at != start + buffer.position() || buffer.remaining() < room) {
        flush();
        start = at;
      }
    }

    void flush() throws IOException {
      if (buffer.position() > 0) {
        sink.write(buffer.flip(), start);
      }
      buffer.clear();
    }
  }
}
