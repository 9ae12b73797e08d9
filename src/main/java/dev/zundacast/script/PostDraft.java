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
import dev.zundacast.script.Template.Titled;
import dev.zundacast.script.Template.Use;
import dev.zundacast.script.outline.Outline;
import dev.zundacast.script.outline.Point;
import dev.zundacast.script.outline.Selection;
import dev.zundacast.script.outline.Selection.Choice;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.script.speech.Titles;
import dev.zundacast.script.speech.Variety;
import dev.zundacast.script.speech.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A post to the draft of its script, in the words of its characters' templates. With several
 * characters the first opens and closes, they take turns with the articles, and the next one asks.
 * Lives for one call.
 */
final class PostDraft {
  /** What the recap says of an article. */
  private static final int SHORT = 40;

  /** What is said in place of a title. */
  private static final int MIDDLE = 64;

  private final Post post;
  private final List<Cast> cast;
  private final Wording wording;
  private final Length length;
  private final LocalDate date;
  private final Placeholders episode;
  private final Map<Article, Spoken> spoken = new HashMap<>();
  private final Map<Article, Optional<String>> instead = new HashMap<>();
  private final Map<Article, Optional<String>> recaps = new HashMap<>();

  /** The phrases that an episode has once and that it has had. */
  private final Set<String> saidOnce = new HashSet<>();

  PostDraft(Post post, Show show, List<Cast> cast, Wording wording, Length length) {
    this.post = post;
    this.cast = List.copyOf(cast);
    this.wording = wording;
    this.length = length;
    this.date = post.date().toLocalDate();
    Map<String, String> values = new HashMap<>(Placeholders.ofDate(post.date()));
    values.put("show", show.title().isBlank() ? post.title() : show.title());
    values.put("count", Integer.toString(post.articles().size()));
    post.number().ifPresent(number -> values.put("number", Integer.toString(number)));
    this.episode = new Placeholders(values);
  }

  /** An article's points, and how each is said. */
  private record Spoken(
      List<Point> points, Map<Point, Styled> said, Map<Point, Double> times, Cast reader) {
    Spoken(List<Point> points, Map<Point, Styled> said, Cast reader) {
      this(points, said, new HashMap<>(), reader);
      said.forEach(
          (point, styled) -> times.put(point, Estimate.seconds(styled.text(), reader.voice())));
    }

    double seconds(Point point) {
      return times.getOrDefault(point, 0.0);
    }
  }

  ScriptDraft build() {
    List<Chapter> chapters = new ArrayList<>();
    post.articles().forEach(article -> spoken.put(article, spoken(article)));
    double rest = length.seconds() - framework();
    Map<Article, Double> times = times(rest);
    for (Section.Kind kind : Template.ORDER) {
      if (kind == Section.Kind.ARTICLE) {
        post.articles().forEach(it -> chapters.add(article(it, times.getOrDefault(it, 0.0))));
      } else {
        Chapter chapter = fixed(kind);
        if (!chapter.lines().isEmpty()) {
          chapters.add(chapter);
        }
      }
    }
    return new ScriptDraft(chapters);
  }

  private Spoken spoken(Article article) {
    Cast reader = reader(article);
    List<Point> points = Outline.of(article, wording.ear(), wording.headings());
    Map<Point, Styled> said = new HashMap<>();
    for (Point point : points) {
      said.put(point, said(point, reader));
    }
    return new Spoken(points, said, reader);
  }

  private Styled said(Point point, Cast reader) {
    return switch (point.kind()) {
      case CODE -> named(reader, Use.CODE, "language", point.text());
      case IMAGE -> named(reader, Use.IMAGE, "text", point.text());
      case QUOTE -> Styled.unchanged(point.text());
      case QUESTION -> asker(reader).speech().apply(point.text());
      default -> reader.speech().apply(point.text());
    };
  }

  private Styled named(Cast reader, Use use, String placeholder, String value) {
    Placeholders values = episode.with(Map.of(placeholder, value));
    return reader.template().part(Section.Kind.ARTICLE.word()).rows().stream()
        .filter(row -> row.use() == use)
        .flatMap(row -> values.fill(row.wording(date.toEpochDay())).stream())
        .findFirst()
        .map(Styled::unchanged)
        .orElse(Styled.unchanged(""));
  }

  private Cast reader(Article article) {
    return cast.get(index(article) % cast.size());
  }

  /** Who asks when this one reads: the next one; the same where there is only one. */
  private Cast asker(Cast reader) {
    return cast.get((cast.indexOf(reader) + 1) % cast.size());
  }

  private int index(Article article) {
    return post.articles().indexOf(article);
  }

