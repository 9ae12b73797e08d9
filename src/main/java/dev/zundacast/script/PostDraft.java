package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Show;
import dev.zundacast.script.Template.Phrase;
import dev.zundacast.script.length.Estimate;
import dev.zundacast.script.length.Length;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.outline.Selection;
import dev.zundacast.script.outline.Selection.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A post to the draft of its script, in the words of its characters' templates. With several
 * characters the first opens and closes, they take turns with the articles, and the next one asks.
 * Lives for one call.
 */
final class PostDraft {
  private final EpisodeFrame frame;
  private final Length length;
  private final List<ArticleDraft> articles = new ArrayList<>();

  /** The phrases that an episode has once and that it has had. */
  private final Set<String> saidOnce = new HashSet<>();

  /**
   * @param words whose words the articles are said in
   */
  PostDraft(
      Post post, Show show, List<Cast> cast, Wording wording, Length length, ArticleWords words) {
    this.frame = EpisodeFrame.of(post, show, cast, wording);
    this.length = length;
    for (Article article : post.articles()) {
      articles.add(new ArticleDraft(frame, article, words.of(article, frame.reader(article))));
    }
  }

  ScriptDraft build() {
    Map<ArticleDraft, Choice> chosen = choices();
    List<Chapter> chapters = new ArrayList<>();
    for (Section.Kind kind : Template.ORDER) {
      if (kind == Section.Kind.ARTICLE) {
        articles.forEach(it -> chapters.add(it.chapter(chosen.getOrDefault(it, Choice.NOTHING))));
      } else {
        Chapter chapter = fixed(kind);
        if (!chapter.lines().isEmpty()) {
          chapters.add(chapter);
        }
      }
    }
    return new ScriptDraft(chapters);
  }

  /** What a language model may be asked to rewrite. */
  List<RewriteSource> sources(Function<Article, Optional<Rewrite>> remembered) {
    Map<ArticleDraft, Double> times = times();
    return articles.stream()
        .map(it -> RewriteText.source(it, times.getOrDefault(it, 0.0), remembered))
        .toList();
  }

  /** What is said of each article: what one of them leaves of its time, the longer ones get. */
  private Map<ArticleDraft, Choice> choices() {
    Map<ArticleDraft, Double> times = times();
    Map<ArticleDraft, Choice> choices = new HashMap<>();
    double left = 0;
    for (ArticleDraft article : byLength()) {
      double time = times.getOrDefault(article, 0.0) + left;
      Choice choice =
          Selection.choose(article.points(), length.sentences(), time, article::seconds, saidOnce);
      choices.put(article, choice.ended());
      left = Math.max(0, time - article.seconds(choice));
    }
    return choices;
  }

  private Chapter fixed(Section.Kind kind) {
    Cast host = frame.host();
    Template.Passage part = host.template().part(kind.word());
    ChapterWriter writer = new ChapterWriter(frame, host);
    for (Phrase row : part.rows()) {
      switch (row.use()) {
        case EACH -> articles.forEach(article -> writer.line(row, article, Role.TEXT));
        case GUESTS -> frame.cast().stream().skip(1).forEach(guest -> greeting(writer, guest));
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(kind, part.title(), "");
  }

  private static void greeting(ChapterWriter writer, Cast guest) {
    for (Phrase row : guest.template().part(Template.GUEST).rows()) {
      writer.said(row, guest);
    }
  }

  /** How long everything but the articles' own text takes. */
  private double framework() {
    double seconds = 0;
    for (Section.Kind kind : Template.ORDER) {
      seconds += frame.host().voice().pauses().section() / 1000.0;
      if (kind != Section.Kind.ARTICLE) {
        seconds +=
            fixed(kind).lines().stream()
                .mapToDouble(it -> Estimate.seconds(it.text(), frame.host().voice()))
                .sum();
      }
    }
    for (ArticleDraft article : articles) {
      seconds += article.around() + article.reader().voice().pauses().section() / 1000.0;
    }
    return seconds;
  }

  /**
   * Shares the time that the fixed parts leave: short articles, and those in a model's words, are
   * said whole, the long ones get the same each.
   */
  private Map<ArticleDraft, Double> times() {
    Map<ArticleDraft, Double> times = new HashMap<>();
    List<ArticleDraft> byLength = byLength();
    double rest = length.seconds() - framework();
    int waiting = byLength.size();
    for (ArticleDraft article : byLength) {
      double share = Math.max(0, rest / waiting);
      double time = article.isRewritten() ? article.length() : Math.min(article.length(), share);
      times.put(article, time + 1);
      rest -= time;
      waiting--;
    }
    return times;
  }

  private List<ArticleDraft> byLength() {
    List<ArticleDraft> byLength = new ArrayList<>(articles);
    byLength.sort(
        Comparator.comparing((ArticleDraft it) -> !it.isRewritten())
            .thenComparingDouble(ArticleDraft::length));
    return byLength;
  }
}
