package dev.zundacast.audio;

/**
 * How loud something is, after ITU-R BS.1770-4: LUFS as podcast apps play it, as a mono file comes
 * out of both speakers, 3.01 LU louder than the one channel that plain meters count; and dBTP.
 */
public record Loudness(double lufs, double truePeak) {
  /** What two speakers add to one, in LU. */
  public static final double TWO_SPEAKERS = 10 * Math.log10(2);
}
