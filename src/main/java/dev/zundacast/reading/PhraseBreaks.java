package dev.zundacast.reading;

import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a pause into a stretch of more moras than are said in one breath, where clauses of the
 * sentence meet: behind a clause or the topic, or before or behind a whole relative clause. Where
 * no such place is sure the stretch stays whole.
 */
record PhraseBreaks(Morphology morphology) {
  /** Moras that are said without a pause. */
  private static final int LONGEST = 40;

  /** A pause so near to another one tears the sentence. */
  private static final int SHORTEST = 8;

  private static final Pattern STRETCH = Pattern.compile("[^、。！？!?…・「」『』（）()【】：:;\\n\\s]+");

  /** Conjunctions behind which a clause ends. */
  private static final Set<String> CONJUNCTIONS =
      Set.of("て", "で", "ので", "から", "けど", "けれど", "が", "ば", "と", "し", "ながら");

  /** Nouns that make a clause of the predicate before them: ために, 場合は, ことで. */
  private static final Set<String> CLAUSE_NOUNS =
      Set.of("ため", "場合", "際", "とき", "時", "後", "うえ", "上", "ほか", "こと", "一方", "たび", "よう");

  /** What follows from here on belongs to what stands before it. */
  private static final Pattern GOES_ON =
      Pattern.compile("な[いくかけし].*|あ[るりっ].*|でき.*|いう|し|する|なっ|なる|つい|より|よる|いただ.*");

  private static final Pattern CASE =
      Pattern.compile("が|を|に|で|へ|から|まで|も|に対し.*|について|によって|により|において|として|にとって|とともに");

  /** Where no part of a sentence ends. */
  private static final int NO_END = 100;

  /** The pieces with the pauses in them; what a person gave stays as it is. */
  List<PieceReading> pausedAt(List<PieceReading> pieces) {
    NavigableSet<Integer> pauses = pauses(PieceReading.spoken(pieces));
    return pauses.isEmpty() ? pieces : with(pauses, pieces);
  }

  private NavigableSet<Integer> pauses(String spoken) {
    NavigableSet<Integer> pauses = new TreeSet<>();
    Matcher stretch = STRETCH.matcher(spoken);
    while (stretch.find()) {
      if (mostMoras(stretch.group()) > LONGEST) {
        List<Morpheme> words = morphology.analyse(spoken);
        new Sentence(words).split(stretch.start(), stretch.end(), pauses);
      }
    }
    return pauses;
  }

  private static int mostMoras(String text) {
    return text.chars().map(c -> c >= 'ぁ' && c <= 'ー' ? 1 : 2).sum();
  }

  private static int moras(Morpheme morpheme) {
    String reading = morpheme.reading();
    return reading.isEmpty() ? mostMoras(morpheme.surface()) : Kana.moras(reading);
  }

  private static List<PieceReading> with(NavigableSet<Integer> pauses, List<PieceReading> pieces) {
    List<PieceReading> paused = new ArrayList<>();
    int start = 0;
    for (PieceReading piece : pieces) {
      int end = start + piece.spoken().length();
      StringBuilder spoken = new StringBuilder(piece.spoken());
      if (piece.source() != Source.PERSON) {
        for (int at : pauses.subSet(start, false, end, true).descendingSet()) {
          spoken.insert(at - start, '、');
        }
      }
      paused.add(piece.withSpoken(spoken.toString()));
      start = end;
    }
    return paused;
  }

  /** A sentence in which places for pauses are looked for. */
  private record Sentence(List<Morpheme> words) {
    /** Nouns that make an ending of the predicate before them: のだ, ことができる, ようになる. */
    private static final Set<String> ENDING_NOUNS =
        Set.of("の", "ん", "こと", "よう", "わけ", "はず", "もの", "ところ");

    private static final Set<String> ENDING_VERBS = Set.of("できる", "する", "なる", "ある", "いる");

    void split(int start, int end, Set<Integer> pauses) {
      int from = (int) words.stream().filter(word -> word.start() < start).count();
      int to = from;
      while (to < words.size() && words.get(to).end() <= end) {
        to++;
      }
      splitWords(from, to, pauses);
    }

    private void splitWords(int from, int to, Set<Integer> pauses) {
      OptionalInt best = moras(from, to) <= LONGEST ? OptionalInt.empty() : best(from, to);
      if (best.isPresent()) {
        int at = best.getAsInt();
        pauses.add(words.get(at).end());
        splitWords(from, at + 1, pauses);
        splitWords(at + 1, to, pauses);
      }
    }

    private int moras(int from, int to) {
      return words.subList(from, to).stream().mapToInt(PhraseBreaks::moras).sum();
    }

