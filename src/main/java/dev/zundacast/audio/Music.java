package dev.zundacast.audio;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The music of a show: what is not named is not heard, and without music no byte of an episode
 * changes.
 *
 * @param opening before the first line
 * @param jingle between two articles
 * @param closing after the last line
 * @param bed under the voices
 */
public record Music(
    Optional<Piece> opening, Optional<Piece> jingle, Optional<Piece> closing, Optional<Bed> bed) {

  /** No music at all. */
  public static final Music NONE =
      new Music(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Music under the voices.
   *
   * @param file WAV, MP3, FLAC or Ogg Vorbis
   * @param level loudness while someone speaks against the episode's, in LU; pauses have some more
   */
  public record Bed(Path file, double level) {}

  /**
   * A file and how it is played.
   *
   * @param file WAV, MP3, FLAC or Ogg Vorbis
   * @param level loudness against the episode's, in LU; -4 is a little quieter than the voice
   * @param fadeInMillis how long it takes to come
   * @param fadeOutMillis how long it takes to go
   */
  public record Piece(Path file, double level, int fadeInMillis, int fadeOutMillis) {}
}
