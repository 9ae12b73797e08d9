package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what engines misread in a text: by its context, and the longest words of the list of
 * misread words. Safe for many threads; the resources are loaded by the first text with kanji in
 * it.
 */
public record KanjiReader(Morphology morphology) {
  private static final Pattern KANJI = Pattern.compile("[\\p{IsHan}々]");

  /** Longer words are not on the list. */
  private static final int LONGEST = 12;

  /** Loaded once, when they are needed. */
  private static final class Resources {
    static final ContextRules RULES = ContextRules.load();
    static final Map<String, Entry> WORDS = Entry.load();
  }

  /** What is sent in kana of this text, by its place, without overlaps. */
  public Map<Integer, PieceReading> respellings(String text) {
    if (!KANJI.matcher(text).find()) {
      return Map.of();
    }
    List<Morpheme> morphemes = morphology.analyse(text);
    List<Respelling> found = new ArrayList<>(Resources.RULES.in(text, morphemes));
    for (int first = 0; first < morphemes.size(); first++) {
      longest(morphemes, first, text).ifPresent(found::add);
    }
    found.sort(
        Comparator.comparingInt(Respelling::from)
            .thenComparing(Comparator.comparingInt(Respelling::to).reversed()));
    return apart(found);
  }

  private static Optional<Respelling> longest(List<Morpheme> morphemes, int first, String text) {
    int start = morphemes.get(first).start();
    int last = first;
    while (last + 1 < morphemes.size() && morphemes.get(last + 1).end() - start <= LONGEST) {
      last++;
    }
    for (int i = last; i >= first; i--) {
      int end = morphemes.get(i).end();
      List<Morpheme> span = morphemes.subList(first, i + 1);
      if (isHalfOfName(morphemes, first, i) || isTail(morphemes, first, i)) {
        continue;
      }
      Optional<Respelling> word =
          listed(text.substring(start, end), start, end, text)
              .filter(respelling -> isForm(span, respelling.piece().spoken()));
      if (word.isPresent()) {
        return word;
      }
    }
    return Optional.empty();
  }

  /** What begins inside of a word (市中区 behind 名古屋, 生募集 behind 受講) or is counted (4年生). */
  private static boolean isTail(List<Morpheme> morphemes, int first, int last) {
    Morpheme here = morphemes.get(first);
    Morpheme before = morphemes.get(Math.max(0, first - 1));
    boolean several = last > first && here.surface().length() == 1;
    boolean counted = before.is("名詞-数") && !here.is("名詞-数");
    boolean inWord = several && !here.is("接頭詞") && before.is("名詞") && !before.is("名詞-代名詞");
    return before.end() == here.start() && (counted || inWord);
  }

  /**
   * Whether an entry's kind fits the words that it covers: kana in hiragana are a verb's form,
   * which 逆だっ and 主ら are not; a noun is no verb (入り of 手に入り), and 外出し may be one with する.
   */
  private static boolean isForm(List<Morpheme> words, String kana) {
    Morpheme last = words.get(words.size() - 1);
    boolean verb = words.stream().anyMatch(word -> word.is("動詞") || word.is("形容詞"));
    boolean hiragana = kana.charAt(0) >= 'ぁ' && kana.charAt(0) <= 'ん';
    boolean doing = words.size() > 1 && last.base().equals("する");
    return hiragana ? verb && !doing : !doing && (words.size() > 1 || !verb);
  }

  /** 坂本真 of 坂本真綾 is nobody; 氏 and 様 are suffixes. */
  private static boolean isHalfOfName(List<Morpheme> morphemes, int first, int last) {
    if (first == last || last + 1 >= morphemes.size() || !morphemes.get(first).is("名詞-固有名詞-人名")) {
      return false;
    }
    Morpheme next = morphemes.get(last + 1);
    return next.start() == morphemes.get(last).end()
        && next.surface().matches("\\p{IsHan}")
        && next.is("名詞")
        && !next.is("名詞-数")
        && !next.is("名詞-接尾");
  }

  private static Optional<Respelling> listed(String surface, int start, int end, String text) {
    if (surface.length() < 2 || !KANJI.matcher(surface).find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(Resources.WORDS.get(surface))
        .filter(entry -> entry.mayStandAt(text, start, end))
        .map(entry -> Respelling.of(text, start, end, entry.reading(), entry.accent()));
  }

  private static Map<Integer, PieceReading> apart(List<Respelling> sorted) {
    Map<Integer, PieceReading> apart = new HashMap<>();
    int free = 0;
    for (Respelling one : sorted) {
      if (one.from() >= free) {
        apart.put(one.from(), one.piece());
        free = one.to();
      }
    }
    return apart;
  }

  /**
   * How a word that Open JTalk misreads is read, by a row of {@code words.tsv}: {@code
   * surface<TAB>reading<TAB>accent<TAB>followers}.
   *
   * @param reading katakana for a noun, hiragana for a form of a verb
   * @param accent its mora, -1 for a form of a verb
   * @param followers what has to stand behind it, empty for anything; ! for no kanji beside it, #年
   *     for an era's year
   */
  private record Entry(String reading, int accent, List<String> followers) {
    /** 寛文 of 寛文5年 and 寛文年間 is no Hirofumi. */
    private static final Pattern YEAR =
        Pattern.compile(
            "([0-9０-９一二三四五六七八九十]{1,3}|元)年|年[間号中]|[期頃]"
                + "|の(乱|変|役|治|飢饉|大?地震|大火|政変|改革)|以[前後降来]|[初末][期年]");

    static Map<String, Entry> load() {
      Map<String, Entry> words = new HashMap<>();
      for (String row : Resource.rows(Entry.class, "words.tsv")) {
        String[] fields = row.split("\t", -1);
        boolean accented = fields.length > 2 && !fields[2].isEmpty();
        int accent = accented ? Integer.parseInt(fields[2]) : -1;
        List<String> followers = fields.length > 3 ? List.of(fields[3].split("\\|")) : List.of();
        words.put(fields[0], new Entry(fields[1], accent, followers));
      }
      return words;
    }

    boolean mayStandAt(String text, int from, int to) {
      return followers.isEmpty() || followers.stream().anyMatch(f -> fits(f, text, from, to));
    }

    private static boolean fits(String follower, String text, int from, int to) {
      return switch (follower) {
        case "!" -> !isKanji(text, from - 1) && !isKanji(text, to);
        case "#年" -> YEAR.matcher(text).region(to, text.length()).lookingAt();
        default -> text.startsWith(follower, to);
      };
    }

    private static boolean isKanji(String text, int at) {
      return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
    }
  }

  /** A stretch of a text from a place on that is sent in kana. */
  record Respelling(int from, PieceReading piece) {
    /** Shorter words of an engine's dictionary would be found inside other words. */
    private static final int SHORTEST_DICTIONARY_WORD = 3;

    /**
     * A noun in katakana is a word with its accent where it is long enough.
     *
     * @param accent -1 for a form of a verb, which engines need no word for
     */
    static Respelling of(String text, int from, int to, String kana, int accent) {
      boolean word = accent >= 0 && kana.length() >= SHORTEST_DICTIONARY_WORD;
      List<DictionaryWord> words =
          word ? List.of(new DictionaryWord(kana, kana, accent)) : List.of();
      return new Respelling(
          from, new PieceReading(text.substring(from, to), kana, Source.KANJI, words));
    }

    int to() {
      return from + piece.written().length();
    }
  }
}
