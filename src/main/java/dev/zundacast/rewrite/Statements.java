package dev.zundacast.rewrite;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text speaks of, by its words' dictionary forms, and which of them it negates.
 *
 * @param words what it speaks of
 * @param affirmed what it says is so
 * @param negated what it says is not so
 * @param names names of people, places and companies, and words that no dictionary has
 */
record Statements(Set<String> words, Set<String> affirmed, Set<String> negated, Set<String> names) {
  private static final List<String> CONTENT = List.of("名詞-サ変接続", "名詞-形容動詞語幹", "動詞-自立", "形容詞-自立");

  /** Verbs that say nothing of their own. */
  private static final Set<String> EMPTY =
      Set.of(
          "する", "できる", "出来る", "ある", "いる", "なる", "ない", "くる", "いく", "行く", "やる", "いう", "言う", "思う",
          "よる");

  private static final Set<String> NOT = Set.of("ない", "ぬ", "ん");

  /** Negations that negate nothing. */
  private static final Pattern NO_NEGATION =
      Pattern.compile(
          "かもしれ(?:ない|ません|ず)|に(?:すぎ|過ぎ)(?:ない|ません|ず)|だけで(?:は|も)?な(?:く|い)|のみならず|(?:に|)違い(?:ない|ありません)"
              + "|な(?:ければ|くては)(?:なら|いけ)(?:ない|ません|ず)|ざるを[得え](?:ない|ません)|しか(?:[^。、]{0,8})(?:ない|ません)");

  private static final Pattern NAME =
      Pattern.compile("[\\p{IsKatakana}ー・]{3,}|[\\p{IsHan}\\p{IsKatakana}ー]{2,}");
  private static final Pattern KATAKANA = Pattern.compile("[\\p{IsKatakana}ー]{4,}");

  static Statements of(String text, Morphology morphology) {
    List<Morpheme> all = morphology.analyse(NO_NEGATION.matcher(text).replaceAll("だ"));
    Set<String> words = new HashSet<>();
    Set<String> names = new HashSet<>();
    Map<String, Integer> open = new HashMap<>();
    Set<String> affirmed = new HashSet<>();
    Set<String> negated = new HashSet<>();
    for (Morpheme word : all) {
      words(word, words, names);
      if (CONTENT.stream().anyMatch(word::is) && !EMPTY.contains(word.base())) {
        close(open, affirmed, negated);
        open.put(word.base(), 0);
      } else if (isNot(word)) {
        open.replaceAll((head, nots) -> nots + 1);
      } else if (word.is("記号-句点")) {
        close(open, affirmed, negated);
      }
    }
    close(open, affirmed, negated);
    return new Statements(words, affirmed, negated, names);
  }

  private static void words(Morpheme word, Set<String> words, Set<String> names) {
    boolean noun = word.is("名詞") && !word.is("名詞-非自立") && !word.is("名詞-代名詞");
    if (noun && word.surface().length() > 1) {
      words.add(word.base());
    }
    boolean known = !word.reading().isEmpty();
    boolean proper = word.is("名詞-固有名詞") && known && NAME.matcher(word.surface()).matches();
    boolean strange = !known && KATAKANA.matcher(word.surface()).matches();
    if (proper || strange) {
      names.add(word.surface());
    }
  }

  private static void close(Map<String, Integer> open, Set<String> affirmed, Set<String> negated) {
    open.forEach((head, nots) -> (nots % 2 == 1 ? negated : affirmed).add(head));
    open.clear();
  }

  private static boolean isNot(Morpheme word) {
    boolean auxiliary = word.is("助動詞") && NOT.contains(word.base());
    boolean adjective = word.is("形容詞") && word.base().equals("ない");
    return auxiliary || adjective;
  }

  /** What this text says the other way round than the other one does. */
  List<String> turned(Statements source) {
    List<String> turned = new ArrayList<>();
    for (String word : affirmed) {
      if (!negated.contains(word)
          && source.negated.contains(word)
          && !source.affirmed.contains(word)) {
        turned.add("'" + word + "' is negated in the article");
      }
    }
    for (String word : negated) {
      if (source.affirmed.contains(word) && !source.negated.contains(word)) {
        turned.add("'" + word + "' is not negated in the article");
      }
    }
    return turned;
  }

  /** How much of what this text speaks of the other one speaks of, too, from 0 to 1. */
  double sharedWith(Statements source) {
    Set<String> all = new HashSet<>(words);
    all.addAll(affirmed);
    all.addAll(negated);
    long shared =
        all.stream()
            .filter(
                it ->
                    source.words.contains(it)
                        || source.affirmed.contains(it)
                        || source.negated.contains(it))
            .count();
    return all.isEmpty() ? 0 : (double) shared / all.size();
  }
}
