package dev.zundacast.script.article;

import dev.zundacast.script.article.TitleNames.Name;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.Sentence;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Facts;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Titles to what is said for them, at an article's head and in the recap. Safe for many threads.
 */
public final class Headline {
  /** Nobody hears a title out that is foreign and longer. */
  private static final int TEDIOUS = 60;

  /** A longer title is heard in its first part. */
  private static final int LONG = 44;

  /** A recap item is heard in one breath. */
  private static final int RECAP = 40;

  /** A title that is no longer is heard whole, whatever signs it has. */
  private static final int SHORT = 24;

  /** What tells who did what is worth a longer one. */
  private static final int TOLD = 60;

  /** Two who do something are followed less long. */
  private static final int OF_TWO = 48;

  /** Where less of a Japanese title's words is in a headline, the title tells something else. */
  private static final double MOSTLY = 0.34;

  /** So many characters alike are heard as said twice. */
  private static final int TWICE = 22;

  /** What stands further behind is no lead. */
  private static final int LEAD = 3;

  /** Here an article still says what it is about. */
  static final int HEAD = 6;

  /** A shorter part of a title says nothing alone. */
  private static final int SHORTEST = 12;

  /** Fewer pairs of signs are too few to know a sentence by. */
  private static final int PAIRS = 3;

  /** What stands between the words that a sentence is known by. */
  private static final String NO_WORD = "[\\P{L}\\p{IsHiragana}&&[^0-9ー]]+";

  /** What goes from a title before it is said. */
  private static final String TAILS = "titles.tsv";

  private final Rules rules;
  private final Morphology morphology;
  private final Rules tails;
  private final TitleNames names;
  private final Stories stories;

  public Headline(List<Path> folders, Rules rules, Morphology morphology, SpeechStyles styles) {
    this.rules = rules;
    this.morphology = morphology;
    this.tails = Rules.table(folders, TAILS);
    this.names = new TitleNames(rules);
    this.stories = new Stories(rules, morphology, styles);
  }

  /**
   * What is said for a title.
   *
   * @param title the title as it is read
   * @param instead what is said in its place where it is foreign
   * @param recap the same, short; empty where the title is
   * @param told the first statement, where the headline tells all of it
   */
  public record Heading(
      String title, Optional<String> instead, Optional<String> recap, Optional<Statement> told) {
    /** Whether all that a statement tells is heard in the headline. */
    public boolean tells(Statement statement) {
      return told.filter(statement::equals).isPresent();
    }
  }

  /** Whether each word of a statement stands in a headline, but for those that lead to it. */
  private boolean covers(String headline, Statement statement) {
    String told = rules.rewritten("frame", statement.written());
    return Statements.shared(told, headline, PAIRS) > 0
        && Stream.of(told.split(NO_WORD)).allMatch(headline::contains)
        && new Guard(rules).fault(statement.written(), "", headline).isEmpty();
  }

  /** What is said for the title of an article whose text begins with these statements. */
  public Heading of(String title, List<Statement> statements) {
    List<Statement> first =
        statements.stream().filter(it -> it.kind() == Statement.Kind.SENTENCE).limit(LEAD).toList();
    List<String> leads =
        first.stream()
            .flatMap(it -> it.texts().stream())
            .map(it -> rules.rewritten("told-news", plain(it)))
            .map(it -> rules.rewritten("announced", it))
            .toList();
    String next = leads.isEmpty() ? "" : leads.get(0);
    String heads =
        statements.stream().limit(HEAD).map(Statement::written).collect(Collectors.joining("\n"));
    String said = said(title, it -> TitleNames.isIn(it, heads));
    Optional<Name> name = names.of(said, leads, statements);
    // Where nothing is said but the first sentence, the headline must leave it something.
    List<String> whole = first.size() > 1 ? stories.whole(first.get(0), title) : List.of();
    Stream<String> deeds =
        whole.stream()
            .flatMap(it -> name.flatMap(n -> deed(it, first.get(0).written(), n)).stream());
    List<String> ways =
        Stream.concat(Stream.concat(whole.stream(), deeds), ways(title, statements, leads, name))
            .toList();
    Predicate<String> tells =
        it ->
            first.size() > 1 && (whole.stream().anyMatch(it::endsWith) || covers(it, first.get(0)));
    Predicate<String> fresh = it -> !isTwice(it, next) || tells.test(it);
    List<String> told =
        fresh.test(said) || name.isPresent() ? ways.stream().filter(fresh).toList() : ways;
    Heading heading =
        rules.finds("japanese", title)
            ? japanese(said, ways, whole, fresh, statements)
            : foreign(title, ways, told, name, statements);
    String headline = heading.instead().orElse(heading.title());
    return new Heading(
        heading.title(),
        heading.instead(),
        heading.recap().map(it -> rules.rewritten("gloss-off", it)),
        first.stream().limit(1).filter(it -> tells.test(headline)).findFirst());
  }

