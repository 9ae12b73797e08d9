package dev.zundacast.audio;

import dev.zundacast.episode.Timeline;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A finished episode: what is known of its MP3, and the MP3 itself as a stream that can be written
 * as long as its {@link EpisodeAudio} is open.
 *
 * @param timeline when everything is heard
 * @param loudness what a meter shows for the MP3
 * @param samples length in samples, exact
 * @param framesReused frames that were there before or are silence
 * @param framesNew frames encoded by this run
 * @param encoder name and version
 * @param splice writes the MP3
 */
public record Track(
    Timeline timeline,
    Loudness loudness,
    long samples,
    int framesReused,
    int framesNew,
    String encoder,
    FrameSplice splice) {

  /** Writes the MP3 without tags. */
  public void writeTo(OutputStream out) throws IOException {
    splice.writeTo(out);
  }
}
