package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.sound.ByteWindow;
import java.io.IOException;
import java.util.Arrays;

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

  /** A track's sample table to the time of those samples that a cut file still holds. */
  private static final class Mp4Samples {
    private static final int ENTRIES = 8;

    private final ByteWindow window;
    private long times = -1;
    private long sizes = -1;
    private long samplesOfChunks = -1;
    private long chunks = -1;
    private int offsetBytes = 4;

    Mp4Samples(ByteWindow window) {
      this.window = window;
    }

    /** Remembers where the table's parts stand. */
    void box(String type, long at) {
      switch (type) {
        case "stts" -> times = at;
        case "stsz" -> sizes = at;
        case "stsc" -> samplesOfChunks = at;
        case "stco", "co64" -> {
          chunks = at;
          offsetBytes = type.equals("stco") ? 4 : 8;
        }
        default -> {} // all other parts say nothing about places
      }
    }

    /** Time of the samples that lie within the file, in the media's units; -1 without a table. */
    long unitsHeld() throws IOException {
      if (times < 0 || sizes < 0 || samplesOfChunks < 0 || chunks < 0) {
        return -1;
      }
      // In the order in which files hold them, so that a server is asked for each place once.
      long[] timeRuns = numbers(times + ENTRIES, 2 * count(times, 8), 4);
      long[] runs = numbers(samplesOfChunks + ENTRIES, 3 * count(samplesOfChunks, 12), 4);
      long[] bytes = sampleBytes();
      long[] offsets = numbers(chunks + ENTRIES, count(chunks, offsetBytes), offsetBytes);
      long[] durations = durations(timeRuns, bytes.length);
      long held = 0;
      int sample = 0;
      int run = 0;
      for (int chunk = 0; chunk < offsets.length && runs.length >= 3; chunk++) {
        while (run + 3 < runs.length && runs[run + 3] <= chunk + 1) {
          run += 3;
        }
        long at = offsets[chunk];
        for (long i = 0; i < runs[run + 1] && sample < bytes.length; i++, sample++) {
          at += bytes[sample];
          held += at <= window.size() ? durations[sample] : 0;
        }
      }
      return held;
    }

    private long[] sampleBytes() throws IOException {
      long same = window.number(sizes + 4, 4);
      long count = Math.max(0, window.number(sizes + 8, 4));
      if (same > 0) {
        // Each takes at least a byte; a table that says more is damaged.
        long[] all = new long[(int) Math.min(count, Math.min(window.size(), 1 << 24))];
        Arrays.fill(all, same);
        return all;
      }
      return numbers(sizes + 12, (int) Math.min(count, (window.size() - sizes) / 4), 4);
    }

    private static long[] durations(long[] runs, int samples) {
      long[] all = new long[samples];
      int sample = 0;
      for (int run = 0; run + 1 < runs.length && sample < samples; run += 2) {
        int end = (int) Math.min(samples, sample + Math.max(0, runs[run]));
        Arrays.fill(all, sample, end, Math.max(0, runs[run + 1]));
        sample = end;
      }
      return all;
    }

    /** How many entries a part announces, never more than the file has room for. */
    private int count(long at, int entryBytes) throws IOException {
      long said = Math.max(0, window.number(at + 4, 4));
      return (int) Math.min(said, Math.max(0, (window.size() - at) / entryBytes));
    }

    private long[] numbers(long at, int count, int bytes) throws IOException {
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = window.number(at + (long) bytes * i, bytes);
      }
      return numbers;
    }
  }
}
