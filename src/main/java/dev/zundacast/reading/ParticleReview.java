package dev.zundacast.reading;

import dev.zundacast.episode.QueryReview;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the particles は that an engine read ハ and writes them ワ. What the text should sound like by
 * our own analysis is laid beside the moras that the engine answered.
 */
final class ParticleReview implements QueryReview {
  /**
   * Words in hiragana that do begin with は and may follow a noun without a particle; any other is
   * more likely a particle and a word of its own (はあくまで, はできる).
   */
  private static final Pattern WORDS_WITH_HA =
      Pattern.compile(
          "は(?:い|じ|や|っ|な|た|し|か|る|れ|ん|こ|ら|さ[みむまめも]|ぶ|ま|み|ず[れすさせし]|て|く|つ|と|は|ねる|ね[らた]|げ|ぐ|り|ろ|ば).*");

  /** What a sound without a counterpart costs, and one beside another sound. */
  private static final int MISSING = 4;

  private static final int OTHER = 7;

  private static final Set<String> NEVER_BEFORE_WA =
      Set.of("が", "を", "も", "は", "ね", "よ", "な", "か", "し", "ば");

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
    for (Sound sound : misread(expected(spoken), heard)) {
      mended.setCharAt(sound.at, 'ワ');
      changed = true;
    }
    return changed ? Optional.of(mended.toString()) : Optional.empty();
  }

  /**
   * One kana that should be heard.
   *
   * @param at the offset of the particle は that it stands for, -1 for anything else
   */
  private record Sound(char kana, int at) {}

  private List<Sound> expected(String text) {
    List<Sound> sounds = new ArrayList<>();
    boolean behindNoun = false;
    for (Morpheme morpheme : morphology.analyse(text)) {
      boolean particle = isParticle(morpheme) || (behindNoun && isCutWrong(morpheme));
      String kana = morpheme.reading().isEmpty() ? morpheme.surface() : morpheme.reading();
      String katakana = Kana.katakana(kana);
      for (int i = 0; i < katakana.length(); i++) {
        boolean first = i == 0 && particle;
        sounds.add(new Sound(first ? 'ワ' : katakana.charAt(i), first ? morpheme.start() : -1));
      }
      behindNoun = mayStandBeforeWa(morpheme);
    }
    return sounds;
  }

  private static boolean mayStandBeforeWa(Morpheme morpheme) {
    boolean particle = morpheme.is("助詞") && !NEVER_BEFORE_WA.contains(morpheme.surface());
    return morpheme.is("名詞") || particle;
  }

  private static boolean isParticle(Morpheme morpheme) {
    return morpheme.surface().equals("は") && morpheme.is("助詞");
  }

  /** A word in hiragana with は in front where a particle and another word are likelier. */
  private static boolean isCutWrong(Morpheme morpheme) {
    String surface = morpheme.surface();
    return surface.length() > 1
        && surface.charAt(0) == 'は'
        && surface.chars().allMatch(c -> c >= 'ぁ' && c <= 'ん')
        && !WORDS_WITH_HA.matcher(surface).matches();
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
        if (sound.at >= 0 && heard.charAt(j - 1) == 'ハ') {
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
    if (sound.kana == heard) {
      return 0;
    }
    if (sound.at >= 0 && heard == 'ハ') {
      return 1;
    }
    boolean drawn = "ーアイウエオ".indexOf(sound.kana) >= 0 && "ーアイウエオ".indexOf(heard) >= 0;
    return drawn ? 1 : OTHER;
  }
}
