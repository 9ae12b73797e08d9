package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.Section;
import dev.zundacast.script.Template.Phrase;
import dev.zundacast.script.Template.Titled;
import dev.zundacast.script.Template.Use;
import dev.zundacast.script.length.Estimate;
import dev.zundacast.script.merge.ScriptDraft.Chapter;
import dev.zundacast.script.merge.ScriptDraft.Role;
import dev.zundacast.script.outline.Abbreviation;
import dev.zundacast.script.outline.ExplainedTerm;
import dev.zundacast.script.outline.Leads;
import dev.zundacast.script.outline.Outline;
import dev.zundacast.script.outline.Point;
import dev.zundacast.script.outline.Selection;
import dev.zundacast.script.outline.Selection.Choice;
import dev.zundacast.script.speech.Reactions.Reaction;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.script.speech.Variety;
import dev.zundacast.script.topic.ArticleTitle;
import dev.zundacast.words.Search;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One article of a draft: what can be said of it, how its reader says it, and what stands for its
 * title. Lives for one draft.
 */
final class ArticleDraft {
  /** A sentence that stands so near what said it is not said again. */
  private static final int NEAR = 4;

  /** Who asks more in one article does not listen. */
  private static final int MOST_QUESTIONS = 2;

  private static final Search LEANS =
      Search.of("^(?:これ|この|こうした|具体的には|たとえば|例えば|結果|ここ|それ|その|そこ|でも|しかし|ただ|だから|つまり|ほか|同時に|彼ら|前者|後者)");

  /** It adds to what stands before it, and there is nothing behind a title or a heading. */
  private static final Search ADDS = Search.of("^(?:また|さらに|加えて|そして)、");

  /** One of several steps or points, and the next ones. */
  private static final Search FIRST_STEP = Search.of("^まず、");

  private static final Search NEXT_STEP = Search.of("^次に、");

  private static final Search STEPS_INSIDE = Search.of("(?:次|最後)に|続いて|その後");

  private static final Search STEPS_ON =
      Search.of("^(?:次|さらに|また、|続い|そして|最後|それから|その|加えて|[2二]つ目|もう|ここで|これ)");

  private static final Search BEGINS_STEPS = Search.of("^(?:まず|最初|はじめ|初め|第一|[1一]つ目)");

  /** So many sentences further on nobody waits for the next step. */
  private static final int SOON = 5;

  /** 大工さんも、: the same is told of somebody else. */
  private static final Search TOO = Search.of("^[^、。はがを]{1,20}も");

  /** It picks out one thing of what the sentence before it told. */
  private static final Search PICKS = Search.of("^(?:特に|とりわけ|中でも|なかでも)、?(?=.*[はがも])");

  /** What the article says that it explains: 「…の話です」 begins one, and no part of it. */
  private static final String ABOUT = "meta-about";

  private static final Search STORY = Search.of("^(.*[^、])の話です。$");

  /** It grants what has been said, where that is. */
  private static final Search OF_COURSE = Search.of("^もちろん、");

  /** It is not so good as it was told. */
  private static final Search BUT = Search.of("^(?:でも|しかし|ただし?)、");

  private final EpisodeFrame frame;
  private final Article article;
  private final Cast reader;
  private final List<Point> points;
  private final IdentityHashMap<Point, Styled> said = new IdentityHashMap<>();
  private final IdentityHashMap<Point, Double> times = new IdentityHashMap<>();
  private final ArticleTitle title;
  private final Optional<Rewrite> rewrite;

  ArticleDraft(EpisodeFrame frame, Article article, Optional<Rewrite> rewrite) {
    this.frame = frame;
    this.article = article;
    this.reader = frame.reader(article);
    Wording wording = frame.wording().in(reader.speechName());
    this.points = Outline.of(article, wording.ear(), wording.headings());
    for (Point point : points) {
      Styled styled = said(point);
      said.put(point, styled);
      times.put(point, Estimate.seconds(styled.text(), reader.voice()));
    }
    this.title = wording.title(article, points, rewrite);
    this.rewrite = rewrite;
  }

  private Styled said(Point point) {
    return switch (point.kind()) {
      case CODE -> named(Use.CODE, "language", point.text());
      case IMAGE -> named(Use.IMAGE, "text", point.text());
      case QUOTE -> Styled.unchanged(point.text());
      case QUESTION -> frame.asker(reader).speech().apply(point.text());
      default -> reader.speech().apply(point.text());
    };
  }

