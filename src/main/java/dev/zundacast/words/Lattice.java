package dev.zundacast.words;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.ja.dict.BinaryDictionary;
import org.apache.lucene.analysis.ja.dict.CharacterDefinition;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.ja.dict.TokenInfoFST;
import org.apache.lucene.analysis.ja.dict.UnknownDictionary;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;
import org.jspecify.annotations.Nullable;

/**
 * The words that a text may consist of, and the cheapest way through them: those of Lucene's
 * JapaneseTokenizer in its normal mode, in a third of its time. For one thread.
 */
final class Lattice {
  private final TokenInfoDictionary dictionary = TokenInfoDictionary.getInstance();
  private final UnknownDictionary unknown = UnknownDictionary.getInstance();
  private final CharacterDefinition characters = unknown.getCharacterDefinition();
  private final TokenInfoFST spellings = dictionary.getFST();
  private final FST.BytesReader reader = spellings.getBytesReader();
  private final FST.Arc<Long> arc = new FST.Arc<>();
  private final IntsRef found = new IntsRef();
  private final Connections connections = Connections.instance();

  /** A word in the text, behind the one before which makes it cheapest. */
  private record Node(
      BinaryDictionary from,
      int word,
      int start,
      int end,
      int type,
      int cost,
      @Nullable Node before,
      @Nullable Node older) {}

  /** The text's words in order. */
  List<Morpheme> analyse(String text) throws IOException {
    char[] letters = text.toCharArray();
    // The last word that was found to end at each place; it leads to those that were found before.
    @Nullable Node[] ends = new @Nullable Node[letters.length + 1];
    ends[0] = new Node(dictionary, 0, 0, 0, 0, 0, null, null);
    int unknownTo = 0;
    for (int at = 0; at < letters.length; at++) {
      Node before = ends[at];
      if (before == null) {
        continue;
      }
      boolean any = addKnown(letters, at, before, ends);
      boolean wanted = !any || characters.isInvoke(letters[at]);
      if (unknownTo <= at && wanted) {
        unknownTo = unknownEnd(letters, at);
        unknown.lookupWordIds(characters.getCharacterClass(letters[at]), found);
        add(unknown, before, unknownTo, ends);
      }
    }
    return words(letters, best(0, Objects.requireNonNull(ends[letters.length])));
  }

  /** Adds the dictionary's words that begin here; whether there are any. */
  private boolean addKnown(char[] letters, int start, Node before, @Nullable Node[] ends)
      throws IOException {
    boolean any = false;
    int output = 0;
    spellings.getFirstArc(arc);
    for (int i = start; i < letters.length; i++) {
      if (spellings.findTargetArc(letters[i], arc, arc, i == start, reader) == null) {
        break;
      }
      output += arc.output().intValue();
      if (arc.isFinal()) {
        dictionary.lookupWordIds(output + arc.nextFinalOutput().intValue(), found);
        add(dictionary, before, i + 1, ends);
        any = true;
      }
    }
    return any;
  }

  /** Where the characters of one kind end that may be a word which the dictionary does not have. */
  private int unknownEnd(char[] letters, int start) {
    int end = start + 1;
    if (characters.isGroup(letters[start])) {
      int kind = characters.getCharacterClass(letters[start]);
      boolean sign = isSign(letters[start]);
      while (end < letters.length
          && kind == characters.getCharacterClass(letters[end])
          && sign == isSign(letters[end])) {
        end++;
      }
    }
    return end;
  }

  private static boolean isSign(char c) {
    int type = Character.getType(c);
    boolean letter = type < Character.SPACE_SEPARATOR || type > Character.FINAL_QUOTE_PUNCTUATION;
    return !letter && type != Character.PRIVATE_USE && type != Character.SURROGATE;
  }

  private void add(BinaryDictionary from, Node last, int end, @Nullable Node[] ends) {
    for (int i = 0; i < found.length; i++) {
      int word = found.ints[found.offset + i];
      int type = from.getLeftId(word);
      Node before = best(type, last);
      int cost = cost(before, type) + from.getWordCost(word);
      ends[end] = new Node(from, word, last.end(), end, type, cost, before, ends[end]);
    }
  }

  private int cost(Node before, int type) {
    return before.cost() + connections.cost(before.type(), type);
  }

  /** The word that makes one of this type cheapest; of equal ones that which was found first. */
  private Node best(int type, Node last) {
    Node best = last;
    int least = cost(last, type);
    for (Node node = last.older(); node != null; node = node.older()) {
      int cost = cost(node, type);
      if (cost <= least) {
        least = cost;
        best = node;
      }
    }
    return best;
  }

  private static List<Morpheme> words(char[] letters, Node last) {
    Deque<Morpheme> words = new ArrayDeque<>();
    for (Node node = last; node.before() != null; node = node.before()) {
      words.addFirst(morpheme(letters, node));
    }
    return List.copyOf(words);
  }

  private static Morpheme morpheme(char[] letters, Node node) {
    int length = node.end() - node.start();
    String surface = new String(letters, node.start(), length);
    BinaryDictionary from = node.from();
    int word = node.word();
    return new Morpheme(
        surface,
        node.start(),
        or(from.getBaseForm(word, letters, node.start(), length), surface),
        or(from.getPartOfSpeech(word), ""),
        or(from.getInflectionType(word), ""),
        or(from.getInflectionForm(word), ""),
        or(from.getReading(word, letters, node.start(), length), ""));
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
