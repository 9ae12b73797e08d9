package dev.zundacast.reading;

import dev.zundacast.reading.number.JapaneseNumber;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morpheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text should sound like by our own analysis, with the places of its particles は. */
final class ExpectedSounds {
  /**
   * Words in hiragana that do begin with は and may follow a noun without a particle; any other is
   * more likely a particle and a word of its own (はあくまで, はできる).
   */
  private static final Pattern WORDS_WITH_HA =
      Pattern.compile(
          "は(?:い|じ|や|っ|な|た|し|か|る|れ|ん|こ|ら|さ[みむまめも]|ぶ|ま|み|ず[れすさせし]|て|く|つ|と|は|ねる|ね[らた]|げ|ぐ|り|ろ|ば).*");

  /** A number, of which the analysis knows no sounds. */
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:,\\d{3})*)(?:\\.(\\d+))?");

  private static final Set<String> NEVER_BEFORE_WA =
      Set.of("が", "を", "も", "は", "ね", "よ", "な", "か", "し", "ば");

  /**
   * One kana that should be heard.
   *
   * @param at the offset of the particle は that it stands for, -1 for anything else
   * @param word the offset of the word that it belongs to
   */
  record Sound(char kana, int at, int word) {}

  private final String text;
  private final Matcher number;
  private final List<Sound> sounds = new ArrayList<>();
  private int numberEnd;
  private boolean behindNoun;

  private ExpectedSounds(String text) {
    this.text = text;
    this.number = NUMBER.matcher(text);
  }

  /** The sounds of {@code text}, which {@code morphemes} make up. */
  static List<Sound> of(List<Morpheme> morphemes, String text) {
    ExpectedSounds expected = new ExpectedSounds(text);
    morphemes.forEach(expected::add);
    return expected.sounds;
  }

  private void add(Morpheme morpheme) {
    if (morpheme.start() < numberEnd) {
      return;
    }
    if (number.region(morpheme.start(), text.length()).lookingAt()) {
      said(number).chars().forEach(c -> sounds.add(new Sound((char) c, -1, morpheme.start())));
      numberEnd = number.end();
      behindNoun = true;
    } else {
      addWord(morpheme);
    }
  }

  private void addWord(Morpheme morpheme) {
    boolean particle = isParticle(morpheme) || (behindNoun && isCutWrong(morpheme));
    String katakana = katakana(morpheme);
    for (int i = 0; i < katakana.length(); i++) {
      boolean first = i == 0 && particle;
      char c = first ? 'ワ' : katakana.charAt(i);
      sounds.add(new Sound(c, first ? morpheme.start() : -1, morpheme.start()));
    }
    behindNoun = mayStandBeforeWa(morpheme);
  }

  private static String katakana(Morpheme morpheme) {
    String kana = morpheme.reading().isEmpty() ? morpheme.surface() : morpheme.reading();
    String katakana = Kana.katakana(kana);
    if (morpheme.surface().equals("へ") && morpheme.is("助詞")) {
      return "エ";
    }
    return endsWithParticle(morpheme)
        ? katakana.substring(0, katakana.length() - 1) + "ワ"
        : katakana;
  }

  /** または, では, まずは. */
  private static boolean endsWithParticle(Morpheme morpheme) {
    return morpheme.surface().length() > 1
        && morpheme.surface().endsWith("は")
        && (morpheme.is("接続詞") || morpheme.is("助詞") || morpheme.is("副詞") || morpheme.is("感動詞"));
  }

  private static String said(MatchResult number) {
    String whole = number.group(1).replace(",", "");
    return number.group(2) == null
        ? JapaneseNumber.whole(whole)
        : JapaneseNumber.decimal(whole, number.group(2));
  }

  private static boolean mayStandBeforeWa(Morpheme morpheme) {
    boolean particle = morpheme.is("助詞") && !NEVER_BEFORE_WA.contains(morpheme.surface());
    return morpheme.is("名詞") || particle;
  }

  private static boolean isParticle(Morpheme morpheme) {
    return morpheme.surface().equals("は") && morpheme.is("助詞");
  }

  /** A word in hiragana with は in front where a particle and another word are likelier. */
  private boolean isCutWrong(Morpheme morpheme) {
    String surface = morpheme.surface();
    return surface.length() > 1
        && surface.charAt(0) == 'は'
        && surface.chars().allMatch(c -> c >= 'ぁ' && c <= 'ん')
        && !WORDS_WITH_HA.matcher(surface).matches()
        && !isFeather(morpheme);
  }

  /** 鳥のはね; where の stands for a noun (早いのはね), は has been written ワ before. */
  private boolean isFeather(Morpheme morpheme) {
    return morpheme.surface().equals("はね") && text.startsWith("の", morpheme.start() - 1);
  }
}
