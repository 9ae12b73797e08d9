package dev.zundacast.reading.latin;

import dev.zundacast.reading.piece.Kana;

/** Letters by their names. */
final class Spelling {
  private static final String[] NAMES = {
    "エー", "ビー", "シー", "ディー", "イー", "エフ", "ジー", "エイチ", "アイ", "ジェー", "ケー", "エル", "エム", "エヌ", "オー",
    "ピー", "キュー", "アール", "エス", "ティー", "ユー", "ブイ", "ダブリュー", "エックス", "ワイ", "ゼット"
  };

  private Spelling() {}

  /** {@code API} to エーピーアイ; what is no letter is left out. */
  static String spell(String letters) {
    StringBuilder kana = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      int letter = (c | 0x20) - 'a';
      if (letter >= 0 && letter < NAMES.length) {
        kana.append(NAMES[letter]);
      }
    }
    return kana.toString();
  }

  /** Letters by their names, with the accent of abbreviations: on the last letter. */
  static Term term(String letters) {
    String kana = spell(letters);
    int before = Kana.moras(spell(letters.substring(0, letters.length() - 1)));
    return letters.length() < 2 ? Term.of(kana) : new Term(kana, before + 1);
  }
}
