package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Section;
import dev.zundacast.script.Template.Row;
import dev.zundacast.script.Template.Use;
import dev.zundacast.script.article.Guard;
import dev.zundacast.script.article.Headline.Heading;
import dev.zundacast.script.article.Outline;
import dev.zundacast.script.article.Outline.Plan;
import dev.zundacast.script.article.Selection;
import dev.zundacast.script.article.Statement;
import dev.zundacast.script.article.Statement.Kind;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import dev.zundacast.script.file.ScriptDraft.Role;
import dev.zundacast.script.speech.EndingVariation;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.Styled;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One article of a draft: what can be said of it, how its reader says it, and what stands for its
 * title. Lives for one draft.
 */
final class ArticleDraft {
  /** Who asks more in one article does not listen. */
  private static final int MOST_QUESTIONS = 2;

  /** What an article is about stands in so many of its statements. */
  private static final int LEAD = 3;

  /** So many statements further on nobody waits for the next step. */
  private static final int SOON = 5;

  /** By it the rows of reactions know a title. */
  private static final String TITLE = "題：";

  private final EpisodeFrame frame;
  private final Rules rules;
  private final Article article;
  private final Speaker reader;
  private final Plan plan;
  private final Heading heading;

  /** Whether it tells of a death or the like, said or not: nothing of it is cried. */
  private final boolean grave;

  ArticleDraft(EpisodeFrame frame, Article article) {
    this.frame = frame;
    this.rules = frame.tables().rules();
    this.article = article;
    this.reader = frame.reader(article);
    this.plan = Outline.of(article, rules, frame.tables().morphology());
    this.heading = frame.tables().headline().of(article.name(), plan.statements());
    this.grave = reader.reactions().isGrave(texts());
  }

  Article article() {
    return article;
  }

  Speaker reader() {
    return reader;
  }

  /** What tells it from the others, wherever it stands. */
  String identity() {
    return article.url().isEmpty() ? article.title() : article.url();
  }

  int characters() {
    return Selection.length(plan);
  }

  /** What is said of it in so many statements, and characters besides the headline. */
  BitSet choose(int most, int characters) {
    long told = heading.told().filter(this::tells).map(Statement::length).orElse(0);
    return Selection.choose(plan, most, (int) Math.min(Integer.MAX_VALUE, characters + told));
  }

  /** For the placeholders of a row about it. */
  Map<String, String> values() {
    String index = Integer.toString(article.number());
    return Map.of("title", heading.title(), "index", index, "ordinal", index + "本目");
  }

  /** What the article is about: shorter in a recap than in the place of a title. */
  String about(Use use) {
    return use == Use.EACH
        ? heading.recap().orElse("「" + heading.title() + "」という記事")
        : heading.instead().orElse("「" + heading.title() + "」");
  }

  Chapter chapter(BitSet chosen) {
    ChapterWriter writer = new ChapterWriter(frame, reader);
    boolean announced = false;
    for (Row row : rows()) {
      switch (row.use()) {
        case TITLE -> announced |= title(writer, row, announced);
        case BODY -> body(writer, chosen);
        case LINE -> writer.line(row, this, Role.TEXT);
        case CODE, IMAGE, EACH, GUESTS -> {}
        case REMARK -> {
          if (article.comment().isBlank() || !ScriptDocument.isSlot(row.text())) {
            writer.fixed(row);
          }
        }
        default -> writer.fixed(row);
      }
    }
    return writer.chapter(Section.Kind.ARTICLE, article.title(), article.url());
  }

  private Statement at(int place) {
    return plan.statements().get(place);
  }

  private List<Row> rows() {
    return reader.template().part(Section.Kind.ARTICLE.word()).rows();
  }

  private boolean title(ChapterWriter writer, Row row, boolean announced) {
    return row.isAbout() == isAbout() && writer.line(row, this, announced ? Role.TEXT : Role.TITLE);
  }

  /** Whether the headline stands in the title's place, for which a template has to have a row. */
  private boolean isAbout() {
    return heading.instead().isPresent() && rows().stream().anyMatch(Row::isAbout);
  }

  /** Whether what announces the article tells all of a statement. */
  private boolean tells(Statement statement) {
    return heading.tells(statement) && heading.instead().isPresent() == isAbout();
  }

  private void body(ChapterWriter writer, BitSet chosen) {
    BitSet said = heard(chosen);
    statements(writer, said);
    reaction(said)
        .ifPresent(it -> writer.add("REACTION", it, reader, Role.TEXT, List.of("reactions")));
    writer.paragraph();
  }

