package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import java.io.IOException;

/** MP4 to the length of its sound, from the boxes of {@code moov} wherever it stands. */
final class Mp4Reader {
  private static final int MAX_BOXES = 100_000;

  private final ByteWindow window;
  private long movieScale;
  private double movieSeconds;
  private double soundSeconds;
  private double editSeconds;
  private double fragmentUnits;
  private long mediaScale;
  private double mediaSeconds;
  private double trackEditSeconds;
  private long defaultDuration;
  private boolean sound;
  private boolean cut;
  private int boxes;

  Mp4Reader(ByteWindow window) {
    this.window = window;
  }

  static boolean starts(ByteWindow window) throws IOException {
    return window.holds(4, "ftyp") || window.holds(4, "moov") || window.holds(4, "mdat");
  }

  AudioLength read() throws IOException {
    boxes(0, window.size());
    double seconds = soundSeconds > 0 ? soundSeconds : movieSeconds;
    if (editSeconds > 0) {
      seconds = editSeconds;
    }
    if (fragmentUnits > 0 && mediaScale > 0) {
      seconds = Math.max(seconds, fragmentUnits / mediaScale);
    }
    if (seconds <= 0) {
      throw new NoAudioException(
          cut ? "an MP4 file that ends before its moov box" : "an MP4 file without a sound track");
    }
    State state = cut ? State.CUT : State.WHOLE;
    return new AudioLength(window.size(), Math.round(seconds * 1000), Format.M4A, state);
  }

  private void boxes(long from, long end) throws IOException {
    long at = from;
    while (at + 8 <= end && boxes++ < MAX_BOXES) {
      long size = window.number(at, 4);
      long head = 8;
      if (size == 1) {
        size = window.number(at + 8, 8);
        head = 16;
      }
      long boxEnd = size == 0 ? end : at + size;
      if ((size != 0 && size < head) || boxEnd < at) {
        return;
      }
      cut |= boxEnd > window.size();
      box(window.text(at + 4, 4), at + head, Math.min(boxEnd, end));
      at = boxEnd;
    }
  }

  private void box(String type, long at, long end) throws IOException {
    switch (type) {
      case "moov", "mdia", "edts", "mvex", "moof", "traf" -> boxes(at, end);
      case "trak" -> track(at, end);
      case "mvhd" -> {
        movieScale = scale(at);
        movieSeconds = movieScale > 0 ? (double) duration(at) / movieScale : 0;
      }
      case "mdhd" -> {
        mediaScale = scale(at);
        mediaSeconds = mediaScale > 0 ? (double) duration(at) / mediaScale : 0;
      }
      case "hdlr" -> sound |= window.holds(at + 8, "soun");
      case "elst" -> edits(at);
      case "trex" -> defaultDuration = Math.max(0, window.number(at + 12, 4));
      case "trun" -> run(at);
      case "tfhd" -> fragmentDefaults(at);
      default -> {
        // all other boxes say nothing about the length
      }
    }
  }

  private void track(long at, long end) throws IOException {
    long scaleBefore = mediaScale;
    sound = false;
    mediaSeconds = 0;
    trackEditSeconds = 0;
    boxes(at, end);
    if (sound) {
      soundSeconds = Math.max(soundSeconds, mediaSeconds);
      editSeconds = Math.max(editSeconds, trackEditSeconds);
    } else {
      mediaScale = scaleBefore;
    }
  }

  private long scale(long at) throws IOException {
    return window.number(at + (isWide(at) ? 20 : 12), 4);
  }

  private long duration(long at) throws IOException {
    long value = isWide(at) ? window.number(at + 24, 8) : window.number(at + 16, 4);
    return value == 0xffffffffL || value < 0 ? 0 : value;
  }

  /** Version 1 of a box has times of eight bytes. */
  private boolean isWide(long at) throws IOException {
    return window.at(at) == 1;
  }

  /** The edit list says which part of the media is played: encoder delay is left out by it. */
  private void edits(long at) throws IOException {
    long count = Math.min(window.number(at + 4, 4), 1000);
    boolean wide = isWide(at);
    long entry = at + 8;
    for (long i = 0; i < count && movieScale > 0; i++) {
      long length = wide ? window.number(entry, 8) : window.number(entry, 4);
      trackEditSeconds += (double) Math.max(0, length) / movieScale;
      entry += wide ? 20 : 12;
    }
  }

  private void fragmentDefaults(long at) throws IOException {
    long flags = window.number(at + 1, 3);
    long field = at + 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
    if ((flags & 8) != 0) {
      defaultDuration = Math.max(0, window.number(field, 4));
    }
  }

  private void run(long at) throws IOException {
    long flags = window.number(at + 1, 3);
    long count = window.number(at + 4, 4);
    if ((flags & 0x100) == 0) {
      fragmentUnits += (double) count * defaultDuration;
      return;
    }
    int entry = 4 * Long.bitCount(flags & 0xf00);
    long sample = at + 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
    for (long i = 0; i < count && sample < window.size(); i++) {
      fragmentUnits += window.number(sample, 4);
      sample += entry;
    }
  }
}
