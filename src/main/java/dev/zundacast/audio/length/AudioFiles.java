package dev.zundacast.audio.length;

import dev.zundacast.audio.Loudness;
import dev.zundacast.audio.LoudnessMeter;
import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.message.Message;
import dev.zundacast.sound.AudioSource;
import dev.zundacast.sound.ByteWindow;
import dev.zundacast.sound.WavHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Audio files to their lengths: MP3, M4A and WAV, recognised by their bytes. What counts is what
 * decoders play, not what headers claim.
 */
public final class AudioFiles {
  private AudioFiles() {}

  /** How much of a source may be read. */
  public enum Effort {
    /** Headers and some places; for sources where every read is a request. */
    SPARING,
    /** All of it, where nothing less gives the length. */
    WHOLE
  }

  /** Measures a local file that is audio of a known format. */
  public static AudioLength measure(Path file) throws IOException {
    try (AudioSource source = AudioSource.of(file)) {
      return measure(source, Effort.WHOLE).orElseThrow();
    }
  }

  /** At which ms frames of an MP3 are missing or damaged first; every frame is walked over. */
  public static OptionalLong damagedAt(Path mp3) throws IOException {
    try (AudioSource source = AudioSource.of(mp3)) {
      return new MpegReader(new ByteWindow(source), Effort.WHOLE).damagedAt();
    }
  }

  /** How loud an MP3 is as podcast apps play it. */
  public static Loudness loudness(Path mp3) throws IOException {
    return LoudnessMeter.ofFile(mp3);
  }

  /** Measures a source of a known format; empty when the allowed effort does not suffice. */
  public static Optional<AudioLength> measure(AudioSource source, Effort effort)
      throws IOException {
    ByteWindow window = new ByteWindow(source);
    if (window.size() == 0) {
      throw new NoAudioException(Message.of("length.empty"));
    }
    if (WavHeader.starts(window)) {
      return Optional.of(wav(window));
    }
    if (Mp4Reader.starts(window)) {
      return Optional.of(new Mp4Reader(window).read());
    }
    return new MpegReader(window, effort).read();
  }

  private static AudioLength wav(ByteWindow window) throws IOException {
    WavHeader header =
        WavHeader.read(window)
            .orElseThrow(() -> new NoAudioException(Message.of("length.noWavData")));
    if (header.format() != WavHeader.PCM && header.format() != WavHeader.FLOAT) {
      throw new NoAudioException(Message.of("length.compressedWav"));
    }
    double bytesPerSecond = (double) header.rate() * header.blockBytes();
    if (bytesPerSecond <= 0) {
      throw new NoAudioException(Message.of("length.noWavFormat"));
    }
    long left = window.size() - header.dataAt();
    long announced = header.dataBytes();
    // Programs that stream write 0 or the largest size, and a cut file holds less than it says.
    boolean streamed = announced == 0 || header.isStreamed();
    long bytes = streamed ? left : Math.min(announced, left);
    State state = !streamed && announced > left ? State.CUT : State.WHOLE;
    return new AudioLength(
        window.size(), Math.round(bytes * 1000.0 / bytesPerSecond), Format.WAV, state);
  }
}