    /** The word that a pause is put behind: the surest end of a part, near the middle. */
    private OptionalInt best(int from, int to) {
      int all = moras(from, to);
      int said = 0;
      int best = -1;
      int least = NO_END;
      for (int i = from; i + 1 < to; i++) {
        said += PhraseBreaks.moras(words.get(i));
        if (said >= SHORTEST && all - said >= SHORTEST) {
          int cost = weakness(i) + Math.abs(all - 2 * said) / 4;
          if (cost < least) {
            least = cost;
            best = i;
          }
        }
      }
      return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** How little a part of the sentence ends behind a word, in moras off the middle. */
    private int weakness(int i) {
      Morpheme here = words.get(i);
      if (goesOn(words.get(i + 1))) {
        return NO_END;
      }
      boolean afterwards = i > 0 && here.surface().equals("から") && words.get(i - 1).is("助詞-接続助詞");
      if (afterwards || (here.is("助詞-接続助詞") && CONJUNCTIONS.contains(here.surface()))) {
        return isSafe(i, 0) ? 0 : NO_END;
      }
      if (here.is("助詞-係助詞") && here.surface().equals("は")) {
        boolean near = particlesUpTo(nextPredicate(i + 1, false), i) == 0;
        return near && !isSafe(i, 0) ? NO_END : 2;
      }
      if (isClauseNoun(i) || (CASE.matcher(here.surface()).matches() && isClauseNoun(i - 1))) {
        return isSafe(i, 0) ? 1 : NO_END;
      }
      if (here.is("助詞") && !here.is("助詞-副詞化") && CASE.matcher(here.surface()).matches()) {
        return isSafe(i, 1) ? 10 : NO_END;
      }
      return NO_END;
    }

    /** Whether what ends here belongs to the main clause, and not to the very next word. */
    private boolean isSafe(int i, int particlesBetween) {
      int predicate = nextPredicate(i + 1, words.get(i).surface().equals("を"));
      return particlesUpTo(predicate, i) >= particlesBetween && isMain(predicate);
    }

    private long particlesUpTo(int predicate, int i) {
      return words.subList(i + 1, predicate).stream().filter(word -> word.is("助詞")).count();
    }

    private boolean isClauseNoun(int i) {
      return i > 0
          && CLAUSE_NOUNS.contains(words.get(i).surface())
          && words.get(i - 1).isAny("動詞", "助動詞");
    }

    /** Whether a word leans on what stands before it. */
    private static boolean goesOn(Morpheme word) {
      return word.isAny("助詞", "助動詞", "動詞-非自立", "名詞-接尾", "動詞-接尾", "形容詞-非自立", "名詞-非自立")
          || GOES_ON.matcher(word.surface()).matches();
    }

    /** Where the next predicate begins, the sentence's end when there is none. */
    private int nextPredicate(int from, boolean object) {
      for (int i = from; i < words.size(); i++) {
        Morpheme word = words.get(i);
        if (word.isAny("記号-句点", "記号-括弧閉") || "！？!?\n".contains(word.surface())) {
          return words.size();
        }
        // An adjective or 必要な has no object.
        if (isPredicate(i) && (word.is("動詞") || !object)) {
          return i;
        }
      }
      return words.size();
    }

    /** Whether a predicate ends the sentence or a clause, and describes or quotes nothing. */
    private boolean isMain(int predicate) {
      if (predicate >= words.size()) {
        return false;
      }
      int end = end(predicate);
      if (end >= words.size()) {
        return true;
      }
      Morpheme behind = words.get(end);
      if (behind.isAny("記号", "助詞-終助詞")) {
        return !behind.is("記号-括弧開");
      }
      if (behind.is("助詞-接続助詞")) {
        return isMain(nextPredicate(end + 1, false));
      }
      if (behind.surface().equals("という")) {
        return isMain(content(end + 1));
      }
      return words.get(end - 1).inflectionForm().startsWith("連用")
          && !behind.is("名詞-非自立")
          && isMain(nextPredicate(end, false));
    }

    /** The copula behind the noun that という tells the content of: という話なのだ. */
    private int content(int noun) {
      return isAt(noun, "名詞") && isAt(noun + 1, "助動詞") ? noun + 1 : words.size();
    }

    /** Where the predicate with its auxiliaries and endings ends. */
    private int end(int predicate) {
      int end = predicate + 1;
      while (end < words.size()) {
        Morpheme word = words.get(end);
        if (word.isAny("助動詞", "動詞-非自立", "動詞-接尾", "形容詞-非自立")) {
          end++;
        } else if (Set.of("て", "で").contains(word.surface()) && isAt(end + 1, "動詞-非自立")) {
          end += 2;
        } else {
          int ending = ending(end);
          if (ending == end) {
            return end;
          }
          end = ending;
        }
      }
      return end;
    }

    /** Where のだ, ことができる or the like ends that begins there; the place itself for others. */
    private int ending(int at) {
      if (!isAt(at, "名詞-非自立") || !ENDING_NOUNS.contains(words.get(at).surface())) {
        return at;
      }
      int verb = isAt(at + 1, "助詞") ? at + 2 : at + 1;
      boolean ends =
          isAt(verb, "助動詞") || (isAt(verb, "動詞") && ENDING_VERBS.contains(words.get(verb).base()));
      return ends ? verb + 1 : at;
    }

    private boolean isPredicate(int at) {
      Morpheme word = words.get(at);
      return word.isAny("動詞-自立", "形容詞-自立")
          || (word.is("助動詞") && Set.of("だ", "です").contains(word.base()));
    }

    private boolean isAt(int at, String partOfSpeech) {
      return at < words.size() && words.get(at).is(partOfSpeech);
    }
  }
}
