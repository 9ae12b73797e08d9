package dev.zundacast.draft.speech;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides how an utterance sounds, as clients send it to be spoken; lengths are
 * seconds of silence, and {@code kana} is for people.
 *
 * @param pitchScale a pitch is multiplied by 2 to this power
 * @param intonationScale scales the distance of a pitch from the mean
 * @param pauseLength replaces the length of every pause
 */
public record AudioQuery(
    @JsonProperty("accent_phrases") List<AccentPhrase> accentPhrases,
    double speedScale,
    double pitchScale,
    double intonationScale,
    double volumeScale,
    double prePhonemeLength,
    double postPhonemeLength,
    @Nullable Double pauseLength,
    @Nullable Double pauseLengthScale,
    int outputSamplingRate,
    boolean outputStereo,
    @Nullable String kana) {
  public AudioQuery {
    accentPhrases = List.copyOf(accentPhrases);
    pauseLengthScale = pauseLengthScale == null ? (Double) 1.0 : pauseLengthScale;
    if (!(speedScale > 0 && outputSamplingRate > 0)) {
      throw new IllegalArgumentException("speedScale and outputSamplingRate: above 0");
    }
    double fixed = pauseLength == null ? 0 : pauseLength;
    if (!(Math.min(prePhonemeLength, postPhonemeLength) >= 0 && fixed >= 0)) {
      throw new IllegalArgumentException("lengths of silence: 0 or above");
    }
  }

  /** The query that speaks these phrases as they are. */
  public static AudioQuery of(List<AccentPhrase> phrases, int rate) {
    return new AudioQuery(
        phrases, 1, 0, 1, 1, 0.1, 0.1, null, 1.0, rate, false, AccentNotation.write(phrases));
  }
}
