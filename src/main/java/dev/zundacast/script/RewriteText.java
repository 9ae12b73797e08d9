package dev.zundacast.script;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.script.speech.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An article's own sentences, numbered, for a language model to rewrite. */
final class RewriteText {
  /** As long as a script's own fingerprints are short: 48 bits for a few thousand articles. */
  private static final int PRINT = 12;

  private RewriteText() {}

  /**
   * @param seconds how long the article may take to hear
   */
  static RewriteSource source(
      ArticleDraft draft, double seconds, Function<Article, Optional<Rewrite>> remembered) {
    Article article = draft.article();
    List<String> sentences = sentences(article);
    return new RewriteSource(
        draft.identity(),
        article.number(),
        article.title(),
        sentences,
        draft.reader().voice(),
        draft.reader().speechName(),
        (int) Math.round(Math.min(draft.length(), seconds)),
        print(article, draft.reader()),
        remembered.apply(article));
  }

  /** Changes when the article, its reader or the way of speaking does. */
  static String print(Article article, Cast reader) {
    Digest digest = new Digest().add(article.title()).addAll(sentences(article));
    return digest.add(reader.voice().name()).add(reader.speechName()).hex().substring(0, PRINT);
  }

  private static List<String> sentences(Article article) {
    return article.blocks().stream().flatMap(it -> sentences(it).stream()).toList();
  }

  private static List<String> sentences(Block block) {
    return switch (block.kind()) {
      case CODE, IMAGE -> List.of();
      default -> Sentences.split(block.text());
    };
  }
}
