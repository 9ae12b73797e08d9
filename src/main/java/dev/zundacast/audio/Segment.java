package dev.zundacast.audio;

/**
 * What an episode must know of a line's frames: the samples between which it is heard, the true
 * peak, 1 for full scale, and the K-weighted energy of each 12 ms.
 *
 * @param key what it was made from
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
