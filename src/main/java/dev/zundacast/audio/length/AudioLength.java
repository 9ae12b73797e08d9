package dev.zundacast.audio.length;

/** How long an audio file is as decoders play it, and what it is whatever its name says. */
public record AudioLength(long bytes, long millis, Format format, State state) {

  /** The formats that podcasts come in. */
  public enum Format {
    MP3,
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
