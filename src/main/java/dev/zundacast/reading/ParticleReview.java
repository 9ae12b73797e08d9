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
  /** What a sound without a counterpart costs, and one beside another sound. */
  private static final int MISSING = 4;

  private static final int OTHER = 7;

  /** Kana that are enough to tell texts by. */
  private static final int ENOUGH = 8;

  /** Answers to the text itself differ by 0.12 at most, 19 of 20 answers to another by 0.6. */
  private static final double ANOTHER = 0.5;

  private final Morphology morphology;

  ParticleReview(Morphology morphology) {
    this.morphology = morphology;
  }

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
    int cost = costs(known, heard)[known.size()][heard.length()];
    return (double) cost / (MISSING * (known.size() + heard.length()));
  }

  private static boolean isKatakana(int c) {
    return c >= 'ァ' && c <= 'ー';
  }

  /** The particles that the least costly alignment lays beside a ハ. */
  private static List<Sound> misread(List<Sound> expected, String heard) {
    int[][] cost = costs(expected, heard);
    List<Sound> misread = new ArrayList<>();
    int i = expected.size();
    int j = heard.length();
    while (i > 0 && j > 0) {
      Sound sound = expected.get(i - 1);
      if (cost[i][j] == cost[i - 1][j - 1] + change(sound, heard.charAt(j - 1))) {
        if (sound.at() >= 0 && heard.charAt(j - 1) == 'ハ') {
          misread.add(sound);
        }
        i--;
        j--;
      } else if (cost[i][j] == cost[i - 1][j] + MISSING) {
        i--;
      } else {
        j--;
      }
    }
    return misread;
  }

  private static int[][] costs(List<Sound> expected, String heard) {
    int[][] cost = new int[expected.size() + 1][heard.length() + 1];
    for (int i = 0; i <= expected.size(); i++) {
      for (int j = 0; j <= heard.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = (i + j) * MISSING;
          continue;
        }
        int changed = cost[i - 1][j - 1] + change(expected.get(i - 1), heard.charAt(j - 1));
        int dropped = Math.min(cost[i - 1][j], cost[i][j - 1]) + MISSING;
        cost[i][j] = Math.min(changed, dropped);
      }
    }
    return cost;
  }

  /** A particle read ハ is nearly a match; so is a vowel drawn out by ー or written again. */
  private static int change(Sound sound, char heard) {
    if (sound.kana() == heard) {
      return 0;
    }
    if (sound.at() >= 0 && heard == 'ハ') {
      return 1;
    }
    boolean drawn = "ーアイウエオ".indexOf(sound.kana()) >= 0 && "ーアイウエオ".indexOf(heard) >= 0;
    return drawn ? 1 : OTHER;
  }
}
