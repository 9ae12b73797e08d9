package dev.zundacast.audio.length;

/**
 * How long an audio file is.
 *
 * @param bytes size of the file
 * @param millis what decoders play, in ms
 * @param format what the file is, whatever its name says
 * @param state whether the file holds all that its headers announce
 */
public record AudioLength(long bytes, long millis, Format format, State state) {

  /** The formats that podcasts come in. */
  public enum Format {
    MP3,
    AAC,
    M4A,
    WAV
  }

  /** Whether a file is all there. */
  public enum State {
    WHOLE,
    /** Its headers announce more than the file holds. */
    CUT
  }
}
