package dev.zundacast.script.article;

import dev.zundacast.script.speech.Replacements;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Titles to what is said for them, at an article's head and in the recap. Safe for many threads.
 */
public final class Headline {
  /** A longer title is heard in its first part. */
  private static final int LONG = 44;

  /** A recap item is heard in one breath. */
  private static final int RECAP = 40;

  /** So many characters alike are heard as said twice. */
  private static final int TWICE = 22;

  /** What stands further behind is no lead. */
  private static final int LEAD = 3;

  private static final int LONGEST_NAME = 22;

  private static final int LONGEST_RUN = 23;
  private static final int LONGEST_LIST = 32;
  private static final int A_FEW = 16;

  /** Latin words beside each other, and such names in a list. */
  private static final Pattern LATIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9.+#-]*(?:[ 、]+[A-Za-z0-9][A-Za-z0-9.+#-]*)*");

  private final Rules rules;
  private final Morphology morphology;
  private final SpeechStyles styles;
  private final Replacements tails;

  public Headline(List<Path> folders, Rules rules, Morphology morphology, SpeechStyles styles) {
    this.rules = rules;
    this.morphology = morphology;
    this.styles = styles;
    this.tails = Replacements.load(folders, "titles.tsv");
  }

  /**
   * What is said for a title.
   *
   * @param title the title as it is read
   * @param instead what is said in its place where it is foreign
   * @param recap the same, short; empty where the title is
   */
  public record Heading(String title, Optional<String> instead, Optional<String> recap) {
    /** Whether all that a statement names stands in the title. */
    public boolean tells(Statement statement) {
      String text = statement.written();
      int all = 0;
      int found = 0;
      for (int i = 0; i + 1 < text.length(); i++) {
        if (Statements.isContent(text.charAt(i)) && Statements.isContent(text.charAt(i + 1))) {
          all++;
          found += title.contains(text.substring(i, i + 2)) ? 1 : 0;
        }
      }
      return instead.isEmpty() && all > 2 && found == all;
    }
  }

  /** What is said for the title of an article whose text begins with these statements. */
  public Heading of(String title, List<Statement> statements) {
    List<String> leads =
        statements.stream()
            .filter(it -> it.kind() == Statement.Kind.SENTENCE)
            .limit(LEAD)
            .flatMap(it -> it.texts().stream())
            .toList();
    String said = said(title);
    boolean foreign = !rules.finds("japanese", title);
    Optional<String> news = leads.stream().flatMap(it -> story(it, title).stream()).findFirst();
    if (foreign) {
      Optional<String> instead =
          news.filter(it -> leads.isEmpty() || !isTwice(it, leads.get(0)))
              .or(() -> matter(title, leads))
              .or(() -> named(said, leads).map(Headline::about));
      Optional<String> recap = news.filter(it -> it.length() <= RECAP).or(() -> instead);
      return new Heading(said, instead, recap.or(() -> topic(leads)));
    }
    if (leads.isEmpty() || !isTwice(said, leads.get(0))) {
      return new Heading(said, Optional.empty(), recap(said, news, leads));
    }
    Optional<String> part = shorter(said, leads.get(0));
    Optional<String> other =
        news.filter(it -> !isTwice(it, leads.get(0)))
            .or(() -> named(said, leads).map(Headline::about));
    return new Heading(
        part.orElse(said), part.isPresent() ? Optional.empty() : other, recap(said, news, leads));
  }

  /** The title without names of sites; a long one without what stands behind its story. */
  private String said(String title) {
    String said = tails.apply(title, new ArrayList<>()).orElse(title).strip();
    String bare = said.isEmpty() ? title : said;
    for (Rules.Rule rule : rules.stage("title")) {
      String next = rule.pattern().matcher(bare).replaceFirst(rule.instead()).strip();
      bare = bare.length() > LONG && isBalanced(next) ? next : bare;
    }
    return bare;
  }

  private Optional<String> recap(String said, Optional<String> news, List<String> leads) {
    if (rules.finds("story-end", said) && said.length() <= RECAP) {
      return Optional.of(said);
    }
    Optional<String> brief = news.filter(it -> it.length() <= RECAP);
    return brief.isPresent() || said.length() <= RECAP
        ? brief
        : part(said).map(it -> "「" + it + "」").or(() -> shortened(said, leads));
  }

  /** A title that nobody would hear twice by its name. */
  private Optional<String> shortened(String said, List<String> leads) {
    return said.length() < LONG + A_FEW
        ? Optional.empty()
        : named(said, leads).map(Headline::about);
  }

  /** What the first sentences tell of, where that is more than the article itself. */
  private Optional<String> topic(List<String> leads) {
    return leads.stream()
        .flatMap(text -> rules.stage("topic").stream().map(it -> it.pattern().matcher(text)))
        .filter(Matcher::find)
        .map(it -> it.group(1).strip())
        .filter(it -> isBalanced(it) && !rules.finds("own-topic", it))
        .map(Headline::about)
        .findFirst();
  }

  /** The last part of a long title that says something alone. */
  private Optional<String> part(String said) {
    return Stream.of(said.split("[。|｜―—]\\s*|(?<=[」』])\\s+"))
        .map(String::strip)
        .filter(it -> it.length() >= 10 && it.length() <= RECAP && isBalanced(it))
        .filter(it -> !rules.finds("open-end", it))
        .findFirst();
  }

