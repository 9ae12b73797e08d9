package dev.zundacast.audio.length;

import dev.zundacast.audio.Loudness;
import dev.zundacast.audio.LoudnessMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Audio files to their lengths: MP3, AAC, M4A and WAV, recognised by their bytes. What counts is
 * what decoders play, not what headers claim.
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

  /**
   * Measures a local file.
   *
   * @throws NoAudioException when the file is no audio of a known format
   */
  public static AudioLength measure(Path file) throws IOException {
    try (AudioSource source = AudioSource.of(file)) {
      return measure(source, Effort.WHOLE).orElseThrow();
    }
  }

  /**
   * How loud an MP3 file is as podcast apps play it; empty for the other formats.
   *
   * @throws NoAudioException when the file is no audio of a known format
   */
  public static Optional<Loudness> loudness(Path file) throws IOException {
    return measure(file).format() == AudioLength.Format.MP3
        ? Optional.of(LoudnessMeter.ofFile(file))
        : Optional.empty();
  }

  /**
   * Measures a source; empty when the allowed effort does not suffice.
   *
   * @throws NoAudioException when the source is no audio of a known format
   */
  public static Optional<AudioLength> measure(AudioSource source, Effort effort)
      throws IOException {
    ByteWindow window = new ByteWindow(source);
    if (window.size() == 0) {
      throw new NoAudioException("the file is empty");
    }
    if (WavReader.starts(window)) {
      return Optional.of(new WavReader(window).read());
    }
    if (Mp4Reader.starts(window)) {
      return Optional.of(new Mp4Reader(window).read());
    }
    AdtsReader adts = new AdtsReader(window);
    long start = MpegTags.skip(window, 0);
    if (adts.startsAt(start)) {
      return effort == Effort.SPARING ? Optional.empty() : Optional.of(adts.read(start));
    }
    return new MpegReader(window, effort).read();
  }
}
