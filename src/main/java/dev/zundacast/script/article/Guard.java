package dev.zundacast.script.article;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares what is said with the sentence of the post that it is made from: figures, names, quotes,
 * negation, conditions and the subject have to stand in it, and it begins and ends as a sentence.
 */
public final class Guard {
  private static final Pattern BRACKET = Pattern.compile("[（(][^（）()]*[）)]");

  private final Rules rules;

  public Guard(Rules rules) {
    this.rules = rules;
  }

  /**
   * What is wrong with what is said, "" for nothing.
   *
   * @param written the sentence of the post
   * @param topic what it is about
   */
  public String fault(String written, String topic, String said) {
    String source = BRACKET.matcher(written).replaceAll("");
    if (rules.finds("fragment", said)) {
      return "begins with a fragment";
    }
    if (lacks(Sentence.figures(source), said)) {
      return "lacks a figure";
    }
    if (lacks(Sentence.names(source), said)) {
      return "lacks a name";
    }
    if (lacks(Sentence.quotes(source), said)) {
      return "lacks a quote";
    }
    if (count("negation", source) != count("negation", said)) {
      return "changes a negation";
    }
    if (count("condition", source) > count("condition", said)) {
      return "lacks a condition";
    }
    return said.contains(topic) ? "" : "lacks its subject";
  }

  private static boolean lacks(Set<String> parts, String said) {
    return parts.stream().anyMatch(part -> !said.contains(part));
  }

  private int count(String stage, String text) {
    int count = 0;
    for (Rules.Rule rule : rules.stage(stage)) {
      count += rule.search().all(text).size();
    }
    return count;
  }
}