  /** Whether a title is a site's, as no sentence has a word of the names that it says at length. */
  private static boolean isOfSite(String said, List<Statement> statements) {
    return said.length() > SHORT
        && !Facts.names(said).isEmpty()
        && statements.stream().allMatch(it -> Statements.shared(said, it.written(), 1) == 0);
  }

  /** 工房が、町の人が箱を開ける道具「鍵」を公開した話 as 工房が道具「鍵」を公開した話, where 工房は is written. */
  private Optional<String> deed(String story, String written, Name name) {
    int at = story.indexOf(name.thing() + "を");
    boolean alone = at > 0 && !name.thing().startsWith("「") && story.indexOf('が', at) < 0;
    return rules
        .matches("doer", story)
        .map(it -> it.group(1))
        .filter(who -> alone && written.startsWith(who + "は"))
        .map(who -> who + "が" + story.substring(at))
        .findFirst();
  }

  /** A sentence that cries nothing, without what its terms mean. */
  private String plain(String text) {
    return rules.rewritten("gloss-off", stories.calm(text));
  }

  /** What says more than a name: its news, its matter, what a name stands for. */
  private Stream<String> ways(
      String title, List<Statement> statements, List<String> leads, Optional<Name> name) {
    List<String> ways = new ArrayList<>();
    leads.forEach(it -> ways.addAll(stories.of(it, title, "news")));
    matter(title, statements, leads)
        .ifPresent(it -> ways.addAll(List.of(it, rules.rewritten("brief-matter", it))));
    leads.stream().limit(1).forEach(it -> ways.addAll(stories.of(it, title, "deed")));
    name.map(Name::full).ifPresent(ways::add);
    introduced(title, statements).forEach(ways::add);
    name.map(Name::brief).ifPresent(ways::add);
    name.ifPresent(it -> ways.removeAll(List.of(it.bare())));
    // A title in Japanese says more than what its article is about.
    topic(rules.finds("japanese", title) ? List.of() : leads).ifPresent(ways::add);
    return ways.stream().distinct().filter(Stories::isShort);
  }

  /** What the head of an article says that somebody made: 工房が作った道具「鍵」の話. */
  private Stream<String> introduced(String title, List<Statement> statements) {
    return statements.stream()
        .limit(HEAD)
        .filter(it -> it.kind() == Statement.Kind.SENTENCE)
        .flatMap(it -> it.texts().stream())
        .flatMap(text -> stories.told("introduced", plain(text)).stream())
        .filter(it -> Stories.isBalanced(it) && Stories.shares(it, title));
  }

  /** A title that listeners may not understand is told by what the first sentences say. */
  private Heading foreign(
      String title,
      List<String> ways,
      List<String> told,
      Optional<Name> name,
      List<Statement> statements) {
    Optional<String> bare = name.map(Name::bare);
    String said = rules.rewritten("foreign-title", said(title, it -> true));
    Optional<String> recap =
        brief(ways)
            .or(() -> shortest(ways))
            .or(() -> bare)
            .or(() -> names.subject(title, statements).map(Stories::about));
    Optional<String> any = ways.isEmpty() ? recap : told.stream().findFirst();
    // A bare name says too little, and so does a title that few understand.
    Optional<String> instead =
        told.stream()
            .filter(it -> Stories.shares(it, title))
            .findFirst()
            .or(() -> bare.isPresent() ? any.or(() -> bare) : any.map(it -> titled(said, it)));
    return new Heading(said, instead, recap, Optional.empty());
  }

  /** A title with what its article is about; one that nobody hears out stays unsaid. */
  private static String titled(String said, String way) {
    boolean tedious = said.length() > TEDIOUS || said.length() + way.length() > Stories.LINE;
    return tedious ? way : "「" + said + "」という記事で、" + way;
  }

