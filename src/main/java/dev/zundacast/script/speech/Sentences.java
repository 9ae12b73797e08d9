package dev.zundacast.script.speech;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits plain text into sentences: behind 。！？ and their closing marks, never inside brackets or
 * quotes, never at a dot ({@code 3.5}, {@code e.g.}, {@code Next.js}). What the sentences hold is
 * the text, nothing lost or doubled but the white space between them.
 */
public final class Sentences {
  private static final String OPENERS = "「『（(【〈《［[“";
  private static final String CLOSERS = "」』）)】〉》］]”";
  private static final String ENDS = "。！？!?";
  private static final String TRAILERS = ENDS + "…‥♪☆★" + CLOSERS;

  /** A name that ends with ！ goes on with one of these (「あつまれ！の…」); a sentence begins with none. */
  private static final String PARTICLES = "のをがに、，";

  /** Three words or more; a group that is repeated would take a level of the stack for each. */
  private static final Pattern ENGLISH_SENTENCE =
      Pattern.compile("^(?! |.*  )(?=[^ ]+ [^ ]+ .)[\\x20-\\x7E’“”]+[\\x21-\\x7E’“”][.!?]$");

  private Sentences() {}

  /** Whether all of it is a sentence in English, which keeps its own end. */
  public static boolean isEnglish(String sentence) {
    return ENGLISH_SENTENCE.matcher(sentence).find();
  }

  /** The sentences of an article as they are numbered for whoever writes of it. */
  public static List<String> of(Article article) {
    return article.blocks().stream()
        .filter(it -> it.kind() != Block.Kind.CODE && it.kind() != Block.Kind.IMAGE)
        .flatMap(it -> split(it.text()).stream())
        .toList();
  }

  /** The sentences of the text, each without white space at its ends. */
  public static List<String> split(String text) {
    List<String> sentences = new ArrayList<>();
    BitSet inside = Quotes.pairs(text, OPENERS, CLOSERS);
    int from = 0;
    int i = 0;
    while (i < text.length()) {
      if (!inside.get(i) && endsSentence(text, i)) {
        int end = i + 1;
        while (end < text.length() && !inside.get(end) && isTrailer(text, end)) {
          end += Character.charCount(text.codePointAt(end));
        }
        add(sentences, text.substring(from, end));
        from = end;
        i = end;
      } else {
        i++;
      }
    }
    add(sentences, text.substring(from));
    return sentences;
  }

  private static void add(List<String> sentences, String sentence) {
    String stripped = sentence.strip();
    if (stripped.isEmpty()) {
      return;
    }
    int last = sentences.size() - 1;
    if (last >= 0 && stripped.codePoints().noneMatch(Sentences::isSaid)) {
      sentences.set(last, sentences.get(last) + stripped);
    } else {
      sentences.add(stripped);
    }
  }

  /** Whether anybody hears this character; an emoji alone is no sentence. */
  private static boolean isSaid(int c) {
    int type = Character.getType(c);
    return type != Character.OTHER_SYMBOL
        && type != Character.MODIFIER_SYMBOL
        && type != Character.NON_SPACING_MARK
        && type != Character.FORMAT
        && !Character.isWhitespace(c);
  }

  private static boolean isTrailer(String text, int at) {
    int c = text.codePointAt(at);
    return TRAILERS.indexOf(c) >= 0 || !(isSaid(c) || Character.isWhitespace(c));
  }

  private static boolean endsSentence(String text, int at) {
    char mark = text.charAt(at);
    if (ENDS.indexOf(mark) < 0) {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && isTrailer(text, next)) {
      next += Character.charCount(text.codePointAt(next));
    }
    if (next >= text.length() || mark == '。') {
      return true;
    }
    if (text.startsWith("という", next)) {
      return false; // 静かだから？という声: what is asked is a part of the sentence.
    }
    char follower = text.charAt(next);
    if (mark == '!' || mark == '?') {
      // "Yahoo!知恵袋" and "a ? b : c" go on; a Japanese sentence may end with an ASCII mark.
      return at > 0 && text.charAt(at - 1) > 0x3000 && PARTICLES.indexOf(follower) < 0;
    }
    return PARTICLES.indexOf(follower) < 0;
  }
}
