package dev.zundacast.audio.length;

import java.io.IOException;

/**
 * The {@code moof} boxes of an MP4 in fragments to the time of the sound that they announce and the
 * file holds.
 */
final class Mp4Fragments {
  private static final int OWN_DURATION = 0x100;
  private static final int OWN_SIZE = 0x200;

  private final ByteWindow window;
  private long defaultDuration;
  private long defaultBytes;
  private long duration;
  private long bytes;
  private long base;
  private long at;
  private boolean sound;
  private double units;

  Mp4Fragments(ByteWindow window) {
    this.window = window;
  }

  /** Time of all sound so far, in the media's units. */
  double units() {
    return units;
  }

  /** {@code trex}: what holds for all fragments of a track. */
  void defaults(long box, long soundTrack) throws IOException {
    if (window.number(box + 4, 4) == soundTrack) {
      defaultDuration = Math.max(0, window.number(box + 12, 4));
      defaultBytes = Math.max(0, window.number(box + 16, 4));
    }
  }

  /** A {@code moof} box begins here; places of sounds are counted from it. */
  void begin(long box) {
    base = box;
  }

  /** {@code tfhd}: what holds for the runs that follow. */
  void track(long box, long soundTrack) throws IOException {
    long flags = window.number(box + 1, 3);
    sound = window.number(box + 4, 4) == soundTrack;
    long field = box + 8;
    if ((flags & 1) != 0) {
      base = window.number(field, 8);
      field += 8;
    }
    field += (flags & 2) != 0 ? 4 : 0;
    duration = defaultDuration;
    bytes = defaultBytes;
    if ((flags & 8) != 0) {
      duration = Math.max(0, window.number(field, 4));
      field += 4;
    }
    if ((flags & 16) != 0) {
      bytes = Math.max(0, window.number(field, 4));
    }
    at = base;
  }

  /** {@code trun}: samples that lie one after the other. */
  void run(long box) throws IOException {
    if (!sound) {
      return;
    }
    long flags = window.number(box + 1, 3);
    long count = window.number(box + 4, 4);
    long field = box + 8;
    if ((flags & 1) != 0) {
      at = base + (int) window.number(field, 4); // signed
      field += 4;
    }
    field += (flags & 4) != 0 ? 4 : 0;
    int entry = 4 * Long.bitCount(flags & 0xf00);
    if (entry == 0) {
      same(count);
      return;
    }
    for (long i = 0; i < count && field < window.size(); i++, field += entry) {
      boolean own = (flags & OWN_DURATION) != 0;
      long time = own ? window.number(field, 4) : duration;
      at += (flags & OWN_SIZE) != 0 ? window.number(field + (own ? 4 : 0), 4) : bytes;
      units += at <= window.size() ? Math.max(0, time) : 0;
    }
  }

  private void same(long count) {
    long held = bytes == 0 ? count : Math.min(count, Math.max(0, window.size() - at) / bytes);
    units += (double) held * duration;
    at += count * bytes;
  }
}
