package dev.zundacast.audio.mp3;

/**
 * The MP3 that is made: MPEG-1, mono, at a constant bit rate, whose frames of 24 ms all have the
 * same number of bytes, so that a frame's place in the file is its number.
 */
public final class Mp3Format {
  public static final int SAMPLE_RATE = 48_000;
  public static final int KILOBITS = 96;

  /** Samples that a frame stands for. */
  public static final int FRAME_SAMPLES = 1152;

  public static final int FRAME_BYTES = FRAME_SAMPLES / 8 * KILOBITS * 1000 / SAMPLE_RATE;

  /** What it is called where frames are kept. */
  public static final String NAME = "STANDARD";

  /** Samples by which LAME delays what it encodes, as its tag states it. */
  static final int ENCODER_DELAY = 576;

  /** Samples by which every decoder delays what it decodes. */
  static final int DECODER_DELAY = 529;

  /**
   * Frames after the last sample until it has left the decoder: frame n holds the input from {@code
   * n * FRAME_SAMPLES - 1105} on.
   */
  public static final int FLUSH_FRAMES =
      (ENCODER_DELAY + DECODER_DELAY + FRAME_SAMPLES - 1) / FRAME_SAMPLES;

  /**
   * Samples of silence before a segment's sound, in which the bit reservoir fills; it reaches back
   * 511 bytes, less than two frames.
   */
  public static final int LEAD = 2 * FRAME_SAMPLES;

  /** The four bytes that head every frame, as LAME writes them. */
  static final int HEADER = 0xFFFB74C4;

  static final int SIDE_INFO_BYTES = 17;

  /** 1105 samples at least; with fewer the joint clicks. */
  private static final int GUARD_SAMPLES = 1152;

  private Mp3Format() {}

  /** So many milliseconds in samples. */
  public static int samples(int millis) {
    return (int) ((long) millis * SAMPLE_RATE / 1000);
  }

  /**
   * A part of a signal as a segment that can be encoded alone and spliced: silence, the part, and
   * so much silence that nothing of the sound lies in frames that are dropped.
   */
  public static float[] padded(float[] signal, int from, int to) {
    int needed = LEAD + to - from + GUARD_SAMPLES;
    int frames = (needed + FRAME_SAMPLES - 1) / FRAME_SAMPLES;
    float[] segment = new float[frames * FRAME_SAMPLES];
    System.arraycopy(signal, from, segment, LEAD, to - from);
    return segment;
  }
}
