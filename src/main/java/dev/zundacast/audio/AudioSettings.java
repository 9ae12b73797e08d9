package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.SegmentEncoder;

/**
 * What an episode's audio shall be.
 *
 * @param format rate and bit rate
 * @param encoder which encoder to take
 * @param lufs loudness as podcast apps play it
 * @param engine brand and version of what speaks: each has its own level, so each voice's gain is
 *     kept under it
 * @param music what is heard beside the voices
 */
public record AudioSettings(
    Mp3Format format, SegmentEncoder.Choice encoder, double lufs, String engine, Music music) {

  /** -16 LUFS, what podcast directories ask for; 48 kHz at 96 kbit/s; the best encoder there is. */
  public static final AudioSettings DEFAULT =
      new AudioSettings(Mp3Format.STANDARD, SegmentEncoder.Choice.AUTO, -16, "", Music.NONE);

  public AudioSettings withFormat(Mp3Format other) {
    return new AudioSettings(other, encoder, lufs, engine, music);
  }

  public AudioSettings withEncoder(SegmentEncoder.Choice other) {
    return new AudioSettings(format, other, lufs, engine, music);
  }

  public AudioSettings withLufs(double other) {
    return new AudioSettings(format, encoder, other, engine, music);
  }

  public AudioSettings withEngine(String other) {
    return new AudioSettings(format, encoder, lufs, other, music);
  }

  public AudioSettings withMusic(Music other) {
    return new AudioSettings(format, encoder, lufs, engine, other);
  }
}
