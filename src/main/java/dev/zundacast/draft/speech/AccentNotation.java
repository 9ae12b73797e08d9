package dev.zundacast.draft.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accent phrases as text and back: katakana with {@code '} after the accent, {@code /} and 、
 * between phrases, {@code _} before a devoiced mora and ？ after a question.
 */
public final class AccentNotation {
  private static final int LONGEST_KANA = 2;

  private AccentNotation() {}

  /** The phrases as text. */
  public static String write(List<AccentPhrase> phrases) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < phrases.size(); i++) {
      AccentPhrase phrase = phrases.get(i);
      for (int m = 0; m < phrase.moras().size(); m++) {
        Mora mora = phrase.moras().get(m);
        out.append(mora.devoiced() ? "_" : "").append(mora.text());
        out.append(m + 1 == phrase.accent() ? "'" : "");
      }
      out.append(phrase.interrogative() ? "？" : "");
      if (i + 1 < phrases.size()) {
        out.append(phrase.pauseMora() == null ? '/' : '、');
      }
    }
    return out.toString();
  }

  /** The phrases of a text, with lengths and pitches of 0. */
  public static List<AccentPhrase> parse(String text) {
    List<AccentPhrase> phrases = new ArrayList<>();
    for (String part : text.split("(?<=[/、])", -1)) {
      AccentPhrase phrase = phrase(part.replaceFirst("[/、]$", ""), phrases.size() + 1);
      phrases.add(part.endsWith("、") ? phrase.withPause(Mora.pause()) : phrase);
    }
    return phrases;
  }

  private static AccentPhrase phrase(String text, int position) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("accent phrase " + position + " is empty");
    }
    int mark = text.indexOf('？');
    if (mark >= 0 && mark < text.length() - 1) {
      throw about("？ before the end", text);
    }
    return moras(mark < 0 ? text : text.substring(0, mark), mark >= 0);
  }

  private static AccentPhrase moras(String text, boolean interrogative) {
    List<Mora> moras = new ArrayList<>();
    int accent = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\'') {
        if (moras.isEmpty()) {
          throw about("an accent before the first mora", text);
        }
        if (accent > 0) {
          throw about("two accents", text);
        }
        accent = moras.size();
        at++;
        continue;
      }
      boolean devoiced = text.charAt(at) == '_';
      Mora mora = longestAt(text, at + (devoiced ? 1 : 0), devoiced);
      moras.add(mora);
      at += mora.text().length() + (devoiced ? 1 : 0);
    }
    if (accent == 0) {
      throw about("no accent", text);
    }
    return new AccentPhrase(moras, accent, null, interrogative);
  }

  private static Mora longestAt(String text, int at, boolean devoiced) {
    for (int length = LONGEST_KANA; length > 0; length--) {
      if (at + length <= text.length()) {
        Optional<Mora> mora = KanaTable.mora(text.substring(at, at + length));
        if (mora.isPresent() && !devoiced) {
          return mora.get();
        }
        if (mora.isPresent() && "aiueo".contains(mora.get().vowel())) {
          return mora.get().whispered();
        }
      }
    }
    int from = devoiced ? at - 1 : at;
    int accent = text.indexOf('\'', from);
    throw about("unknown kana", text.substring(from, accent < 0 ? text.length() : accent));
  }

  private static IllegalArgumentException about(String fault, String text) {
    return new IllegalArgumentException(fault + " in '" + text + "'");
  }
}
