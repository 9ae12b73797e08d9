package dev.zundacast.script.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private static final String NEXT = "next=";
  private static final int NEXT_DIGITS = 6;

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
  public record Trace(String id, String source, String written) {
    /** What was written of a line that was left out: it stands as a comment. */
    public static final String LEFT_OUT = "-";

    /** Whether the line was left out. */
    public boolean isLeftOut() {
      return written.equals(LEFT_OUT);
    }
  }

  String print() {
    StringBuilder row = new StringBuilder(MARK).append(' ').append(section);
    row.append(" ").append(NEXT).append(next).append(' ').append(SOURCE).append(source);
    for (Trace trace : traces) {
      row.append(' ').append(trace.id()).append('=').append(trace.source());
      row.append('/').append(trace.written());
    }
    return row.toString();
  }

  /** Reads a row back; empty when it was damaged, which makes it an ordinary comment. */
  static Optional<Footprint> parse(String row) {
    List<RowWords.Word> words = RowWords.of(row, MARK.length(), row.length());
    if (words.size() < 3 || !words.get(2).text().startsWith(SOURCE)) {
      return Optional.empty();
    }
    Optional<Integer> next = next(words.get(1).text());
    List<Trace> traces = new ArrayList<>();
    for (RowWords.Word word : words.subList(3, words.size())) {
      trace(word.text()).ifPresent(traces::add);
    }
    boolean whole = next.isPresent() && traces.size() == words.size() - 3;
    String source = words.get(2).text().substring(SOURCE.length());
    return whole
        ? Optional.of(new Footprint(words.get(0).text(), next.get(), source, traces))
        : Optional.empty();
  }

  private static Optional<Integer> next(String word) {
    String number = word.startsWith(NEXT) ? word.substring(NEXT.length()) : "";
    return RowWords.isNumber(number, NEXT_DIGITS)
        ? Optional.of(Integer.parseInt(number))
        : Optional.empty();
  }

  private static Optional<Trace> trace(String word) {
    int id = word.indexOf('=');
    int source = word.indexOf('/', id);
    boolean whole = id > 0 && source > id + 1 && source < word.length() - 1;
    return whole
        ? Optional.of(
            new Trace(
                word.substring(0, id), word.substring(id + 1, source), word.substring(source + 1)))
        : Optional.empty();
  }
}
