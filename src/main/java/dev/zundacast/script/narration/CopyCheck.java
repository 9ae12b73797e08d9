package dev.zundacast.script.narration;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.Facts;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody wrote about a post to what in it the post does not say. Lives for one call. */
public final class CopyCheck {
  /** A sentence that shares this much with one of the article's tells the same. */
  private static final double SAME = 0.4;

  /** A sentence that a line shares this much with is shown beside it. */
  private static final double SHOWN = 0.25;

  private static final int MOST_SHOWN = 3;

  /** Shorter sentences are alike by chance. */
  private static final double SHORT = 12;

  /** A caution of which less is heard is gone. */
  private static final double TOLD = 0.3;

  /** The clause before it speaks of the same. */
  private static final double TOLD_CLAUSE = 0.5;

  /** What tells of an article has at least so much of its sound. */
  private static final double OF_ARTICLE = 0.1;

  /** What tells of another one has so many times as much of that one's as of its own. */
  private static final double INSTEAD = 2;

  /** Counts that are said of anything: the narrator counts his articles and points. */
  private static final Pattern COUNT = Cues.of("count");

  /** What follows somebody's words; titles and cries stand in the same marks. */
  private static final Pattern SAID = Cues.of("said");

  private static final int LONG_QUOTE = 8;

  /** AI, OK and SF are words of anybody. */
  private static final int SHORT_NAME = 2;

  private static final Pattern CAUTION = Cues.of("caution");
  private static final Pattern READING =
      Pattern.compile("([\\p{IsHan}A-Za-z]+)[（(]([ぁ-ゖァ-ヺー]+)[）)]");
  private static final Pattern ANNOUNCED = Cues.of("announced");
  private static final Pattern PROMISED = Cues.of("promised");
  private static final Pattern ITEM = Cues.of("item");
  private static final Pattern DATE = Cues.of("date");
  private static final Pattern WEEKDAY = Cues.of("weekday");
  private static final String DIGITS = "一二三四五六七八九";

  /** Nothing of an address is a name; that it is one is said already. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

  private final Post post;
  private final Sound sound;
  private final Path script;
  private final List<Told> articles = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  /** An article as it is compared with what is said of it. */
  private record Told(
      Article article, Facts facts, String heard, Set<String> grams, List<Sentence> sentences) {
    int number() {
      return article.number();
    }

    boolean isOf(Section section) {
      return section.kind() == Section.Kind.ARTICLE
          && (article.url().isEmpty()
              ? article.title().equals(section.title())
              : article.url().equals(section.source()));
    }
  }

  private record Sentence(
      String text, Set<String> grams, Facts facts, Facts.Statements statements) {
    static Sentence of(String text, Sound sound) {
      return new Sentence(text, sound.grams(text), new Facts(text), sound.statements(text));
    }

    /** Whether another one has other figures, or negates what this affirms. */
    boolean contradicts(Sentence said) {
      return (hasFigureBeyond(said, this) && hasFigureBeyond(this, said))
          || said.statements.turns(statements);
    }

    private static boolean hasFigureBeyond(Sentence one, Sentence other) {
      return other.facts.lacks(one.facts).stream()
          .anyMatch(it -> it.kind() == Facts.Kind.FIGURE && isStated(it, one.text));
    }
  }

  /**
   * @param post what is told
   * @param sound how words are heard
   * @param script the file that tells it
   */
  public CopyCheck(Post post, Sound sound, Path script) {
    this.post = post;
    this.sound = sound;
    this.script = script;
    for (Article article : post.articles()) {
      String text = article.title() + "\n" + article.text();
      List<Sentence> sentences =
          Sentences.of(article).stream().map(it -> Sentence.of(it, sound)).toList();
      Set<String> grams = sound.grams(article.title());
      sentences.forEach(it -> grams.addAll(it.grams()));
      articles.add(new Told(article, new Facts(text), sound.of(text), grams, sentences));
    }
  }

  /** A finding about a line of a script, which a person may change or approve. */
  public static Diagnostic finding(Path script, Line line, String said, Message message) {
    Message next = Message.of("script.changeOrApprove");
    return new Diagnostic(script, line.fileLine(), 0, message, Message.plain(said), next);
  }

  private void find(Line line, String key, Object... values) {
    findings.add(finding(script, line, line.display(), Message.of(key, values)));
  }

  private void findInSection(Line last, String key, Object... values) {
    findings.add(finding(script, last, "", Message.of(key, values)));
  }

  /**
   * What is wrong in the lines of a script.
   *
   * @param settled the lines that nothing is said of
   */
  public List<Diagnostic> ofLines(Script said, Predicate<Line> settled) {
    for (Section section : said.sections()) {
      Optional<Told> article = article(section);
      for (Line line : section.lines().filter(settled.negate()).toList()) {
        counted(line);
        date(line, section.kind() == Section.Kind.OPENING);
        article.ifPresent(it -> facts(line, it));
      }
    }
    return List.copyOf(findings);
  }

