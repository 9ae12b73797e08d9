package dev.zundacast.audio;

/**
 * A line's frames, as they lie in a frame store, with all that an episode must know of them.
 * Positions are samples of the segment; the store checks the bytes against their checksum.
 */
final class Segment {
  private final String key;
  private final int frames;
  private final int speechStart;
  private final int speechEnd;
  private final double peak;
  private final int crc;
  private final float[] cells;
  private final long offset;

  /**
   * @param key what it was made from
   * @param frames their number
   * @param speechStart the first sample that is heard
   * @param speechEnd the sample after the last that is heard
   * @param peak true peak, 1 for full scale
   * @param crc checksum of the frames as LAME's tag counts it
   * @param cells K-weighted energies
   * @param offset where its frames lie in the store
   */
  Segment(
      String key,
      int frames,
      int speechStart,
      int speechEnd,
      double peak,
      int crc,
      float[] cells,
      long offset) {
    this.key = key;
    this.frames = frames;
    this.speechStart = speechStart;
    this.speechEnd = speechEnd;
    this.peak = peak;
    this.crc = crc;
    this.cells = cells;
    this.offset = offset;
  }

  Segment at(long newOffset) {
    return new Segment(key, frames, speechStart, speechEnd, peak, crc, cells, newOffset);
  }

  /** Whether its frames lie in a store. */
  boolean isStored() {
    return offset > 0;
  }

  /** Whether its energies are known; every segment has some. */
  boolean isMeasured() {
    return cells.length > 0;
  }

  String key() {
    return key;
  }

  int frames() {
    return frames;
  }

  int speechStart() {
    return speechStart;
  }

  int speechEnd() {
    return speechEnd;
  }

  double peak() {
    return peak;
  }

  int crc() {
    return crc;
  }

  float[] cells() {
    return cells;
  }

  long offset() {
    return offset;
  }
}
