package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.script.outline.Point;
import dev.zundacast.script.speech.ForTheEar;
import dev.zundacast.script.speech.Headings;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Table;
import dev.zundacast.script.topic.ArticleTitle;
import dev.zundacast.script.topic.Titles;
import dev.zundacast.script.topic.Topics;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What makes speech of written text. Safe for many threads. */
public final class Wording {
  private final List<Path> folders;
  private final Morphology morphology;
  private final ForTheEar ear;
  private final Headings headings;
  private final Titles titles;
  private final Topics topics;
  private final Map<String, Wording> bySpeech = new ConcurrentHashMap<>();

  private Wording(
      List<Path> folders, Morphology morphology, ForTheEar ear, Titles titles, Topics topics) {
    this.folders = List.copyOf(folders);
    this.morphology = morphology;
    this.ear = ear;
    this.headings = new Headings(folders, morphology, ear);
    this.titles = titles;
    this.topics = topics;
  }

  /** The program's tables, with those of the voices folder before them. */
  public static Wording load(List<Path> folders, Morphology morphology, SpeechStyles styles) {
    ForTheEar ear = new ForTheEar(folders, morphology);
    Topics topics = new Topics(folders, morphology, styles);
    return new Wording(folders, morphology, ear, new Titles(folders), topics);
  }

  /** The same with the plain words that only this way of speaking has, before the common ones. */
  public Wording in(String speech) {
    return bySpeech.computeIfAbsent(
        speech,
        name -> {
          String own = name + "-" + ForTheEar.PLAIN_WORDS;
          return Table.exists(folders, own)
              ? new Wording(folders, morphology, ear.withPlainWords(folders, own), titles, topics)
              : this;
        });
  }

  /** Sentences for the ear. */
  public ForTheEar ear() {
    return ear;
  }

  /** Headings and list items as sentences. */
  public Headings headings() {
    return headings;
  }

  /** What is said for an article's title. */
  ArticleTitle title(Article article, List<Point> points, Optional<Rewrite> rewrite) {
    return new ArticleTitle(article, points, titles, topics, ear, rewrite);
  }
}