  /** The same, and what the whole lacks. */
  public List<Diagnostic> of(Script said, Predicate<Line> settled) {
    ofLines(said, settled);
    List<Told> untold = new ArrayList<>(articles);
    for (Section section : said.sections()) {
      List<Line> lines = section.lines().toList();
      Optional<Told> article = article(section).filter(it -> !lines.isEmpty());
      article.ifPresent(untold::remove);
      article.filter(it -> isOpen(lines, settled)).ifPresent(it -> whole(lines, it));
    }
    List<Line> all = said.lines().toList();
    untold.stream()
        .filter(it -> isOpen(all, settled))
        .map(it -> "a" + it.number() + " '" + it.article().title() + "'")
        .forEach(it -> findInSection(all.get(all.size() - 1), "narration.notInScript", it));
    return List.copyOf(findings);
  }

  private static boolean isOpen(List<Line> lines, Predicate<Line> settled) {
    return !lines.isEmpty() && !settled.test(lines.get(lines.size() - 1));
  }

  /** In which articles another one is told. */
  public List<Diagnostic> exchanged(Script said, Predicate<Line> settled) {
    for (Section section : said.sections()) {
      List<Line> lines = section.lines().toList();
      Optional<Told> article = article(section).filter(it -> isOpen(lines, settled));
      article
          .flatMap(it -> instead(it, grams(lines.stream().map(Line::display).toList())))
          .ifPresent(
              it ->
                  findInSection(
                      lines.get(lines.size() - 1),
                      "narration.tellsOther",
                      article.get().number(),
                      it.number()));
    }
    return List.copyOf(findings);
  }

  private Optional<Told> article(Section section) {
    return articles.stream().filter(it -> it.isOf(section)).findFirst();
  }

  /** What would be said twice, and how many articles are announced. */
  private void counted(Line line) {
    String text = line.display();
    Matcher reading = READING.matcher(text);
    while (reading.find()) {
      if (sound.of(reading.group(1)).equals(sound.of(reading.group(2)))) {
        find(line, "narration.readingTwice", reading.group());
      }
    }
    Matcher announced = ANNOUNCED.matcher(text);
    if (announced.find() && number(announced.group(1)) != articles.size()) {
      find(line, "narration.otherCount", announced.group(), articles.size());
    }
  }

