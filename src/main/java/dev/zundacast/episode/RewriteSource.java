package dev.zundacast.episode;

import java.util.List;
import java.util.Optional;

/**
 * An article that a language model may be asked to rewrite.
 *
 * @param article what tells it from the others of its post: its address, else its title
 * @param number 1 for the first article of the post
 * @param title as the post has it
 * @param sentences of the article, each with its number from 1 by its place
 * @param prints a fingerprint of each sentence
 * @param reader who says it
 * @param speech the reader's way of speaking
 * @param seconds how long it may take to hear
 * @param print changes when the article, its reader or the way of speaking does
 * @param remembered the rewrite that the script holds, of whatever text the article had then
 */
public record RewriteSource(
    String article,
    int number,
    String title,
    List<String> sentences,
    List<String> prints,
    Voice reader,
    String speech,
    int seconds,
    String print,
    Optional<Rewrite> remembered) {

  public RewriteSource {
    sentences = List.copyOf(sentences);
    prints = List.copyOf(prints);
  }

  /** The fingerprints of the sentences with these numbers. */
  public List<String> printsOf(List<Integer> numbers) {
    return numbers.stream().map(number -> prints.get(number - 1)).toList();
  }

  /** The rewrite that the script holds, when it is one of this text. */
  public Optional<Rewrite> standing() {
    return remembered.filter(it -> it.origin().source().equals(print));
  }
}
