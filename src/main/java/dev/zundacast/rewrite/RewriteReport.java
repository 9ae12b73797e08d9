package dev.zundacast.rewrite;

import dev.zundacast.episode.Rewrites;
import java.util.List;

/**
 * What became of a post's articles.
 *
 * @param rewrites the words of each article that has some, and why the others have none
 * @param notes for people, an article each
 */
public record RewriteReport(Rewrites rewrites, List<String> notes, Cost cost) {
  public RewriteReport {
    notes = List.copyOf(notes);
  }
}
