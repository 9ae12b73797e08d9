package dev.zundacast.episode;

import java.nio.file.Path;

/**
 * A line's finished audio in the clip store: 16-bit PCM WAV, mono or stereo, at any rate.
 *
 * @param identity 64 hex digits; the same identity is the same sound
 * @param samples length in samples at {@code sampleRate}
 * @param checksum CRC-32C of the file: a clip that is made again keeps its identity, and an engine
 *     need not give the same sound twice
 */
public record Clip(
    String identity, Path wav, int sampleRate, long samples, long checksum, Origin origin) {

  /** Its length. */
  public long millis() {
    return samples * 1000 / sampleRate;
  }

  /** Where a clip came from. */
  public enum Origin {
    MADE,
    FOUND
  }
}
