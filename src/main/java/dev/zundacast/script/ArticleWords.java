package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.Rewrites;
import dev.zundacast.script.file.MergeBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides for each article of a post whether it is said in the rules' words or in those of a
 * language model, and tells why. Lives for one draft.
 */
final class ArticleWords {
  private final Rewrites rewrites;
  private final Map<String, Rewrite> before;
  private final Map<String, Rewrite> remembered = new LinkedHashMap<>();
  private final Map<String, String> remarks = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private ArticleWords(Rewrites rewrites, Map<String, Rewrite> before) {
    this.rewrites = rewrites;
    this.before = before;
  }

  /**
   * @param rewrites what was decided now
   * @param before what the script holds, by {@link #key}
   */
  static ArticleWords of(Rewrites rewrites, Map<String, Rewrite> before) {
    return new ArticleWords(rewrites, before);
  }

  /** What a script calls an article. */
  static String key(Article article) {
    return MergeBase.fingerprint(ArticleDraft.identity(article));
  }

  /** The model's words for an article as this character says it; empty for the rules' own. */
  Optional<Rewrite> of(Article article, Cast reader) {
    String identity = ArticleDraft.identity(article);
    Optional<Rewrite> known = Optional.ofNullable(before.get(key(article)));
    Optional<Rewrite> words =
        Optional.ofNullable(rewrites.accepted().get(identity))
            .or(() -> known.filter(it -> isKept() && isOf(it, article, reader)));
    if (words.isPresent()) {
      remembered.put(key(article), words.get());
      remarks.put(identity, printed(words.get().origin()));
    } else if (known.isPresent() && isKept()) {
      // The article may become again what it was.
      remembered.put(key(article), known.get());
      remarks.put(identity, "by the rules: the article changed since it was rewritten");
      notes.add(
          "'"
              + article.title()
              + "' changed since it was rewritten, so it is said by the rules; 'zundacast script'"
              + " asks again");
    }
    Optional.ofNullable(rewrites.refused().get(identity))
        .ifPresent(why -> remarks.put(identity, "by the rules: " + why));
    return words;
  }

  private boolean isKept() {
    return rewrites.memory() == Rewrites.Memory.KEPT;
  }

  private static boolean isOf(Rewrite rewrite, Article article, Cast reader) {
    return rewrite.origin().source().equals(RewriteText.print(article, reader));
  }

  private static String printed(Rewrite.Origin origin) {
    return origin.model() + ", source " + origin.source() + ", prompt " + origin.prompt();
  }

  /** What the script is to hold for the next time. */
  Map<String, Rewrite> remembered() {
    return remembered;
  }

  /** By the articles' identities, whose words they are said in. */
  Map<String, String> remarks() {
    return remarks;
  }

  /** For people: which articles are not said as they were. */
  List<String> notes() {
    return notes;
  }
}