  /** How long everything but the articles' own text takes. */
  private double framework() {
    double seconds = 0;
    for (Section.Kind kind : Template.ORDER) {
      Cast host = cast.get(0);
      seconds += host.voice().pauses().section() / 1000.0;
      if (kind != Section.Kind.ARTICLE) {
        seconds += seconds(fixed(kind).lines(), host);
      }
    }
    for (Article article : post.articles()) {
      Chapter alone = chapter(article, new Choice(new BitSet(), new BitSet()));
      seconds +=
          seconds(alone.lines().stream().filter(PostDraft::isSaid).toList(), reader(article));
      seconds += reader(article).voice().pauses().section() / 1000.0;
    }
    return seconds;
  }

  private static boolean isSaid(Said said) {
    return said.role() != Role.LEFT_OUT;
  }

  private static double seconds(List<Said> lines, Cast speaker) {
    return lines.stream().mapToDouble(it -> Estimate.seconds(it.text(), speaker.voice())).sum();
  }

  /** Shares the time: short articles are said whole, the long ones get the same each. */
  private Map<Article, Double> times(double seconds) {
    Map<Article, Double> times = new HashMap<>();
    List<Article> byLength = new ArrayList<>(post.articles());
    Map<Article, Double> lengths = new HashMap<>();
    spoken.forEach(
        (article, it) -> lengths.put(article, Selection.length(it.points(), it::seconds)));
    byLength.sort(
        java.util.Comparator.comparingDouble(article -> lengths.getOrDefault(article, 0.0)));
    double rest = seconds;
    int waiting = byLength.size();
    for (Article article : byLength) {
      double time = Math.min(lengths.getOrDefault(article, 0.0), rest / waiting);
      times.put(article, time + 1);
      rest -= time;
      waiting--;
    }
    return times;
  }

