package dev.zundacast.audio;

import dev.zundacast.audio.Playlist.Item;
import dev.zundacast.audio.mp3.Mp3Decoder;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.sound.Resampler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/** Turns a show's music files into segments and a bed: their levels, their fades, frames. */
record MusicMaker(SegmentMaker maker, AudioSettings settings) {
  /** A show's music, ready to be laid between and under the lines. */
  record Ready(
      Optional<Segment> opening,
      Optional<Segment> jingle,
      Optional<Segment> closing,
      Optional<BedMixer.BedLoop> bed) {
    /** What is played between two lines; the first line has none before it. */
    Optional<Segment> between(@Nullable Item before, Item after) {
      if (before == null) {
        return opening;
      }
      boolean nextArticle =
          before.section().kind() == Section.Kind.ARTICLE
              && after.section().kind() == Section.Kind.ARTICLE
              && !before.section().id().equals(after.section().id());
      return nextArticle ? jingle : Optional.empty();
    }
  }

  /** Makes the segments that the store does not have, and reads the bed. */
  static Ready open(AudioSettings settings, SegmentMaker maker, FrameStore store)
      throws IOException {
    MusicMaker music = new MusicMaker(maker, settings);
    Music files = settings.music();
    Optional<Music.Bed> bed = files.bed();
    return new Ready(
        music.segment(files.opening(), store),
        music.segment(files.jingle(), store),
        music.segment(files.closing(), store),
        bed.isPresent() ? Optional.of(music.bed(bed.get())) : Optional.empty());
  }

  private Optional<Segment> segment(Optional<Music.Piece> piece, FrameStore store)
      throws IOException {
    if (piece.isEmpty()) {
      return Optional.empty();
    }
    String key = key(piece.get());
    return Optional.of(store.get(key, () -> make(piece.get(), key)));
  }

  private BedMixer.BedLoop bed(Music.Bed bed) throws IOException {
    float[] music = MusicFile.read(bed.file(), Mp3Format.SAMPLE_RATE);
    float factor = (float) SegmentMaker.factor(gain(music, bed.level()));
    for (int i = 0; i < music.length; i++) {
      music[i] *= factor;
    }
    String key =
        String.join(
            "\n",
            Digest.file(bed.file()),
            String.valueOf(bed.level()),
            String.valueOf(settings.lufs()));
    return new BedMixer.BedLoop(key, music);
  }

  /** What the segment depends on: the file's content, not its name. */
  private String key(Music.Piece piece) throws IOException {
    return maker.key(
        "music",
        Digest.file(piece.file()),
        String.valueOf(piece.level()),
        String.valueOf(piece.fadeInMillis()),
        String.valueOf(piece.fadeOutMillis()),
        String.valueOf(settings.lufs()));
  }

  private Segment.Made make(Music.Piece piece, String key) throws IOException {
    float[] music = MusicFile.read(piece.file(), Mp3Format.SAMPLE_RATE);
    float factor = (float) SegmentMaker.factor(gain(music, piece.level()));
    int in = Math.min(Mp3Format.samples(piece.fadeInMillis()), music.length);
    int out = Math.min(Mp3Format.samples(piece.fadeOutMillis()), music.length);
    for (int i = 0; i < music.length; i++) {
      float coming = i < in ? shape((float) i / in) : 1;
      int left = music.length - 1 - i;
      float going = left < out ? shape((float) left / out) : 1;
      music[i] *= factor * coming * going;
    }
    return maker.make(music, key, SegmentMaker.Ends.KEPT);
  }

  /** What brings the music to its loudness, in dB; silence stays silence. */
  private double gain(float[] music, double level) {
    GatedLoudness loudness = new GatedLoudness(Mp3Format.SAMPLE_RATE);
    loudness.add(KWeighting.energies(music, Mp3Format.SAMPLE_RATE));
    double measured = loudness.integrated();
    return measured <= GatedLoudness.SILENCE
        ? 0
        : settings.lufs() + level - Loudness.TWO_SPEAKERS - measured;
  }

  /** A fade that starts and ends level: half a cosine. */
  static float shape(float part) {
    return (float) (0.5 - 0.5 * Math.cos(Math.PI * part));
  }

