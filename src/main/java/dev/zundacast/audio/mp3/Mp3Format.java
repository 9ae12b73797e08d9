package dev.zundacast.audio.mp3;

/**
 * The two kinds of MP3 that are made: mono at a constant bit rate whose frames all have the same
 * number of bytes, so that a frame's place in the file is its number.
 */
public enum Mp3Format {
  /** MPEG-1: 24 ms and 288 bytes a frame. */
  STANDARD(48_000, 96, 1152, 0xFFFB74C4),
  /** MPEG-2 LSF: 24 ms and 192 bytes a frame. */
  SMALL(24_000, 64, 576, 0xFFF384C4);

  /** Samples by which LAME delays what it encodes, as its tag states it. */
  static final int ENCODER_DELAY = 576;

  /** Samples by which every decoder delays what it decodes. */
  static final int DECODER_DELAY = 529;

  /** The reservoir reaches back 511 bytes, 255 at the lower rate: less than two frames. */
  private static final int LEAD_FRAMES = 2;

  /** 1105 samples at least; with fewer the joint clicks. */
  private static final int GUARD_SAMPLES = 1152;

  private final int sampleRate;
  private final int kilobits;
  private final int frameSamples;
  private final int header;

  Mp3Format(int sampleRate, int kilobits, int frameSamples, int header) {
    this.sampleRate = sampleRate;
    this.kilobits = kilobits;
    this.frameSamples = frameSamples;
    this.header = header;
  }

  public int sampleRate() {
    return sampleRate;
  }

  public int kilobits() {
    return kilobits;
  }

  /** Samples that a frame stands for. */
  public int frameSamples() {
    return frameSamples;
  }

  public int frameBytes() {
    return frameSamples / 8 * kilobits * 1000 / sampleRate;
  }

  /** Samples of silence before a segment's sound, in which the bit reservoir fills. */
  public int lead() {
    return LEAD_FRAMES * frameSamples;
  }

  /**
   * A part of a signal as a segment that can be encoded alone and spliced: silence, the part, and
   * so much silence that nothing of the sound lies in frames that are dropped.
   */
  public float[] padded(float[] signal, int from, int to) {
    int needed = lead() + to - from + GUARD_SAMPLES;
    int frames = (needed + frameSamples - 1) / frameSamples;
    float[] segment = new float[frames * frameSamples];
    System.arraycopy(signal, from, segment, lead(), to - from);
    return segment;
  }

  /** The four bytes that head every frame, as LAME writes them. */
  int header() {
    return header;
  }

  /** Whether a frame holds one granule instead of two. */
  boolean halfRate() {
    return this == SMALL;
  }

  int sideInfoBytes() {
    return halfRate() ? 9 : 17;
  }

  /**
   * Frames after the last sample until it has left the decoder: frame n holds the input from {@code
   * n * frameSamples - 1105} on.
   */
  public int flushFrames() {
    return (ENCODER_DELAY + DECODER_DELAY + frameSamples - 1) / frameSamples;
  }
}
