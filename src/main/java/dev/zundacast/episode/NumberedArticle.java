package dev.zundacast.episode;

import java.util.List;

/**
 * An article as a language model is told it: its sentences, each with its number from 1 by its
 * place, who says them, and in how many seconds.
 */
public record NumberedArticle(
    int number, String title, List<String> sentences, Voice reader, int seconds) {

  public NumberedArticle {
    sentences = List.copyOf(sentences);
  }
}
