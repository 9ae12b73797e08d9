package dev.zundacast.script.article;

import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.words.Facts;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** What tells who did what is worth a longer one. */
  private static final int TOLD = 48;

  /** A story that names who did what is heard a little longer. */
  private static final int STORY = 60;

  /** Nothing is told in one breath that is longer. */
  private static final int MOST = 64;

  /** Where less of a Japanese title's words is in a headline, the title tells something else. */
  private static final double MOSTLY = 0.34;

  /** A first sentence that is heard as the headline, and not again, may be as long as a line. */
  private static final int LINE = 100;

  /** So many characters alike are heard as said twice. */
  private static final int TWICE = 22;

  /** What stands further behind is no lead. */
  private static final int LEAD = 3;

  private static final int LONGEST_NAME = 22;

  private static final int LONGEST_RUN = 23;
  private static final int LONGEST_LIST = 32;
  private static final int A_FEW = 16;

  /** A shorter part of a title says nothing alone. */
  private static final int SHORTEST = 12;

  /** Fewer pairs of signs are too few to know a sentence by. */
  private static final int PAIRS = 3;

  /** What stands between the words that a sentence is known by. */
  private static final String NO_WORD = "[\\P{L}\\p{IsHiragana}&&[^0-9ー]]+";

  /** Latin words beside each other, and such names in a list. */
  private static final Pattern LATIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9.+#-]*(?:[ 、]+[A-Za-z0-9][A-Za-z0-9.+#-]*)*");

  /** A name that the rest of its title explains: Clio: insights into … */
  private static final Pattern MAIN = Pattern.compile("^([A-Z][\\w.+-]*(?: [\\d.]+)?): ");

  /** A name that what is told of it ends with. */
  private static final Pattern NAMED = Pattern.compile("「([^「」]*)」の話$");

  /** What goes from a title before it is said. */
  private static final String TAILS = "titles.tsv";

  private final Rules rules;
  private final Morphology morphology;
  private final SpeechStyles styles;
  private final Rules tails;

  public Headline(List<Path> folders, Rules rules, Morphology morphology, SpeechStyles styles) {
    this.rules = rules;
    this.morphology = morphology;
    this.styles = styles;
    this.tails = Rules.table(folders, TAILS);
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
    String told = rules.rewritten("frame", statement.written(), none());
    return Statements.shared(told, headline, PAIRS) > 0
        && headline.length() + A_FEW >= told.length()
        && Stream.of(told.split(NO_WORD)).allMatch(headline::contains);
  }

  /** What stands for a name: with all that it is, with its kind, and the name alone. */
  private record Names(String full, String brief, String bare) {}

  /** What is said for the title of an article whose text begins with these statements. */
  public Heading of(String title, List<Statement> statements) {
    List<Statement> first =
        statements.stream().filter(it -> it.kind() == Statement.Kind.SENTENCE).limit(LEAD).toList();
    List<String> leads =
        first.stream()
            .flatMap(it -> it.texts().stream())
            .map(it -> rules.rewritten("gloss-off", it, none()))
            .map(it -> rules.rewritten("told-news", it, none()))
            .map(it -> rules.rewritten("announced", it, none()))
            .toList();
    String next = leads.isEmpty() ? "" : leads.get(0);
    String said = said(title);
    Optional<Names> names = names(said, leads, statements);
    // Where nothing is said but the first sentence, the headline must leave it something.
    List<String> whole = first.size() > 1 ? whole(first.get(0), title) : List.of();
    List<String> ways = Stream.concat(whole.stream(), ways(title, leads, names)).toList();
    Predicate<String> tells =
        it -> first.size() > 1 && (whole.contains(it) || covers(it, first.get(0)));
    Predicate<String> fresh = it -> !isTwice(it, next) || tells.test(it);
    List<String> told =
        fresh.test(said) || names.isPresent() ? ways.stream().filter(fresh).toList() : ways;
    Heading heading =
        rules.finds("japanese", title)
            ? japanese(said, ways, turns(first) ? List.of() : whole, names, fresh)
            : foreign(title, told, brief(ways), names);
    String headline = heading.instead().orElse(heading.title());
    Optional<Statement> lead = tells.test(headline) ? Optional.of(first.get(0)) : Optional.empty();
    return new Heading(heading.title(), heading.instead(), heading.recap(), lead);
  }

  /** Whether what follows turns against the first sentence, which then is not yet the news. */
  private boolean turns(List<Statement> first) {
    return first.size() > 1 && rules.finds("turns", first.get(1).texts().get(0));
  }

  /** A sentence as a headline with all that it tells; none where it tells no news of the title. */
  private List<String> whole(Statement first, String title) {
    if (first.texts().size() > 1 || !shares(first.texts().get(0), title)) {
      return List.of();
    }
    String text = rules.rewritten("told-news", first.texts().get(0), none());
    return Stream.of(happened(text), retold(text, title))
        .flatMap(Optional::stream)
        .filter(it -> it.length() <= LINE && isBalanced(it) && !rules.finds("no-story", it))
        .filter(it -> !it.contains("は、"))
        .toList();
  }

  /** 工房は、町で箱を公開しました。 as 工房が、町で箱を公開した話. */
  private Optional<String> happened(String text) {
    Sentence sentence = new Sentence(text, morphology);
    List<Integer> subjects = subjects(sentence);
    boolean one = subjects.stream().skip(1).allMatch(sentence::isSubjectOfDescribing);
    if (subjects.isEmpty() || !one || rules.finds("leans", text) || !isDoer(sentence)) {
      return Optional.empty();
    }
    int marker = sentence.words().get(subjects.get(0)).start();
    return Optional.of(styles.about(topical(text, marker)))
        .filter(Styled::fits)
        .map(it -> it.text().replaceFirst("。$", ""))
        .filter(it -> rules.finds("happened", it));
  }

  private static List<Integer> subjects(Sentence sentence) {
    return IntStream.range(0, sentence.words().size())
        .filter(sentence::isSubjectMarker)
        .boxed()
        .toList();
  }

  /** Whether が fits behind what は stands behind: 箱は町で公開しました is told of no doer. */
  private boolean isDoer(Sentence sentence) {
    if (rules.finds("no-doer", sentence.text())) {
      return false;
    }
    return subjects(sentence).stream()
        .limit(1)
        .map(it -> sentence.words().get(it))
        .allMatch(
            it ->
                !it.surface().equals("は")
                    || rules.finds("done-to", sentence.text())
                    || sentence.hasObject(it.start()));
  }

  /** 「白い箱」は、鍵で開く道具です。 as 鍵で開く道具「白い箱」の話. */
  private Optional<String> retold(String text, String title) {
    String told = rules.rewritten("retold", text, none());
    Matcher named = NAMED.matcher(told);
    boolean isOther =
        named.find() && !(title.contains(named.group(1)) && rules.finds("kind", text));
    return Optional.of(told).filter(it -> !it.equals(text) && !isOther);
  }

  /** Nobody asks which rows it was. */
  private static List<String> none() {
    return new ArrayList<>();
  }

  /**
   * What says more of an article than a name does: its news, its matter, what a name stands for.
   */
  private Stream<String> ways(String title, List<String> leads, Optional<Names> names) {
    List<String> ways = new ArrayList<>();
    leads.forEach(it -> ways.addAll(stories(it, title, "news")));
    matter(title, leads)
        .ifPresent(it -> ways.addAll(List.of(it, rules.rewritten("brief-matter", it, none()))));
    leads.stream().limit(1).forEach(it -> ways.addAll(stories(it, title, "deed")));
    names
        .filter(it -> !it.full().equals(it.bare()))
        .ifPresent(it -> ways.addAll(List.of(it.full(), it.brief())));
    names.ifPresent(it -> ways.remove(it.bare()));
    topic(leads).ifPresent(ways::add);
    return ways.stream().distinct().filter(it -> it.length() <= MOST && !it.contains("  "));
  }

  /** A title that listeners may not understand is told by what the first sentences say. */
  private Heading foreign(
      String title, List<String> ways, Optional<String> recap, Optional<Names> names) {
    Optional<String> bare = names.map(Names::bare);
    // A bare name says too little, so any way of telling it is taken.
    boolean poor = bare.isPresent() || title.length() > TEDIOUS;
    Optional<String> any = poor ? ways.stream().findFirst() : Optional.empty();
    Optional<String> instead =
        ways.stream().filter(it -> shares(it, title)).findFirst().or(() -> any).or(() -> bare);
    return new Heading(said(title), instead, recap.or(() -> bare), Optional.empty());
  }

  /** A title that is long, or that the next line says again, is told by what the text says. */
  private Heading japanese(
      String said,
      List<String> ways,
      List<String> whole,
      Optional<Names> names,
      Predicate<String> fresh) {
    Optional<String> told =
        fresh.test(said)
            ? whole.stream()
                .filter(it -> said.length() > LONG || !isPlain(said))
                .filter(it -> Statements.shared(said, it, PAIRS) >= MOSTLY)
                .findFirst()
            : ways.stream().filter(fresh).findFirst().or(() -> names.map(Names::bare));
    return new Heading(said, told, Optional.of(recap(said, ways, whole)), Optional.empty());
  }

  /** Whether a title can be heard as it is written. */
  private boolean isPlain(String said) {
    return !rules.finds("unspoken-title", said);
  }

  /** The first that is short, or else the shortest. */
  private static Optional<String> brief(List<String> ways) {
    return ways.stream()
        .filter(it -> it.length() <= TOLD)
        .findFirst()
        .or(() -> ways.stream().min(Comparator.comparingInt(String::length)));
  }

  /** The title without names of sites; a long one without what stands behind its story. */
  private String said(String title) {
    String said = tails.rewritten(TAILS, title, none()).strip();
    String bare = said.isEmpty() ? title : said;
    for (Rules.Rule rule : rules.stage("title")) {
      String next = rule.pattern().matcher(bare).replaceFirst(rule.instead()).strip();
      bare = bare.length() > LONG && isBalanced(next) ? next : bare;
    }
    return unquoted(bare);
  }

  /** A text that is all one quote without its marks: who says it puts it into others. */
  private static String unquoted(String text) {
    return text.replaceFirst("^「([^「」]*)」$", "$1");
  }

  private String recap(String said, List<String> ways, List<String> whole) {
    boolean isLong = said.length() >= LONG + A_FEW;
    if (said.length() <= RECAP && isPlain(said)) {
      return asStory(said);
    }
    Optional<String> part = part(said).or(() -> isLong ? clause(said) : Optional.empty());
    return brief(ways.stream().filter(it -> isOf(it, said)).toList())
        .or(() -> isPlain(said) ? Optional.empty() : brief(telling(said, ways, whole)))
        .or(() -> part.map(it -> asStory(unquoted(it))))
        .or(() -> isLong ? brief(ways) : Optional.empty())
        .orElseGet(() -> asStory(said));
  }

  /** What tells who did what, or all of the first sentence, in one breath. */
  private List<String> telling(String said, List<String> ways, List<String> whole) {
    return ways.stream()
        .filter(it -> it.length() <= STORY && (whole.contains(it) || rules.finds("happened", it)))
        .filter(it -> Statements.shared(said, it, PAIRS) >= MOSTLY)
        .toList();
  }

  /** A title as what is told: 箱を開けた話, 箱の開け方の話, 「箱だ！」という話. */
  private String asStory(String title) {
    if (rules.finds("story-end", title)) {
      return title;
    }
    Sentence sentence = new Sentence(title, morphology);
    Optional<Morpheme> last = sentence.lastWord();
    boolean whole = title.endsWith(last.map(Morpheme::surface).orElse(" "));
    boolean told =
        last.filter(it -> it.is("動詞") || it.base().equals("た"))
            .filter(it -> it.inflectionForm().equals("基本形") && !rules.finds("polite-end", title))
            .isPresent();
    boolean thing =
        last.filter(it -> it.is("名詞")).isPresent()
            && sentence.doesNothing()
            && rules.finds("thing", title);
    if (whole && told && !sentence.hasTopic(0, title.length())) {
      return title + "話";
    }
    // Nobody tells the story of a story.
    boolean story = rules.finds("story", title);
    return story ? "「" + title + "」" : thing ? title + "の話" : "「" + title + "」という話";
  }

  /** Whether a story tells what its title tells: who did it begins both, 公開 of 公開した話 is in it. */
  private boolean isOf(String story, String title) {
    return title.startsWith(story.substring(0, Math.min(2, story.length())))
        && title.contains(kind(rules.rewritten("story-deed", story, none())));
  }

  /** What the first sentence tells of, where that is more than the article itself. */
  private Optional<String> topic(List<String> leads) {
    return leads.stream()
        .limit(1)
        .flatMap(it -> rules.stage("topic").stream().flatMap(r -> r.search().first(it).stream()))
        .map(it -> it.group(1).strip())
        .filter(it -> isBalanced(it) && !rules.finds("own-topic", it))
        .filter(it -> !rules.finds("no-story", it) && !it.endsWith("について"))
        .flatMap(it -> isBare(it) ? kinds(it, leads) : Stream.of(it))
        .map(Headline::about)
        .findFirst();
  }

  private boolean isBare(String topic) {
    return rules.finds("no-topic", topic) || rules.finds("bare-topic", topic);
  }

  /** A name alone tells nothing; with what it is, it does. */
  private Stream<String> kinds(String name, List<String> leads) {
    return defined(name, leads)
        .map(it -> kind(it) + "「" + name + "」")
        .filter(it -> !it.startsWith("「"))
        .stream();
  }

  /** The last part of a long title that says something alone. */
  private Optional<String> part(String said) {
    return Stream.of(said.split("[。|｜―—]\\s*|(?<=[」』])\\s+"))
        .map(String::strip)
        .filter(it -> it.length() >= 10 && it.length() <= RECAP && isBalanced(it))
        .filter(it -> !rules.finds("open-end", it))
        .findFirst();
  }

  /** What stands behind a comma of a long title and says something alone, as much as fits. */
  private Optional<String> clause(String said) {
    return Pattern.compile("、")
        .matcher(said)
        .results()
        .map(it -> said.substring(it.end()).strip().replaceFirst("…\\s.*$", ""))
        .filter(it -> it.length() >= SHORTEST && it.length() <= LONG && isBalanced(it))
        .filter(it -> rules.finds("clause-end", said.substring(0, said.lastIndexOf(it))))
        .filter(it -> !rules.finds("open-end", it))
        .findFirst();
  }

  /** What the article says that it explains; of sentences about others only a name of the title. */
  private Optional<String> matter(String title, List<String> leads) {
    for (String lead : leads) {
      boolean own = rules.finds("own-matter", lead);
      for (Rules.Rule rule : rules.stage("matter")) {
        Optional<String> found =
            rule.search()
                .first(lead)
                .map(it -> it.group(1).strip())
                .filter(it -> (own || shares(it, title)) && isBalanced(it))
                .filter(it -> !rules.finds("no-topic", it) && !rules.finds("fragment", it))
                .map(it -> it + rule.instead());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String about(String name) {
    return name + "についての話";
  }

  /** What a sentence tells as a noun: 「XがYを公開した話」; none where it tells no news of the title. */
  private List<String> stories(String text, String title, String kind) {
    if (!rules.finds(kind + "-end", text) || rules.finds("leans", text)) {
      return List.of();
    }
    Sentence sentence = new Sentence(text, morphology);
    return (isDoer(sentence) ? clauses(sentence) : List.<String>of())
        .stream()
            .filter(it -> it.length() <= 2 * LONG)
            .map(it -> styles.about(it))
            .filter(Styled::fits)
            .map(it -> it.text().replaceFirst("。$", ""))
            .filter(it -> it.length() <= STORY && rules.finds(kind + "-story", it))
            .filter(it -> !rules.finds("no-story", it) && isBalanced(it))
            .filter(it -> kind.equals("deed") || shares(it, title))
            .toList();
  }

  /** Whether a story holds a name of the title, or of its words two in a row. */
  private static boolean shares(String story, String title) {
    Set<String> names = Facts.names(title);
    names.removeIf(it -> it.length() < 3);
    String lower = story.toLowerCase(Locale.ROOT);
    boolean name = names.stream().anyMatch(it -> lower.contains(it.toLowerCase(Locale.ROOT)));
    return name || (names.isEmpty() && alike(story, title) >= 4);
  }

  /** The sentence's ways to say its news, the fullest of each clause first. */
  private List<String> clauses(Sentence sentence) {
    String text = sentence.text();
    List<Integer> commas = sentence.commas();
    int last = commas.isEmpty() ? 0 : commas.get(commas.size() - 1) + 1;
    for (int i = sentence.words().size() - 1; i > 0; i--) {
      int at = sentence.words().get(i).start();
      // Before が may stand who does something in what describes the object.
      boolean main = rules.finds("main-subject", text.substring(at));
      if (!sentence.isSubjectMarker(i) || (!main && sentence.hasSubject(0, at))) {
        continue;
      }
      if (at > last) {
        int from = sentence.joinsAt(last - 1) ? before(last - 1, commas) : last;
        String clause = topical(text.substring(from).strip(), at - from);
        return main ? shorter(clause) : List.of(clause);
      } else if (main) {
        int from = before(at, commas);
        return shorter((text.substring(from, at) + "が" + text.substring(last)).strip());
      }
    }
    return List.of();
  }

  /** Where the clause begins that a place stands in. */
  private static int before(int place, List<Integer> commas) {
    return commas.stream().filter(it -> it < place).map(it -> it + 1).reduce(0, (a, b) -> b);
  }

  /** A clause, and what is left of it where it names who does it, and to what. */
  private List<String> shorter(String clause) {
    List<String> ways = new ArrayList<>(List.of(clause));
    for (String stage :
        List.of("named-subject", "named-object", "named-alone", "head-subject", "head-object")) {
      ways.add(rules.rewritten(stage, ways.get(ways.size() - 1), none()));
    }
    return ways.stream()
        .distinct()
        .filter(it -> it.length() <= MOST && !it.contains("  "))
        .toList();
  }

  private static String topical(String clause, int marker) {
    return clause.substring(0, marker) + "が" + clause.substring(marker + 1);
  }

  /** A name of a title that its article says, too, with what the article says it is. */
  private Optional<Names> names(String title, List<String> leads, List<Statement> statements) {
    Matcher main = MAIN.matcher(title);
    boolean led = main.find();
    String text =
        led
            ? statements.stream().map(Statement::written).collect(Collectors.joining())
            : String.join("", leads);
    // Where one name stands before a colon, no other one is what the article is about.
    return named(led ? main.group(1) : title, text)
        .map(
            name -> {
              boolean whole = name.startsWith("「") || name.contains("、");
              String quoted = whole ? name : "「" + name + "」";
              Optional<String> defined = defined(name.replaceAll("[「」]", ""), leads);
              String kind = kindOf(quoted, text);
              String brief =
                  about(
                      kind.isEmpty()
                          ? defined.map(Headline::kind).orElse("") + quoted
                          : kind + quoted);
              String full =
                  defined
                      .map(it -> it + quoted + "の話")
                      .filter(it -> it.length() <= LONG && isBalanced(it))
                      .orElse(brief);
              return new Names(full, brief, about(quoted));
            });
  }

  /** A name in quotes, or else one that something is told of, or else any that the article says. */
  private Optional<String> named(String title, String text) {
    List<String> names = new ArrayList<>();
    for (String quote : Facts.quotes(title)) {
      if (quote.length() <= LONGEST_NAME
          && text.contains("「" + quote + "」")
          && !rules.finds("no-name", quote)) {
        names.add("「" + quote + "」");
      }
    }
    String[] words = title.split("[^A-Za-z0-9.+#-]+");
    for (int length = words.length; length > 0; length--) {
      for (int i = 0; i + length <= words.length; i++) {
        String name = String.join(" ", Arrays.copyOfRange(words, i, i + length));
        if ((isProper(name) || text.contains("「" + name + "」")) && text.contains(name)) {
          names.add(whole(name, text));
        }
      }
    }
    names.removeIf(String::isEmpty);
    return names.stream()
        .filter(it -> it.startsWith("「") || (it.length() > 3 && text.contains("「" + it + "」")))
        .findFirst()
        .or(
            () ->
                names.stream().filter(it -> rules.finds("told-name", behind(it, text))).findFirst())
        .or(() -> names.stream().findFirst());
  }

  private static String behind(String name, String text) {
    return text.substring(Math.min(text.length(), text.indexOf(name) + name.length()));
  }

  /** The noun beside a name that says what it is: AIモデル「X」, 「X」というAIモデル. */
  private String kindOf(String quoted, String text) {
    String bare = quoted.replaceAll("[「」]", "");
    String before = kind(text.substring(0, Math.max(0, text.indexOf(quoted))));
    String plain = kind(text.substring(0, Math.max(0, text.indexOf(bare))));
    return Stream.of(before, rules.finds("japanese-end", plain) ? plain : "")
        .filter(it -> it.length() >= 3 && it.length() + quoted.length() <= RECAP - 8)
        .findFirst()
        .orElse("");
  }

  /** What a sentence says that a name is. */
  private Optional<String> defined(String name, List<String> leads) {
    return leads.stream()
        .flatMap(it -> rules.stage("defines").stream().flatMap(r -> r.search().first(it).stream()))
        .filter(it -> it.group(1).endsWith(name))
        .map(it -> it.group(2))
        .filter(it -> rules.finds("kind", it))
        .findFirst();
  }

  /** The nouns that a text ends with. */
  private static String kind(String text) {
    int from = text.length();
    while (from > 0 && isNoun(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from);
  }

  private boolean isProper(String name) {
    boolean proper =
        !name.isEmpty()
            && Character.isLetterOrDigit(name.charAt(0))
            && (Character.isUpperCase(name.charAt(0)) || name.chars().anyMatch(Character::isDigit));
    return proper
        && name.length() > 2
        && name.length() <= LONGEST_NAME
        && !rules.finds("common-name", name);
  }

  /** A name with the Latin words beside it, and names that are listed with it; "" if too long. */
  private static String whole(String name, String text) {
    Matcher run = LATIN.matcher(text);
    while (run.find()) {
      String found = run.group().strip();
      if (found.contains(name)) {
        boolean list = found.contains("、");
        boolean part = !list && !found.startsWith(name) && !found.endsWith(name);
        return !part && found.length() <= (list ? LONGEST_LIST : LONGEST_RUN) ? found : "";
      }
    }
    return name;
  }

  private static boolean isNoun(char c) {
    return Statements.isContent(c) || "ー・-".indexOf(c) >= 0;
  }

  /** Whether one is heard again in the other. */
  private static boolean isTwice(String one, String other) {
    return alike(one.replaceAll("[、。！]", ""), other.replaceAll("[、。！]", "")) >= TWICE;
  }

  /** The length of the longest part that both have. */
  private static int alike(String one, String other) {
    int longest = 0;
    int[] row = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      for (int j = other.length(); j > 0; j--) {
        row[j] = one.charAt(i) == other.charAt(j - 1) ? row[j - 1] + 1 : 0;
        longest = Math.max(longest, row[j]);
      }
    }
    return longest;
  }

  private static boolean isBalanced(String part) {
    int open = 0;
    for (int i = 0; i < part.length(); i++) {
      char mark = part.charAt(i);
      open += "「『（([".indexOf(mark) >= 0 ? 1 : "」』）)]".indexOf(mark) >= 0 ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
