package dev.zundacast.reading.kanji;

import dev.zundacast.episode.Sound;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Forms of verbs and adjectives that Open JTalk reads as another word's. */
final class VerbRows {
  private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';

  private static final String VOLITIONAL = "意志推量形";

  /** What a form stands before, with its kana. */
  private static final Map<String, List<String>> FOLLOWERS =
      Map.of(
          "未然形-一般",
          List.of("ない", "ず", "れる", "れた", "れます"),
          "未然形-セ",
          List.of("ず"),
          "連用形-一般",
          List.of("ます", "たい", "、", "て", "た", "ている", "ていく"),
          "連用形-促音便",
          List.of("て", "た"),
          "連用形-撥音便",
          List.of("で", "だ"),
          "連用形-イ音便",
          List.of("て", "た", "で", "だ"),
          "終止形-一般",
          List.of("", "と"),
          "連体形-一般",
          List.of("もの"),
          "仮定形-一般",
          List.of("ば"),
          VOLITIONAL,
          List.of("と", "う", "うと"));

  private final Heard heard;
  private final Decisions decisions;

  VerbRows(Heard heard, Decisions decisions) {
    this.heard = heard;
    this.decisions = decisions;
  }

  List<Row> of(Map<String, List<UniDicWord>> words) {
    return words.entrySet().parallelStream()
        .filter(entry -> entry.getKey().matches(".*\\p{IsHan}.*") && entry.getKey().length() > 1)
        .filter(entry -> entry.getValue().stream().noneMatch(form -> isCut(form, words)))
        .flatMap(entry -> row(entry.getValue()).stream())
        .toList();
  }

  /** 組み立 for 組み立て: the kana behind it would be said twice. */
  private static boolean isCut(UniDicWord form, Map<String, List<UniDicWord>> words) {
    String surface = form.surface();
    String kana = hiragana(form.kana());
    return Character.isIdeographic(surface.charAt(surface.length() - 1))
        && inflects(form)
        && words.containsKey(surface + kana.charAt(kana.length() - 1));
  }

  private Optional<Row> row(List<UniDicWord> all) {
    List<UniDicWord> forms = all.stream().filter(VerbRows::inflects).toList();
    if (forms.isEmpty()) {
      return Optional.empty();
    }
    Set<String> readings = new LinkedHashSet<>();
    forms.forEach(form -> readings.add(Sound.folded(form.kana())));
    UniDicWord form = Nouns.commonest(forms);
    String decided = decisions.verbs().getOrDefault(form.base(), "");
    if (!decided.isEmpty()) {
      return forms.stream()
          .filter(one -> hiragana(one.baseKana()).equals(decided))
          .findFirst()
          .flatMap(one -> misread(one, all));
    }
    boolean alone = forms.size() == all.size() || form.form().startsWith("連用形-一般");
    return readings.size() == 1 && alone ? misread(form, all) : Optional.empty();
  }

  private static boolean inflects(UniDicWord word) {
    return (word.speech().startsWith("動詞") || word.speech().startsWith("形容詞"))
        && FOLLOWERS.containsKey(word.form())
        && isSpelledAsSaid(word);
  }

  /** 力も for 力もう, 和が for 和がない, 白さ for 白さず: mostly a noun with what stands behind it. */
  private static boolean isLikeANoun(UniDicWord word) {
    return isBeforeU(word) || word.surface().matches("\\p{IsHan}[かがさ]");
  }

  private static boolean isBeforeU(UniDicWord word) {
    return word.form().equals(VOLITIONAL) && !word.surface().endsWith("う");
  }

  /** Not 食へ for くえ. */
  private static boolean isSpelledAsSaid(UniDicWord word) {
    String written = word.surface().replaceFirst("^.*\\p{IsHan}", "");
    return hiragana(word.kana()).endsWith(written);
  }

  private Optional<Row> misread(UniDicWord form, List<UniDicWord> all) {
    Set<String> bad = new LinkedHashSet<>();
    boolean mended = true;
    List<String> followers =
        all.stream()
            .filter(one -> inflects(one) && one.kana().equals(form.kana()))
            .flatMap(one -> FOLLOWERS.get(one.form()).stream().filter(f -> mayFollow(one, f)))
            .distinct()
            .toList();
    for (String follower : followers) {
      String kana = hiragana(form.kana());
      if (!heard.isRight(form.surface() + follower, form.kana(), follower)) {
        bad.add(follower);
        mended &= heard.isRight(kana + follower, form.kana(), follower);
      }
    }
    if (bad.isEmpty() || !mended) {
      return Optional.empty();
    }
    if (heard.lattice().analyse(form.surface() + "と").get(0).feature().startsWith("連体詞")) {
      // 同じよう is 同じ and よう.
      return Optional.empty();
    }
    boolean always = decisions.verbs().containsKey(form.base()) || bad.contains("");
    boolean anywhere = always || (bad.size() == followers.size() && !isLikeANoun(form));
    Set<String> only = isBeforeU(form) ? Set.of("う") : anywhere ? Set.of() : bad;
    return Optional.of(new Row(form.surface(), hiragana(form.kana()), -1, only));
  }

  /** て or で, た or だ, by the sound in front; 並べて, but not 書きて. */
  private static boolean mayFollow(UniDicWord form, String follower) {
    if (form.form().equals(VOLITIONAL)) {
      return isBeforeU(form) == follower.startsWith("う");
    }
    if (form.form().equals("連用形-一般") && (follower.startsWith("て") || follower.equals("た"))) {
      return form.baseKana().equals(form.kana() + "ル");
    }
    if (!form.form().equals("連用形-イ音便")) {
      return true;
    }
    boolean voiced = form.baseKana().endsWith("グ");
    return voiced == "でだ".contains(follower);
  }

  static String hiragana(String katakana) {
    StringBuilder kana = new StringBuilder();
    katakana
        .chars()
        .forEach(c -> kana.append((char) (c >= 'ァ' && c <= 'ヶ' ? c - HIRAGANA_TO_KATAKANA : c)));
    return kana.toString();
  }
}
