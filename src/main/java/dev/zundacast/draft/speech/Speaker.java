package dev.zundacast.draft.speech;

import dev.zundacast.sound.Resampler;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.util.List;

/** Speaks an audio query: its moras, lengths, pauses and pitches, not the text it came from. */
public final class Speaker {
  /** Mei's loudest vowels reach beyond full scale; 4 dB less keeps them inside at volume 1. */
  private static final double HEADROOM = 0.63;

  /** Longest utterance: its samples at 48 kHz then take some 150 MB while they are made. */
  private static final double MOST_SECONDS = 600;

  /** As many samples as the longest utterance has in stereo at 48 kHz. */
  private static final double MOST_SAMPLES = MOST_SECONDS * 48000 * 2;

  private final HtsEngine engine;

  public Speaker(HtsEngine engine) {
    this.engine = engine;
  }

  /** The sound of a query, which is refused when it is too long to be spoken at once. */
  public Wav speak(AudioQuery query, VoiceFile voice) throws IOException {
    List<AccentPhrase> phrases = Intonation.raiseQuestions(query.accentPhrases());
    List<Phone> phones = Phone.of(phrases);
    Timing timing = new Timing(query, phrases, phones);
    double seconds = timing.total() / Timing.FRAMES_PER_SECOND;
    if (seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "the query is %.0f s long, at most %.0f s are spoken at once"
              .formatted(seconds, MOST_SECONDS));
    }
    double samples = seconds * query.outputSamplingRate() * (query.outputStereo() ? 2 : 1);
    if (samples > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          "the query makes %.0f samples, at most %.0f are made at once"
              .formatted(samples, MOST_SAMPLES));
    }
    float[] spoken =
        phrases.isEmpty()
            ? new float[(int) Math.round(seconds * voice.rate())]
            : say(query, phrases, phones, timing, voice);
    return finish(spoken, query, voice.rate());
  }

  private float[] say(
      AudioQuery query,
      List<AccentPhrase> phrases,
      List<Phone> phones,
      Timing timing,
      VoiceFile voice)
      throws IOException {
    Tracks tracks = engine.speak(phrases, voice, timing.voiceFrames());
    Contour contour =
        new Contour(
            tracks,
            phones,
            Intonation.scale(phrases, query),
            timing.frames(),
            query.intonationScale());
    double hop = voice.rate() / (Timing.FRAMES_PER_SECOND * Contour.DETAIL);
    return new Vocoder(contour.frames(), voice.rate(), voice.warp(), hop).synthesise();
  }

  private static Wav finish(float[] samples, AudioQuery query, int rate) {
    float volume = (float) (HEADROOM * query.volumeScale());
    for (int n = 0; n < samples.length; n++) {
      samples[n] *= volume;
    }
    float[] resampled = new Resampler(rate, query.outputSamplingRate()).convert(samples);
    return new Wav(
        query.outputSamplingRate(),
        query.outputStereo() ? new float[][] {resampled, resampled} : new float[][] {resampled});
  }
}
