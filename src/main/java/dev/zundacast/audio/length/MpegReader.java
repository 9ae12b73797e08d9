package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioFiles.Effort;
import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.sound.ByteWindow;
import dev.zundacast.sound.MpegHeader;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * MPEG audio to its length: by a Xing, Info or VBRI header that fits the file, else by a constant
 * bit rate where only a part may be read, else by counting the frames.
 */
final class MpegReader {
  /** Decoders look for a first frame about as far as this. */
  private static final int SEARCH_BYTES = 1 << 20;

  /** Places that are looked at before a bit rate is taken for constant. */
  private static final int PROBES = 12;

  /** A frame that fits by chance is rare; three in a row do not happen. */
  private static final int FRAMES_IN_A_ROW = 3;

  private final ByteWindow window;
  private final Effort effort;
  private OptionalLong gap = OptionalLong.empty();

  MpegReader(ByteWindow window, Effort effort) {
    this.window = window;
    this.effort = effort;
  }

  /** The length; empty when counting would be needed and is not allowed. */
  Optional<AudioLength> read() throws IOException {
    long first = first();
    MpegHeader header = headerAt(first);
    XingHeader xing = XingHeader.read(window, first, header);
    if (fits(xing, first)) {
      double samples = xing.samples(xing.frames(), header.samples());
      return Optional.of(length(samples / header.sampleRate(), State.WHOLE));
    }
    if (effort == Effort.SPARING) {
      return constantRate(first, header, xing);
    }
    return Optional.of(counted(first, xing));
  }

  /** Where the first frame is missing between others, in milliseconds. */
  OptionalLong damagedAt() throws IOException {
    long first = first();
    counted(first, XingHeader.read(window, first, headerAt(first)));
    return gap;
  }

  long first() throws IOException {
    long first = nextFrame(MpegTags.skip(window, 0), SEARCH_BYTES, MpegHeader.NONE);
    if (first < 0) {
      throw new NoAudioException("no MP3 frame found");
    }
    return first;
  }

  /** A header is believed when its bytes are there and no further frame follows them. */
  private boolean fits(XingHeader xing, long first) throws IOException {
    if (!xing.exists() || xing.frames() == 0 || xing.bytes() == 0) {
      return false;
    }
    long end = first + xing.bytes();
    if (end == window.size()) {
      return true;
    }
    return end < window.size() && !framesAt(MpegTags.skip(window, end));
  }

  private Optional<AudioLength> constantRate(long first, MpegHeader header, XingHeader xing)
      throws IOException {
    MpegHeader model = xing.exists() ? headerAt(first + header.bytes()) : header;
    if (model.bytes() == 0) {
      return Optional.empty();
    }
    long start = xing.exists() ? first + header.bytes() : first;
    long end = MpegTags.audioEnd(window);
    for (int i = 1; i <= PROBES; i++) {
      long frame = nextFrame(start + (end - start) * i / (PROBES + 1), 2L * 1441 * 4, model);
      if (frame < 0 || !model.sameBitrate(headerAt(frame))) {
        return Optional.empty();
      }
    }
    if (!framesReach(end, model)) {
      return Optional.empty();
    }
    // Padding makes frames of two lengths; the mean is exact.
    double bytesPerSecond = bytesPerSecond(model);
    double seconds = (end - start) / bytesPerSecond;
    double cut = (double) (xing.delay() + (xing.delay() > 0 ? XingHeader.DECODER_DELAY : 0));
    State state = xing.bytes() > end - first ? State.CUT : State.WHOLE;
    return Optional.of(length(Math.max(0, seconds - cut / model.sampleRate()), state));
  }

  /** Whether the last frame ends where the audio does, but for a piece of one that was cut. */
  private boolean framesReach(long end, MpegHeader model) throws IOException {
    long at = nextFrame(Math.max(0, end - 5L * model.bytes()), 2L * model.bytes(), model);
    while (at >= 0 && at < end && model.sameBitrate(headerAt(at))) {
      at += headerAt(at).bytes();
    }
    return at >= end;
  }

  private static double bytesPerSecond(MpegHeader header) {
    MpegHeader unpadded = MpegHeader.of(header.bits() & ~(1 << 9));
    // From the table's kbit/s, which a frame's whole bytes have lost the fraction of.
    long kilobits =
        Math.round((double) unpadded.bytes() * 8 * header.sampleRate() / header.samples() / 1000);
    return kilobits * 125.0;
  }

