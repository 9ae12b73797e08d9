package dev.zundacast.draft.speech;

import dev.zundacast.disk.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Katakana of one mora to its phonemes and back: a grid of consonants by the five vowels. */
final class KanaTable {
  private static final String[] VOWELS = {"a", "i", "u", "e", "o"};

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
    Resource.pairs(KanaTable.class, "spellings.tsv").forEach(KanaTable::putSpelling);
  }

  private KanaTable() {}

  private static void put(String kana, String consonant, String vowel) {
    BY_KANA.put(kana, Mora.plain(kana, consonant.isEmpty() ? null : consonant, vowel));
    BY_PHONEMES.put(consonant + vowel, kana);
  }

  /** Another spelling of a sound, which is read but never written. */
  private static void putSpelling(String kana, String usualKana) {
    Mora usual = Objects.requireNonNull(BY_KANA.get(usualKana), kana);
    BY_KANA.put(kana, Mora.plain(kana, usual.consonant(), usual.vowel()));
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
