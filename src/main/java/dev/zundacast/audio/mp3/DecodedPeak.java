package dev.zundacast.audio.mp3;

import dev.zundacast.audio.level.TruePeak;
import java.util.Arrays;

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
    // Between the samples too: of a clipped sound they tell little.
    double near = TruePeak.of(samples) * NEAR;
    boolean[] loud = new boolean[count];
    for (int frame = 0; frame < count && near > 0; frame++) {
      if (TruePeak.passes(samples, frame * size, (frame + 1) * size, near)) {
        Arrays.fill(loud, frame, Math.min(count, frame + 1 + format.flushFrames()), true);
      }
    }
    return loud;
  }

  private double highest(boolean[] loud) {
    double highest = 0;
    int frame = 0;
    while (frame < count) {
      int end = frame;
      while (end < count && loud[end]) {
        end++;
      }
      if (end > frame) {
        highest = Math.max(highest, peak(frame, end));
      }
      frame = end + 1;
    }
    return highest;
  }

  /** The peak of what frames {@code from} up to {@code to} decode to. */
  private double peak(int from, int to) {
    int first = Math.max(0, from - OVERLAP - CARRIERS);
    int size = format.frameBytes();
    byte[] part = Arrays.copyOfRange(frames, first * size, to * size);
    if (first > 0) {
      Frames.muteFirst(format, part, CARRIERS);
    }
    float[] decoded = encoder.decode(part);
    int before = (from - first) * format.frameSamples();
    return TruePeak.of(Arrays.copyOfRange(decoded, before, decoded.length));
  }
}
