package dev.zundacast.script.file;

import dev.zundacast.episode.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comments tell of lines: sentences that are left out, and which lines are approved. */
public final class LineComments {
  /** Below a line: a person approved it as it was when its fingerprint was this. */
  private static final String APPROVED = "# 確認済み: ";

  private static final Pattern COMMENTED =
      Pattern.compile("#\\s*\\[(\\S+?)(?:\\s[^\\]]*)?\\]\\s*(.*)");

  private final Rows rows;

  LineComments(Rows rows) {
    this.rows = rows;
  }

  /**
   * A line that stands as a comment.
   *
   * @param after the line above it in its section, "" at its start
   */
  public record Commented(String id, String section, String after, String text) {}

  /** The lines that stand as comments. */
  public List<Commented> commented() {
    List<Commented> all = new ArrayList<>();
    String section = "";
    String after = "";
    for (Row row : rows.all()) {
      if (row.content() instanceof Row.Head head) {
        section = head.id();
        after = "";
      } else if (row.content() instanceof Row.Utterance line) {
        after = line.head().id();
      } else if (row.content() instanceof Row.Comment && !section.isEmpty()) {
        Matcher comment = COMMENTED.matcher(row.raw().strip());
        if (comment.matches() && Ids.isLine(comment.group(1))) {
          all.add(new Commented(comment.group(1), section, after, comment.group(2)));
        }
      }
    }
    return all;
  }

  /** Whether the line with this id stands as a comment. */
  public boolean isComment(String id) {
    return rows.commentOf(id) >= 0;
  }

  /** Turns a line and what is spoken for it into comments. */
  public void commentOut(String id) {
    int line = rows.indexOf(id);
    int override = rows.overrideOf(line);
    rows.comment(line);
    if (override >= 0) {
      rows.comment(override);
    }
  }

  /** Says a line again that stands as a comment; whether there was such a comment. */
  public boolean takeBack(LineHead head, String text) {
    int at = rows.commentOf(head.id());
    if (at >= 0) {
      rows.set(at, Rows.utterance(rows.get(at), head, text));
    }
    return at >= 0;
  }

  /** Puts this line's text into its comment, if it stands as one. */
  public void setComment(LineHead head, String text) {
    int at = rows.commentOf(head.id());
    if (at >= 0) {
      String raw = "# " + head.print() + " " + Rows.escape(text);
      rows.set(at, rows.get(at).with(raw, new Row.Comment()));
    }
  }

  /** Removes the comment that this line stands as. */
  public void removeComment(String id) {
    int at = rows.commentOf(id);
    if (at >= 0) {
      rows.remove(at);
    }
  }

  /** The ids of these lines that are approved as they are now. */
  public Set<String> approved(Iterable<Line> lines) {
    Set<String> fingerprints = new LinkedHashSet<>();
    rows.all().forEach(row -> fingerprint(row).ifPresent(fingerprints::add));
    Set<String> approved = new LinkedHashSet<>();
    if (fingerprints.isEmpty()) {
      return approved;
    }
    for (Line line : lines) {
      if (fingerprints.contains(fingerprint(line))) {
        approved.add(line.id());
      }
    }
    return approved;
  }

  static boolean isApproval(Row row) {
    return fingerprint(row).isPresent();
  }

  private static Optional<String> fingerprint(Row row) {
    String text = row.raw().strip();
    return row.content() instanceof Row.Comment && text.startsWith(APPROVED)
        ? Optional.of(text.substring(APPROVED.length()).strip())
        : Optional.empty();
  }

  private static String fingerprint(Line line) {
    return MergeBase.fingerprint(
        String.join(
            "\n",
            line.id(),
            line.speaker(),
            line.written(),
            line.spoken(),
            line.overrides().toString()));
  }

  /** Notes below a line that it is approved as it is. */
  public void approve(Line line) {
    int at = rows.indexOf(line.id());
    int end = Math.max(at, rows.overrideOf(at)) + 1;
    removeApproval(line.id());
    rows.insert(
        Math.min(end, rows.size()), rows.row(APPROVED + fingerprint(line), new Row.Comment()));
  }

  /** Takes the note away. */
  public void removeApproval(String id) {
    int at = rows.indexOf(id);
    for (int i = at + 1; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (fingerprint(row).isPresent()) {
        rows.remove(i);
        return;
      }
      if (!(row.content() instanceof Row.Comment || row.content() instanceof Row.Spoken)) {
        return;
      }
    }
  }
}
