package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import java.util.function.Consumer;

/** What looks wrong in the articles themselves. */
final class ArticleRule implements PostRule {
  @Override
  public String name() {
    return "article";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) {
    post.post().ifPresent(known -> known.warnings().forEach(findings));
  }
}
