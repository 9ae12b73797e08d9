package dev.zundacast.episode;

import java.util.List;

/**
 * An article as a language model is told it.
 *
 * @param number 1 for the first article of the post
 * @param title as the post has it
 * @param sentences of the article, each with its number from 1 by its place
 * @param reader who says it
 * @param seconds how long it may take to hear
 */
public record NumberedArticle(
    int number, String title, List<String> sentences, Voice reader, int seconds) {

  public NumberedArticle {
    sentences = List.copyOf(sentences);
  }
}
