package dev.zundacast.audio.mp3;

import dev.zundacast.audio.level.TruePeak;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The true peak of a segment as listeners get it: coding moves peaks by more than a decibel, so the
 * frames where the sound is loudest are decoded again. That is some tenth of them.
 */
public final class DecodedPeak {
  /** How near to the highest peak a frame must come to be decoded: 2 dB. */
  private static final double NEAR = 0.8;

  /** Frames before a frame that may hold bits of it: the reservoir reaches over less than two. */
  private static final int CARRIERS = 3;

  /** The frame before a frame, which it overlaps with. */
  private static final int OVERLAP = 1;

  private final SegmentEncoder encoder;
  private final Mp3Format format;
  private final byte[] frames;
  private final int count;

  private DecodedPeak(SegmentEncoder encoder, Mp3Format format, byte[] frames, int count) {
    this.encoder = encoder;
    this.format = format;
    this.frames = frames;
    this.count = count;
  }

  /**
   * The highest value, 1 for full scale.
   *
   * @param frames what {@code encoder} made
   * @param samples the sound, a whole number of frames
   */
  public static double of(
      SegmentEncoder encoder, Mp3Format format, byte[] frames, float[] samples) {
    int count = samples.length / format.frameSamples();
    return new DecodedPeak(encoder, format, frames, count)
        .highest(loudFrames(format, samples, count));
  }

  /** Where the loudest samples come out: late by the delay of encoder and decoder. */
  private static boolean[] loudFrames(Mp3Format format, float[] samples, int count) {
    int size = format.frameSamples();
    double[] peaks = new double[count];
    double highest = 0;
    for (int frame = 0; frame < count; frame++) {
      // Between the samples too: of a clipped sound they tell little.
      peaks[frame] = TruePeak.within(samples, frame * size, (frame + 1) * size, highest * NEAR);
      highest = Math.max(highest, peaks[frame]);
    }
    boolean[] loud = new boolean[count];
    for (int frame = 0; frame < count; frame++) {
      if (peaks[frame] > highest * NEAR) {
        Arrays.fill(loud, frame, Math.min(count, frame + 1 + format.flushFrames()), true);
      }
    }
    return loud;
  }

  /**
   * Loud frames with those before them that they need.
   *
   * @param first frame to decode
   * @param from first loud frame
   * @param to frame behind the last loud one
   */
  private record Run(int first, int from, int to) {
    int frames() {
      return to - first;
    }
  }

  private double highest(boolean[] loud) {
    List<Run> runs = runs(loud);
    if (runs.isEmpty()) {
      return 0;
    }
    float[] decoded = encoder.decode(carriersMuted(runs));
    double highest = 0;
    int end = 0;
    for (Run run : runs) {
      int start = end + (run.from() - run.first()) * format.frameSamples();
      end += run.frames() * format.frameSamples();
      highest = TruePeak.within(decoded, start, end, highest);
    }
    return highest;
  }

  private List<Run> runs(boolean[] loud) {
    List<Run> runs = new ArrayList<>();
    int frame = nextLoud(loud, 0);
    while (frame < count) {
      int end = frame + 1;
      int next = nextLoud(loud, end);
      // Nearer than this, to go on costs less than to start again.
      while (next < count && next - end <= OVERLAP + CARRIERS) {
        end = next + 1;
        next = nextLoud(loud, end);
      }
      runs.add(new Run(Math.max(0, frame - OVERLAP - CARRIERS), frame, end));
      frame = next;
    }
    return runs;
  }

  /**
   * The frames of all runs as one stream: what a decoder keeps of one run is gone before the next
   * one's loud frames, as they begin with frames of nothing.
   */
  private byte[] carriersMuted(List<Run> runs) {
    int size = format.frameBytes();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (Run run : runs) {
      byte[] part = Arrays.copyOfRange(frames, run.first() * size, run.to() * size);
      if (run.first() > 0) {
        Frames.muteFirst(format, part, CARRIERS);
      }
      stream.writeBytes(part);
    }
    return stream.toByteArray();
  }

  private int nextLoud(boolean[] loud, int from) {
    int frame = from;
    while (frame < count && !loud[frame]) {
      frame++;
    }
    return frame;
  }
}
