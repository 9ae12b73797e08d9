package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioFiles.Effort;
import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.message.Message;
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

  private static final int ID3V1_BYTES = 128;

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
      long all = xing.frames() * header.samples();
      double samples = Math.max(0, all - xing.delay() - xing.padding());
      return Optional.of(length(samples / header.sampleRate(), State.WHOLE));
    }
    return effort == Effort.SPARING
        ? constantRate(first, header, xing)
        : Optional.of(counted(first, xing));
  }

  /** Where the first frame is missing between others, in milliseconds. */
  OptionalLong damagedAt() throws IOException {
    long first = first();
    counted(first, XingHeader.read(window, first, headerAt(first)));
    return gap;
  }

  private long first() throws IOException {
    long first = nextFrame(skipTags(0), SEARCH_BYTES, MpegHeader.NONE);
    if (first < 0) {
      throw new NoAudioException(Message.of("length.noFrame"));
    }
    return first;
  }

  /** A header is believed when its bytes are there and no further frame follows them. */
  private boolean fits(XingHeader xing, long first) throws IOException {
    long end = first + xing.bytes();
    return xing.frames() > 0
        && xing.bytes() > 0
        && (end == window.size() || (end < window.size() && !framesAt(skipTags(end))));
  }

  private Optional<AudioLength> constantRate(long first, MpegHeader header, XingHeader xing)
      throws IOException {
    MpegHeader model = xing.exists() ? headerAt(first + header.bytes()) : header;
    if (!model.exists()) {
      return Optional.empty();
    }
    long start = xing.exists() ? first + header.bytes() : first;
    long end = window.size();
    end -= window.holds(end - ID3V1_BYTES, "TAG") ? ID3V1_BYTES : 0;
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
    double seconds = (end - start) / bytesPerSecond(model);
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
    while (at >= 0 && at + 4 <= window.size()) {
      MpegHeader frame = headerAt(at);
      if (!header.sameStream(frame)) {
        long behindTags = skipTags(at);
        at = nextFrame(behindTags, Long.MAX_VALUE, MpegHeader.NONE);
        boolean lost = at > behindTags || (at < 0 && xing.exists() && frames < xing.frames());
        if (lost && gap.isEmpty()) {
          gap = OptionalLong.of(Math.round(seconds * 1000));
        }
        if (at >= 0) {
          header = headerAt(at); // perhaps of another stream that was appended
        }
        continue;
      }
      if (at + frame.bytes() <= window.size()) {
        seconds += frame.seconds();
        frames++;
      }
      at += frame.bytes();
    }
    State state = xing.exists() && frames < xing.frames() ? State.CUT : State.WHOLE;
    return length(Math.max(0, seconds - gap(xing, state) / header.sampleRate()), state);
  }

  private static double gap(XingHeader xing, State state) {
    return xing.delay() == 0 && xing.padding() == 0
        ? 0
        : xing.delay() + (state == State.CUT ? XingHeader.DECODER_DELAY : xing.padding());
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
    long at = start;
    for (int i = 0; i < FRAMES_IN_A_ROW; i++) {
      MpegHeader frame = headerAt(at);
      if (!first.sameStream(frame)) {
        return i > 0 && atEnd(at);
      }
      at += frame.bytes();
    }
    return true;
  }

  private boolean atEnd(long at) throws IOException {
    return at >= window.size()
        || window.holds(at, "TAG")
        || tagBytes(at) > 0
        || window.holds(at, "APETAGEX");
  }

  private MpegHeader headerAt(long at) throws IOException {
    return window.at(at) == 0xff ? MpegHeader.of((int) window.number(at, 4)) : MpegHeader.NONE;
  }

  /**
   * What a Xing, Info or VBRI header in the first frame says about the whole stream: frames without
   * its own and bytes, 0 when not said, and samples before and after the sound that decoders leave
   * out.
   */
  private record XingHeader(long frames, long bytes, int delay, int padding) {
    private static final int HAS_FRAMES = 1;
    private static final int HAS_BYTES = 2;
    private static final int TOC_BYTES = 100;

    /** Decoders leave this many samples out at the start beside the encoder's delay. */
    static final int DECODER_DELAY = 529;

    static final XingHeader NONE = new XingHeader(-1, -1, 0, 0);

    boolean exists() {
      return frames >= 0;
    }

    static XingHeader read(ByteWindow window, long frame, MpegHeader header) throws IOException {
      long at = frame + header.xingOffset();
      if (window.holds(at, "Xing") || window.holds(at, "Info")) {
        return xing(window, at);
      }
      long vbri = frame + 36;
      if (window.holds(vbri, "VBRI")) {
        long bytes = window.number(vbri + 10, 4);
        return new XingHeader(Math.max(0, window.number(vbri + 14, 4)), Math.max(0, bytes), 0, 0);
      }
      return NONE;
    }

    private static XingHeader xing(ByteWindow window, long start) throws IOException {
      long flags = window.number(start + 4, 4);
      long at = start + 8;
      long frames = 0;
      long bytes = 0;
      if ((flags & HAS_FRAMES) != 0) {
        frames = window.number(at, 4);
        at += 4;
      }
      if ((flags & HAS_BYTES) != 0) {
        bytes = window.number(at, 4);
        at += 4;
      }
      at += (flags & 4) != 0 ? TOC_BYTES : 0;
      at += (flags & 8) != 0 ? 4 : 0;
      boolean encoder =
          window.holds(at, "LAME") || window.holds(at, "Lavf") || window.holds(at, "Lavc");
      // Nine bytes of name, then twelve of other facts, then delay and padding in twelve bits each.
      long gaps = encoder ? window.number(at + 21, 3) : 0;
      return new XingHeader(
          Math.max(0, frames), Math.max(0, bytes), (int) (gaps >> 12), (int) (gaps & 0xfff));
    }
  }

  /** The first byte after the ID3v2 tags that begin at {@code position}. */
  private long skipTags(long position) throws IOException {
    long at = position;
    while (tagBytes(at) > 0) {
      at += tagBytes(at);
    }
    return at;
  }

  /** Bytes of the ID3v2 tag at a place, 0 where there is none. */
  private long tagBytes(long at) throws IOException {
    if (!window.holds(at, "ID3")) {
      return 0;
    }
    long size = 0;
    for (int i = 6; i < 10; i++) {
      int seven = window.at(at + i);
      if (seven < 0 || seven > 0x7f) {
        return 0;
      }
      size = size << 7 | seven;
    }
    boolean footer = window.at(at + 3) == 4 && (window.at(at + 5) & 0x10) != 0;
    return 10 + size + (footer ? 10 : 0);
  }
}
