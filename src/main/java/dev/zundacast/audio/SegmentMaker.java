package dev.zundacast.audio;

import dev.zundacast.audio.level.Cells;
import dev.zundacast.audio.level.Limiter;
import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.DecodedPeak;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.Padding;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.audio.mp3.SegmentEncoder.BitReservoir;
import dev.zundacast.audio.pcm.Resampler;
import dev.zundacast.audio.pcm.Speech;
import dev.zundacast.audio.pcm.Wav;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;

/** Turns a clip into a segment: rate, gain, limiter, silence cut to a margin, frames. */
final class SegmentMaker {
  /** Counts up whenever the same clip would become other frames. */
  private static final int RECIPE = 5;

  /** Highest true peak before encoding, in dB: coding adds up to 1.5 dB, so few are done twice. */
  private static final double CEILING_DB = -2.6;

  /** Highest true peak after decoding, in dBTP: what directories ask for, and a hair. */
  static final double HIGHEST_PEAK_DB = -1.05;

  /** A segment whose peak coding raised too far is encoded again, limited by so much more. */
  private static final int ATTEMPTS = 4;

  /** Silence that a clip keeps before and after its speech, if it has it: breath, decay. */
  private static final int LEAD_MILLIS = 40;

  private static final int TAIL_MILLIS = 60;
  private static final int FADE_MILLIS = 5;

  private final Mp3Format format;
  private final SegmentEncoder encoder;
  private final Workers.Spare spare;
  private final Map<Integer, Resampler> resamplers = new ConcurrentHashMap<>();
  // By what they are made from: a line's is asked for thrice a run.
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final String encoding;

  /**
   * A maker of segments.
   *
   * @param spare runs what can be done beside the encoder, or lets it be
   */
  SegmentMaker(Mp3Format format, SegmentEncoder encoder, Workers.Spare spare) {
    this.format = format;
    this.encoder = encoder;
    this.spare = spare;
    this.encoding = encoder.identity() + "\n" + format.name();
  }

  /** What a clip at a gain (in tenths of a dB) becomes depends on this and nothing else. */
  String key(Clip clip, int gain) {
    return keys.computeIfAbsent(source(clip, gain), this::digest);
  }

  /** What the key of a clip at a gain is made from. */
  static String source(Clip clip, int gain) {
    return clip.identity() + "\n" + clip.checksum() + "\n" + gain;
  }

  /** What a file holds, as a part of a key. */
  String content(Path file) throws IOException {
    return Digest.file(file);
  }

  /** The key of what is made from these values by this encoder. */
  String key(String... values) {
    return digest(String.join("\n", values));
  }

  private String digest(String values) {
    return new Digest().add(Integer.toString(RECIPE)).add(values).add(encoding).hex();
  }

  /** The clip's energies before any gain, to find the gain that its voice needs. */
  float[] cells(Clip clip) throws IOException {
    return Cells.of(signal(Wav.read(clip.wav())), format.sampleRate());
  }

  /**
   * Encodes the clip into the store.
   *
   * @param shape hears of the segment without frames, as soon as its times are known, and its
   *     energies where a core has time for them; if coding raises a peak too far it may hear of it
   *     once more
   */
  Segment make(Clip clip, int gain, FrameStore store, Consumer<Segment> shape) throws IOException {
    return make(Wav.read(clip.wav()), clip, gain, store, shape);
  }

  /** The same from the clip's sound. */
  Segment make(Wav wav, Clip clip, int gain, FrameStore store, Consumer<Segment> shape)
      throws IOException {
    return make(amplified(signal(wav), gain), key(clip, gain), Ends.CUT, store, shape);
  }

  /** What happens to silence at both ends of a signal. */
  enum Ends {
    /** It is cut to a margin; pauses are counted from the speech. */
    CUT,
    /** It is part of the sound. */
    KEPT
  }

  /** Encodes a signal into the store, its decoded peak held. */
  Segment make(float[] signal, String key, Ends ends, FrameStore store) throws IOException {
    return make(signal, key, ends, store, shape -> {});
  }

  private Segment make(
      float[] signal, String key, Ends ends, FrameStore store, Consumer<Segment> shape)
      throws IOException {
    Encoded encoded =
        held(
            ceiling -> {
              Sound sound = shaped(signal, ceiling, ends);
              return encoded(
                  sound, BitReservoir.ON, cells -> shape.accept(shape(sound, cells, key)));
            });
    return append(encoded, 0, key, store);
  }

  private Segment shape(Sound sound, float[] cells, String key) {
    int frames = sound.samples().length / format.frameSamples();
    Speech speech = sound.speech();
    return new Segment(key, frames, speech.start(), speech.end(), 0, 0, cells, 0);
  }

