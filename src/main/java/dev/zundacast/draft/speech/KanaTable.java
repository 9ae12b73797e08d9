package dev.zundacast.draft.speech;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Katakana of one mora to its phonemes and back: a grid of consonants by the five vowels. */
final class KanaTable {
  private static final String[] VOWELS = {"a", "i", "u", "e", "o"};

  /** Consonant (empty for none) and the kana before a i u e o; a dash where there is none. */
  private static final String[] GRID = {
    "   ア イ ウ エ オ",
    "k  カ キ ク ケ コ",
    "g  ガ ギ グ ゲ ゴ",
    "s  サ スィ ス セ ソ",
    "z  ザ ズィ ズ ゼ ゾ",
    "sh シャ シ シュ シェ ショ",
    "j  ジャ ジ ジュ ジェ ジョ",
    "t  タ ティ トゥ テ ト",
    "d  ダ ディ ドゥ デ ド",
    "ts ツァ ツィ ツ ツェ ツォ",
    "ch チャ チ チュ チェ チョ",
    "n  ナ ニ ヌ ネ ノ",
    "h  ハ ヒ - ヘ ホ",
    "f  ファ フィ フ フェ フォ",
    "b  バ ビ ブ ベ ボ",
    "p  パ ピ プ ペ ポ",
    "m  マ ミ ム メ モ",
    "y  ヤ - ユ イェ ヨ",
    "r  ラ リ ル レ ロ",
    "w  ワ ウィ ウゥ ウェ ウォ",
    "v  ヴァ ヴィ ヴ ヴェ ヴォ",
    "ky キャ キィ キュ キェ キョ",
    "gy ギャ ギィ ギュ ギェ ギョ",
    "ty テャ - テュ テェ テョ",
    "dy デャ - デュ デェ デョ",
    "ny ニャ ニィ ニュ ニェ ニョ",
    "hy ヒャ ヒィ ヒュ ヒェ ヒョ",
    "by ビャ ビィ ビュ ビェ ビョ",
    "py ピャ ピィ ピュ ピェ ピョ",
    "my ミャ ミィ ミュ ミェ ミョ",
    "ry リャ リィ リュ リェ リョ",
    "kw クヮ クィ クゥ クェ クォ",
    "gw グヮ グィ グゥ グェ グォ",
  };

  /** Other spellings, which are read but never written: kana and the usual kana of its sound. */
  private static final String[] SPELLINGS = {
    "ァ ア", "ィ イ", "ゥ ウ", "ェ エ", "ォ オ", "ャ ヤ", "ュ ユ", "ョ ヨ", "ヮ ワ", "ヶ ケ", "ヰ イ", "ヱ エ", "ヲ オ",
    "ヂ ジ", "ヅ ズ", "ヂャ ジャ", "ヂュ ジュ", "ヂェ ジェ", "ヂョ ジョ", "クァ クヮ", "グァ グヮ", "ヴャ ビャ", "ヴュ ビュ", "ヴョ ビョ",
  };

  private static final Map<String, Mora> BY_KANA = new HashMap<>();
  private static final Map<String, String> BY_PHONEMES = new HashMap<>();

  static {
    for (String row : GRID) {
      String consonant = row.substring(0, 2).strip();
      String[] kana = row.substring(3).split(" ");
      for (int i = 0; i < kana.length; i++) {
        if (!kana[i].equals("-")) {
          put(kana[i], consonant, VOWELS[i]);
        }
      }
    }
    put("ン", "", "N");
    put("ッ", "", "cl");
    for (String spelling : SPELLINGS) {
      String[] pair = spelling.split(" ");
      Mora usual = Objects.requireNonNull(BY_KANA.get(pair[1]), spelling);
      BY_KANA.put(pair[0], Mora.plain(pair[0], usual.consonant(), usual.vowel()));
    }
  }

  private KanaTable() {}

  private static void put(String kana, String consonant, String vowel) {
    BY_KANA.put(kana, Mora.plain(kana, consonant.isEmpty() ? null : consonant, vowel));
    BY_PHONEMES.put(consonant + vowel, kana);
  }

  /** The mora written exactly as {@code kana}. */
  static Optional<Mora> mora(String kana) {
    return Optional.ofNullable(BY_KANA.get(kana));
  }

  /** The katakana of a mora; the phonemes themselves where no kana writes them. */
  static String kana(String consonant, String vowel) {
    String phonemes = consonant + Mora.voiced(vowel);
    return BY_PHONEMES.getOrDefault(phonemes, phonemes);
  }
}
