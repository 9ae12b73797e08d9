package dev.zundacast.script;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Script;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.speech.Sentences;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        sentences.stream().map(MergeBase::fingerprint).toList(),
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

  /**
   * The lines of a script that say a model's words of sentences which their article no longer has.
   *
   * @param sources the post's articles as they are now, with the words that the script holds
   */
  static List<Line> outdated(Script script, List<RewriteSource> sources) {
    Set<String> words = new HashSet<>();
    for (RewriteSource source : sources) {
      if (source.standing().isEmpty()) {
        source.remembered().ifPresent(it -> words.addAll(outdated(it, source)));
      }
    }
    return script.lines().filter(line -> words.contains(line.display())).toList();
  }

  private static List<String> outdated(Rewrite rewrite, RewriteSource source) {
    return rewrite.lines().stream()
        .filter(line -> !line.from().isEmpty())
        .filter(line -> line.prints().isEmpty() || !source.prints().containsAll(line.prints()))
        .map(Rewrite.Line::text)
        .toList();
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
