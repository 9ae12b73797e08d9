package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Show;
import dev.zundacast.script.ScriptDraft.Chapter;
import dev.zundacast.script.ScriptDraft.Role;
import dev.zundacast.script.ScriptDraft.Said;
import dev.zundacast.script.Template.Phrase;
import dev.zundacast.script.Template.Position;
import dev.zundacast.script.Template.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A post to the draft of its script, in the words of its characters' templates. With several
 * characters the first opens and closes, and they take turns with the articles. Lives for one call.
 */
final class PostDraft {
  private final Post post;
  private final List<CastList.Cast> cast;
  private final OptionalInt maxSentences;
  private final Placeholders episode;

  PostDraft(Post post, Show show, List<CastList.Cast> cast, OptionalInt maxSentences) {
    this.post = post;
    this.cast = List.copyOf(cast);
    this.maxSentences = maxSentences;
    Map<String, String> values = new HashMap<>(Placeholders.ofDate(post.date()));
    values.put("show", show.title().isBlank() ? post.title() : show.title());
    values.put("count", Integer.toString(post.articles().size()));
    post.number().ifPresent(number -> values.put("number", Integer.toString(number)));
    this.episode = new Placeholders(values);
  }

  ScriptDraft build() {
    List<Chapter> chapters = new ArrayList<>();
    for (Section.Kind kind : Template.ORDER) {
      if (kind == Section.Kind.ARTICLE) {
        post.articles().forEach(article -> chapters.add(article(article)));
      } else {
        Chapter chapter = fixed(kind);
        if (!chapter.lines().isEmpty()) {
          chapters.add(chapter);
        }
      }
    }
    return new ScriptDraft(chapters);
  }

  private Chapter fixed(Section.Kind kind) {
    CastList.Cast host = cast.get(0);
    Template.Passage part = host.template().part(kind.word());
    Writer writer = new Writer(host);
    for (Phrase row : part.rows()) {
      switch (row.use()) {
        case EACH -> post.articles().forEach(article -> writer.line(row, article, Role.TEXT));
        case GUESTS -> cast.stream().skip(1).forEach(guest -> greeting(writer, guest));
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(kind, part.title(), "");
  }

  private void greeting(Writer writer, CastList.Cast guest) {
    for (Phrase row : guest.template().part(Template.GUEST).rows()) {
      writer.said(row.text(), row.text(), guest, Role.TEXT);
    }
  }

  private Chapter article(Article article) {
    int index = post.articles().indexOf(article);
    CastList.Cast reader = cast.get(index % cast.size());
    Writer writer = new Writer(reader);
    boolean announced = false;
    for (Phrase row : reader.template().part(Section.Kind.ARTICLE.word()).rows()) {
      switch (row.use()) {
        case TITLE -> announced |= writer.line(row, article, announced ? Role.TEXT : Role.TITLE);
        case BODY -> body(writer, article);
        case LINE -> writer.line(row, article, Role.TEXT);
        case CODE, IMAGE, EACH, GUESTS -> {}
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(Section.Kind.ARTICLE, article.title(), article.url());
  }

  private void body(Writer writer, Article article) {
    List<Body.Sentence> sentences = Body.of(article).sentences();
    BitSet chosen = SentenceSelector.choose(sentences, maxSentences.orElse(Integer.MAX_VALUE));
    int paragraph = -1;
    for (int i = 0; i < sentences.size(); i++) {
      Body.Sentence sentence = sentences.get(i);
      if (sentence.paragraph() != paragraph) {
        writer.paragraph();
        paragraph = sentence.paragraph();
      }
      writer.body(sentence, chosen.get(i) ? Role.TEXT : Role.LEFT_OUT);
    }
    writer.paragraph();
  }

  private Placeholders placeholders(Article article) {
    String index = Integer.toString(article.number());
    return episode.with(Map.of("title", article.title(), "index", index, "ordinal", index + "本目"));
  }

  private Position position(Article article) {
    return Position.of(post.articles().indexOf(article), post.articles().size());
  }

  /** Collects the lines of one chapter. */
  private final class Writer {
    private final CastList.Cast speaker;
    private final List<Said> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int paragraph;

    Writer(CastList.Cast speaker) {
      this.speaker = speaker;
    }

    Chapter chapter(Section.Kind kind, String title, String source) {
      return new Chapter(kind, title, source, lines, remarks);
    }

    void paragraph() {
      paragraph++;
    }

    /** A row that is the same for every article. */
    void fixed(Phrase row) {
      switch (row.use()) {
        case PARAGRAPH -> paragraph();
        case REMARK -> remarks.add(row.text());
        default -> {
          if (row.positions().isEmpty() || row.suits(count())) {
            said(row.text(), row.text(), speaker, Role.TEXT);
          }
        }
      }
    }

    /** In a part that belongs to no article, ONLY means a post with one article. */
    private Position count() {
      return post.articles().size() == 1 ? Position.ONLY : Position.MIDDLE;
    }

    /** A row about one article; whether it suits that article and was written. */
    boolean line(Phrase row, Article article, Role role) {
      if (!row.suits(position(article))) {
        return false;
      }
      String source = source(row.use(), article);
      return placeholders(article)
          .with(Map.of("name", speaker.voice().name()))
          .fill(row.text())
          .map(text -> lines.add(new Said(source, text, speaker.label(), role, paragraph)))
          .orElse(false);
    }

    /**
     * What a row about an article is made from: the row's place rather than its words, so that the
     * line keeps its id when the article moves from first to second.
     */
    private String source(Use use, Article article) {
      String about = use + "\n" + (article.url().isEmpty() ? article.title() : article.url());
      int nth = 0;
      for (Said said : lines) {
        nth += said.source().startsWith(about + "\n") ? 1 : 0;
      }
      return about + "\n" + nth;
    }

    void said(String source, String text, CastList.Cast by, Role role) {
      episode
          .with(Map.of("name", by.voice().name()))
          .fill(text)
          .ifPresent(full -> lines.add(new Said(source, full, by.label(), role, paragraph)));
    }

    void body(Body.Sentence sentence, Role role) {
      switch (sentence.kind()) {
        case CODE -> named(Use.CODE, "language", sentence.text(), role);
        case IMAGE -> named(Use.IMAGE, "text", sentence.text(), role);
        case HEADING, LABEL, QUOTE, TABLE_ROW -> add(sentence.text(), sentence.text(), role);
        default -> add(sentence.text(), speaker.speech().apply(sentence.text()), role);
      }
    }

    private void named(Use use, String placeholder, String value, Role role) {
      Placeholders values = episode.with(Map.of(placeholder, value));
      speaker.template().part(Section.Kind.ARTICLE.word()).rows().stream()
          .filter(row -> row.use() == use)
          .flatMap(row -> values.fill(row.text()).stream())
          .findFirst()
          .ifPresent(text -> add(use + " " + value, text, role));
    }

    private void add(String source, String text, Role role) {
      lines.add(new Said(source, text, speaker.label(), role, paragraph));
    }
  }
}
