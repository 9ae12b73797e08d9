package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import dev.zundacast.words.Morpheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compounds of two kanji that no dictionary has (増募した), read by their Chinese-derived readings:
 * engines read each kanji as a word (フエツノシタ). They have to be a verb with する, or both unknown to
 * the analyser by themselves. Words of {@code onyomi.tsv}'s last row, which engines know by native
 * readings (日焼した), are left alone.
 */
final class RareCompounds {
  private static final Pattern RUN =
      Pattern.compile("(?<![\\p{IsHan}々])\\p{IsHan}{2}(?![\\p{IsHan}々])");

  private static final Pattern DOING =
      Pattern.compile("する|すれば|し(?:[たてなろ]|ま[すしせ]|つつ|よう|始|続)|さ[れせ]|せ[ずよ]");

  private static final String UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホ";

  private final Map<Character, String> readings = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  static RareCompounds load() {
    RareCompounds compounds = new RareCompounds();
    Resource.pairs(RareCompounds.class, "onyomi.tsv").forEach(compounds::add);
    return compounds;
  }

  private void add(String reading, String kanji) {
    if (reading.equals("-")) {
      known.addAll(Arrays.asList(kanji.split(" ")));
    } else {
      kanji.chars().forEach(one -> readings.put((char) one, reading));
    }
  }

  List<Respelling> in(String text, List<Morpheme> words) {
    List<Respelling> found = new ArrayList<>();
    for (Matcher run = RUN.matcher(text); run.find(); ) {
      String first = readings.getOrDefault(text.charAt(run.start()), "");
      String second = readings.getOrDefault(text.charAt(run.start() + 1), "");
      boolean said = !first.isEmpty() && !second.isEmpty() && !known.contains(run.group());
      if (said && isUnlisted(run, text, words)) {
        found.add(Respelling.of(run.start(), run.end(), joined(first, second), 0));
      }
    }
    return found;
  }

  private static boolean isUnlisted(Matcher run, String text, List<Morpheme> words) {
    List<Morpheme> parts =
        words.stream()
            .filter(word -> word.start() == run.start() || word.start() == run.start() + 1)
            .toList();
    return parts.size() == 2
        && parts.stream().noneMatch(word -> word.is("名詞-数"))
        && (DOING.matcher(text).region(run.end(), text.length()).lookingAt()
            || parts.stream().allMatch(word -> word.reading().isEmpty()));
  }

  /** 発 and 表 are ハッピョー, 復 and 興 フッコー, 分 and 布 ブンプ. */
  private static String joined(String first, String second) {
    if (first.length() < 2) {
      return first + second;
    }
    char last = first.charAt(first.length() - 1);
    boolean doubled =
        (last == 'ツ' || last == 'チ')
            ? UNVOICED.indexOf(second.charAt(0)) >= 0
            : last == 'ク' && "カキクケコ".indexOf(second.charAt(0)) >= 0;
    int hard = doubled || last == 'ン' ? "ハヒフヘホ".indexOf(second.charAt(0)) : -1;
    return (doubled ? first.substring(0, first.length() - 1) + 'ッ' : first)
        + (hard < 0 ? second : "パピプペポ".charAt(hard) + second.substring(1));
  }
}
