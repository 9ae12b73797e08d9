package dev.zundacast.draft.speech;

/**
 * What a voice does frame by frame while it speaks a list of phonemes.
 *
 * @param lengths frames of each phoneme
 * @param spectrum mel-cepstrum of each frame
 * @param logF0 natural logarithm of the fundamental frequency; NaN where unvoiced
 * @param voicing for each frame the taps of the filter that keeps the voiced part of the source
 */
@SuppressWarnings("ArrayRecordComponent") // Frames are many; a Tracks is read once and dropped.
public record Tracks(int[] lengths, float[][] spectrum, float[] logF0, float[][] voicing) {
  /** Seconds of one frame at the speed that the voice was recorded at. */
  public static final double FRAME_SECONDS = 0.005;

  public int frames() {
    return spectrum.length;
  }
}
