package dev.zundacast.audio;

import dev.zundacast.audio.mp3.SegmentEncoder;

/**
 * What an episode's audio shall be: its loudness is that which podcast apps play, and {@code
 * engine} the brand and version of what speaks: each has its own level, so each voice's gain is
 * kept under it.
 */
public record AudioSettings(
    SegmentEncoder.Choice encoder, double lufs, String engine, Music music) {

  /** -16 LUFS, what podcast directories ask for; the best encoder there is. */
  public static final AudioSettings DEFAULT =
      new AudioSettings(SegmentEncoder.Choice.AUTO, -16, "", Music.NONE);

  public AudioSettings withEncoder(SegmentEncoder.Choice other) {
    return new AudioSettings(other, lufs, engine, music);
  }

  public AudioSettings withEngine(String other) {
    return new AudioSettings(encoder, lufs, other, music);
  }
}
