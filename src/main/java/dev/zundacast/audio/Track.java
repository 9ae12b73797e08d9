package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.InfoFrame;
import dev.zundacast.audio.mp3.Mp3Format;
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
 * @param layout whose segments, with silent frames between, are copied into the MP3
 * @param store of their frames
 */
public record Track(
    Timeline timeline,
    Loudness loudness,
    long samples,
    int framesReused,
    int framesNew,
    String encoder,
    TrackLayout layout,
    FrameStore store) {

  /** Frames after the Info frame. */
  private int frames() {
    return layout.frames() + Mp3Format.FLUSH_FRAMES;
  }

  /** Writes the MP3 without tags. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(InfoFrame.of(frames(), checksum()));
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      writeSilence(out, place.start() - at);
      store.writeFrames(place.segment(), out);
      at = place.end();
    }
    writeSilence(out, frames() - at);
  }

  /** The Info frame holds the checksum of all that follows it. */
  private int checksum() {
    int checksum = 0;
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      int silent = Crc16.followedBySilence(checksum, place.start() - at);
      Segment segment = place.segment();
      checksum = Crc16.followed(silent, segment.checksum(), segment.frames());
      at = place.end();
    }
    return Crc16.followedBySilence(checksum, frames() - at);
  }

  private static void writeSilence(OutputStream out, int count) throws IOException {
    byte[] silent = Frames.silent();
    for (int i = 0; i < count; i++) {
      out.write(silent);
    }
  }
}
