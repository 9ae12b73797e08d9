package dev.zundacast.audio.mp3;

import dev.zundacast.audio.TruePeak;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
  private final byte[] frames;

  private DecodedPeak(SegmentEncoder encoder, byte[] frames) {
    this.encoder = encoder;
    this.frames = frames;
  }

  /** The highest value, 1 for full scale, of what {@code encoder} made of these samples. */
  public static double of(SegmentEncoder encoder, byte[] frames, float[] samples) {
    return new DecodedPeak(encoder, frames).highest(loudFrames(samples));
  }

  /** Where the loudest samples come out: late by the delay of encoder and decoder. */
  private static BitSet loudFrames(float[] samples) {
    int size = Mp3Format.FRAME_SAMPLES;
    int count = samples.length / size;
    double[] peaks = new double[count];
    double highest = 0;
    for (int frame = 0; frame < count; frame++) {
      // Between the samples too: of a clipped sound they tell little.
      peaks[frame] = TruePeak.within(samples, frame * size, (frame + 1) * size, highest * NEAR);
      highest = Math.max(highest, peaks[frame]);
    }
    BitSet loud = new BitSet();
    for (int frame = 0; frame < count; frame++) {
      if (peaks[frame] > highest * NEAR) {
        loud.set(frame, Math.min(count, frame + 1 + Mp3Format.FLUSH_FRAMES));
      }
    }
    return loud;
  }

  /** Loud frames, behind those from {@code first} on that they need. */
  private record LoudRun(int first, int from, int to) {
    int frames() {
      return to - first;
    }
  }

  private double highest(BitSet loud) {
    List<LoudRun> runs = runs(loud);
    if (runs.isEmpty()) {
      return 0;
    }
    float[] decoded = encoder.decode(carriersMuted(runs));
    double highest = 0;
    int end = 0;
    for (LoudRun run : runs) {
      int start = end + (run.from() - run.first()) * Mp3Format.FRAME_SAMPLES;
      end += run.frames() * Mp3Format.FRAME_SAMPLES;
      highest = TruePeak.within(decoded, start, end, highest);
    }
    return highest;
  }

  private List<LoudRun> runs(BitSet loud) {
    List<LoudRun> runs = new ArrayList<>();
    int frame = loud.nextSetBit(0);
    while (frame >= 0) {
      int end = loud.nextClearBit(frame);
      int next = loud.nextSetBit(end);
      // Nearer than this, to go on costs less than to start again.
      while (next >= 0 && next - end <= OVERLAP + CARRIERS) {
        end = loud.nextClearBit(next);
        next = loud.nextSetBit(end);
      }
      runs.add(new LoudRun(Math.max(0, frame - OVERLAP - CARRIERS), frame, end));
      frame = next;
    }
    return runs;
  }

  /**
   * The frames of all runs as one stream: what a decoder keeps of one run is gone before the next
   * one's loud frames, as they begin with frames of nothing.
   */
  private byte[] carriersMuted(List<LoudRun> runs) {
    int size = Mp3Format.FRAME_BYTES;
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (LoudRun run : runs) {
      byte[] part = Arrays.copyOfRange(frames, run.first() * size, run.to() * size);
      if (run.first() > 0) {
        Frames.muteFirst(part, CARRIERS);
      }
      stream.writeBytes(part);
    }
    return stream.toByteArray();
  }
}
