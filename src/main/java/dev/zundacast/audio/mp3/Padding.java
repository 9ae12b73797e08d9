package dev.zundacast.audio.mp3;

/**
 * The digital silence around a segment that lets it be encoded alone and spliced. Before it, so
 * that the bit reservoir is full when the sound starts, as it would be in one piece; after it, so
 * that nothing of the sound lies in frames that are dropped.
 */
public final class Padding {
  /** The reservoir reaches back 511 bytes, 255 at the lower rate: less than two frames. */
  private static final int LEAD_FRAMES = 2;

  /** 1105 samples at least; with fewer the joint clicks. */
  private static final int GUARD_SAMPLES = 1152;

  private Padding() {}

  /** Samples of silence before the sound. */
  public static int lead(Mp3Format format) {
    return LEAD_FRAMES * format.frameSamples();
  }

  /** A part of a signal as a segment: silence, the part, silence, in whole frames. */
  public static float[] around(Mp3Format format, float[] signal, int from, int to) {
    int needed = lead(format) + to - from + GUARD_SAMPLES;
    int frames = (needed + format.frameSamples() - 1) / format.frameSamples();
    float[] segment = new float[frames * format.frameSamples()];
    System.arraycopy(signal, from, segment, lead(format), to - from);
    return segment;
  }
}
