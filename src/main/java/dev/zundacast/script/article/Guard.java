package dev.zundacast.script.article;

import dev.zundacast.script.speech.Rules;
import dev.zundacast.words.Facts;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares what is said with the sentence of the post that it is made from: figures, names, quotes,
 * negation, conditions and the subject have to stand in it, and it begins and ends as a sentence.
 */
public record Guard(Rules rules) {
  private static final Pattern BRACKET = Pattern.compile("[（(][^（）()]*[）)]");

  /**
   * What is wrong with what is said, "" for nothing.
   *
   * @param written the sentence of the post
   * @param topic what it is about
   */
  public String fault(String written, String topic, String spoken) {
    if (rules.finds("fragment", spoken)) {
      return "begins with a fragment";
    }
    // What stands in brackets may be left out, or be said in other words.
    String source = BRACKET.matcher(rules.rewritten("restated", written)).replaceAll("");
    String said = BRACKET.matcher(spoken).replaceAll("");
    List<Facts.Lack> lacks = new Facts(said).lacks(new Facts(source));
    if (!lacks.isEmpty()) {
      return "lacks " + lacks.get(0).said();
    }
    if (count("negation", source) != count("negation", said)) {
      return "changes a negation";
    }
    if (count("condition", source) > count("condition", said)) {
      return "lacks a condition";
    }
    return said.contains(topic) ? "" : "lacks its subject";
  }

  private int count(String stage, String text) {
    return (int) rules.matches(stage, text).count();
  }
}
