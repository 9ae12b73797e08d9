package dev.zundacast.audio.length;

import dev.zundacast.sound.ByteWindow;
import java.io.IOException;
import java.util.Arrays;

/** A track's sample table to the time of those samples that a cut file still holds. */
final class Mp4Samples {
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
