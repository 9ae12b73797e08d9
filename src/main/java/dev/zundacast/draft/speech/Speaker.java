package dev.zundacast.draft.speech;

import dev.zundacast.draft.speech.Prosody.Curve;
import dev.zundacast.sound.Resampler;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Speaks an audio query: its moras, lengths, pauses and pitches, not the text it came from. */
public record Speaker(HtsEngine engine) {
  /** Mei's loudest vowels reach beyond full scale; 4 dB less keeps them inside at volume 1. */
  private static final double HEADROOM = 0.63;

  /** Longest utterance: its samples at 48 kHz then take some 150 MB while they are made. */
  private static final double MOST_SECONDS = 600;

  /** As many samples as the longest utterance has in stereo at 48 kHz. */
  private static final double MOST_SAMPLES = MOST_SECONDS * 48000 * 2;

  /** The sound of a query, which is refused when it is too long to be spoken at once. */
  public Wav speak(AudioQuery query, VoiceFile voice) throws IOException {
    List<AccentPhrase> phrases = Intonation.of(query);
    List<Phone> phones = Phone.of(phrases);
    Timing timing = Timing.of(query, phones);
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
            : say(query, phones, timing, engine.speak(phrases, voice, timing.voiceFrames()), voice);
    return finish(spoken, query, voice.rate());
  }

  private static float[] say(
      AudioQuery query, List<Phone> phones, Timing timing, Tracks tracks, VoiceFile voice) {
    Contour contour = new Contour(tracks, phones, timing.frames(), query.intonationScale());
    double hop = voice.rate() / (Timing.FRAMES_PER_SECOND * Contour.DETAIL);
    return new Vocoder(contour.stretched(), voice.rate(), voice.warp(), hop).synthesise();
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

  /** The scales of a query and the rise of a question, put into the pitches of its moras. */
  private static final class Intonation {
    private static final double RISE_SECONDS = 0.15;
    private static final double RISE = 0.3;
    private static final double HIGHEST = 6.5;

    private Intonation() {}

    /** Adds a short, higher vowel to a question that ends voiced. */
    private static AccentPhrase raiseQuestion(AccentPhrase phrase) {
      List<Mora> moras = new ArrayList<>(phrase.moras());
      Mora last = moras.isEmpty() ? Mora.pause() : moras.get(moras.size() - 1);
      if (phrase.interrogative() && last.pitch() != 0 && last.voiced()) {
        moras.add(
            Mora.plain(KanaTable.kana("", last.vowel()), null, last.vowel())
                .withLengths(null, RISE_SECONDS)
                .withPitch(Math.min(last.pitch() + RISE, HIGHEST)));
      }
      return phrase.withMoras(moras);
    }

    /** The phrases of a query with its pitch and intonation scales applied; pitches of 0 stay. */
    static List<AccentPhrase> of(AudioQuery query) {
      List<AccentPhrase> phrases =
          query.accentPhrases().stream().map(Intonation::raiseQuestion).toList();
      double factor = Math.pow(2, query.pitchScale());
      double mean =
          factor
              * phrases.stream()
                  .flatMap(phrase -> phrase.moras().stream())
                  .mapToDouble(Mora::pitch)
                  .filter(pitch -> pitch > 0)
                  .average()
                  .orElse(0);
      return phrases.stream()
          .map(it -> it.with(mora -> scaled(mora, factor, mean, query.intonationScale())))
          .toList();
    }

    private static Mora scaled(Mora mora, double factor, double mean, double intonation) {
      return mora.pitch() > 0
          ? mora.withPitch(mean + (mora.pitch() * factor - mean) * intonation)
          : mora;
    }
  }

  /**
   * How many frames each phoneme of a query lasts. A frame is 256 samples at 24 kHz; clients
   * predict the length of an utterance from the query by the same rounding.
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Timing(int[] frames) {
    static final double FRAMES_PER_SECOND = 24000.0 / 256;

    /** {@code phones} are those of the query, with what the synthesis adds to them. */
    static Timing of(AudioQuery query, List<Phone> phones) {
      return new Timing(
          phones.stream().mapToInt(it -> frames(seconds(it, query), query.speedScale())).toArray());
    }

    long total() {
      return IntStream.of(frames).asLongStream().sum();
    }

    /** The voice's own frames for each phoneme: about the same time, but no fewer than it needs. */
    int[] voiceFrames() {
      int[] own = new int[frames.length];
      for (int i = 0; i < own.length; i++) {
        double seconds = frames[i] / FRAMES_PER_SECOND;
        own[i] = Math.max(HtsEngine.LEAST_FRAMES, (int) Math.round(seconds / Tracks.FRAME_SECONDS));
      }
      return own;
    }

    private static int frames(double seconds, double speed) {
      return (int) Math.rint(seconds / speed * FRAMES_PER_SECOND);
    }

    private static double seconds(Phone phone, AudioQuery query) {
      return switch (phone.role()) {
        case SILENCE -> phone.phrase() < 0 ? query.prePhonemeLength() : query.postPhonemeLength();
        case PAUSE ->
            Objects.requireNonNullElse(query.pauseLength(), phone.said().vowelLength())
                * Objects.requireNonNullElse(query.pauseLengthScale(), 1.0);
        case CONSONANT -> Objects.requireNonNullElse(phone.said().consonantLength(), 0.0);
        case VOWEL -> phone.said().vowelLength();
      };
    }
  }

