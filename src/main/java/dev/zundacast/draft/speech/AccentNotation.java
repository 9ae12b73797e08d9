package dev.zundacast.draft.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accent phrases as text and back: katakana with {@code '} after the accent, {@code /} and 、
 * between phrases, {@code _} before a devoiced mora and ？ after a question.
 */
public final class AccentNotation {
  /** Moras of one phrase; more is taken for a mistake. */
  private static final int MOST_MORAS = 300;

  private AccentNotation() {}

  /** Thrown when a text does not follow the notation. */
  public static final class NotKana extends Exception {
    private static final long serialVersionUID = 1;
    private final String name;
    private final transient Map<String, String> args;

    private NotKana(String name, String message, Map<String, String> args) {
      super(message);
      this.name = name;
      this.args = Map.copyOf(args);
    }

    /** The name that clients know the error by. */
    public String errorName() {
      return name;
    }

    public Map<String, String> args() {
      return args;
    }
  }

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
  public static List<AccentPhrase> parse(String text) throws NotKana {
    List<AccentPhrase> phrases = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      if (end || text.charAt(i) == '/' || text.charAt(i) == '、') {
        AccentPhrase phrase = phrase(text.substring(start, i), phrases.size() + 1);
        phrases.add(!end && text.charAt(i) == '、' ? phrase.withPause(Mora.pause()) : phrase);
        start = i + 1;
      }
    }
    return phrases;
  }

  private static AccentPhrase phrase(String text, int position) throws NotKana {
    if (text.isEmpty()) {
      throw new NotKana(
          "EMPTY_PHRASE",
          position + "番目のアクセント句が空白です",
          Map.of("position", Integer.toString(position)));
    }
    int mark = text.indexOf('？');
    if (mark >= 0 && mark < text.length() - 1) {
      throw about("INTERROGATION_MARK_NOT_AT_END", "アクセント句末以外に「？」は置けません: ", text);
    }
    return moras(mark < 0 ? text : text.substring(0, mark), mark >= 0);
  }

  private static AccentPhrase moras(String text, boolean interrogative) throws NotKana {
    List<Mora> moras = new ArrayList<>();
    int accent = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\'') {
        if (moras.isEmpty()) {
          throw about("ACCENT_TOP", "句頭にアクセントは置けません: ", text);
        }
        if (accent > 0) {
          throw about("ACCENT_TWICE", "1つのアクセント句に二つ以上のアクセントは置けません: ", text);
        }
        accent = moras.size();
        at++;
        continue;
      }
      boolean devoiced = text.charAt(at) == '_';
      Mora mora = longestAt(text, at + (devoiced ? 1 : 0), devoiced);
      moras.add(mora);
      at += mora.text().length() + (devoiced ? 1 : 0);
      if (moras.size() > MOST_MORAS) {
        throw new NotKana("INFINITE_LOOP", "処理時に無限ループになってしまいました...バグ報告をお願いします。", Map.of());
      }
    }
    if (accent == 0) {
      throw about("ACCENT_NOTFOUND", "アクセントを指定していないアクセント句があります: ", text);
    }
    return new AccentPhrase(moras, accent, null, interrogative);
  }

  private static Mora longestAt(String text, int at, boolean devoiced) throws NotKana {
    for (int length = KanaTable.LONGEST; length > 0; length--) {
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
    throw about(
        "UNKNOWN_TEXT",
        "判別できない読み仮名があります: ",
        text.substring(from, accent < 0 ? text.length() : accent));
  }

  private static NotKana about(String name, String message, String text) {
    return new NotKana(name, message + text, Map.of("text", text));
  }
}
