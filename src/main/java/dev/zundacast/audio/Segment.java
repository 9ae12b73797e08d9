package dev.zundacast.audio;

/**
 * A line's frames, as they lie in a frame store, with all that an episode must know of them.
 * Positions are samples of the segment.
 *
 * @param key what it was made from
 * @param frames their number
 * @param speechStart the first sample that is heard
 * @param speechEnd the sample after the last that is heard
 * @param peak true peak, 1 for full scale
 * @param crc checksum of the frames as LAME's tag counts it
 * @param energies K-weighted, one each 12 ms
 * @param offset where its frames lie in the store, 0 before they do
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Segment(
    String key,
    int frames,
    int speechStart,
    int speechEnd,
    double peak,
    int crc,
    float[] energies,
    long offset) {

  Segment at(long newOffset) {
    return new Segment(key, frames, speechStart, speechEnd, peak, crc, energies, newOffset);
  }

  Segment with(float[] other) {
    return new Segment(key, frames, speechStart, speechEnd, peak, crc, other, offset);
  }

  /** A segment and its frames' bytes, before they lie in a store. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Made(Segment segment, byte[] frames) {}
}
