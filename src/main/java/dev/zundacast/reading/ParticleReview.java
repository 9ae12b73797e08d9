package dev.zundacast.reading;

import dev.zundacast.episode.QueryReview;
import dev.zundacast.reading.ExpectedSounds.Sound;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the particles は that an engine read ハ and writes them ワ, and tells an answer to another
 * text. What the text should sound like by our own analysis is laid beside the moras that the
 * engine answered.
 */
final class ParticleReview implements QueryReview {
  /** Kana that are enough to tell texts by. */
  private static final int ENOUGH = 12;

  /**
   * Of 1,800 texts of 12 sounds and more no answer to the text itself differs by more than 0.4; 19
   * of 20 answers to another text differ by 0.6. Of fewer sounds one misread word is half.
   */
  private static final double ANOTHER = 0.6;

  private final Morphology morphology;

  ParticleReview(Morphology morphology) {
    this.morphology = morphology;
  }

  /** The text with ワ for each of them, empty when there is none. */
  @Override
  public Optional<String> mended(String spoken, List<String> phrases) {
    String heard = String.join("", phrases).replace("、", "");
    if (spoken.indexOf('は') < 0 || heard.indexOf('ハ') < 0) {
      return Optional.empty();
    }
    StringBuilder mended = new StringBuilder(spoken);
    boolean changed = false;
    for (Sound sound : misread(ExpectedSounds.of(morphology.analyse(spoken), spoken), heard)) {
      mended.setCharAt(sound.at(), 'ワ');
      changed = true;
    }
    return changed ? Optional.of(mended.toString()) : Optional.empty();
  }

  /** Whether these are surely the moras of another text. */
  @Override
  public boolean isOfAnother(String spoken, List<String> phrases) {
    String heard = String.join("", phrases).replace("、", "");
    return difference(spoken, heard) > ANOTHER;
  }

  /** From 0 for what sounds alike to 1; 0, too, where little is known of the sounds. */
  private double difference(String spoken, String heard) {
    if (heard.length() < ENOUGH || !heard.chars().allMatch(ParticleReview::isKatakana)) {
      return 0;
    }
    List<Sound> expected = ExpectedSounds.of(morphology.analyse(spoken), spoken);
    List<Sound> known = expected.stream().filter(s -> isKatakana(s.kana())).toList();
    if (known.size() < ENOUGH) {
      return 0;
    }
    return SoundAlignment.difference(known, heard);
  }

  private static boolean isKatakana(int c) {
    return c >= 'ァ' && c <= 'ー';
  }

  /** The particles that meet a ハ. */
  private static List<Sound> misread(List<Sound> expected, String heard) {
    SoundAlignment alignment = SoundAlignment.of(expected, heard);
    List<Sound> misread = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      int at = alignment.heardAt(i);
      if (expected.get(i).at() >= 0 && at >= 0 && heard.charAt(at) == 'ハ') {
        misread.add(expected.get(i));
      }
    }
    return misread;
  }
}