  /**
   * A voice's tracks to the frames of an utterance: each phoneme stretched to its length, and the
   * voice's pitch moved, mora by mora, to the pitch that the query gives. What the voice does
   * inside a mora stays, so a query with the voice's own pitches sounds as the voice by itself.
   */
  private static final class Contour {
    /** Frames of the vocoder for one frame of a query. */
    static final int DETAIL = 2;

    private final Tracks tracks;
    private final List<Phone> phones;
    private final int[] lengths;
    private final double liveliness;
    private final double[] voicePitches;
    private final Curve own = new Curve();
    private final Curve wanted = new Curve();

    Contour(Tracks tracks, List<Phone> phones, int[] lengths, double liveliness) {
      this.tracks = tracks;
      this.phones = phones;
      this.lengths = lengths;
      this.liveliness = liveliness;
      this.voicePitches = tracks.vowelPitches(phones);
      drawCurves();
    }

    private void drawCurves() {
      double centre = 0;
      for (int i = 0; i < lengths.length; i++) {
        double place = centre + lengths[i] * DETAIL / 2.0;
        centre += lengths[i] * DETAIL;
        double pitch = phones.get(i).said().pitch();
        if (phones.get(i).role() == Phone.Role.VOWEL && pitch > 0 && lengths[i] > 0) {
          wanted.add(place, pitch);
          if (!Double.isNaN(voicePitches[i])) {
            own.add(place, voicePitches[i]);
          }
        }
      }
    }

    Tracks stretched() {
      int[] longer = IntStream.of(lengths).map(it -> it * DETAIL).toArray();
      int count = IntStream.of(longer).sum();
      Tracks frames = new Tracks(longer, new float[count][], new float[count], new float[count][]);
      int source = 0;
      int at = 0;
      for (int i = 0; i < lengths.length; i++) {
        int steps = longer[i];
        for (int step = 0; step < steps; step++) {
          double place = source + (step + 0.5) / steps * tracks.lengths()[i] - 0.5;
          fill(frames, at, i, Math.max(0, Math.min(place, tracks.frames() - 1)));
          at++;
        }
        source += tracks.lengths()[i];
      }
      return frames;
    }

    private void fill(Tracks frames, int at, int phone, double place) {
      int left = (int) place;
      int right = Math.min(left + 1, tracks.frames() - 1);
      double share = place - left;
      frames.spectrum()[at] = between(tracks.spectrum()[left], tracks.spectrum()[right], share);
      int nearest = share < 0.5 ? left : right;
      frames.voicing()[at] = tracks.voicing()[nearest];
      frames.logF0()[at] = (float) pitch(phone, at + 0.5, place, nearest);
    }

    private double pitch(int phone, double time, double place, int nearest) {
      if (phones.get(phone).said().pitch() <= 0 || wanted.isEmpty()) {
        return Double.NaN;
      }
      if (!Float.isNaN(tracks.logF0()[nearest])) {
        double movement = own.isEmpty() ? 0 : voicePitch(place, nearest) - own.at(time);
        return wanted.at(time) + liveliness * movement;
      }
      // The voice would whisper a vowel that the query wants voiced.
      boolean whispered =
          phones.get(phone).role() == Phone.Role.VOWEL && Double.isNaN(voicePitches[phone]);
      return whispered ? wanted.at(time) : Double.NaN;
    }

    private double voicePitch(double place, int nearest) {
      int other = place < nearest ? nearest - 1 : Math.min(nearest + 1, tracks.frames() - 1);
      float here = tracks.logF0()[nearest];
      float there = tracks.logF0()[Math.max(0, other)];
      return Float.isNaN(there) ? here : here + Math.abs(place - nearest) * (there - here);
    }

    private static float[] between(float[] left, float[] right, double share) {
      float[] mixed = new float[left.length];
      for (int m = 0; m < mixed.length; m++) {
        mixed[m] = (float) (left[m] + share * (right[m] - left[m]));
      }
      return mixed;
    }
  }
}
