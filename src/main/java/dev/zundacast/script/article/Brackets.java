package dev.zundacast.script.article;

import dev.zundacast.script.speech.Rules;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out what stands in brackets, which nobody can hear, but for the first gloss of an
 * abbreviation. Lives for one article.
 */
final class Brackets {
  private static final String OPENERS = "（(";
  private static final String QUOTED = "」";

  private static final String INNERMOST = "[（(][^（()）]*+[)）]";
  private static final String INNER = "[（(](?:[^（()）]++|" + INNERMOST + ")*+[)）]";

  /** A note, with those in it; f() is a part of a word. */
  private static final Pattern NOTE =
      Pattern.compile("(?!(?<=[A-Za-z0-9])\\([)）])[（(]((?:[^（()）]++|" + INNER + ")*+)[)）]");

  private static final Pattern LATIN = Pattern.compile("^ ?[A-Za-z0-9]");

  private final Rules rules;
  private final String article;
  private final Set<String> glossed = new HashSet<>();

  /**
   * @param article the text that its abbreviations may stand in again
   */
  Brackets(Rules rules, String article) {
    this.rules = rules;
    this.article = article;
  }

  /** How many characters of what is said tell what stands in brackets in the text. */
  static int glosses(Rules rules, String written, String said) {
    return NOTE.matcher(written)
        .results()
        .map(it -> rules.rewritten("glossed", it.group(1)))
        .filter(said::contains)
        .mapToInt(String::length)
        .sum();
  }

  /** The text without its brackets, but for what they say for the ear; nothing else changes. */
  String spoken(String written) {
    String text = rules.rewritten("restated", written);
    StringBuilder said = new StringBuilder();
    Matcher note = NOTE.matcher(text);
    int from = 0;
    while (note.find(from)) {
      said.append(text, from, note.start());
      String behind = text.substring(note.end());
      String inside = rules.rewritten("bracket-name", note.group(1).strip());
      String gloss = gloss(said.toString(), inside, behind.stripLeading());
      boolean named = gloss.startsWith(QUOTED) || gloss.startsWith("、");
      if (named) {
        said.setLength(said.toString().stripTrailing().length());
      }
      said.append(gloss);
      // A blank behind the bracket goes with it where a name is told.
      int next = named ? text.length() - behind.stripLeading().length() : note.end();
      from = gloss.startsWith(QUOTED) ? next + QUOTED.length() : next;
      // No blank is left where a bracket stood between words that need none.
      while (!LATIN.matcher(behind).find() && said.toString().endsWith(" ")) {
        said.setLength(said.length() - 1);
      }
    }
    return said.append(text, from, text.length()).toString();
  }

  private String gloss(String before, String inside, String behind) {
    if (rules.finds("condition", inside)) {
      return "（" + inside + "）";
    }
    String around = before + "\t" + inside + "\t" + behind;
    if (before.lastIndexOf('「') > before.lastIndexOf('」')) {
      // Nobody's words are added to what somebody else said, but behind it they may be.
      String name = shortName("short-quoted", before, inside, behind);
      boolean means = rules.finds("quoted-gloss", around);
      String gloss = means && glossed.add(inside) ? rules.rewritten("glossed", inside) : "";
      return name.isEmpty() && gloss.isEmpty() ? "" : QUOTED + name + gloss;
    }
    if (rules.finds("gloss", around)) {
      // A sentence that stops for two words is heard in pieces.
      boolean once = !rules.finds("gloss-off", before.substring(before.lastIndexOf('。') + 1));
      return once && glossed.add(inside) ? rules.rewritten("glossed", inside) : "";
    }
    return shortName("short-name", before, inside, behind);
  }

  /** What something is called from now on; "" where it is called so no more. */
  private String shortName(String stage, String before, String inside, String behind) {
    String around = before.strip() + "\t" + inside + "\t" + behind;
    int first = article.indexOf(inside);
    // A name that was used before needs no long form any more.
    boolean used =
        first != article.lastIndexOf(inside)
            && first > 0
            && OPENERS.indexOf(article.charAt(first - 1)) >= 0;
    boolean named = used && rules.finds(stage, around) && glossed.add(inside);
    String name = before.stripTrailing();
    return named ? rules.rewritten("short-named", name.charAt(name.length() - 1) + inside) : "";
  }
}