  /** A title that is long, or that the next line says again, is told by what the text says. */
  private Heading japanese(
      String said,
      List<String> ways,
      List<String> whole,
      Predicate<String> fresh,
      List<Statement> statements) {
    if (isOfSite(said, statements) && !ways.isEmpty()) {
      return new Heading(said, Optional.of(ways.get(0)), brief(ways), Optional.empty());
    }
    boolean isFresh = fresh.test(said);
    // A headline that only lacks its verb is told as what happened.
    Optional<String> done = isFresh ? doneDeed(said) : Optional.empty();
    boolean mayBeRetold = said.length() > LONG || !isPlain(said) || done.isPresent();
    Optional<String> told =
        isFresh
            ? whole.stream()
                // What an article is about says a title again that is not short.
                .filter(it -> mayBeRetold || (said.length() > SHORT && it.endsWith(Stories.ABOUT)))
                .filter(it -> it.length() <= Stories.MOST || said.length() > LONG)
                .filter(it -> tellsOf(said, it))
                .findFirst()
            : ways.stream().filter(fresh).findFirst();
    String recap = recap(said, told.isPresent(), ways);
    return new Heading(said, told.or(() -> done), Optional.of(recap), Optional.empty());
  }

  /** Whether a title can be heard as it is written. */
  private boolean isPlain(String said) {
    return !rules.finds("unspoken-title", said) && !rules.finds("title-quote", said);
  }

  /** The first that is short of what tells more than a name. */
  private Optional<String> brief(List<String> ways) {
    List<String> telling = ways.stream().filter(it -> !rules.finds("bare-story", it)).toList();
    return telling.stream()
        .filter(Headline::isHeardOut)
        .findFirst()
        .or(() -> shortest(telling))
        .filter(it -> it.length() <= Stories.MOST);
  }

  private static boolean isHeardOut(String way) {
    return way.length() <= (way.indexOf('が') == way.lastIndexOf('が') ? TOLD : OF_TWO);
  }

  private static Optional<String> shortest(List<String> ways) {
    return ways.stream().min(Comparator.comparingInt(String::length));
  }

  /**
   * The title without names of sites; a long one without what stands behind its story.
   *
   * @param told whether its article speaks of a part of it
   */
  private String said(String title, Predicate<String> told) {
    String said = tails.rewritten(TAILS, title).strip();
    String bare = said.isEmpty() ? title : said;
    for (Rules.Rule rule : rules.stage("title")) {
      String next = rule.pattern().matcher(bare).replaceFirst(rule.instead()).strip();
      boolean cut = bare.length() > LONG && Stories.isBalanced(next);
      bare = cut && (told.test(next) || !told.test(bare)) ? next : bare;
    }
    return bare.replaceFirst("(?<=..)。$", "");
  }

  /** A title in one breath; a long one that was not announced by its first story. */
  private String recap(String said, boolean isTold, List<String> ways) {
    if (said.length() <= (isPlain(said) ? RECAP : SHORT)) {
      return asStory(said);
    }
    boolean isTedious = said.length() >= TEDIOUS;
    Optional<String> brief = isTold ? brief(ways) : Optional.empty();
    return brief
        .or(() -> part(said).or(() -> clause(said)).map(this::asStory))
        .or(() -> isTedious ? shortest(ways) : Optional.empty())
        .orElseGet(() -> asStory(said));
  }

  /** Whether a story tells most of a title, whose long quotes may stay unsaid. */
  private boolean tellsOf(String title, String story) {
    String words = rules.rewritten("title-quote", title);
    return Statements.shared(words, story, PAIRS) >= MOSTLY;
  }

  /** A title as what is told: 箱を開けた話, 箱の開け方の話, 「箱だ！」という話. */
  private String asStory(String said) {
    String title = rules.rewritten("story-off", said);
    Optional<String> deed = rules.finds("story-end", title) ? Optional.of(title) : doneDeed(title);
    if (deed.isPresent()) {
      return deed.get();
    }
    Sentence sentence = Sentence.of(title, morphology);
    boolean told =
        sentence
            .lastWord()
            .filter(it -> (it.is("動詞") || it.base().equals("た")) && it.isPlain())
            .filter(it -> title.endsWith(it.surface()) && !rules.finds("polite-end", title))
            .isPresent();
    if (told && !title.contains("。") && !sentence.hasTopic(title.length())) {
      return title + "話";
    }
    // Nobody tells the story of a story.
    boolean story = rules.finds("story", title);
    boolean thing = sentence.doesNothing() && rules.finds("thing", title);
    return title.contains("。") || !(story || thing)
        ? "「" + title + "」という話"
        : story ? "「" + title + "」" : title + "の話";
  }

