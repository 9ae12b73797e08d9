package dev.zundacast.audio;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The music of a show before the first line, between two articles, after the last line and under
 * the voices, in WAV, MP3, FLAC or Ogg Vorbis: what is not named is not heard, and without music no
 * byte of an episode changes.
 */
public record Music(
    Optional<Piece> opening, Optional<Piece> jingle, Optional<Piece> closing, Optional<Bed> bed) {

  /** No music at all. */
  public static final Music NONE =
      new Music(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A file and its loudness in LU under speech against the episode's; pauses have some more. */
  public record Bed(Path file, double level) {}

  /** A file, its loudness against the episode's, in LU, and how long it takes to come and to go. */
  public record Piece(Path file, double level, int fadeInMillis, int fadeOutMillis) {}
}
