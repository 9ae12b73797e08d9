package dev.zundacast.reading;

import dev.zundacast.words.Morpheme;
import java.util.List;
import java.util.Set;

/**
 * Tells for each place of a sentence whether the next predicate is the main clause's or that of a
 * relative clause, a quote or a noun clause, inside of which nobody pauses.
 */
record ClauseHeads(List<Morpheme> sentence) {
  /** Ends of clauses that belong to the main clause whatever follows. */
  private static final Set<String> INDEPENDENT =
      Set.of("が", "けど", "けれど", "けれども", "ので", "から", "し", "のに");

  /** Nouns that make an ending of the predicate before them: のだ, ことができる, ようになる. */
  private static final Set<String> ENDING_NOUNS =
      Set.of("の", "ん", "こと", "よう", "わけ", "はず", "もの", "ところ");

  private static final Set<String> ENDING_VERBS = Set.of("できる", "する", "なる", "ある", "いる");

  /** A predicate that what stands before it may belong to. */
  enum Head {
    /** It ends the sentence, or a clause of its own. */
    MAIN,
    /** It stands before a noun or in a quote, or there is none. */
    EMBEDDED
  }

  /** Where the next predicate begins, the sentence's end when there is none. */
  int next(int from, boolean object) {
    int depth = 0;
    for (int i = from; i < sentence.size(); i++) {
      Morpheme word = sentence.get(i);
      if (word.is("記号-括弧開")) {
        depth++;
      } else if (word.is("記号-括弧閉")) {
        if (--depth < 0) {
          return sentence.size();
        }
      } else if (depth == 0 && (word.is("記号-句点") || "！？!?\n".contains(word.surface()))) {
        return sentence.size();
      } else if (depth == 0 && isPredicate(i) && !(object && isAdjective(i))) {
        return i;
      }
    }
    return sentence.size();
  }

  /** What the predicate that begins there is a part of. */
  Head of(int predicate) {
    if (predicate >= sentence.size()) {
      return Head.EMBEDDED;
    }
    int end = end(predicate);
    if (end >= sentence.size()) {
      return Head.MAIN;
    }
    Morpheme last = sentence.get(end - 1);
    Morpheme behind = sentence.get(end);
    if (behind.is("記号-括弧開")) {
      return Head.EMBEDDED;
    }
    if (behind.is("記号") || behind.is("助詞-終助詞")) {
      return Head.MAIN;
    }
    if (behind.is("助詞-接続助詞")) {
      return INDEPENDENT.contains(behind.surface()) ? Head.MAIN : of(next(end + 1, false));
    }
    if (behind.surface().equals("という")) {
      return of(content(end + 1));
    }
    boolean goesOn = last.inflectionForm().startsWith("連用") && !behind.is("名詞-非自立");
    return goesOn ? of(next(end, false)) : Head.EMBEDDED;
  }

  /** The copula behind the noun that という tells the content of: という話なのだ. */
  private int content(int noun) {
    return isAt(noun, "名詞") && isAt(noun + 1, "助動詞") ? noun + 1 : sentence.size();
  }

  /** Where the predicate with its auxiliaries and endings ends. */
  private int end(int predicate) {
    int end = predicate + 1;
    while (end < sentence.size()) {
      Morpheme word = sentence.get(end);
      boolean joined =
          word.is("助動詞") || word.is("動詞-非自立") || word.is("動詞-接尾") || word.is("形容詞-非自立");
      if (joined) {
        end++;
      } else if (isSurface(end, "て", "で") && isAt(end + 1, "動詞-非自立")) {
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
    if (!isAt(at, "名詞-非自立") || !ENDING_NOUNS.contains(sentence.get(at).surface())) {
      return at;
    }
    int verb = isAt(at + 1, "助詞") ? at + 2 : at + 1;
    boolean ends =
        isAt(verb, "助動詞") || (isAt(verb, "動詞") && ENDING_VERBS.contains(sentence.get(verb).base()));
    return ends ? verb + 1 : at;
  }

  boolean isPredicate(int at) {
    Morpheme word = sentence.get(at);
    boolean adverb =
        word.is("形容詞") && word.inflectionForm().startsWith("連用") && !isAt(at + 1, "助詞");
    return word.is("動詞-自立")
        || (word.is("形容詞-自立") && !adverb)
        || (word.is("助動詞") && Set.of("だ", "です").contains(word.base()));
  }

  /** An adjective or 必要な, which have no object. */
  private boolean isAdjective(int at) {
    return !sentence.get(at).is("動詞");
  }

  private boolean isAt(int at, String partOfSpeech) {
    return at < sentence.size() && sentence.get(at).is(partOfSpeech);
  }

  private boolean isSurface(int at, String one, String other) {
    return at < sentence.size()
        && (sentence.get(at).surface().equals(one) || sentence.get(at).surface().equals(other));
  }
}