  /** An opening tells the day of the post; elsewhere only what is said of today is held to it. */
  private void date(Line line, boolean opening) {
    String text = Normalizer.normalize(line.display(), Normalizer.Form.NFKC);
    LocalDate date = post.date().toLocalDate();
    if (opening || Cues.has("this-day", text)) {
      Matcher said = DATE.matcher(text);
      Matcher weekday = WEEKDAY.matcher(text);
      boolean other = said.find() && !isOf(date, said);
      String day = date.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.JAPANESE);
      boolean otherDay = weekday.find() && !weekday.group(1).equals(day);
      if (other || otherDay) {
        find(line, "narration.otherDate", other ? said.group() : weekday.group(), date);
      }
    }
    if (date.getDayOfWeek() == DayOfWeek.FRIDAY && Cues.has("tomorrow", text)) {
      find(line, "narration.tomorrowOnFriday");
    }
  }

  private static boolean isOf(LocalDate date, Matcher said) {
    return (said.group(1) == null || Integer.parseInt(said.group(1)) == date.getYear())
        && Integer.parseInt(said.group(2)) == date.getMonthValue()
        && Integer.parseInt(said.group(3)) == date.getDayOfMonth();
  }

  private void facts(Line line, Told article) {
    beyond(line, article).forEach(it -> find(line, "narration.notInArticle", it.said()));
    Sentence said = Sentence.of(line.display(), sound);
    article.sentences().stream()
        .filter(it -> shared(said.grams(), it.grams()) >= SAME)
        .max(Comparator.comparingDouble(it -> shared(said.grams(), it.grams())))
        .filter(it -> it.contradicts(said))
        .ifPresent(it -> find(line, "narration.turned", it.text()));
  }

  private Stream<Facts.Lack> beyond(Line line, Told article) {
    String text = ADDRESS.matcher(line.display()).replaceAll("");
    return Stream.concat(
        article.facts().lacks(new Facts(text)).stream()
            .filter(it -> isStated(it, text) && !isHeard(it, article)),
        sound.namesOf(text).stream()
            .map(it -> new Facts.Lack(Facts.Kind.NAME, it))
            .filter(it -> !article.facts().has(it.text()) && !isHeard(it, article)));
  }

  private static boolean isStated(Facts.Lack lack, String text) {
    return switch (lack.kind()) {
      case FIGURE -> !COUNT.matcher(lack.text()).matches();
      case NAME -> lack.text().length() > SHORT_NAME;
      case QUOTE -> {
        int end = text.indexOf(lack.text()) + lack.text().length();
        yield lack.text().length() >= LONG_QUOTE
            && SAID.matcher(text).region(end, text.length()).lookingAt();
      }
    };
  }

  private boolean isHeard(Facts.Lack lack, Told article) {
    return lack.kind() != Facts.Kind.FIGURE && article.heard().contains(sound.of(lack.text()));
  }

  /**
   * What of an article a line tells.
   *
   * @param sentences of the article, the nearest first
   * @param beyond figures, names and quotes of the line that the article does not have
   */
  public record Source(List<String> sentences, List<String> beyond) {
    /** Of a line that is of no article. */
    public static final Source NONE = new Source(List.of(), List.of());
  }

  /**
   * What of its article a line tells; nothing where it is of none.
   *
   * @param note what its writer said that it comes from, "" for nothing
   */
  public Source sourceOf(Section section, Line line, String note) {
    return article(section)
        .map(
            article -> {
              List<String> all = article.sentences().stream().map(Sentence::text).toList();
              List<String> named = SourceNote.sentences(note, all);
              return new Source(
                  named.isEmpty() ? alike(line, article) : named,
                  beyond(line, article).map(Facts.Lack::text).toList());
            })
        .orElse(Source.NONE);
  }

  private List<String> alike(Line line, Told article) {
    Set<String> said = sound.grams(line.display());
    return article.sentences().stream()
        .filter(it -> ofShorter(said, it.grams()) >= SHOWN)
        .sorted(Comparator.comparingDouble(it -> -ofShorter(said, it.grams())))
        .limit(MOST_SHOWN)
        .map(Sentence::text)
        .toList();
  }

  /** How much of the shorter one is in the other. */
  private static double ofShorter(Set<String> one, Set<String> other) {
    return common(one, other) / Math.max(SHORT, Math.min(one.size(), other.size()));
  }

  /** How much of the longer one is in the other. */
  private static double shared(Set<String> one, Set<String> other) {
    return common(one, other) / Math.max(SHORT, Math.max(one.size(), other.size()));
  }

  private static int common(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common.size();
  }

  private void whole(List<Line> lines, Told article) {
    Set<String> said = new HashSet<>();
    int items = 0;
    Optional<Line> promise = Optional.empty();
    int promised = 0;
    for (Line line : lines) {
      said.addAll(sound.grams(line.display()));
      Matcher count = PROMISED.matcher(line.display());
      if (promise.isEmpty() && count.find()) {
        promise = Optional.of(line);
        promised = number(count.group(1));
      }
      Matcher item = ITEM.matcher(line.display());
      while (promise.isPresent() && item.find()) {
        items = Math.max(items, number(item.group(1)));
      }
    }
    if (promise.isPresent() && items > 0 && items != promised) {
      find(promise.get(), "narration.otherTold", promised, items);
    }
    Line last = lines.get(lines.size() - 1);
    if (common(said, article.grams()) < OF_ARTICLE * said.size()
        && instead(article, said).isEmpty()) {
      findInSection(last, "narration.nothingTold", article.number());
    }
    for (Sentence sentence : article.sentences()) {
      Matcher caution = CAUTION.matcher(sentence.text());
      if (caution.find() && isGone(sentence, caution.end(), said)) {
        findInSection(last, "narration.warningGone", article.number(), sentence.text());
      }
    }
  }

  /** The article that is told in the place of this one. */
  Optional<Integer> toldInstead(int article, List<String> texts) {
    return instead(articles.get(article - 1), grams(texts)).map(Told::number);
  }

  private Set<String> grams(List<String> texts) {
    Set<String> said = new HashSet<>();
    texts.forEach(text -> said.addAll(sound.grams(text)));
    return said;
  }

  private Optional<Told> instead(Told article, Set<String> said) {
    double own = common(said, article.grams());
    return articles.stream()
        .filter(it -> common(said, it.grams()) >= Math.max(OF_ARTICLE * said.size(), INSTEAD * own))
        .filter(it -> it.number() != article.number())
        .max(Comparator.comparingInt(it -> common(said, it.grams())));
  }

  /** Whether the clause of a caution is not heard; the one before it may be. */
  private boolean isGone(Sentence sentence, int end, Set<String> said) {
    int from = sentence.text().lastIndexOf("が、", end);
    Set<String> clause =
        from < 0 ? sentence.grams() : sound.grams(sentence.text().substring(from + 2));
    return common(clause, said) < (from < 0 ? TOLD : TOLD_CLAUSE) * clause.size();
  }

  private static int number(String digit) {
    int kanji = DIGITS.indexOf(digit);
    return kanji >= 0 ? kanji + 1 : Character.digit(digit.charAt(0), 10);
  }
}
