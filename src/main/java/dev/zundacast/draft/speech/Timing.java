package dev.zundacast.draft.speech;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How many frames each phoneme of a query lasts. A frame is 256 samples at 24 kHz; clients predict
 * the length of an utterance from the query by the same rounding.
 */
final class Timing {
  static final double FRAMES_PER_SECOND = 24000.0 / 256;

  private final AudioQuery query;
  private final int[] frames;

  /** {@code phrases} are those of the query, with what the synthesis adds to them. */
  Timing(AudioQuery query, List<AccentPhrase> phrases, List<Phone> phones) {
    this.query = query;
    this.frames = new int[phones.size()];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = frames(seconds(phones.get(i), phrases));
    }
  }

  int[] frames() {
    return frames;
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

  private int frames(double seconds) {
    return (int) Math.rint(seconds / query.speedScale() * FRAMES_PER_SECOND);
  }

  private double seconds(Phone phone, List<AccentPhrase> phrases) {
    return switch (phone.role()) {
      case SILENCE -> phone.phrase() < 0 ? query.prePhonemeLength() : query.postPhonemeLength();
      case PAUSE -> pause(phrases.get(phone.phrase()));
      case CONSONANT -> Objects.requireNonNullElse(mora(phone, phrases).consonantLength(), 0.0);
      case VOWEL -> mora(phone, phrases).vowelLength();
    };
  }

  private double pause(AccentPhrase phrase) {
    Mora pause = phrase.pauseMora();
    Double fixed = query.pauseLength();
    double length = fixed != null ? fixed : pause == null ? 0 : pause.vowelLength();
    return length * Objects.requireNonNullElse(query.pauseLengthScale(), 1.0);
  }

  private static Mora mora(Phone phone, List<AccentPhrase> phrases) {
    return phrases.get(phone.phrase()).moras().get(phone.mora());
  }
}
