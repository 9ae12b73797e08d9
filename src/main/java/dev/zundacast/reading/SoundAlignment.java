package dev.zundacast.reading;

import dev.zundacast.reading.ExpectedSounds.Sound;
import java.util.Arrays;
import java.util.List;

/** The sounds that a text should have, each beside the kana of an engine's answer that it meets. */
final class SoundAlignment {
  /** For a sound that has no kana beside it. */
  static final int MISSED = -1;

  /** What a sound without a counterpart costs, and one beside another sound. */
  private static final int MISSING = 4;

  private static final int OTHER = 7;

  private final int[] heardAt;
  private final int cost;

  private SoundAlignment(int[] heardAt, int cost) {
    this.heardAt = heardAt;
    this.cost = cost;
  }

  /** The alignment that costs least. */
  static SoundAlignment of(List<Sound> expected, String heard) {
    int[][] cost = costs(expected, heard);
    int[] heardAt = new int[expected.size()];
    Arrays.fill(heardAt, MISSED);
    int i = expected.size();
    int j = heard.length();
    while (i > 0 && j > 0) {
      if (cost[i][j] == cost[i - 1][j - 1] + change(expected.get(i - 1), heard.charAt(j - 1))) {
        heardAt[--i] = --j;
      } else if (cost[i][j] == cost[i - 1][j] + MISSING) {
        i--;
      } else {
        j--;
      }
    }
    return new SoundAlignment(heardAt, cost[expected.size()][heard.length()]);
  }

  /** The place of the kana that the sound of this index meets, {@link #MISSED} for none. */
  int heardAt(int sound) {
    return heardAt[sound];
  }

  /** How far apart both are, from 0 for what sounds alike to 1. */
  static double difference(List<Sound> expected, String heard) {
    return (double) of(expected, heard).cost / (MISSING * (expected.size() + heard.length()));
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
