package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.audio.mp3.SegmentEncoder.BitReservoir;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Clip;
import dev.zundacast.sound.Resampler;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;

/** Turns a clip into a segment: rate, gain, limiter, silence cut to a margin, frames. */
final class SegmentMaker {
  /** Counts up whenever the same clip would become other frames, or these be kept otherwise. */
  private static final int RECIPE = 9;

  /** Highest true peak before encoding, in dB: coding adds up to 1.5 dB, so few are done twice. */
  private static final double CEILING_DB = -2.6;

  /** Highest true peak after decoding, in dBTP: what directories ask for, and a hair. */
  private static final double HIGHEST_PEAK_DB = -1.05;

  /** A segment whose peak coding raised too far is encoded again, limited by so much more. */
  private static final int ATTEMPTS = 4;

  /** What is quieter than -50 dBFS is silence. */
  private static final double SILENCE = factor(-50);

  /** Silence that a clip keeps before and after its speech, if it has it: breath, decay. */
  private static final int LEAD_MILLIS = 40;

  private static final int TAIL_MILLIS = 60;
  private static final int FADE_MILLIS = 5;

  private final SegmentEncoder encoder;
  private final Map<Integer, Resampler> resamplers = new ConcurrentHashMap<>();

  SegmentMaker(SegmentEncoder encoder) {
    this.encoder = encoder;
  }

  /** What a clip at a gain (in tenths of a dB) becomes depends on this and nothing else. */
  String key(Clip clip, int gain) {
    return key(clip.identity(), String.valueOf(clip.checksum()), String.valueOf(gain));
  }

  /** The key of what is made from these values by this encoder. */
  String key(String... values) {
    return new Digest()
        .add(Integer.toString(RECIPE))
        .add(String.join("\n", values))
        .add(encoder.name() + "\n" + Mp3Format.NAME)
        .hex();
  }

  /** The clip's energies before any gain, to find the gain that its voice needs. */
  float[] energies(Clip clip) throws IOException {
    return KWeighting.energies(signal(clip), Mp3Format.SAMPLE_RATE);
  }

  /** Encodes the clip at a gain in tenths of a dB. */
  Segment.Made make(Clip clip, int gain) throws IOException {
    return make(amplified(signal(clip), gain), key(clip, gain), Ends.CUT);
  }

  /** What happens to silence at both ends of a signal. */
  enum Ends {
    /** It is cut to a margin; pauses are counted from the speech. */
    CUT,
    /** It is part of the sound. */
    KEPT
  }

  /** Encodes a signal, its decoded peak held. */
  Segment.Made make(float[] signal, String key, Ends ends) {
    return held(ceiling -> encoded(shaped(signal, ceiling, ends), BitReservoir.ON)).made(key, 0);
  }

  /**
   * Encodes a part of something that sounds, with {@code roll} frames of what is heard before it
   * and after it, so that its frames go on from those of the part before.
   */
  Segment.Made makePart(float[] signal, int roll, String key) {
    return held(ceiling -> {
          float[] limited = Limiter.limit(signal, Mp3Format.SAMPLE_RATE, ceiling);
          return encoded(new Sound(limited, 0, limited.length), BitReservoir.OFF);
        })
        .made(key, roll);
  }

  /** A line's sound, where its segment starts and as long as that is. */
  float[] sound(Clip clip, int gain) throws IOException {
    return shaped(amplified(signal(clip), gain), factor(CEILING_DB), Ends.CUT).samples();
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

  /** Whole frames of samples, and between which of them the speech lies; none in silence. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries them.
  private record Sound(float[] samples, int start, int end) {
    /** A sound, its speech being what is no silence. */
    static Sound of(float[] samples) {
      int start = 0;
      while (start < samples.length && Math.abs(samples[start]) < SILENCE) {
        start++;
      }
      if (start == samples.length) {
        return new Sound(samples, 0, 0);
      }
      int end = samples.length;
      while (Math.abs(samples[end - 1]) < SILENCE) {
        end--;
      }
      return new Sound(samples, start, end);
    }
  }

  /** What a sound became, and its true peak as listeners get it. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Encoded(Sound sound, byte[] frames, double peak) {
    /** The segment of all that was encoded but {@code roll} frames at both ends. */
    Segment.Made made(String key, int roll) {
      int all = sound.samples().length / Mp3Format.FRAME_SAMPLES;
      byte[] kept =
          Arrays.copyOfRange(
              frames, roll * Mp3Format.FRAME_BYTES, (all - roll) * Mp3Format.FRAME_BYTES);
      float[] energies = KWeighting.energies(sound.samples(), Mp3Format.SAMPLE_RATE);
      int perFrame = energies.length / all;
      Segment segment =
          new Segment(
              key,
              all - 2 * roll,
              sound.start(),
              sound.end() - 2 * roll * Mp3Format.FRAME_SAMPLES,
              peak,
              Arrays.copyOfRange(energies, roll * perFrame, (all - roll) * perFrame),
              Crc16.of(kept, kept.length));
      return new Segment.Made(segment, kept);
    }
  }

  private Encoded encoded(Sound sound, BitReservoir reservoir) {
    byte[] frames = encoder.encode(sound.samples(), reservoir);
    // Coding moves peaks by more than a decibel.
    float[] decoded = encoder.decode(frames);
    return new Encoded(sound, frames, TruePeak.within(decoded, 0, decoded.length, 0));
  }

  private Sound shaped(float[] signal, double ceiling, Ends ends) {
    float[] limited = Limiter.limit(signal, Mp3Format.SAMPLE_RATE, ceiling);
    Sound whole = ends == Ends.CUT ? Sound.of(limited) : new Sound(limited, 0, limited.length);
    int from = Math.max(0, whole.start() - Mp3Format.samples(LEAD_MILLIS));
    int to = Math.min(limited.length, whole.end() + Mp3Format.samples(TAIL_MILLIS));
    int moved = Mp3Format.LEAD - from;
    Sound sound =
        new Sound(Mp3Format.padded(limited, from, to), whole.start() + moved, whole.end() + moved);
    fade(sound, from + moved, to + moved);
    return sound;
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

  private float[] signal(Clip clip) throws IOException {
    Wav wav = Wav.read(clip.wav());
    return resamplers
        .computeIfAbsent(wav.rate(), rate -> new Resampler(rate, Mp3Format.SAMPLE_RATE))
        .convert(wav.mono());
  }

  /** Leads the silence at both ends to zero where it is cut, without touching the speech. */
  private void fade(Sound sound, int from, int to) {
    float[] samples = sound.samples();
    int in = Math.min(Mp3Format.samples(FADE_MILLIS), sound.start() - from);
    for (int i = 0; i < in; i++) {
      samples[from + i] *= (float) i / in;
    }
    int out = Math.min(Mp3Format.samples(FADE_MILLIS), to - sound.end());
    for (int i = 0; i < out; i++) {
      samples[to - 1 - i] *= (float) i / out;
    }
  }
}
