package dev.zundacast.script.article;

import dev.zundacast.script.speech.Rules;
import dev.zundacast.words.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A title to the name in it that its article is about, with what the article says that it is. */
record TitleNames(Rules rules) {
  private static final int LONGEST_NAME = 23;
  private static final int LONGEST_LIST = 32;

  /** What an article is about is said so often. */
  private static final int OFTEN = 2;

  /** Letters that stand together in a title or a sentence. */
  private static final Pattern NOUN = Pattern.compile("[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9]{3,}");

  /** What begins with a capital, or holds a figure, as names do. */
  private static final Pattern PROPER =
      Pattern.compile("(?=.{3," + LONGEST_NAME + "}$)(?:[A-Z]|(?=.*\\d)[a-z0-9]).*");

  private static final Pattern NO_LATIN = Pattern.compile("[^A-Za-z0-9]+");

  /** Latin words beside each other, and such names in a list. */
  private static final Pattern LATIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9.+#-]*(?:[ 、]+[A-Za-z0-9][A-Za-z0-9.+#-]*)*");

  /** A name that the rest of its title explains: Clio: insights into … */
  private static final Pattern MAIN = Pattern.compile("^([A-Z][\\w.+-]*(?: [\\d.]+)?): ");

  /**
   * What stands for a name: with all that it is, with its kind, and the name alone.
   *
   * @param thing its kind and the name, of which brief tells
   */
  record Name(String full, String thing, String bare) {
    String brief() {
      return Stories.about(thing);
    }
  }

  /** A name of a title that its article says, too, with what the article says it is. */
  Optional<Name> of(String title, List<String> leads, List<Statement> statements) {
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
              String thing =
                  (kind.isEmpty() ? defined.map(TitleNames::kind).orElse("") : kind) + quoted;
              String full =
                  defined
                      .map(it -> it + quoted + "の話")
                      .filter(it -> it.length() <= Stories.MOST && Stories.isBalanced(it))
                      .orElse(Stories.about(thing));
              return new Name(full, thing, Stories.about(quoted));
            });
  }

  /** What the article says most of, the longer the better, in Japanese with a word of its title. */
  Optional<String> subject(String title, List<Statement> statements) {
    Set<String> words = NO_LATIN.splitAsStream(title).collect(Collectors.toSet());
    String text = statements.stream().map(Statement::written).collect(Collectors.joining("\n"));
    return statements.stream()
        .limit(Headline.HEAD)
        .flatMap(it -> NOUN.matcher(it.written()).results().map(MatchResult::group))
        .distinct()
        .filter(it -> rules.finds("japanese", it))
        .filter(it -> NO_LATIN.splitAsStream(it).anyMatch(w -> w.length() > 1 && words.contains(w)))
        .filter(it -> times(it, text) >= OFTEN)
        .max(Comparator.comparingInt(it -> it.length() * times(it, text)));
  }

  private static int times(String noun, String text) {
    return (text.length() - text.replace(noun, "").length()) / noun.length();
  }

  /** Whether a text says any noun or quote of a title. */
  static boolean isIn(String title, String text) {
    return Facts.quotes(title).stream().anyMatch(text::contains)
        || NOUN.matcher(title).results().map(MatchResult::group).anyMatch(text::contains);
  }

  /** A name in quotes, or else any that the article says. */
  private Optional<String> named(String title, String text) {
    Stream<String> quotes =
        Facts.quotes(title).stream()
            .filter(it -> it.length() <= LONGEST_NAME && !rules.finds("no-name", it))
            .map(it -> "「" + it + "」")
            .filter(text::contains);
    List<String> words = List.of(title.split("[^A-Za-z0-9.+#-]+"));
    Stream<String> names =
        IntStream.range(0, words.size())
            .mapToObj(less -> words.size() - less)
            .flatMap(length -> runs(words, length))
            .filter(it -> isProper(it) ? text.contains(it) : text.contains("「" + it + "」"))
            .map(it -> withNeighbours(it, text))
            .filter(it -> !it.isEmpty());
    return Stream.concat(quotes, names).min(Comparator.comparing(it -> !isQuoted(it, text)));
  }

  private static Stream<String> runs(List<String> words, int length) {
    return IntStream.rangeClosed(0, words.size() - length)
        .mapToObj(i -> String.join(" ", words.subList(i, i + length)));
  }

  private static boolean isQuoted(String name, String text) {
    return name.startsWith("「") || (name.length() > 3 && text.contains("「" + name + "」"));
  }

  /** The noun beside a name that says what it is: AIモデル「X」, 「X」というAIモデル. */
  private String kindOf(String quoted, String text) {
    String bare = quoted.replaceAll("[「」]", "");
    String before = kind(text.substring(0, Math.max(0, text.indexOf(quoted))));
    String plain = kind(text.substring(0, Math.max(0, text.indexOf(bare))));
    return Stream.of(before, rules.finds("japanese", plain) ? plain : "")
        .filter(it -> it.length() >= 3 && it.length() + quoted.length() <= LONGEST_LIST)
        .findFirst()
        .orElse("");
  }

  /** What a sentence says that a name is. */
  Optional<String> defined(String name, List<String> leads) {
    return leads.stream()
        .flatMap(it -> rules.matches("defines", it))
        .filter(it -> it.group(1).endsWith(name))
        .map(it -> it.group(2))
        .filter(it -> rules.finds("kind", it))
        .findFirst();
  }

  /** The nouns that a text ends with. */
  static String kind(String text) {
    int from = text.length();
    while (from > 0
        && (Statements.isContent(text.charAt(from - 1))
            || "ー・-".indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
    }
    return text.substring(from);
  }

  private boolean isProper(String name) {
    return PROPER.matcher(name).matches() && !rules.finds("common-name", name);
  }

  /** A name with the Latin words beside it, and names that are listed with it; "" if too long. */
  private static String withNeighbours(String name, String text) {
    return LATIN
        .matcher(text)
        .results()
        .map(it -> it.group().strip())
        .filter(it -> it.contains(name))
        .findFirst()
        .map(it -> mayBeName(it, name) ? it : "")
        .orElse(name);
  }

  private static boolean mayBeName(String words, String name) {
    return words.contains("、")
        ? words.length() <= LONGEST_LIST
        : words.length() <= LONGEST_NAME && (words.startsWith(name) || words.endsWith(name));
  }
}
