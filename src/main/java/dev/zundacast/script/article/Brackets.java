package dev.zundacast.script.article;

import dev.zundacast.script.speech.Rules;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves out what stands in brackets, which nobody can hear, but for the first gloss of an
 * abbreviation. Lives for one article.
 */
final class Brackets {
  private static final String OPENERS = "（(";
  private static final String CLOSERS = "）)";
  private static final String QUOTED = "」";
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

  /** The text without its brackets; nothing else of it changes. */
  String spoken(String written) {
    String text = rules.rewritten("restated", written);
    StringBuilder said = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = OPENERS.indexOf(text.charAt(i)) < 0 ? -1 : closing(text, i);
      if (end < 0 || isCall(text, i)) {
        said.append(text.charAt(i));
        i++;
      } else {
        String behind = text.substring(end + 1);
        String inside = rules.rewritten("bracket-name", text.substring(i + 1, end).strip());
        String gloss = gloss(said.toString(), inside, behind.stripLeading());
        boolean named = gloss.startsWith(QUOTED) || gloss.startsWith("、");
        if (named) {
          said.setLength(said.toString().stripTrailing().length());
        }
        said.append(gloss);
        // A blank behind the bracket goes with it where a name is told.
        int next = named ? text.length() - behind.stripLeading().length() : end + 1;
        i = gloss.startsWith(QUOTED) ? next + 1 : next;
        if (LATIN.matcher(behind).find()) {
          continue;
        }
        // No blank is left where a bracket stood between words that need none.
        while (said.length() > 0 && said.charAt(said.length() - 1) == ' ') {
          said.setLength(said.length() - 1);
        }
      }
    }
    return said.toString();
  }

  /** f(x), a[0]: a part of a word. */
  private static boolean isCall(String text, int at) {
    char mark = text.charAt(at);
    return mark == '('
        && at > 0
        && (Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) < 128)
        && closing(text, at) == at + 1;
  }

  /** Where the bracket closes that opens here, or -1. */
  private static int closing(String text, int at) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      if (OPENERS.indexOf(text.charAt(i)) >= 0) {
        depth++;
      } else if (CLOSERS.indexOf(text.charAt(i)) >= 0 && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private String gloss(String before, String inside, String behind) {
    if (rules.finds("condition", inside)) {
      return "（" + inside + "）";
    }
    if (before.lastIndexOf('「') > before.lastIndexOf('」')) {
      // Nobody's words are added to what somebody else said, but behind it they may be.
      String name = shortName("short-quoted", before, inside, behind);
      boolean means = rules.finds("quoted-gloss", before + "\t" + inside + "\t" + behind);
      String gloss = means && glossed.add(inside) ? rules.rewritten("glossed", inside) : "";
      return name.isEmpty() && gloss.isEmpty() ? "" : QUOTED + name + gloss;
    }
    if (rules.finds("gloss", before + "\t" + inside + "\t" + behind)) {
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
    // What its own letters stand for is shortened; of other words it is another name.
    boolean spelled = rules.finds("spelled-out", before.strip() + "\t" + inside);
    return named ? rules.rewritten(spelled ? "short-spelled" : "short-named", inside) : "";
  }
}