  /**
   * A music file to samples in one channel: MP3 by our own decoder, everything else by the service
   * providers of javax.sound (WAV of Java's own, FLAC and Ogg Vorbis of libraries).
   */
  static final class MusicFile {
    /** A signature tune is shorter; more would be an album read into memory. */
    private static final int MAX_SECONDS = 300;

    /** How files of other kinds begin: a decoder of MP3 makes noise of one, whatever its name. */
    private static final Pattern OTHER = Pattern.compile("(?s)RIFF|OggS|fLaC|FORM|....ftyp");

    private int sampleRate;
    private float[] samples = new float[1 << 16];
    private int count;

    private MusicFile() {}

    /** Reads a file at the rate that is asked for; fails when it is no music or lasts too long. */
    static float[] read(Path file, int rate) throws IOException {
      MusicFile music = new MusicFile();
      boolean named = file.toString().toLowerCase(Locale.ROOT).endsWith(".mp3");
      try {
        if (named && !OTHER.matcher(start(file)).lookingAt()) {
          music.readMp3(file);
        } else {
          music.readSampled(file);
        }
      } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
        throw new MessageException(Message.of("audio.noMusic", file), e);
      }
      float[] whole = Arrays.copyOf(music.samples, music.count);
      return new Resampler(music.sampleRate, rate).convert(whole);
    }

    private static String start(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
      }
    }

    private void readMp3(Path file) throws IOException, UnsupportedAudioFileException {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        Mp3Decoder.decode(
            in,
            (rate, channels, length) -> {
              sampleRate = rate;
              for (int i = 0; i < length && !tooLong(); i++) {
                float other = channels[channels.length - 1][i];
                add((channels[0][i] + other) / 2);
              }
            });
      } catch (MessageException e) {
        throw new MessageException(Message.plain(file, ": ", Message.of(e)), e);
      }
      if (count == 0) {
        throw new UnsupportedAudioFileException();
      }
      refuseTooLong(file);
    }

    private void readSampled(Path file) throws IOException, UnsupportedAudioFileException {
      try (AudioInputStream coded = AudioSystem.getAudioInputStream(file.toFile())) {
        AudioFormat source = coded.getFormat();
        int channels = source.getChannels();
        sampleRate = Math.round(source.getSampleRate());
        // FLAC comes only in the bits that it has; Java itself turns anything else into 16.
        boolean flac = source.getEncoding().toString().equals("FLAC");
        int bits = flac ? source.getSampleSizeInBits() : 16;
        AudioFormat pcm = new AudioFormat(sampleRate, bits, channels, true, false);
        try (AudioInputStream in = AudioSystem.getAudioInputStream(pcm, coded)) {
          int bytes = (bits + 7) / 8;
          byte[] frame = new byte[bytes * channels * 4096];
          for (int read = in.readNBytes(frame, 0, frame.length);
              read > 0 && !tooLong();
              read = in.readNBytes(frame, 0, frame.length)) {
            addFrames(frame, read, channels, bytes);
          }
        }
      }
      refuseTooLong(file);
    }

    /** Samples whose lowest byte comes first, each of so many bytes. */
    private void addFrames(byte[] bytes, int length, int channels, int size) {
      for (int at = 0; at + size * channels <= length; at += size * channels) {
        float sum = 0;
        for (int i = at; i < at + size * channels; i += size) {
          int top = i + size - 1;
          int below = size > 1 ? bytes[top - 1] & 0xFF : 0;
          sum +=
              (short) (below | (bytes[top] << 8)) + (size > 2 ? (bytes[top - 2] & 0xFF) / 256f : 0);
        }
        add(sum / channels / 32768f);
      }
    }

    private void add(float sample) {
      if (count == samples.length) {
        samples = Arrays.copyOf(samples, 2 * count);
      }
      samples[count++] = sample;
    }

    private boolean tooLong() {
      return count > (long) MAX_SECONDS * sampleRate;
    }

    private void refuseTooLong(Path file) throws IOException {
      if (tooLong()) {
        throw new MessageException(Message.of("audio.tooLong", file, MAX_SECONDS));
      }
    }
  }
}