  /** What was chosen without a first statement of which the headline tells all. */
  private BitSet heard(BitSet chosen) {
    BitSet heard = (BitSet) chosen.clone();
    int first = heard.nextSetBit(0);
    if (first < 0 || !tells(at(first))) {
      return heard;
    }
    if (heard.cardinality() == 1) {
      // A headline alone is no article.
      IntStream.range(first + 1, plan.statements().size())
          .filter(i -> at(i).kind() == Kind.SENTENCE)
          .filter(i -> fault(at(i), styled(at(i), List.of())).isEmpty())
          .findFirst()
          .ifPresent(heard::set);
    }
    heard.set(first, heard.cardinality() == 1);
    return heard;
  }

  boolean isGrave() {
    return grave;
  }

  private List<String> texts() {
    Stream<String> written = plan.statements().stream().map(Statement::written);
    return Stream.concat(Stream.of(article.title()), written).toList();
  }

  /** What the reader says to what the article is about: in the host's own words, if any. */
  private Optional<String> reaction(BitSet said) {
    if (!article.comment().isBlank()) {
      return Optional.of(article.comment());
    }
    Stream<String> heads = Stream.of(TITLE + article.title(), about(Use.LINE));
    Stream<String> first = said.stream().limit(LEAD).mapToObj(i -> at(i).written());
    return said.isEmpty()
        ? Optional.empty()
        : reader
            .reactions()
            .to(
                Stream.concat(heads, first).toList(),
                texts(),
                frame.reactions(),
                frame.seed(article));
  }

  private void statements(ChapterWriter writer, BitSet chosen) {
    EndingVariation variation = reader.variation().apply(frame.seed(article));
    int asked = 0;
    int paragraph = -1;
    int before = -1;
    for (int i = 0; i < plan.statements().size(); i++) {
      Statement statement = at(i);
      boolean told = chosen.get(i);
      if (!told && (statement.kind() == Kind.NAMES || statement.kind() == Kind.LEAD)) {
        continue;
      }
      if (statement.paragraph() != paragraph) {
        writer.paragraph();
        paragraph = statement.paragraph();
      }
      if (told && asked < MOST_QUESTIONS && asks(writer, statement)) {
        asked++;
      }
      String label = label(i, chosen);
      List<String> stages = new ArrayList<>();
      if (told) {
        stages.add(before < 0 || !follows(before, i) ? "joins-off" : "");
        boolean first = rules.finds("placed", label) || isOnlyStep(i, chosen);
        stages.add(first ? "step-off" : "");
        before = i;
      }
      boolean cried = !grave && !isTurned(i, chosen);
      say(writer, statement, label, told, stages, variation, cried);
      if (told) {
        frame
            .glossary()
            .explains(statement, article.text(), !isLeantOn(i, chosen))
            .ifPresent(it -> explain(writer, it, variation));
      }
    }
  }

  /** Whether what is said next turns against this one, which then is not cried. */
  private boolean isTurned(int place, BitSet chosen) {
    int next = chosen.nextSetBit(place + 1);
    return next >= 0 && rules.finds("turns", at(next).texts().get(0));
  }

  private void explain(ChapterWriter writer, String sentence, EndingVariation variation) {
    String said = variation.vary(reader.speech().apply(sentence).text(), !grave);
    writer.add("GLOSS " + sentence, said, reader, Role.TEXT, List.of("glossary"));
  }

  /** Whether what is said next goes on with this, or belongs to the same list. */
  private boolean isLeantOn(int place, BitSet chosen) {
    int next = chosen.nextSetBit(place + 1);
    return at(place).list() >= 0 || (next >= 0 && at(next).needs().contains(place));
  }

  /** The label of an item stands before the first of its statements that is said. */
  private String label(int place, BitSet chosen) {
    int paragraph = at(place).paragraph();
    int first = place;
    while (first > 0 && at(first - 1).paragraph() == paragraph) {
      first--;
    }
    int said = chosen.nextSetBit(first);
    boolean inside = said >= 0 && at(said).paragraph() == paragraph;
    // What cannot be said hands its label on to what comes next.
    return place != (inside ? said : first)
        ? ""
        : IntStream.rangeClosed(first, place)
            .mapToObj(i -> at(i).label())
            .filter(it -> !it.isEmpty())
            .findFirst()
            .orElse("");
  }

  /** Whether nothing that is left out stands between two statements. */
  private boolean follows(int before, int place) {
    return IntStream.range(before + 1, place)
        .mapToObj(i -> at(i).kind())
        .noneMatch(it -> it.isReal() || it == Statement.Kind.SILENT);
  }

  /** Whether a statement begins as the first step where no other is said soon. */
  private boolean isOnlyStep(int place, BitSet chosen) {
    return rules.finds("step-off", at(place).texts().get(0))
        && chosen.stream()
            .filter(i -> i > place)
            .limit(SOON)
            .mapToObj(i -> at(i))
            .allMatch(it -> it.label().isEmpty() && !rules.finds("step-on", it.written()));
  }

