package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Show;
import dev.zundacast.script.ScriptRun.Wanted;
import dev.zundacast.script.Template.Phrase;
import dev.zundacast.script.article.Glossary;
import dev.zundacast.script.length.Length;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.merge.ScriptDraft.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A post to the draft of its script, in the words of its characters' templates. With several
 * characters the first opens and closes, they take turns with the articles, and the next one asks.
 * Lives for one call.
 */
final class PostDraft {
  private final EpisodeFrame frame;
  private final Length length;
  private final Disclosure disclosure;
  private final List<ArticleDraft> articles = new ArrayList<>();

  /**
   * @param wanted how it is to be written
   * @param words whose words the articles are said in
   */
  PostDraft(
      Post post, Show show, List<Cast> cast, Wording wording, Wanted wanted, ArticleWords words) {
    this.frame = EpisodeFrame.of(post, show, cast, wording);
    this.length = wanted.length();
    this.disclosure = wanted.disclosure();
    for (Article article : post.articles()) {
      articles.add(new ArticleDraft(frame, article, words.of(article, frame.reader(article))));
    }
  }

  ScriptDraft build() {
    Map<ArticleDraft, Integer> shares = shares();
    Glossary.Episode glossary = frame.wording().glossary().of(frame.day());
    List<Chapter> chapters = new ArrayList<>();
    for (Section.Kind kind : Template.ORDER) {
      if (kind == Section.Kind.ARTICLE) {
        for (ArticleDraft it : articles) {
          chapters.add(
              it.chapter(it.choose(length.sentences(), shares.getOrDefault(it, 0)), glossary));
        }
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
    double seconds = length.seconds() / Math.max(1, articles.size());
    return articles.stream().map(it -> RewriteText.source(it, seconds, remembered)).toList();
  }

  /**
   * Shares the characters that there is time for: short articles are said whole, and what they
   * leave the long ones get, the same each.
   */
  private Map<ArticleDraft, Integer> shares() {
    Map<ArticleDraft, Integer> shares = new HashMap<>();
    List<ArticleDraft> byLength = new ArrayList<>(articles);
    byLength.sort(Comparator.comparingInt(ArticleDraft::characters));
    int rest = length.characters();
    int waiting = byLength.size();
    for (ArticleDraft article : byLength) {
      int share = Math.min(article.characters(), rest / waiting);
      shares.put(article, Math.max(share, rest / waiting));
      rest -= share;
      waiting--;
    }
    return shares;
  }

  private Chapter fixed(Section.Kind kind) {
    Cast host = frame.host();
    Template.Passage part = host.template().part(kind.word());
    ChapterWriter writer = new ChapterWriter(frame, host);
    for (Phrase row : part.rows()) {
      switch (row.use()) {
        case DISCLOSURE -> {
          if (disclosure.isIn(kind)) {
            writer.fixed(row);
          }
        }
        case EACH -> articles.forEach(article -> writer.line(row, article, Role.TEXT));
        case GUESTS -> frame.cast().stream().skip(1).forEach(guest -> greeting(writer, guest));
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(kind, part.title(), "");
  }

  /** What a character's template has for saying that the voice is artificial. */
  static List<Said> disclosure(EpisodeFrame frame, Disclosure disclosure) {
    ChapterWriter writer = new ChapterWriter(frame, frame.host());
    for (Section.Kind kind : Template.ORDER) {
      frame.host().template().part(kind.word()).rows().stream()
          .filter(row -> row.use() == Template.Use.DISCLOSURE && disclosure.isIn(kind))
          .forEach(writer::fixed);
    }
    return writer.chapter(Section.Kind.SECTION, "", "").lines();
  }

  private static void greeting(ChapterWriter writer, Cast guest) {
    for (Phrase row : guest.template().part(Template.GUEST).rows()) {
      writer.said(row, guest);
    }
  }
}