  private Chapter fixed(Section.Kind kind) {
    Cast host = cast.get(0);
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

  private void greeting(Writer writer, Cast guest) {
    for (Phrase row : guest.template().part(Template.GUEST).rows()) {
      writer.said(row, guest);
    }
  }

  private Chapter article(Article article, double time) {
    Spoken said = spoken.getOrDefault(article, new Spoken(List.of(), Map.of(), reader(article)));
    return chapter(
        article,
        Selection.choose(said.points(), length.sentences(), time, said::seconds, saidOnce));
  }

  private Chapter chapter(Article article, Choice chosen) {
    Cast reader = reader(article);
    Writer writer = new Writer(reader);
    boolean announced = false;
    for (Phrase row : reader.template().part(Section.Kind.ARTICLE.word()).rows()) {
      switch (row.use()) {
        case TITLE -> announced |= title(writer, row, article, announced);
        case BODY -> body(writer, article, chosen);
        case LINE -> writer.line(row, article, Role.TEXT);
        case CODE, IMAGE, EACH, GUESTS -> {}
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(Section.Kind.ARTICLE, article.title(), article.url());
  }

  private boolean title(Writer writer, Phrase row, Article article, boolean announced) {
    boolean foreign = !Titles.isJapanese(article.title()) && insteadOfTitle(article).isPresent();
    boolean rows = hasRowsForForeign(writer.speaker);
    boolean wanted = (row.titled() == Titled.FOREIGN) == (foreign && rows);
    return wanted && writer.line(row, article, announced ? Role.TEXT : Role.TITLE);
  }

  private static boolean hasRowsForForeign(Cast speaker) {
    return speaker.template().part(Section.Kind.ARTICLE.word()).rows().stream()
        .anyMatch(row -> row.titled() == Titled.FOREIGN);
  }

  /**
   * In place of a title: all that the first sentence says, or little enough not to say it twice.
   */
  private Optional<String> insteadOfTitle(Article article) {
    return instead.computeIfAbsent(article, this::whatItIsAbout);
  }

  private Optional<String> whatItIsAbout(Article article) {
    Optional<String> whole = about(article, MIDDLE);
    String first = firstSentence(article);
    return whole
        .filter(it -> Titles.tells(it, first))
        .or(() -> wording.titles().topic(first))
        .or(() -> about(article, SHORT));
  }

  private String firstSentence(Article article) {
    return Optional.ofNullable(spoken.get(article)).stream()
        .flatMap(it -> it.points().stream())
        .filter(point -> point.kind() == Point.Kind.SENTENCE)
        .map(Point::text)
        .findFirst()
        .orElse("");
  }

  /** What an article is about, from its first sentence. */
  private Optional<String> about(Article article, int limit) {
    return limit == SHORT
        ? recaps.computeIfAbsent(article, it -> tellAbout(it, limit))
        : tellAbout(article, limit);
  }

  private Optional<String> tellAbout(Article article, int limit) {
    return Optional.ofNullable(spoken.get(article)).stream()
        .flatMap(it -> it.points().stream())
        .filter(point -> point.kind() == Point.Kind.SENTENCE)
        .limit(2)
        .flatMap(point -> wording.titles().about(point.text(), limit).stream())
        .findFirst();
  }

  private void body(Writer writer, Article article, Choice chosen) {
    Spoken it = spoken.getOrDefault(article, new Spoken(List.of(), Map.of(), reader(article)));
    int seed = seed(article);
    Variety variety = it.reader().variety().apply(seed);
    int paragraph = -1;
    int opener = chosen.said().nextSetBit(0);
    for (int i = 0; i < it.points().size(); i++) {
      Point point = it.points().get(i);
      if (point.paragraph() != paragraph) {
        writer.paragraph();
        paragraph = point.paragraph();
      }
      Styled styled =
          chosen.alone().get(i)
              ? it.reader().speech().apply(point.alone())
              : it.said().getOrDefault(point, Styled.unchanged(point.text()));
      boolean told = chosen.said().get(i) && !(i == opener && isToldByTitle(article, point));
      writer.point(point, styled, told ? Optional.of(variety) : Optional.empty());
    }
    List<String> said = chosen.said().stream().mapToObj(i -> it.points().get(i).text()).toList();
    it.reader().reactions().to(said, seed).ifPresent(writer::reaction);
    writer.paragraph();
  }

  /** Whether the title, or what is said in its place, says all that this sentence says. */
  private boolean isToldByTitle(Article article, Point point) {
    boolean foreign = !Titles.isJapanese(article.title());
    String title =
        foreign ? insteadOfTitle(article).orElse("") : wording.titles().said(article.title());
    return Titles.tells(title, point.text());
  }

  /** The same for the same article on the same day, one more for the next article and day. */
  private int seed(Article article) {
    return (int) Math.floorMod(date.toEpochDay() * 5 + index(article), 1_000_003L);
  }

  private Placeholders placeholders(Article article) {
    String index = Integer.toString(article.number());
    Map<String, String> values = new HashMap<>();
    values.put("title", wording.titles().said(article.title()));
    values.put("index", index);
    values.put("ordinal", index + "本目");
    return episode.with(values);
  }

  /** The recap is short; in the place of a title more may be said. */
  private String aboutIn(Use use, Article article) {
    return (use == Use.EACH ? about(article, SHORT) : insteadOfTitle(article))
        .orElseGet(() -> "「" + wording.titles().said(article.title()) + "」");
  }

  private Position position(Article article) {
    return Position.of(index(article), post.articles().size());
  }

  /** Collects the lines of one chapter. */
  private final class Writer {
    private final Cast speaker;
    private final List<Said> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int paragraph;

    Writer(Cast speaker) {
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
            said(row, speaker);
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
      if (!row.suits(position(article)) || !row.suits(date)) {
        return false;
      }
      String source = source(row.use(), article);
      return placeholders(article)
          .with(
              Map.of(
                  "name",
                  speaker.voice().name(),
                  "about",
                  row.text().contains("{about}") ? aboutIn(row.use(), article) : ""))
          .fill(row.wording(date.toEpochDay() + index(article)))
          .map(text -> add(source, text, speaker, role, "template"))
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

    void said(Phrase row, Cast by) {
      if (row.suits(date)) {
        episode
            .with(Map.of("name", by.voice().name()))
            .fill(row.wording(date.toEpochDay()))
            .ifPresent(full -> add(row.text(), full, by, Role.TEXT, "template"));
      }
    }

    void point(Point point, Styled styled, Optional<Variety> variety) {
      Cast by = point.kind() == Point.Kind.QUESTION ? asker(speaker) : speaker;
      boolean plain = point.kind() == Point.Kind.SENTENCE || point.kind() == Point.Kind.HEAD;
      String text =
          variety.filter(it -> plain).map(it -> it.vary(styled.text())).orElse(styled.text());
      List<String> rules = new ArrayList<>(point.rules());
      if (styled.fits()) {
        rules.add(styled.rule());
      }
      if (!text.equals(styled.text())) {
        rules.add("endings");
      }
      if (!text.isEmpty()) {
        Role role = variety.isPresent() ? Role.TEXT : Role.LEFT_OUT;
        lines.add(new Said(point.source(), text, by.label(), role, paragraph, rules));
      }
    }

    void reaction(String text) {
      add("REACTION", text, speaker, Role.TEXT, "reactions");
    }

    private boolean add(String source, String text, Cast by, Role role, String rule) {
      return lines.add(new Said(source, text, by.label(), role, paragraph, List.of(rule)));
    }
  }
}
