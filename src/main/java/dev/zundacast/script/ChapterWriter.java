package dev.zundacast.script;

import dev.zundacast.episode.Section;
import dev.zundacast.script.Template.Row;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.script.file.ScriptDraft.Role;
import dev.zundacast.script.speech.Quotes;
import dev.zundacast.script.speech.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects the lines of one chapter. Lives for one chapter. */
final class ChapterWriter {
  private static final Pattern CALL = Pattern.compile("！");

  private final EpisodeFrame frame;
  private final Speaker speaker;
  private final List<DraftLine> lines = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private int paragraph;

  ChapterWriter(EpisodeFrame frame, Speaker speaker) {
    this.frame = frame;
    this.speaker = speaker;
  }

  Chapter chapter(Section.Kind kind, String title, String source) {
    return new Chapter(kind, title, source, lines, remarks);
  }

  void paragraph() {
    paragraph++;
  }

  /** A row that is the same for every article. */
  void fixed(Row row) {
    switch (row.use()) {
      case PARAGRAPH -> paragraph();
      case REMARK -> remarks.add(row.text());
      default -> {
        if (row.suits(frame.count())) {
          said(row, speaker);
        }
      }
    }
  }

  /** A row about one article; whether it suits that article and was written. */
  boolean line(Row row, ArticleDraft article, Role role) {
    if (!row.suits(frame.place(article.article()))) {
      return false;
    }
    Map<String, String> values = new HashMap<>(article.values());
    values.put("name", speaker.voice().name());
    values.put("about", row.text().contains("{about}") ? article.about(row.use()) : "");
    String source = source(row, article);
    return frame
        .fill(row, frame.index(article.article()), values)
        .map(text -> article.isGrave() ? calm(text) : text)
        .map(text -> add(source, text, speaker, role, List.of("template")))
        .orElse(false);
  }

  /** A text that cries nothing of its own; what it quotes stays. */
  private static String calm(String text) {
    BitSet quoted = Quotes.in(text);
    return CALL.matcher(text).replaceAll(it -> quoted.get(it.start()) ? it.group() : "。");
  }

  /** By the row's place, so that a line keeps its id when its article becomes the second. */
  private String source(Row row, ArticleDraft article) {
    String about = row.use() + "\n" + article.identity();
    return about
        + "\n"
        + lines.stream().filter(said -> said.source().startsWith(about + "\n")).count();
  }

  /** A row in the words of one character. */
  void said(Row row, Speaker by) {
    Role role = row.use() == Template.Use.DISCLOSURE ? Role.OFFERED : Role.TEXT;
    boolean announces = row.text().contains("{" + Template.INFORMATION + "}");
    List<String> texts =
        frame
            .fill(row, 0, Map.of("name", by.voice().name()))
            .map(it -> announces ? Sentences.split(it) : List.of(it))
            .orElse(List.of());
    for (int i = 0; i < texts.size(); i++) {
      String source = row.text() + (i == 0 ? "" : "\n" + i);
      add(source, texts.get(i), by, role, List.of("template"));
    }
  }

  /** Adds a line; whether it says anything. */
  boolean add(String source, String text, Speaker by, Role role, List<String> rules) {
    // What the host says of their own stays.
    boolean heard = role == Role.TEXT || role == Role.TITLE;
    boolean own = rules.contains("reactions");
    String said = heard && !own ? frame.glossedOnce(text) : text;
    return !said.isEmpty()
        && lines.add(new DraftLine(source, said, by.label(), role, paragraph, rules));
  }
}