  /** Walks over all frames as decoders do: junk and tags between them are passed over. */
  private AudioLength counted(long first, XingHeader xing) throws IOException {
    MpegHeader header = headerAt(first);
    long at = first;
    if (xing.exists()) {
      at += header.bytes();
    }
    double seconds = 0;
    long frames = 0;
    int freeBytes = freeFrameBytes(first, header);
    while (at >= 0 && at + 4 <= window.size()) {
      MpegHeader frame = headerAt(at);
      int bytes = frame.bytes() == 0 ? freeBytes + (frame.isPadded() ? 1 : 0) : frame.bytes();
      if (!header.sameStream(frame) || bytes == 0) {
        long behindTags = MpegTags.skip(window, at);
        at = nextFrame(behindTags, Long.MAX_VALUE, MpegHeader.NONE);
        boolean lost = at > behindTags || (at < 0 && xing.exists() && frames < xing.frames());
        if (lost && gap.isEmpty()) {
          gap = OptionalLong.of(Math.round(seconds * 1000));
        }
        if (at >= 0) {
          header = headerAt(at); // perhaps of another stream that was appended
          freeBytes = freeFrameBytes(at, header);
        }
        continue;
      }
      if (at + bytes <= window.size()) {
        seconds += frame.seconds();
        frames++;
      }
      at += bytes;
    }
    State state = xing.exists() && frames < xing.frames() ? State.CUT : State.WHOLE;
    return length(Math.max(0, seconds - gap(xing, state) / header.sampleRate()), state);
  }

  private static double gap(XingHeader xing, State state) {
    if (xing.delay() == 0 && xing.padding() == 0) {
      return 0;
    }
    return xing.delay() + (state == State.CUT ? XingHeader.DECODER_DELAY : xing.padding());
  }

  private AudioLength length(double seconds, State state) {
    return new AudioLength(window.size(), Math.round(seconds * 1000), Format.MP3, state);
  }

  /**
   * The first of some frames that follow each other, in the stream of {@code model} if that is a
   * header, -1 when there is none near. A steady tone repeats its bytes from frame to frame, and
   * what looks like a header among them then looks so many times in a row.
   */
  private long nextFrame(long from, long within, MpegHeader model) throws IOException {
    long end = within > window.size() - from ? window.size() : from + within;
    for (long at = from; at + 4 <= end; at++) {
      boolean fits = !model.exists() || model.sameStream(headerAt(at));
      if (window.at(at) == 0xff && fits && framesAt(at)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether frames follow each other from a place on, to the end of the file if that is near. */
  private boolean framesAt(long start) throws IOException {
    MpegHeader first = headerAt(start);
    if (!first.exists()) {
      return false;
    }
    int freeBytes = freeFrameBytes(start, first);
    if (first.bytes() == 0 && freeBytes == 0) {
      return false;
    }
    long at = start;
    for (int i = 0; i < FRAMES_IN_A_ROW; i++) {
      MpegHeader frame = headerAt(at);
      if (!first.sameStream(frame)) {
        return i > 0 && atEnd(at);
      }
      at += frame.bytes() == 0 ? freeBytes + (frame.isPadded() ? 1 : 0) : frame.bytes();
    }
    return true;
  }

  private boolean atEnd(long at) throws IOException {
    return at >= window.size()
        || window.holds(at, "TAG")
        || MpegTags.lengthAt(window, at) > 0
        || window.holds(at, "LYRICSBEGIN");
  }

  /**
   * Bytes of an unpadded frame of a free bit rate, up to the next header of the same kind, or 0.
   */
  private int freeFrameBytes(long start, MpegHeader header) throws IOException {
    if (header.bytes() > 0) {
      return 0;
    }
    for (int bytes = 24; bytes < 4608; bytes++) {
      MpegHeader next = headerAt(start + bytes);
      if (header.sameStream(next) && next.bytes() == 0) {
        return bytes - (header.isPadded() ? 1 : 0);
      }
    }
    return 0;
  }

  MpegHeader headerAt(long at) throws IOException {
    return window.at(at) == 0xff ? MpegHeader.of((int) window.number(at, 4)) : MpegHeader.NONE;
  }
}
