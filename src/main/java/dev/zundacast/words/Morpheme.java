package dev.zundacast.words;

import java.util.stream.Stream;

/**
 * A word of a Japanese text as the IPA dictionary has it.
 *
 * @param surface the text's own characters
 * @param start offset of the surface in the text
 * @param base dictionary form; the surface when unknown
 * @param partOfSpeech up to four levels joined by "-" (名詞-サ変接続, 助動詞, 助詞-係助詞)
 * @param inflectionType 五段・ラ行 and so on, "" when the word does not inflect
 * @param inflectionForm 連用形 and so on, "" when the word does not inflect
 * @param reading katakana, "" when unknown
 */
public record Morpheme(
    String surface,
    int start,
    String base,
    String partOfSpeech,
    String inflectionType,
    String inflectionForm,
    String reading) {

  /** Offset just behind the surface. */
  public int end() {
    return start + surface.length();
  }

  /** Whether the part of speech is this one or below it. */
  public boolean is(String pos) {
    return partOfSpeech.startsWith(pos)
        && (partOfSpeech.length() == pos.length() || partOfSpeech.charAt(pos.length()) == '-');
  }

  /** Whether the part of speech is one of these or below one. */
  public boolean isAny(String... some) {
    return Stream.of(some).anyMatch(this::is);
  }

  /** Whether it is this particle. */
  public boolean isParticle(String particle) {
    return is("助詞") && surface.equals(particle);
  }

  /** Whether it inflects and stands in the form that ends a plain sentence. */
  public boolean isPlain() {
    return inflectionForm.equals("基本形");
  }

  /** Whether a noun behind it is what it describes: 歯車で動く機能, 静かな作業. */
  public boolean describes() {
    boolean joins = isPlain() || inflectionForm.equals("体言接続");
    return isAny("助詞-連体化", "連体詞") || (joins && isAny("動詞", "助動詞", "形容詞"));
  }
}
