package dev.zundacast.script;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Article;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Rewrites;
import dev.zundacast.episode.Script;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.speech.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for each article of a post whether it is said in the rules' words or in those of a
 * language model, and tells why. Lives for one draft.
 */
final class ArticleWords {
  /** As long as a script's own fingerprints are short: 48 bits for a few thousand articles. */
  private static final int PRINT = 12;

  private final Rewrites rewrites;
  private final Map<String, Rewrite> before;
  private final Map<String, Rewrite> remembered = new LinkedHashMap<>();
  private final Map<String, String> remarks = new LinkedHashMap<>();
  private final List<Message> notes = new ArrayList<>();

  /**
   * @param rewrites what was decided now
   * @param before what the script holds, by {@link #key}
   */
  ArticleWords(Rewrites rewrites, Map<String, Rewrite> before) {
    this.rewrites = rewrites;
    this.before = before;
  }

  /** The rules' own words for every article. */
  static ArticleWords byRules() {
    return new ArticleWords(Rewrites.NONE, Map.of());
  }

  /** What tells an article from the others, wherever it stands. */
  static String identity(Article article) {
    return article.url().isEmpty() ? article.title() : article.url();
  }

  /** What a script calls an article. */
  private static String key(Article article) {
    return MergeBase.fingerprint(identity(article));
  }

  /** The model's words for an article as this character says it; empty for the rules' own. */
  Optional<Rewrite> of(Article article, Speaker reader) {
    String identity = identity(article);
    boolean kept = rewrites.memory() == Rewrites.Memory.KEPT;
    Optional<Rewrite> known = Optional.ofNullable(before.get(key(article))).filter(it -> kept);
    Optional<Rewrite> words =
        Optional.ofNullable(rewrites.accepted().get(identity))
            .or(() -> known.filter(it -> it.origin().source().equals(print(article, reader))));
    if (words.isPresent()) {
      Rewrite.Origin origin = words.get().origin();
      remembered.put(key(article), words.get());
      remarks.put(
          identity, origin.model() + ", source " + origin.source() + ", prompt " + origin.prompt());
    } else if (known.isPresent()) {
      // The article may become again what it was.
      remembered.put(key(article), known.get());
      remarks.put(identity, "by the rules: the article changed since it was rewritten");
      notes.add(Message.of("script.changedSinceRewrittenSo", article.title()));
    }
    Optional.ofNullable(rewrites.refused().get(identity))
        .ifPresent(why -> remarks.put(identity, "by the rules: " + why));
    return words;
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
  List<Message> notes() {
    return notes;
  }

  /**
   * An article's own sentences, numbered, for a language model to rewrite.
   *
   * @param seconds how long the article may take to hear
   * @param remembered what the script holds, by {@link #key}
   */
  static RewriteSource source(ArticleDraft draft, double seconds, Map<String, Rewrite> remembered) {
    Article article = draft.article();
    List<String> sentences = Sentences.of(article);
    return new RewriteSource(
        identity(article),
        article.number(),
        article.title(),
        sentences,
        sentences.stream().map(MergeBase::fingerprint).toList(),
        draft.reader().voice(),
        draft.reader().speechName(),
        (int) Math.round(Math.min(draft.length(), seconds)),
        print(article, draft.reader()),
        Optional.ofNullable(remembered.get(key(article))));
  }

  /** Changes when the article, its reader or the way of speaking does. */
  private static String print(Article article, Speaker reader) {
    Digest digest = new Digest().add(article.title()).addAll(Sentences.of(article));
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
      if (source.standing().isEmpty() && source.remembered().isPresent()) {
        source.remembered().get().lines().stream()
            .filter(line -> !line.from().isEmpty())
            .filter(line -> line.prints().isEmpty() || !source.prints().containsAll(line.prints()))
            .forEach(line -> words.add(line.text()));
      }
    }
    return script.lines().filter(line -> words.contains(line.display())).toList();
  }
}
