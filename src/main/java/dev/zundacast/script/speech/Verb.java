package dev.zundacast.script.speech;

import java.util.Map;

/**
 * A verb that can be inflected.
 *
 * @param base dictionary form
 * @param inflection as the IPA dictionary names it (五段・ラ行)
 */
record Verb(String base, String inflection) {
  private static final String U = "うくぐすつぬぶむる";
  private static final String A = "わかがさたなばまら";
  private static final String E = "えけげせてねべめれ";
  private static final String I = "いきぎしちにびみり";
  private static final String O = "おこごそとのぼもろ";

  /** The past forms of 五段 verbs by their last kana. */
  private static final Map<Character, String> PAST =
      Map.of(
          'う', "った", 'く', "いた", 'ぐ', "いだ", 'す', "した", 'つ', "った", 'ぬ', "んだ", 'ぶ', "んだ", 'む', "んだ",
          'る', "った");

  /** Verbs in う that keep it before た. */
  private static final String KEEP_U = "問請乞";

  /** Whether a word ends as the stem of a verb before ます does. */
  static boolean mayBeStem(String word) {
    return (I + E).indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  /** The verb that has this stem before ます. */
  static Verb ofStem(String stem) {
    int row = I.indexOf(stem.charAt(stem.length() - 1));
    return row < 0
        ? new Verb(stem + "る", "一段")
        : new Verb(stem.substring(0, stem.length() - 1) + U.charAt(row), "五段");
  }

  /** 行う to 行 and う. */
  private String stem() {
    return base.substring(0, base.length() - 1);
  }

  private char last() {
    return base.charAt(base.length() - 1);
  }

  private boolean is(String type) {
    return inflection.startsWith(type);
  }

  String past() {
    if (!is("五段")) {
      return polite() + "た";
    }
    if (is("五段・カ行促音便")) {
      return stem() + "った";
    }
    boolean keeps = last() == 'う' && base.length() == 2 && KEEP_U.indexOf(base.charAt(0)) >= 0;
    return keeps ? base + "た" : stem() + PAST.getOrDefault(last(), "った");
  }

  /** The stem before ます. */
  String polite() {
    return before("し", "き", I);
  }

  /** The stem before what follows: of する and 来る these, of 五段 verbs in a row of kana. */
  private String before(String si, String ki, String row) {
    if (is("サ変")) {
      return base.endsWith("する") ? base.substring(0, base.length() - 2) + si : stem() + si;
    }
    if (is("カ変")) {
      return base.endsWith("来る") ? stem() : base.substring(0, base.length() - 2) + ki;
    }
    int at = U.indexOf(last());
    return is("五段") ? stem() + (at < 0 ? last() : row.charAt(at)) : stem();
  }

  String te() {
    String past = past();
    char voiced = past.charAt(past.length() - 1);
    return past.substring(0, past.length() - 1) + (voiced == 'だ' ? "で" : "て");
  }

  String not() {
    return beforeNot() + "ない";
  }

  String notPast() {
    return beforeNot() + "なかった";
  }

  private String beforeNot() {
    return base.equals("ある") ? "" : before("し", "こ", A);
  }

  String let() {
    return before("し", "こ", O) + (is("五段") ? "う" : "よう");
  }
}
