package dev.zundacast.draft.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full-context labels of Open JTalk to accent phrases, whose lengths and pitches are 0. */
final class LabelReader {
  /** Phoneme; mora in its phrase; accent, question and place of the phrase; breath group. */
  private static final Pattern LABEL =
      Pattern.compile(
          "[^-]*-([^+]+)\\+[^/]*/A:[^+]*\\+([^+]*)\\+.*"
              + "/F:[^_]*_([^#]*)#([^_]*)_[^@]*@([^_]*)_.*/I:[^@]*@([^+]*)\\+.*");

  /** A label counts moras up to here: what follows in one phrase cannot be told apart. */
  private static final int LAST_MORA = 49;

  private record Label(
      String phoneme, String mora, String accent, String question, String phrase, String group) {
    boolean samePhrase(Label other) {
      return phrase.equals(other.phrase) && group.equals(other.group);
    }
  }

  private final List<AccentPhrase> phrases = new ArrayList<>();
  private final List<Label> open = new ArrayList<>();

  private LabelReader() {}

  static List<AccentPhrase> read(List<String> labels) {
    LabelReader reader = new LabelReader();
    for (String label : labels) {
      reader.add(label);
    }
    reader.endPhrase();
    return reader.phrases;
  }

  private void add(String text) {
    Matcher found = LABEL.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException("no full-context label: " + text);
    }
    Label label =
        new Label(
            found.group(1),
            found.group(2),
            found.group(3),
            found.group(4),
            found.group(5),
            found.group(6));
    if (label.mora().equals("xx")) {
      endPhrase();
      if (label.phoneme().equals("pau") && !phrases.isEmpty()) {
        int last = phrases.size() - 1;
        phrases.set(last, phrases.get(last).withPause(Mora.pause()));
      }
      return;
    }
    if (!open.isEmpty() && !open.get(0).samePhrase(label)) {
      endPhrase();
    }
    if (Integer.parseInt(label.mora()) < LAST_MORA) {
      open.add(label);
    }
  }

  private void endPhrase() {
    if (open.isEmpty()) {
      return;
    }
    List<Mora> moras = new ArrayList<>();
    String consonant = "";
    for (Label label : open) {
      if (Mora.isVowel(label.phoneme())) {
        String kana = KanaTable.kana(consonant, label.phoneme());
        moras.add(Mora.plain(kana, consonant.isEmpty() ? null : consonant, label.phoneme()));
        consonant = "";
      } else {
        consonant = label.phoneme();
      }
    }
    Label last = open.get(open.size() - 1);
    int accent = Math.min(Integer.parseInt(last.accent()), moras.size());
    phrases.add(new AccentPhrase(moras, accent, null, last.question().equals("1")));
    open.clear();
  }
}
