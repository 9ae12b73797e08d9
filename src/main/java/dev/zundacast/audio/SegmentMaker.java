package dev.zundacast.audio;

import dev.zundacast.audio.level.Cells;
import dev.zundacast.audio.level.Limiter;
import dev.zundacast.audio.level.TruePeak;
import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.Padding;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.audio.pcm.Resampler;
import dev.zundacast.audio.pcm.Speech;
import dev.zundacast.audio.pcm.Wav;
import dev.zundacast.episode.Clip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns a clip into a segment: rate, gain, limiter, silence cut to a margin, frames. */
final class SegmentMaker {
  /** Counts up whenever the same clip would become other frames. */
  private static final int RECIPE = 1;

  /** Highest true peak before encoding, in dB: coding adds some tenths of a dB to a peak. */
  static final double CEILING_DB = -2;

  /** Silence that a clip keeps before and after its speech, if it has it: breath, decay. */
  private static final int LEAD_MILLIS = 40;

  private static final int TAIL_MILLIS = 60;
  private static final int FADE_MILLIS = 5;

  private final Mp3Format format;
  private final SegmentEncoder encoder;
  private final Map<Integer, Resampler> resamplers = new ConcurrentHashMap<>();

  SegmentMaker(Mp3Format format, SegmentEncoder encoder) {
    this.format = format;
    this.encoder = encoder;
  }

  /** What a clip at a gain (in tenths of a dB) becomes depends on this and nothing else. */
  String key(Clip clip, int gain) {
    String everything =
        String.join(
            "\n",
            String.valueOf(RECIPE),
            clip.identity(),
            String.valueOf(gain),
            encoder.name(),
            format.name());
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(everything.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The clip's energies before any gain, to find the gain that its voice needs. */
  float[] cells(Clip clip) throws IOException {
    return Cells.of(signal(clip), format.sampleRate());
  }

  /** Encodes the clip into the store. */
  Segment make(Clip clip, int gain, FrameStore store) throws IOException {
    float[] signal = signal(clip).clone();
    float factor = (float) Math.pow(10, gain / 200.0);
    for (int i = 0; i < signal.length; i++) {
      signal[i] *= factor;
    }
    signal = Limiter.limit(signal, format.sampleRate(), Math.pow(10, CEILING_DB / 20));
    Speech speech = Speech.in(signal);
    int from = Math.max(0, speech.start() - samples(LEAD_MILLIS));
    int to = Math.min(signal.length, speech.end() + samples(TAIL_MILLIS));
    fade(signal, from, speech.start(), speech.end(), to);
    float[] padded = Padding.around(format, signal, from, to);
    int frames = padded.length / format.frameSamples();
    byte[] encoded = encoder.encode(padded, SegmentEncoder.BitReservoir.ON);
    int length = frames * format.frameBytes();
    int shift = Padding.lead(format) - from;
    Segment segment =
        new Segment(
            key(clip, gain),
            frames,
            speech.start() + shift,
            speech.end() + shift,
            TruePeak.of(padded),
            Crc16.of(0, encoded, 0, length),
            Cells.of(padded, format.sampleRate()),
            0);
    return store.append(segment, Arrays.copyOf(encoded, length));
  }

  private float[] signal(Clip clip) throws IOException {
    Wav wav = Wav.read(clip.wav());
    Resampler resampler =
        resamplers.computeIfAbsent(
            wav.sampleRate(), rate -> new Resampler(rate, format.sampleRate()));
    return resampler.convert(wav.samples());
  }

  private int samples(int millis) {
    return millis * format.sampleRate() / 1000;
  }

  /** Leads the silence at both ends to zero where it is cut, without touching the speech. */
  private void fade(float[] signal, int from, int start, int end, int to) {
    int in = Math.min(samples(FADE_MILLIS), start - from);
    for (int i = 0; i < in; i++) {
      signal[from + i] *= (float) i / in;
    }
    int out = Math.min(samples(FADE_MILLIS), to - end);
    for (int i = 0; i < out; i++) {
      signal[to - 1 - i] *= (float) i / out;
    }
  }
}
