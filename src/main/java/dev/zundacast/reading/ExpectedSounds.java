package dev.zundacast.reading;

import dev.zundacast.reading.number.JapaneseNumber;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morpheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text should sound like by our own analysis, with the places of its particles は. */
final class ExpectedSounds {
  /** A number, of which the analysis knows no sounds. */
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:,\\d{3})*)(?:\\.(\\d+))?");

  /**
   * One kana that should be heard.
   *
   * @param at the offset of the particle は that it stands for, -1 for anything else
   */
  record Sound(char kana, int at) {}

  private final String text;
  private final Matcher number;
  private final List<Sound> sounds = new ArrayList<>();
  private int numberEnd;

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
      said(number).chars().forEach(c -> sounds.add(new Sound((char) c, -1)));
      numberEnd = number.end();
    } else {
      addWord(morpheme);
    }
  }

  private void addWord(Morpheme morpheme) {
    boolean particle = isParticle(morpheme);
    String katakana = katakana(morpheme);
    for (int i = 0; i < katakana.length(); i++) {
      boolean first = i == 0 && particle;
      char c = first ? 'ワ' : katakana.charAt(i);
      sounds.add(new Sound(c, first ? morpheme.start() : -1));
    }
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

  private static boolean isParticle(Morpheme morpheme) {
    return morpheme.surface().equals("は") && morpheme.is("助詞");
  }
}
