package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.NumberedArticle;
import dev.zundacast.episode.Script.Disclosure;
import dev.zundacast.episode.Section;
import dev.zundacast.script.Template.Row;
import dev.zundacast.script.file.ScriptDraft;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.script.file.ScriptDraft.Role;
import dev.zundacast.script.speech.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A post to the draft of its script, in the words of its characters' templates. With several
 * characters the first opens and closes, they take turns with the articles, and the next one asks.
 * Lives for one call.
 */
final class PostDraft {
  private final EpisodeFrame frame;
  private final ScriptOptions options;
  private final List<ArticleDraft> articles = new ArrayList<>();

  /**
   * @param options how it is to be written
   */
  PostDraft(EpisodeFrame frame, ScriptOptions options) {
    Scripts.requireSayable(frame.post());
    this.frame = frame;
    this.options = options;
    for (Article article : frame.post().articles()) {
      articles.add(new ArticleDraft(frame, article));
    }
  }

  ScriptDraft build() {
    Map<ArticleDraft, Integer> shares = shares();
    List<Chapter> chapters = new ArrayList<>();
    for (Section.Kind kind : Template.ORDER) {
      if (kind == Section.Kind.ARTICLE) {
        for (ArticleDraft it : articles) {
          int most = options.maxSentences().orElse(Integer.MAX_VALUE);
          BitSet chosen = it.choose(most, shares.getOrDefault(it, 0));
          chapters.add(it.chapter(chosen));
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

  /** What a language model may be asked to tell. */
  List<NumberedArticle> sources() {
    Map<ArticleDraft, Integer> shares = shares();
    return articles.stream()
        .map(
            it ->
                new NumberedArticle(
                    it.article().number(),
                    it.article().title(),
                    Sentences.of(it.article()),
                    it.reader().voice(),
                    ScriptOptions.seconds(Math.min(it.characters(), shares.getOrDefault(it, 0)))))
        .toList();
  }

  /** The characters of each: short articles are said whole, long ones share what they leave. */
  private Map<ArticleDraft, Integer> shares() {
    Map<ArticleDraft, Integer> shares = new HashMap<>();
    List<ArticleDraft> byLength = new ArrayList<>(articles);
    byLength.sort(Comparator.comparingInt(ArticleDraft::characters));
    int rest = options.characters();
    int waiting = byLength.size();
    for (ArticleDraft article : byLength) {
      int share = rest / waiting;
      shares.put(article, share);
      rest -= Math.min(article.characters(), share);
      waiting--;
    }
    return shares;
  }

  private Chapter fixed(Section.Kind kind) {
    Speaker host = frame.host();
    Template.Part part = host.template().part(kind.word());
    ChapterWriter writer = new ChapterWriter(frame, host);
    for (Row row : part.rows()) {
      switch (row.use()) {
        case DISCLOSURE -> {
          if (options.disclosure().isIn(kind)) {
            writer.fixed(row);
          }
        }
        case EACH -> articles.forEach(article -> writer.line(row, article, Role.TEXT));
        case GUESTS -> {
          for (Speaker guest : frame.cast().subList(1, frame.cast().size())) {
            guest.template().part(Template.GUEST).rows().forEach(it -> writer.said(it, guest));
          }
        }
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(kind, part.title(), "");
  }

  /** What a character's template has for saying that the voice is artificial. */
  static List<DraftLine> disclosure(EpisodeFrame frame, Disclosure disclosure) {
    ChapterWriter writer = new ChapterWriter(frame, frame.host());
    Template.ORDER.stream()
        .filter(disclosure::isIn)
        .flatMap(kind -> frame.host().template().part(kind.word()).rows().stream())
        .filter(row -> row.use() == Template.Use.DISCLOSURE)
        .forEach(writer::fixed);
    return writer.chapter(Section.Kind.SECTION, "", "").lines();
  }
}