  private Styled named(Use use, String placeholder, String value) {
    Placeholders values = frame.values().with(Map.of(placeholder, value));
    return rows().stream()
        .filter(row -> row.use() == use)
        .flatMap(row -> values.fill(row.wording(frame.day())).stream())
        .findFirst()
        .map(Styled::unchanged)
        .orElse(Styled.unchanged(""));
  }

  private List<Phrase> rows() {
    return reader.template().part(Section.Kind.ARTICLE.word()).rows();
  }

  Article article() {
    return article;
  }

  Cast reader() {
    return reader;
  }

  List<Point> points() {
    return points;
  }

  boolean isRewritten() {
    return rewrite.isPresent();
  }

  /** What tells the article from the others, wherever it stands. */
  String identity() {
    return identity(article);
  }

  static String identity(Article article) {
    return article.url().isEmpty() ? article.title() : article.url();
  }

  /** How long a point takes to hear. */
  double seconds(Point point) {
    return times.getOrDefault(point, 0.0);
  }

  /** How long what was chosen of it takes. */
  double seconds(Choice choice) {
    return isRewritten()
        ? length()
        : choice.said().stream().mapToDouble(i -> seconds(points.get(i))).sum();
  }

  /** How long the article's own text takes when all of it is said. */
  double length() {
    return rewrite
        .map(
            it ->
                it.lines().stream()
                    .mapToDouble(line -> Estimate.seconds(line.text(), reader.voice()))
                    .sum())
        .orElseGet(() -> Selection.length(points, this::seconds));
  }

  /** How long what stands around the article's own text takes. */
  double around() {
    return chapter(writer -> {}).lines().stream()
        .mapToDouble(it -> Estimate.seconds(it.text(), reader.voice()))
        .sum();
  }

  Placeholders placeholders() {
    String index = Integer.toString(article.number());
    Map<String, String> values = new HashMap<>();
    values.put("title", title.said());
    values.put("index", index);
    values.put("ordinal", index + "本目");
    return frame.values().with(values);
  }

  /** What the article is about: shorter in a recap than in the place of a title. */
  String about(Use use) {
    return (use == Use.EACH ? title.recap() : title.instead()).orElse("「" + title.said() + "」");
  }

  /** The article's chapter with what was chosen of it. */
  Chapter chapter(Choice chosen) {
    return chapter(writer -> body(writer, chosen));
  }

