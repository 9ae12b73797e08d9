package dev.zundacast.script.article;

import dev.zundacast.script.speech.Replacements;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Titles to what is said for them, at an article's head and in the recap. Safe for many threads. */
public final class Headline {
  /** A longer title is heard in its first part. */
  private static final int LONG = 44;

  /** A recap item is heard in one breath. */
  private static final int RECAP = 40;

  /** So many characters alike are heard as said twice. */
  private static final int TWICE = 22;

  /** What stands further behind is no lead. */
  private static final int LEAD = 3;

  private static final int LONGEST_NAME = 30;

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
  public record Heading(String title, Optional<String> instead, Optional<String> recap) {}

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
              .or(() -> named(said, leads).map(it -> "「" + it + "」についての話"));
      return new Heading(said, instead, news.filter(it -> it.length() <= RECAP).or(() -> instead));
    }
    String heard = leads.isEmpty() || !isTwice(said, leads.get(0)) ? said : shorter(said, leads.get(0));
    return new Heading(heard, Optional.empty(), recap(said, news));
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

  private Optional<String> recap(String said, Optional<String> news) {
    if (rules.finds("story-end", said) && said.length() <= RECAP) {
      return Optional.of(said);
    }
    return news.filter(it -> it.length() <= RECAP);
  }

  /** A title whose words come again at once, by the part of it that does not. */
  private String shorter(String said, String next) {
    return Stream.of(said.split("[、。！？!?：:|｜〜～―—]\\s*"))
        .map(String::strip)
        .filter(it -> it.length() >= 8 && isBalanced(it) && !isTwice(it, next))
        .filter(it -> !rules.finds("open-end", it))
        .findFirst()
        .orElse(said);
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
    List<String> short1 = ways.stream().map(it -> rules.rewritten("named-object", it, new ArrayList<>())).toList();
    return Stream.concat(short1.stream(), ways.stream()).map(String::strip).toList();
  }

  private static String topical(String clause, int marker) {
    return clause.substring(0, marker) + "が" + clause.substring(marker + 1);
  }

  /** The longest name of a foreign title that its article says, too; else its part before a colon. */
  private static Optional<String> named(String title, List<String> leads) {
    String text = String.join("", leads);
    String[] words = title.split("[\\s:,?!()]+");
    for (int length = words.length; length > 0; length--) {
      for (int i = 0; i + length <= words.length; i++) {
        String name = String.join(" ", Arrays.copyOfRange(words, i, i + length));
        boolean proper = Character.isUpperCase(name.charAt(0)) || name.chars().anyMatch(Character::isDigit);
        if (proper && name.length() > 2 && name.length() <= LONGEST_NAME && text.contains(name)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
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
