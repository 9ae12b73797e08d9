package dev.zundacast.audio;

/**
 * What an episode must know of a line's frames. Positions are samples of the segment.
 *
 * @param key what it was made from
 * @param frames their number
 * @param speechStart the first sample that is heard
 * @param speechEnd the sample after the last that is heard
 * @param peak true peak, 1 for full scale
 * @param energies K-weighted, one each 12 ms
 * @param checksum of its frames, as {@link dev.zundacast.audio.mp3.Crc16} counts
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Segment(
    String key,
    int frames,
    int speechStart,
    int speechEnd,
    double peak,
    float[] energies,
    int checksum) {

  /** A segment and its frames' bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Made(Segment segment, byte[] frames) {}
}
