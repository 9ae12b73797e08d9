package dev.zundacast.studio.episode;

import dev.zundacast.studio.view.KanaView.Mora;
import dev.zundacast.studio.view.KanaView.Phrase;
import java.util.ArrayList;
import java.util.List;

/** VOICEVOX's kana notation to accent phrases, and back. */
final class KanaPhrases {
  private static final String SMALL = "ァィゥェォャュョヮ";

  private KanaPhrases() {}

  static List<Phrase> parse(String kana) {
    List<Phrase> phrases = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= kana.length(); i++) {
      boolean end = i == kana.length();
      if (end || "/、".indexOf(kana.charAt(i)) >= 0) {
        if (i > from) {
          phrases.add(phrase(kana.substring(from, i), !end && kana.charAt(i) == '、'));
        }
        from = i + 1;
      }
    }
    return phrases;
  }

  private static Phrase phrase(String kana, boolean pause) {
    List<Mora> moras = new ArrayList<>();
    int accent = 0;
    boolean question = false;
    boolean devoiced = false;
    for (int i = 0; i < kana.length(); i++) {
      char c = kana.charAt(i);
      if (c == '_') {
        devoiced = true;
      } else if (c == '\'') {
        accent = moras.size();
      } else if (c == '？') {
        question = true;
      } else {
        boolean two = i + 1 < kana.length() && SMALL.indexOf(kana.charAt(i + 1)) >= 0;
        moras.add(new Mora(kana.substring(i, two ? i + 2 : i + 1), devoiced));
        i += two ? 1 : 0;
        devoiced = false;
      }
    }
    return new Phrase(moras, accent, pause, question);
  }

  static String print(List<Phrase> phrases) {
    StringBuilder kana = new StringBuilder();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      for (int m = 0; m < phrase.moras().size(); m++) {
        Mora mora = phrase.moras().get(m);
        kana.append(mora.devoiced() ? "_" : "").append(mora.text());
        kana.append(m + 1 == phrase.accent() ? "'" : "");
      }
      kana.append(phrase.question() ? "？" : "");
      kana.append(i + 1 == phrases.size() ? "" : phrase.pause() ? "、" : "/");
    }
    return kana.toString();
  }
}
