package dev.zundacast.script.narration;

import dev.zundacast.script.file.MergeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The note below a line that tells which sentences of its article it comes from, with their
 * fingerprint: numbers mean others when the article changes.
 */
final class SourceNote {
  private static final Pattern NOTE =
      Pattern.compile("from (\\d{1,4}(?:, \\d{1,4})*)(?: \\((\\w+)\\))?$");

  private SourceNote() {}

  /** The note of these numbers, "" where they are none of the article's. */
  static String of(List<Integer> numbers, List<String> article) {
    List<Integer> known = numbers.stream().filter(it -> it >= 1 && it <= article.size()).toList();
    String listed = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return known.isEmpty() ? "" : "from " + listed + " (" + print(known, article) + ")";
  }

  /** The sentences that a note names; none where they are not what they were. */
  static List<String> sentences(String note, List<String> article) {
    Matcher matcher = NOTE.matcher(note);
    if (!matcher.find()) {
      return List.of();
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : matcher.group(1).split(", ", -1)) {
      numbers.add(Integer.valueOf(number));
    }
    boolean there = numbers.stream().allMatch(it -> it >= 1 && it <= article.size());
    String print = matcher.group(2);
    return there && (print == null || print.equals(print(numbers, article)))
        ? numbers.stream().map(it -> article.get(it - 1)).toList()
        : List.of();
  }

  private static String print(List<Integer> numbers, List<String> article) {
    return MergeBase.fingerprint(
        numbers.stream().map(it -> article.get(it - 1)).collect(Collectors.joining("\n")));
  }
}
