package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.sound.ByteWindow;
import java.io.IOException;

/** MP4 to the length of its sound, from the boxes of {@code moov} wherever it stands. */
final class Mp4Reader {
  private static final int MAX_BOXES = 100_000;

  private final ByteWindow window;
  private long movieScale;
  private double movieSeconds;
  private double soundSeconds;
  private double editSeconds;
  private double skippedSeconds;
  private long mediaScale;
  private double mediaSeconds;
  private double trackEditSeconds;
  private double trackSkippedUnits;
  private long media = -1;
  private long mediaEnd;
  private long soundMedia = -1;
  private long soundMediaEnd;
  private boolean sound;
  private boolean cut;
  private int boxes;
  private final Mp4Samples samples;

  Mp4Reader(ByteWindow window) {
    this.window = window;
    this.samples = new Mp4Samples(window);
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
    if (cut && soundMedia >= 0) {
      seconds = Math.min(seconds, secondsHeld(seconds));
    }
    if (seconds <= 0) {
      throw new NoAudioException(
          cut ? "an MP4 file that ends before its moov box" : "an MP4 file without a sound track");
    }
    State state = cut ? State.CUT : State.WHOLE;
    return new AudioLength(window.size(), Math.round(seconds * 1000), Format.M4A, state);
  }

  /** What of a cut file is there; only such a file's sample table is worth reading. */
  private double secondsHeld(double otherwise) throws IOException {
    boxes(soundMedia, soundMediaEnd);
    long units = samples.unitsHeld();
    return units <= 0 || mediaScale <= 0
        ? otherwise
        : Math.max(0, (double) units / mediaScale - skippedSeconds);
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
      case "moov", "mdia", "edts", "stbl" -> boxes(at, end);
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
      case "minf" -> {
        media = at;
        mediaEnd = end;
      }
      case "elst" -> edits(at);
      case "mvex", "moof" ->
          throw new NoAudioException(
              "an MP4 file in fragments, whose length is not read: write it with one moov box");
      default -> samples.box(type, at);
    }
  }

  private void track(long at, long end) throws IOException {
    long scaleBefore = mediaScale;
    sound = false;
    mediaSeconds = 0;
    trackEditSeconds = 0;
    trackSkippedUnits = 0;
    boxes(at, end);
    if (sound) {
      soundSeconds = Math.max(soundSeconds, mediaSeconds);
      editSeconds = Math.max(editSeconds, trackEditSeconds);
      skippedSeconds = mediaScale > 0 ? trackSkippedUnits / mediaScale : 0;
      soundMedia = media;
      soundMediaEnd = mediaEnd;
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
      if (i == 0) {
        long start = wide ? window.number(entry + 8, 8) : window.number(entry + 4, 4);
        trackSkippedUnits = start == 0xffffffffL ? 0 : Math.max(0, start);
      }
      entry += wide ? 20 : 12;
    }
  }
}