  private Chapter chapter(Consumer<ChapterWriter> body) {
    ChapterWriter writer = new ChapterWriter(frame, reader);
    boolean announced = false;
    for (Phrase row : rows()) {
      switch (row.use()) {
        case TITLE -> announced |= title(writer, row, announced);
        case BODY -> body.accept(writer);
        case LINE -> writer.line(row, this, Role.TEXT);
        case CODE, IMAGE, EACH, GUESTS -> {}
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(Section.Kind.ARTICLE, article.title(), article.url());
  }

  private boolean title(ChapterWriter writer, Phrase row, boolean announced) {
    boolean rows = rows().stream().anyMatch(it -> it.titled() == Titled.FOREIGN);
    boolean foreign = title.isForeign() && title.instead().isPresent() && rows;
    boolean wanted = (row.titled() == Titled.FOREIGN) == foreign;
    return wanted && writer.line(row, this, announced ? Role.TEXT : Role.TITLE);
  }

  private void body(ChapterWriter writer, Choice chosen) {
    rewrite.ifPresent(it -> rewritten(writer, it.lines()));
    Choice said = rewrite.isPresent() ? Choice.NOTHING : chosen;
    points(writer, said, reaction(said));
    writer.paragraph();
  }

  /** What the reader says to the article, and behind which point. */
  private Optional<Reaction> reaction(Choice chosen) {
    int[] said = chosen.said().stream().toArray();
    List<String> texts = Arrays.stream(said).mapToObj(i -> points.get(i).text()).toList();
    // Nothing comes between a sentence and one that leans on it.
    return reader
        .reactions()
        .to(texts, frame.seed(article), it -> isFinished(said[it], chosen))
        .map(it -> new Reaction(said[it.to()], it.text()));
  }

  private static void rewritten(ChapterWriter writer, List<Rewrite.Line> lines) {
    int paragraph = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).paragraph() != paragraph) {
        writer.paragraph();
        paragraph = lines.get(i).paragraph();
      }
      writer.rewritten(lines.get(i), i + 1);
    }
  }

  private void points(ChapterWriter writer, Choice chosen, Optional<Reaction> reaction) {
    int asked = 0;
    Variety variety = reader.variety().apply(frame.seed(article));
    int paragraph = -1;
    int opener = chosen.said().nextSetBit(0);
    boolean begins = true;
    Leads leads = new Leads();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (point.paragraph() != paragraph) {
        writer.paragraph();
        paragraph = point.paragraph();
      }
      Styled styled = styled(i, chosen);
      boolean near = i < opener + NEAR && title.isForeign() && !isLeantOn(i, chosen);
      boolean repeats = (i == opener || near) && title.tells(point);
      boolean told = chosen.said().get(i) && !repeats;
      if (told && asked < MOST_QUESTIONS && asks(writer, point)) {
        asked++;
      }
      String varied = told && isPlain(point) ? variety.vary(styled.text()) : styled.text();
      String whole = isCalm(i, chosen) ? varied.replaceFirst("！$", "。") : varied;
      String led = told ? leads.said(point, whole) : whole;
      String text = told ? unhanged(led, begins, i, chosen) : led;
      begins = told ? point.kind().isHead() : begins;
      writer.point(point, styled, text, told ? Role.TEXT : Role.LEFT_OUT);
      int here = i;
      reaction.filter(it -> it.to() == here).ifPresent(it -> writer.reaction(it.text()));
    }
  }

  /** Whether nobody calls it out: what only leads on, and what the next sentence takes back. */
  private boolean isCalm(int index, Choice chosen) {
    return points.get(index).kind() == Point.Kind.HEAD
        || (index + 1 < points.size() && chosen.said().get(index + 1) && says(BUT).test(index + 1));
  }

  /** The sentence without the word that joins it to one that is not said. */
  private String unhanged(String whole, boolean begins, int index, Choice chosen) {
    boolean behind =
        index > 0 && chosen.said().get(index - 1) && !points.get(index - 1).kind().isHead();
    String text = begins || !behind ? ADDS.replaceFirst(whole, "") : whole;
    String picked = behind ? text : OF_COURSE.replaceFirst(PICKS.replaceFirst(text, ""), "");
    IntStream others = chosen.said().stream();
    if (FIRST_STEP.in(picked) && !STEPS_INSIDE.in(picked)) {
      boolean alone = others.filter(i -> i > index).limit(SOON).noneMatch(says(STEPS_ON));
      return alone ? FIRST_STEP.replaceFirst(picked, "") : picked;
    }
    if (NEXT_STEP.in(picked) && !behind) {
      boolean first = others.filter(i -> i < index).noneMatch(says(BEGINS_STEPS));
      return first ? NEXT_STEP.replaceFirst(picked, "") : picked;
    }
    return picked;
  }

  /** A point as it is said, alone or with what others need of it. */
  private Styled styled(int index, Choice chosen) {
    Point point = points.get(index);
    if (chosen.alone().get(index)) {
      return reader.speech().apply(point.alone());
    }
    if (chosen.said().get(index) && point.kind() == Point.Kind.SENTENCE) {
      boolean begins = chosen.said().nextSetBit(0) == index;
      String told = Abbreviation.told(points, chosen.said(), index);
      if (!begins && point.rules().contains(ABOUT)) {
        told = STORY.replaceFirst(told, "記事では、$1が紹介されています。");
      }
      if (!told.equals(point.text())) {
        return reader.speech().apply(told);
      }
    }
    return said.getOrDefault(point, Styled.unchanged(point.text()));
  }

  /** Whether the point at a place has these words. */
  private IntPredicate says(Search words) {
    return index -> words.in(points.get(index).text());
  }

  /** Whether what is said next neither points at this nor goes on with it. */
  private boolean isFinished(int index, Choice chosen) {
    int next = chosen.said().nextSetBit(index + 1);
    return next < 0 || Stream.of(LEANS, ADDS, PICKS, TOO).noneMatch(it -> says(it).test(next));
  }

  /** Whether what is said next points at this. */
  private boolean isLeantOn(int index, Choice chosen) {
    int next = chosen.said().nextSetBit(index + 1);
    String text = next < 0 ? "" : points.get(next).text();
    return LEANS.in(text) && !text.startsWith("これまで");
  }

  /** Where there are two hosts, the other one asks for what is explained; whether it does. */
  private boolean asks(ChapterWriter writer, Point point) {
    Cast asker = frame.asker(reader);
    if (asker.equals(reader) || point.kind() != Point.Kind.SENTENCE) {
      return false;
    }
    Optional<String> term = ExplainedTerm.explainedBy(point.text());
    term.ifPresent(
        it -> writer.question(point, asker, asker.speech().apply(it + "とは何ですか？").text()));
    return term.isPresent();
  }

  private static boolean isPlain(Point point) {
    boolean lead = point.kind() == Point.Kind.HEAD || point.kind() == Point.Kind.COVERED;
    return lead || point.kind() == Point.Kind.SENTENCE;
  }
}
