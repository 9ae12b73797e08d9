package dev.zundacast.audio;

/**
 * How loud something is, measured after ITU-R BS.1770-4.
 *
 * @param lufs integrated loudness as podcast apps play it: a mono file comes out of both speakers,
 *     which is 3.01 LU louder than the one channel that plain meters count
 * @param truePeak highest peak in dBTP
 */
public record Loudness(double lufs, double truePeak) {
  /** What two speakers add to one, in LU. */
  public static final double TWO_SPEAKERS = 10 * Math.log10(2);
}
