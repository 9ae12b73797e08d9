package dev.zundacast.draft.speech;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.draft.speech.Checked.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides how an utterance sounds, as clients send it to be spoken.
 *
 * @param pitchScale a pitch is multiplied by 2 to this power
 * @param intonationScale scales the distance of a pitch from the mean
 * @param prePhonemeLength silence before, seconds
 * @param postPhonemeLength silence after, seconds
 * @param pauseLength replaces the length of every pause, seconds
 * @param outputSamplingRate Hz
 * @param outputStereo two identical channels
 * @param kana the reading, for people; says nothing to the synthesis
 */
public record AudioQuery(
    @JsonProperty("accent_phrases") List<AccentPhrase> accentPhrases,
    @Range(above = 0) double speedScale,
    double pitchScale,
    double intonationScale,
    @Range(min = 0) double volumeScale,
    @Range(min = 0) double prePhonemeLength,
    @Range(min = 0) double postPhonemeLength,
    @Range(min = 0) @Nullable Double pauseLength,
    @JsonProperty(defaultValue = "1") @Range(min = 0) double pauseLengthScale,
    @Range(above = 0) int outputSamplingRate,
    boolean outputStereo,
    @Nullable String kana) {
  public AudioQuery {
    accentPhrases = List.copyOf(accentPhrases);
  }

  /** The query that speaks these phrases as they are. */
  public static AudioQuery of(List<AccentPhrase> phrases, int rate) {
    return new AudioQuery(
        phrases, 1, 0, 1, 1, 0.1, 0.1, null, 1, rate, false, AccentNotation.write(phrases));
  }
}