  /** A title whose words come again at once, by the part of it that does not. */
  private Optional<String> shorter(String said, String next) {
    return Stream.of(said.split("[、。！？!?：:|｜〜～―—]\\s*"))
        .map(String::strip)
        .filter(it -> it.length() >= 8 && isBalanced(it) && !isTwice(it, next))
        .filter(it -> !rules.finds("open-end", it))
        .max(Comparator.comparingInt(String::length));
  }

  /** What the article says that it explains, where that holds a name of the title. */
  private Optional<String> matter(String title, List<String> leads) {
    return leads.stream()
        .flatMap(text -> rules.stage("matter").stream().map(it -> it.pattern().matcher(text)))
        .filter(Matcher::find)
        .map(it -> it.group(1).strip() + "についての話")
        .filter(it -> shares(it, title) && isBalanced(it) && !isTwice(it, leads.get(0)))
        .findFirst();
  }

  private static String about(String name) {
    return name + "についての話";
  }

  /** What a sentence tells as a noun: 「XがYを公開した話」; empty where it tells no news of the title. */
  private Optional<String> story(String text, String title) {
    if (!rules.finds("news-end", text) || rules.finds("leans", text)) {
      return Optional.empty();
    }
    Sentence sentence = new Sentence(text, morphology);
    return clauses(sentence).stream()
        .filter(it -> it.length() <= LONG)
        .map(it -> styles.about(it, "about"))
        .filter(Styled::fits)
        .map(it -> it.text().replaceFirst("。$", ""))
        .filter(it -> isNews(it, title))
        .findFirst();
  }

  private boolean isNews(String story, String title) {
    return rules.finds("news-story", story)
        && !rules.finds("no-story", story)
        && isBalanced(story)
        && shares(story, title);
  }

  /** Whether a story holds a name of the title, or of its words two in a row. */
  private static boolean shares(String story, String title) {
    Set<String> names = Sentence.names(title);
    names.removeIf(it -> it.length() < 3);
    String lower = story.toLowerCase(Locale.ROOT);
    boolean name = names.stream().anyMatch(it -> lower.contains(it.toLowerCase(Locale.ROOT)));
    return name || (names.isEmpty() && alike(story, title) >= 4);
  }

  /** The sentence's shorter ways to say its news, the shortest first. */
  private List<String> clauses(Sentence sentence) {
    String text = sentence.text();
    List<String> ways = new ArrayList<>();
    List<Integer> commas = sentence.commas();
    int last = commas.isEmpty() ? 0 : commas.get(commas.size() - 1) + 1;
    for (int i = sentence.words().size() - 1; i > 0; i--) {
      if (!sentence.isSubjectMarker(i)) {
        continue;
      }
      int at = sentence.words().get(i).start();
      if (at > last) {
        ways.add(topical(text.substring(last), at - last));
      } else {
        int from = commas.stream().map(it -> it + 1).filter(it -> it <= at).reduce(0, (a, b) -> b);
        ways.add(text.substring(from, at) + "が" + text.substring(last));
      }
    }
    List<String> short1 =
        ways.stream().map(it -> rules.rewritten("named-object", it, new ArrayList<>())).toList();
    return Stream.concat(short1.stream(), ways.stream()).map(String::strip).toList();
  }

  private static String topical(String clause, int marker) {
    return clause.substring(0, marker) + "が" + clause.substring(marker + 1);
  }

  /** The longest name of a title that its article says, too, as the article says it. */
  private Optional<String> named(String title, List<String> leads) {
    String text = String.join("", leads);
    for (String quote : Sentence.quotes(title)) {
      if (quote.length() <= LONGEST_NAME && text.contains("「" + quote + "」")) {
        return Optional.of(classed("「" + quote + "」", text));
      }
    }
    String[] words = title.split("[^A-Za-z0-9.+#-]+");
    for (int length = words.length; length > 0; length--) {
      for (int i = 0; i + length <= words.length; i++) {
        String name = String.join(" ", Arrays.copyOfRange(words, i, i + length));
        if (isProper(name) && text.contains(name)) {
          String whole = whole(name, text);
          if (!whole.isEmpty()) {
            return Optional.of(classed(whole, text));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isProper(String name) {
    boolean proper =
        !name.isEmpty()
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
        return found.length() <= (found.contains("、") ? LONGEST_LIST : LONGEST_RUN) ? found : "";
      }
    }
    return name;
  }

  /** A name with the noun before it that says what it is: AIエージェント「X」. */
  private static String classed(String name, String text) {
    String quoted = name.startsWith("「") || name.contains("、") ? name : "「" + name + "」";
    int at = text.indexOf(quoted);
    int from = Math.max(at, 0);
    while (from > 0 && isNoun(text.charAt(from - 1))) {
      from--;
    }
    boolean known = at > 0 && at - from >= 3 && at - from <= RECAP - quoted.length() - 8;
    return known ? text.substring(from, at) + quoted : quoted;
  }

  private static boolean isNoun(char c) {
    return Statements.isContent(c) || c == 'ー' || c == '・';
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
      open += "「『（(".indexOf(mark) >= 0 ? 1 : "」』）)".indexOf(mark) >= 0 ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
