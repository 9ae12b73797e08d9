package dev.zundacast.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A regular expression to words of which one stands in every text that it is found in: looking for
 * them is much cheaper than the search itself. Lives for one expression.
 */
final class Literals {
  /** Flags, quoted runs and characters by number, which change what the others mean. */
  private static final Pattern UNKNOWN = Pattern.compile("\\(\\?[a-zA-Z-]|\\\\[Qux0cN]");

  private static final String OPTIONAL = "?*{";

  private final String regex;
  private int at;

  private Literals(String regex) {
    this.regex = regex;
  }

  /** The words; none where the expression tells none for sure. */
  static List<String> of(String regex) {
    boolean plain =
        !UNKNOWN.matcher(regex).find() && regex.codePointCount(0, regex.length()) == regex.length();
    return plain ? List.copyOf(new Literals(regex).alternatives()) : List.of();
  }

  /** Those of alternatives, to the end of their group; none when one of them has none. */
  private Set<String> alternatives() {
    Set<String> all = new LinkedHashSet<>();
    boolean sure = true;
    do {
      Set<String> one = sequence();
      sure &= !one.isEmpty();
      all.addAll(one);
    } while (at < regex.length() && regex.charAt(at++) == '|');
    return sure ? all : Set.of();
  }

  /** The best that one of the parts of a sequence has. */
  private Set<String> sequence() {
    List<Set<String>> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      char c = regex.charAt(at++);
      boolean escaped = c == '\\' && !Character.isLetterOrDigit(regex.charAt(at));
      char written = escaped ? regex.charAt(at++) : c;
      boolean literal = escaped || "\\[(.^$".indexOf(c) < 0;
      Set<String> part = literal ? Set.of() : special(c);
      boolean optional = at < regex.length() && OPTIONAL.indexOf(regex.charAt(at)) >= 0;
      boolean repeated = quantifier();
      if (literal && !optional) {
        run.append(written);
      }
      if (!literal || repeated) {
        add(run, parts);
      }
      if (!part.isEmpty() && !optional) {
        parts.add(part);
      }
    }
    add(run, parts);
    return parts.stream()
        .min((one, other) -> Double.compare(cost(one), cost(other)))
        .orElse(Set.of());
  }

  private static void add(StringBuilder run, List<Set<String>> parts) {
    if (!run.isEmpty()) {
      parts.add(Set.of(run.toString()));
      run.setLength(0);
    }
  }

  private static double cost(Set<String> words) {
    return (double) words.size() / words.stream().mapToInt(String::length).min().orElse(1);
  }

  /** Passes over how often a part stands; whether anything is told of it. */
  private boolean quantifier() {
    int from = at;
    while (at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0) {
      at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    }
    return at > from;
  }

  /** What a class, a group or a sign behind its first character needs. */
  private Set<String> special(char first) {
    switch (first) {
      case '\\' -> {
        boolean named = "pPkxX".indexOf(regex.charAt(at++)) >= 0;
        if (named && regex.charAt(at) == '{') {
          at = regex.indexOf('}', at) + 1;
        } else if (named && regex.charAt(at) == '<') {
          at = regex.indexOf('>', at) + 1;
        }
      }
      case '[' -> passClass();
      case '(' -> {
        return group();
      }
      default -> {}
    }
    return Set.of();
  }

  private void passClass() {
    int depth = 1;
    if (regex.charAt(at) == '^') {
      at++;
    }
    if (regex.charAt(at) == ']') {
      at++;
    }
    while (depth > 0) {
      char c = regex.charAt(at++);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      at += c == '\\' ? 1 : 0;
    }
  }

  private Set<String> group() {
    boolean absent = regex.startsWith("?!", at) || regex.startsWith("?<!", at);
    if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
      at += 3;
    } else if (regex.startsWith("?<", at)) {
      at = regex.indexOf('>', at) + 1;
    } else if (regex.startsWith("?", at)) {
      at += 2;
    }
    Set<String> inside = alternatives();
    return absent ? Set.of() : inside;
  }
}
