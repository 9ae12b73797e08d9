package dev.zundacast.draft.speech;

import dev.zundacast.disk.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Katakana of one mora to its phonemes and back: a grid of consonants by the five vowels. */
final class KanaTable {
  private static final String[] VOWELS = {"a", "i", "u", "e", "o"};

  /** Other spellings, which are read but never written: kana and the usual kana of its sound. */
  private static final String[] SPELLINGS = {
    "ァ ア", "ィ イ", "ゥ ウ", "ェ エ", "ォ オ", "ャ ヤ", "ュ ユ", "ョ ヨ", "ヮ ワ", "ヶ ケ", "ヰ イ", "ヱ エ", "ヲ オ",
    "ヂ ジ", "ヅ ズ", "ヂャ ジャ", "ヂュ ジュ", "ヂェ ジェ", "ヂョ ジョ", "クァ クヮ", "グァ グヮ", "ヴャ ビャ", "ヴュ ビュ", "ヴョ ビョ",
  };

  private static final Map<String, Mora> BY_KANA = new HashMap<>();
  private static final Map<String, String> BY_PHONEMES = new HashMap<>();

  static {
    for (String row : Resource.rows(KanaTable.class, "kana.tsv")) {
      String[] fields = row.split("\t");
      for (int i = 1; i < fields.length; i++) {
        if (!fields[i].equals("-")) {
          put(fields[i], fields[0].equals("-") ? "" : fields[0], VOWELS[i - 1]);
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
