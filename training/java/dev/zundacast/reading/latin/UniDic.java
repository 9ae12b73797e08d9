package dev.zundacast.reading.latin;

import com.atilika.kuromoji.dict.TokenInfoDictionary;
import com.atilika.kuromoji.unidic.kanaaccent.Tokenizer;
import com.atilika.kuromoji.util.SimpleResourceResolver;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers the loanwords of UniDic with the English words that they come from, and their accents. */
final class UniDic {
  private static final int LEMMA = 7;
  private static final int KANA = 20;
  private static final int ACCENT = 23;
  private static final Pattern ENGLISH = Pattern.compile("[a-z][a-z']*");
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]+");

  private UniDic() {}

  /** A short form (メカ of mechanism) has fewer kana to a letter than any whole word. */
  private static final double LEAST_KANA_PER_LETTER = 0.41;

  private static final int SHORTEST_SHORTENED = 6;

  /** By English word; of several readings the commonest that is no short form. */
  static Collection<Loanword> loanwords() throws IOException {
    Map<String, Loanword> words = new TreeMap<>();
    TokenInfoDictionary dictionary =
        TokenInfoDictionary.newInstance(new SimpleResourceResolver(Tokenizer.class));
    try {
      for (int source = 0; ; source++) {
        for (int id : dictionary.lookupWordIds(source)) {
          add(dictionary.getAllFeaturesArray(id), dictionary.getWordCost(id), words);
        }
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      // The dictionary does not tell its size: this is how its end shows.
      return words.values();
    }
  }

  private static void add(String[] features, int cost, Map<String, Loanword> words) {
    String lemma = features[LEMMA];
    int dash = lemma.indexOf('-');
    if (dash < 0) {
      return;
    }
    String kana = lemma.substring(0, dash);
    String english = lemma.substring(dash + 1).toLowerCase(Locale.ROOT);
    if (!KATAKANA.matcher(kana).matches()
        || !ENGLISH.matcher(english).matches()
        || isShortened(english, kana)) {
      return;
    }
    // An entry of the lemma's own form has the lemma's accent.
    int accent = features[KANA].equals(kana) ? accent(features[ACCENT]) : Term.NO_ACCENT;
    words.merge(english, new Loanword(english, kana, accent, cost), UniDic::better);
  }

  private static boolean isShortened(String english, String kana) {
    return english.length() >= SHORTEST_SHORTENED
        && kana.length() <= LEAST_KANA_PER_LETTER * english.length();
  }

  private static int accent(String field) {
    String first = field.split(",", -1)[0];
    return first.matches("\\d+") ? Integer.parseInt(first) : Term.NO_ACCENT;
  }

  private static Loanword better(Loanword a, Loanword b) {
    if (a.kana().equals(b.kana())) {
      Loanword accented = a.accent() == Term.NO_ACCENT ? b : a;
      return new Loanword(a.english(), a.kana(), accented.accent(), Math.min(a.cost(), b.cost()));
    }
    if (a.kana().startsWith(b.kana()) || b.kana().startsWith(a.kana())) {
      return a.kana().length() > b.kana().length() ? a : b;
    }
    return b.cost() < a.cost() ? b : a;
  }
}