  /** Of headlines the verb is written as a noun: 工房、箱を公開 as 工房が箱を公開した話. */
  private Optional<String> doneDeed(String title) {
    String told = rules.rewritten("noun-deed", title.replaceFirst("[！!]+$", ""));
    Sentence sentence = Sentence.of(told, morphology);
    boolean done =
        sentence
                .lastWord()
                .filter(it -> it.is("名詞-サ変接続"))
                .flatMap(it -> sentence.endingAt(it.start()))
                .filter(it -> it.is("助詞"))
                .isPresent()
            && sentence.hasSubject(0, told.length())
            && !sentence.hasTopic(told.length())
            && !rules.finds("unspoken-title", title)
            && !title.contains("？")
            && !rules.finds("may-come", told);
    return Optional.of(told + "。")
        .filter(it -> done)
        .flatMap(stories.styles()::about)
        .filter(it -> rules.finds("happened", it));
  }

  /** What the first sentence tells of, where that is more than the article itself. */
  private Optional<String> topic(List<String> leads) {
    return leads.stream()
        .limit(1)
        .flatMap(it -> rules.matches("topic", it))
        .map(it -> it.group(1).strip())
        .filter(it -> Stories.isBalanced(it) && !rules.finds("own-topic", it))
        .filter(it -> !rules.finds("no-story", it) && !it.endsWith("について"))
        .flatMap(it -> named(it, leads).stream())
        .map(Stories::about)
        .findFirst();
  }

  /** A name alone tells nothing; with what it is, it does. */
  private Optional<String> named(String topic, List<String> leads) {
    return rules.finds("no-topic", topic) || rules.finds("bare-topic", topic)
        ? names
            .defined(topic, leads)
            .map(TitleNames::kind)
            .filter(it -> !it.isEmpty())
            .map(it -> it + "「" + topic + "」")
        : Optional.of(topic);
  }

  /** The first part of a long title that says something alone; a question says nothing. */
  private Optional<String> part(String said) {
    Stream<String> parts = Stream.of(said);
    for (Rules.Rule end : rules.stage("part-end")) {
      parts = parts.flatMap(end.pattern()::splitAsStream);
    }
    return parts
        .map(it -> it.strip().replaceFirst("[！!]+$", ""))
        .filter(it -> it.length() >= 10 && it.length() <= LONG && Stories.isBalanced(it))
        .filter(it -> said.startsWith(it) || Stories.shares(it, said))
        .filter(it -> isPlain(it) && !rules.finds("open-end", it))
        .findFirst();
  }

  /** What stands behind a comma of a long title and says something alone, as much as fits. */
  private Optional<String> clause(String said) {
    return Pattern.compile("、")
        .matcher(said)
        .results()
        .map(it -> said.substring(it.end()).strip().replaceFirst("…\\s.*$", ""))
        .filter(it -> it.length() >= SHORTEST && it.length() <= LONG && Stories.isBalanced(it))
        .filter(it -> ends(said.substring(0, said.lastIndexOf(it)), said.length() >= TEDIOUS))
        .filter(it -> !rules.finds("open-end", it))
        .findFirst();
  }

  /** Whether what stands before may stay unsaid; of a shorter title a condition alone. */
  private boolean ends(String before, boolean isTedious) {
    return rules.finds("clause-end", before) && (isTedious || rules.finds("clause-may", before));
  }

  /** What the article says that it explains; of sentences about others only a name of the title. */
  private Optional<String> matter(String title, List<Statement> statements, List<String> leads) {
    // What it says of itself at its head counts, be it only for some of its readers.
    Stream<String> own =
        statements.stream()
            .limit(HEAD)
            .sorted(Comparator.comparing(it -> it.kind() == Statement.Kind.SILENT))
            .map(it -> plain(it.texts().get(0)))
            .filter(it -> rules.finds("own-matter", it));
    return Stream.concat(leads.stream(), own)
        .flatMap(it -> rules.stage("matter").stream().flatMap(rule -> matter(title, rule, it)))
        .findFirst();
  }

  private Stream<String> matter(String title, Rules.Rule rule, String lead) {
    return rule.matches(lead)
        .limit(1)
        .map(it -> it.group(1).strip())
        .filter(it -> rules.finds("own-matter", lead) || Stories.shares(it, title))
        .filter(it -> Stories.isBalanced(it) && !rules.finds("fragment", it))
        .filter(it -> !rules.finds("no-topic", it))
        .map(it -> it + rule.instead());
  }

  private boolean isTwice(String one, String other) {
    return Stories.sharesRun(one.replaceAll("[、。！]", ""), other.replaceAll("[、。！]", ""), TWICE);
  }
}