  private void say(
      ChapterWriter writer,
      Statement statement,
      String label,
      boolean told,
      List<String> stages,
      EndingVariation variation,
      boolean cried) {
    List<Styled> lines = styled(statement, stages);
    String fault = fault(statement, lines);
    // No half of a sentence is said without the other.
    boolean whole = lines.size() == 1 || lines.stream().allMatch(Styled::fits);
    if (!fault.isEmpty() || !whole) {
      lines = List.of(ended(statement, statement.written()));
      fault = fault(statement, lines);
    }
    lines = labelled(statement, label, lines);
    for (int i = 0; i < lines.size(); i++) {
      Styled styled = lines.get(i);
      String why = !fault.isEmpty() ? fault : styled.fits() ? "" : "no ending";
      boolean heard = told && (why.isEmpty() || statement.kind() != Kind.SENTENCE);
      boolean turned = i + 1 < lines.size() && rules.finds("turns", lines.get(i + 1).text());
      String text = heard ? variation.vary(styled.text(), cried && !turned) : styled.text();
      String source = statement.source() + (i == 0 ? "" : "\n" + i);
      List<String> used = new ArrayList<>(statement.rules());
      used.add(
          heard || statement.kind() == Kind.SILENT ? styled.rule() : unsaid(statement, told, why));
      used.removeIf(String::isEmpty);
      Role silent = tells(statement) ? Role.TOLD : Role.LEFT_OUT;
      writer.add(source, text, reader, heard ? Role.TEXT : silent, used);
    }
  }

  /** Why a statement is not heard, for a person who asks. */
  private String unsaid(Statement statement, boolean chosen, String why) {
    return "left out: "
        + (chosen ? why : tells(statement) ? "the headline says it" : "no time for it");
  }

  /** The lines of a statement with their endings, the first of them without what it joins on to. */
  private List<Styled> styled(Statement statement, List<String> stages) {
    List<String> lines = new ArrayList<>(statement.texts());
    for (String stage : stages) {
      lines.set(0, rules.rewritten(stage, lines.get(0)));
    }
    return lines.stream().map(text -> ended(statement, text)).toList();
  }

  /** What the lines of a sentence say otherwise than the post, "" for nothing. */
  private String fault(Statement statement, List<Styled> lines) {
    String said = lines.stream().map(Styled::text).collect(Collectors.joining());
    return statement.kind() == Kind.SENTENCE
        ? new Guard(rules).fault(statement.written(), "", said)
        : "";
  }

  /** A label stands before the first line of its statement, or alone: all of a list end alike. */
  private List<Styled> labelled(Statement statement, String label, List<Styled> lines) {
    if (label.isEmpty()) {
      return lines;
    }
    Styled first = lines.get(0);
    List<Styled> labelled = new ArrayList<>(lines);
    boolean alone = standsAlone(label, statement);
    if (isApart(statement.list()) || (alone && rules.finds("placed", label))) {
      labelled.add(0, reader.speech().apply(rules.rewritten("apart", label)));
    } else if (alone) {
      labelled.add(0, new Styled(label, first.rule()));
    } else {
      labelled.set(0, new Styled(label + first.text(), first.rule()));
    }
    return labelled;
  }

  private static boolean standsAlone(String label, Statement statement) {
    return label.endsWith("。")
        && label.length() + statement.texts().get(0).length() > Statement.ONE_BREATH;
  }

  /** Whether most labels of a list are too long for one breath with what is told of them. */
  private boolean isApart(int list) {
    List<Statement> labelled =
        plan.statements().stream()
            .filter(it -> it.list() == list && !it.label().isEmpty())
            .toList();
    long alone = labelled.stream().filter(it -> standsAlone(it.label(), it)).count();
    return 2 * alone > labelled.size();
  }

  private Styled ended(Statement statement, String text) {
    return switch (statement.kind()) {
      case CODE -> named(Use.CODE, "language", text);
      case IMAGE -> named(Use.IMAGE, "text", text);
      case QUOTE, SILENT -> Styled.unchanged(text);
      default -> reader.speech().apply(text);
    };
  }

  private Styled named(Use use, String placeholder, String value) {
    return Styled.unchanged(
        rows().stream()
            .filter(row -> row.use() == use)
            .flatMap(row -> frame.fill(row, 0, Map.of(placeholder, value)).stream())
            .findFirst()
            .orElse(""));
  }

  /** Where there are two hosts, the other one asks for what is explained; whether it does. */
  private boolean asks(ChapterWriter writer, Statement statement) {
    Speaker asker = frame.asker(reader);
    if (asker.equals(reader) || statement.kind() != Kind.SENTENCE) {
      return false;
    }
    Optional<String> question = rules.question(statement.texts().get(0));
    String source = "ASK " + statement.source();
    question
        .map(it -> asker.speech().apply(it).text())
        .ifPresent(it -> writer.add(source, it, asker, Role.TEXT, List.of("question")));
    return question.isPresent();
  }
}
