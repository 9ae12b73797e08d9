package dev.zundacast.reading.kanji;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.kanji.ContextRules.Rule;
import dev.zundacast.reading.kanji.KanjiReader.Respelling;
import dev.zundacast.words.Morpheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Kanji whose reading hangs on what stands beside them, by the rows of {@code rules.tsv}: a
 * pattern, the kana for what it matches, the accent where these are a noun, then texts that it is
 * meant for and texts that it must leave alone. {@code <名詞-一般|名詞-接尾>} before a pattern are the
 * parts of speech that the word in front of what it matches may have.
 *
 * @param byFirst the rules by the first character of what they match
 */
record ContextRules(Map<Character, List<Rule>> byFirst) {
  /** One row; its examples are read by the tests alone. */
  record Rule(List<String> behind, Pattern pattern, String kana, int accent) {
    private static final String PART = "[^()\\[]|\\[[^]]*]";

    /** Possessive: what may be taken back would need a stack as deep as the row is long. */
    private static final String GROUP = "\\((?:" + PART + "|\\((?:" + PART + ")*+\\))*+\\)";

    /** What a pattern begins with that looks behind. */
    private static final Pattern LOOKS_BEHIND =
        Pattern.compile("^(?:\\(\\?<(?:" + PART + "|" + GROUP + ")*+\\))*+");

    static Rule of(String row) {
      String[] fields = row.split("\t", -1);
      int behind = fields[0].startsWith("<") ? fields[0].indexOf('>') : 0;
      return new Rule(
          behind > 0 ? List.of(fields[0].substring(1, behind).split("\\|")) : List.of(),
          Pattern.compile(fields[0].substring(Math.min(behind, 1) + behind)),
          fields[1],
          fields[2].isEmpty() ? -1 : Integer.parseInt(fields[2]));
    }

    /** Looking behind at each character of a text would take longer than all else. */
    private char first() {
      return LOOKS_BEHIND.matcher(pattern.pattern()).replaceFirst("").charAt(0);
    }

    void addTo(List<Respelling> found, String text, int at, List<Morpheme> words) {
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      if (isBehind(words, at)
          && matcher.useTransparentBounds(true).useAnchoringBounds(false).lookingAt()) {
        found.add(Respelling.of(text, at, matcher.end(), kana, accent));
      }
    }

    private boolean isBehind(List<Morpheme> words, int at) {
      return behind.isEmpty()
          || words.stream()
              .anyMatch(word -> word.end() == at && behind.stream().anyMatch(word::is));
    }
  }

  static ContextRules load() {
    return new ContextRules(
        Resource.rows(ContextRules.class, "rules.tsv").stream()
            .map(Rule::of)
            .collect(Collectors.groupingBy(Rule::first)));
  }

  List<Respelling> in(String text, List<Morpheme> words) {
    List<Respelling> found = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      for (Rule rule : byFirst.getOrDefault(text.charAt(at), List.of())) {
        rule.addTo(found, text, at, words);
      }
    }
    return found;
  }
}
