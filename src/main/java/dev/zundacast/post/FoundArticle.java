package dev.zundacast.post;

import java.util.List;
import java.util.Optional;

/**
 * An article as it stands in a post's body.
 *
 * @param title Markdown of its title on one line
 * @param url the item's address
 * @param line the file's line of the item
 * @param body Markdown of the summary
 * @param citation the address after 引用元, "" when that line is empty
 * @param citationLine the file's line of 引用元, 0 when there is none
 */
record FoundArticle(
    String title,
    String url,
    int line,
    List<SourceLine> body,
    Optional<String> citation,
    int citationLine) {

  FoundArticle {
    body = List.copyOf(body);
  }
}
