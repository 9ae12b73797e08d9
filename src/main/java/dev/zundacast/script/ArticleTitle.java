package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.script.outline.Point;
import dev.zundacast.script.speech.Titles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is said for an article's title: the title itself, or what the article is about. Asked for
 * again, it says the same.
 */
final class ArticleTitle {
  /** Most characters of what the recap says of an article. */
  private static final int SHORT = 46;

  /** Most characters of what is said in place of a title. */
  private static final int MIDDLE = 64;

  /** What the first sentences do not tell the recap does not either. */
  private static final int SENTENCES = 2;

  /** A few words that name nothing but who it is about. */
  private static final int THIN = 12;

  /** What stands before it is not told. */
  private static final Pattern POINTS = Pattern.compile("^(?:その|この|これ|それ|ここ|そこ)|ことの話$");

  /** A longer title is heard once, not twice. */
  private static final int OWN = 44;

  /** A title that is a sentence, not a noun. */
  private static final Pattern CLAUSE = Pattern.compile("(?:[？！?!るたいすだか]|敗北|決定|登場|発表|公開|開始|判明)$");

  /** Words that do not end here. */
  private static final Pattern OPEN = Pattern.compile("[てでがをにはと、]$");

  /** Where a title has parts. */
  private static final Pattern PARTS =
      Pattern.compile("(?<=[？！?!。])\\s*|\\s*[：:|｜〜~―—–]+\\s*|\\s-\\s");

  private static final String STORY = "話";

  private final Article article;
  private final String said;
  private final List<String> sentences;
  private final Titles titles;
  private final Optional<Rewrite> rewrite;
  private final Optional<String> instead;
  private final Optional<String> recap;

  ArticleTitle(Article article, List<Point> points, Titles titles, Optional<Rewrite> rewrite) {
    this.article = article;
    this.titles = titles;
    this.rewrite = rewrite;
    this.said = titles.said(article.title());
    this.sentences =
        points.stream()
            .filter(point -> point.kind() == Point.Kind.SENTENCE)
            .limit(SENTENCES)
            .map(Point::text)
            .toList();
    this.recap = rewrite.map(Rewrite::recap).or(() -> about(SHORT));
    this.instead = rewrite.map(ArticleTitle::story).or(this::whatItIsAbout);
  }

  private static String story(Rewrite rewrite) {
    String title = rewrite.title();
    return title.endsWith(STORY) ? title : title + "の" + STORY;
  }

  /** The title without the names of sites. */
  String said() {
    return said;
  }

  /** Whether listeners would not understand the title. */
  boolean isForeign() {
    return !Titles.isJapanese(article.title());
  }

  /** The article in a few words. */
  Optional<String> recap() {
    return recap;
  }

  /**
   * In place of a title: all that the first sentence says, or little enough not to say it twice.
   */
  Optional<String> instead() {
    return instead;
  }

  private Optional<String> whatItIsAbout() {
    String first = sentences.isEmpty() ? "" : sentences.get(0);
    return about(MIDDLE)
        .filter(it -> Titles.tells(it, first))
        .or(() -> titles.topic(first).filter(it -> it.length() > THIN || it.contains("「")))
        .or(() -> recap);
  }

  /** What the article is about, from its first sentences, or its title where they do not tell. */
  private Optional<String> about(int limit) {
    List<String> told = sentences.stream().flatMap(it -> titles.about(it, limit).stream()).toList();
    return told.stream()
        .limit(1)
        .filter(this::isTelling)
        .findFirst()
        .or(this::ownWords)
        .or(() -> told.stream().filter(it -> isTelling(it) && titles.isNamed(it)).findFirst())
        .or(() -> told.stream().filter(ArticleTitle::isSomething).findFirst())
        .or(() -> isForeign() ? told.stream().findFirst() : Optional.of(quoted(said())));
  }

  private boolean isTelling(String about) {
    return about.length() > THIN && titles.isWhole(about) && !POINTS.matcher(about).find();
  }

  private static boolean isSomething(String about) {
    return about.length() > THIN && !POINTS.matcher(about).find();
  }

  /** A title that is short enough to be told as it is. */
  private Optional<String> ownWords() {
    String part = said().length() > OWN ? part(said()) : said();
    if (isForeign() || part.length() > OWN) {
      return Optional.empty();
    }
    return Optional.of(quoted(part));
  }

  private static String quoted(String title) {
    String bare = title.replaceFirst("。$", "");
    String quoted = "「" + bare + "」";
    String joint = CLAUSE.matcher(bare).find() ? "という" : "の";
    return bare.endsWith(STORY) ? quoted : quoted + joint + STORY;
  }

  /** The part of a long title that tells most: its first one that is no mere word. */
  private static String part(String title) {
    for (String part : PARTS.split(title, -1)) {
      String bare = part.strip().replaceFirst("。$", "");
      if (bare.length() >= THIN && isBalanced(bare) && !OPEN.matcher(bare).find()) {
        return bare;
      }
    }
    return title;
  }

  private static boolean isBalanced(String part) {
    return count(part, "「『（(") == count(part, "」』）)") && count(part, "[]$=") == 0;
  }

  private static long count(String text, String marks) {
    return text.chars().filter(c -> marks.indexOf(c) >= 0).count();
  }

  /** Whether the title, or what is said in its place, says all that this point says. */
  boolean tells(Point point) {
    return rewrite.isEmpty()
        && Titles.tells(isForeign() ? instead.orElse("") : said(), point.text());
  }
}
