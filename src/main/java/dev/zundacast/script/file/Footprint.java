package dev.zundacast.script.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tool wrote into one section, kept at the end of the script file as a comment so that the
 * next run can tell a person's edits, moves and deletions from its own words:
 *
 * <pre>#= a1 next=04 source=k2x9qd a1.t=1c8f0a/77b2mz a1.01=…</pre>
 *
 * @param section the section's id
 * @param next number of the next new line of the section; ids are never used again
 * @param source fingerprint of the article's address (or of the kind, for other sections)
 * @param traces each line that the tool wrote, in the post's order
 */
public record Footprint(String section, int next, String source, List<Trace> traces) {
  static final String MARK = "#=";
  private static final String SOURCE = "source=";
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern TRACE = Pattern.compile("([^=]+)=([^/]+)/(.+)");

  public Footprint {
    traces = List.copyOf(traces);
  }

  /**
   * One line that the tool wrote.
   *
   * @param id the line's id
   * @param source fingerprint of the sentence that it was made from
   * @param written fingerprint of the text that the tool wrote
   */
  public record Trace(String id, String source, String written) {}

  String print() {
    StringBuilder row = new StringBuilder(MARK).append(' ').append(section);
    row.append(" next=").append(next).append(' ').append(SOURCE).append(source);
    for (Trace trace : traces) {
      row.append(' ').append(trace.id()).append('=').append(trace.source());
      row.append('/').append(trace.written());
    }
    return row.toString();
  }

  /** Reads a row back; empty when it was damaged, which makes it an ordinary comment. */
  static Optional<Footprint> parse(String row) {
    List<String> words =
        WORD.matcher(row.substring(MARK.length())).results().map(MatchResult::group).toList();
    if (words.size() < 3
        || !words.get(1).matches("next=\\d{1,6}")
        || !words.get(2).startsWith(SOURCE)) {
      return Optional.empty();
    }
    List<Trace> traces = new ArrayList<>();
    for (String word : words.subList(3, words.size())) {
      Matcher trace = TRACE.matcher(word);
      if (!trace.matches()) {
        return Optional.empty();
      }
      traces.add(new Trace(trace.group(1), trace.group(2), trace.group(3)));
    }
    int next = Integer.parseInt(words.get(1).substring("next=".length()));
    String source = words.get(2).substring(SOURCE.length());
    return Optional.of(new Footprint(words.get(0), next, source, traces));
  }
}