  /**
   * Encodes a part of something that sounds, so that its frames go on from those of the part
   * before.
   *
   * @param signal the part with {@code roll} frames of what is heard before it and after it
   */
  Segment makePart(float[] signal, int roll, String key, FrameStore store) throws IOException {
    return append(
        held(
            ceiling -> {
              float[] limited = Limiter.limit(signal, format.sampleRate(), ceiling);
              Sound sound = new Sound(limited, new Speech(0, limited.length));
              return encoded(sound, BitReservoir.OFF, cells -> {});
            }),
        roll,
        key,
        store);
  }

  /** A line's sound, where its segment starts and as long as that is. */
  float[] sound(Clip clip, int gain) throws IOException {
    float[] signal = amplified(signal(Wav.read(clip.wav())), gain);
    return shaped(signal, factor(CEILING_DB), Ends.CUT).samples();
  }

  /** Encodes under lower and lower ceilings until the decoded peak is held. */
  private static Encoded held(DoubleFunction<Encoded> encoding) {
    double ceiling = factor(CEILING_DB);
    Encoded encoded = encoding.apply(ceiling);
    for (int i = 1; i < ATTEMPTS && encoded.peak() > factor(HIGHEST_PEAK_DB); i++) {
      ceiling *= factor(HIGHEST_PEAK_DB) / encoded.peak();
      encoded = encoding.apply(ceiling);
    }
    return encoded;
  }

  /** Stores all that was encoded but {@code roll} frames at both ends. */
  private Segment append(Encoded encoded, int roll, String key, FrameStore store)
      throws IOException {
    Sound sound = encoded.sound();
    int all = sound.samples().length / format.frameSamples();
    byte[] frames =
        Arrays.copyOfRange(
            encoded.frames(), roll * format.frameBytes(), (all - roll) * format.frameBytes());
    float[] cells = encoded.cells();
    int perFrame = cells.length / all;
    Segment segment =
        new Segment(
            key,
            all - 2 * roll,
            sound.speech().start(),
            sound.speech().end() - 2 * roll * format.frameSamples(),
            encoded.peak(),
            Crc16.of(0, frames, 0, frames.length),
            Arrays.copyOfRange(cells, roll * perFrame, (all - roll) * perFrame),
            0);
    return store.append(segment, frames);
  }

  /** Whole frames of samples, and where the speech lies in them. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries both.
  private record Sound(float[] samples, Speech speech) {}

  /** What a sound became, and its energies. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Encoded(Sound sound, float[] cells, byte[] frames, double peak) {}

  /** Encodes; {@code measured} hears of the cells while the encoder is at work, or of none. */
  private Encoded encoded(Sound sound, BitReservoir reservoir, Consumer<float[]> measured) {
    // Beside the encoder where a core has nothing to do: a single line is waited for.
    Energies energies = new Energies(sound.samples(), format.sampleRate());
    Announcement announcement = new Announcement(measured);
    if (!spare.take(() -> announcement.know(energies.cells()))) {
      announcement.know(new float[0]);
    }
    byte[] frames = encoder.encode(sound.samples(), reservoir, announcement::underWay);
    double peak = DecodedPeak.of(encoder, format, frames, sound.samples());
    return new Encoded(sound, energies.cells(), frames, peak);
  }

  private Sound shaped(float[] signal, double ceiling, Ends ends) {
    float[] limited = Limiter.limit(signal, format.sampleRate(), ceiling);
    Speech speech = ends == Ends.CUT ? Speech.in(limited) : new Speech(0, limited.length);
    int from = Math.max(0, speech.start() - samples(LEAD_MILLIS));
    int to = Math.min(limited.length, speech.end() + samples(TAIL_MILLIS));
    float[] segment = Padding.around(format, limited, from, to);
    Speech moved = speech.movedBy(Padding.lead(format) - from);
    fade(segment, moved, Padding.lead(format), Padding.lead(format) + to - from);
    return new Sound(segment, moved);
  }

  static double factor(double decibels) {
    return Math.pow(10, decibels / 20);
  }

  private static float[] amplified(float[] signal, int tenths) {
    float factor = (float) factor(tenths / 10.0);
    for (int i = 0; i < signal.length; i++) {
      signal[i] *= factor;
    }
    return signal;
  }

  private float[] signal(Wav wav) {
    Resampler resampler =
        resamplers.computeIfAbsent(
            wav.sampleRate(), rate -> new Resampler(rate, format.sampleRate()));
    return resampler.convert(wav.samples());
  }

  private int samples(int millis) {
    return millis * format.sampleRate() / 1000;
  }

  /** Leads the silence at both ends to zero where it is cut, without touching the speech. */
  private void fade(float[] segment, Speech speech, int from, int to) {
    int in = Math.min(samples(FADE_MILLIS), speech.start() - from);
    for (int i = 0; i < in; i++) {
      segment[from + i] *= (float) i / in;
    }
    int out = Math.min(samples(FADE_MILLIS), to - speech.end());
    for (int i = 0; i < out; i++) {
      segment[to - 1 - i] *= (float) i / out;
    }
  }
}
