package dev.zundacast.reading.kanji;

import dev.zundacast.episode.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nouns with a prefix or suffix of one kanji that Open JTalk reads right nearly always, where it
 * does not: it finds another word across the place where both meet.
 */
final class AffixRows {
  private static final int SAMPLE = 300;

  /** A reading that costs so much more than another is hardly ever meant. */
  private static final int SELDOM = 2500;

  /** The share of a sample that has to be right before an affix is taken for sure. */
  private static final double SURE = 0.7;

  /** Suffixes that long words end with, of which only the last letter may be torn off. */
  private static final String LONG_ENDINGS = "性化的者型式法論学率量力度用品物機費員界系制権体感観点製術料賞職業戦罪";

  /** Suffixes that are read in the Japanese way as well: 研究所 ジョ, 仕事場 バ, 放送前 マエ. */
  private static final String TWO_WAYS = "所場前手口達江石草話出立船城林家";

  /** Belongs to what stands in front nearly always: 一日中 + 作業. */
  private static final String SUFFIX = "中";

  private final Heard heard;
  private final UniDicReader unidic;
  private final List<UniDicWord> nouns;
  private final Set<String> surfaces;
  private final Map<String, List<UniDicWord>> words;

  AffixRows(
      Heard heard,
      UniDicReader unidic,
      List<UniDicWord> nouns,
      Map<String, List<UniDicWord>> words) {
    this.heard = heard;
    this.unidic = unidic;
    this.nouns = nouns;
    this.surfaces = nouns.stream().map(UniDicWord::surface).collect(Collectors.toSet());
    this.words = words;
  }

  List<Row> all() {
    return words.entrySet().parallelStream()
        .filter(entry -> entry.getKey().matches("\\p{IsHan}"))
        .flatMap(entry -> rows(entry.getValue()).stream())
        .toList();
  }

  private List<Row> rows(List<UniDicWord> readings) {
    List<Row> rows = new ArrayList<>();
    for (UniDicWord affix : readings) {
      if (!affix.origin().equals("漢") || hasSeveral(affix, readings)) {
        continue;
      }
      if (affix.speech().startsWith("接頭辞")
          && !SUFFIX.contains(affix.surface())
          && isSure(affix, true)) {
        nouns.stream()
            .filter(noun -> isTorn(affix, noun) && !isSuffixed(affix, noun))
            .forEach(n -> rows.add(row("", affix, n)));
      }
      if (affix.speech().startsWith("接尾辞-名詞的-一般")
          && !TWO_WAYS.contains(affix.surface())
          && isSure(affix, false)) {
        nouns.stream()
            .filter(noun -> isTorn(noun, affix) && !isPrefixed(noun.surface() + affix.surface()))
            .forEach(n -> rows.add(row("", n, affix)));
      }
      if (LONG_ENDINGS.contains(affix.surface()) && affix.speech().startsWith("接尾辞")) {
        nouns.stream()
            .filter(noun -> isTorn(affix, noun) && isTornBehindNoun(affix, noun))
            .forEach(n -> rows.add(row("~", affix, n)));
      }
    }
    return rows;
  }

  /** 中 is チュウ or ジュウ behind a noun, 人 ニン or ジン. */
  private static boolean hasSeveral(UniDicWord affix, List<UniDicWord> readings) {
    String speech = affix.speech().split("-", -1)[0];
    return readings.stream()
        .anyMatch(
            other ->
                other.speech().startsWith(speech)
                    && !other.kana().equals(affix.kana())
                    && other.cost() < affix.cost() + SELDOM);
  }

  private boolean isSure(UniDicWord affix, boolean prefix) {
    long right =
        nouns.stream()
            .limit(SAMPLE)
            .filter(
                noun ->
                    prefix
                        ? heard.isRight(affix.surface() + noun.surface(), affix.kana(), noun.kana())
                        : heard.isRight(
                            noun.surface() + affix.surface(), noun.kana(), affix.kana()))
            .count();
    return right >= SURE * Math.min(SAMPLE, nouns.size());
  }

  /** 左下肢 may be 左下 + 肢 or 左 + 下肢: which one is not sure. */
  private boolean isPrefixed(String text) {
    return surfaces.contains(text.substring(1));
  }

  /** 環境内 is 環境 + 内 for UniDic, too, but 新手法 is 新 + 手法. */
  private boolean isSuffixed(UniDicWord prefix, UniDicWord noun) {
    String other = prefix.surface() + noun.surface().charAt(0);
    return words.getOrDefault(other, List.of()).stream().anyMatch(UniDicWord::isCommonNoun)
        && !Sound.folded(unidic.kana(prefix.surface() + noun.surface()))
            .equals(Sound.folded(prefix.kana() + noun.kana()));
  }

  private boolean isTorn(UniDicWord first, UniDicWord second) {
    String text = first.surface() + second.surface();
    return heard.mayTear(text, first.surface().length())
        && !heard.isRightAnywhere(text, first.kana(), second.kana());
  }

  private boolean isTornBehindNoun(UniDicWord suffix, UniDicWord noun) {
    return !heard.isRight(
        "可能" + suffix.surface() + noun.surface(), "カノウ", suffix.kana(), noun.kana());
  }

  private static Row row(String mark, UniDicWord first, UniDicWord second) {
    int accent = CompoundAccent.of(first.said(), second.surface(), second.said(), second.accent());
    return new Row(
        mark + first.surface() + second.surface(), first.said() + second.said(), accent, Set.of());
  }
}
