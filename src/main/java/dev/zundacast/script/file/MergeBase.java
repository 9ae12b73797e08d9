package dev.zundacast.script.file;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the tool wrote into one section, kept at the end of the script file as a comment so that the
 * next run can tell a person's edits, moves and deletions from its own words:
 *
 * <pre>#= a1 next=04 source=k2x9qd a1.t=1c8f0a/77b2mz a1.01=…</pre>
 *
 * @param id the section's
 * @param next number of the next new line of the section; ids are never used again
 * @param source fingerprint of the article's address (or of the kind, for other sections)
 * @param traces each line that the tool wrote, in the post's order
 */
public record MergeBase(String id, int next, String source, List<Trace> traces)
    implements Row.Content {
  /** 36^6 values: two of a section's 30 lines are alike once in 5 million sections. */
  private static final int FINGERPRINT = 6;

  private static final Pattern ROW =
      Pattern.compile("#=\\s*(\\S+)\\s+next=(\\d{1,6})\\s+source=(\\S*)(.*)", Pattern.DOTALL);

  private static final Pattern TRACE = Pattern.compile("\\s+([^=\\s]+)=([^/\\s]+)/(\\S+)");

  /** The id of the trace that tells the heading: title as source, link as text. */
  static final String HEADING = "@";

  /** The id of the trace that tells who reads the section, where that is not the host. */
  static final String READER = "@reader";

  /**
   * One line that the tool wrote.
   *
   * @param id the line's id
   * @param source fingerprint of the sentence that it was made from
   * @param written fingerprint of the text that the tool wrote
   */
  public record Trace(String id, String source, String written) {
    /** What was written of a line that was left out: it stands as a comment. */
    static final String LEFT_OUT = "-";

    /** What was written of a line that a person deleted. */
    static final String GONE = ".";

    /** Of a line that the tool did not write: whatever it says is a person's. */
    static final Trace NONE = new Trace("", "", "");

    static Trace of(String id, String source, String text) {
      return new Trace(id, fingerprint(source), fingerprint(text));
    }

    boolean isLeftOut() {
      return written.equals(LEFT_OUT);
    }

    /** Whether the tool wrote this text. */
    boolean isOf(String text) {
      return written.equals(fingerprint(text));
    }

    /** Whether a person changed what the line says. */
    boolean isTouched(Line line) {
      return !line.spoken().isEmpty() || !(isOf(line.written()) || hasOnlyReadings(line));
    }

    /** Whether a person gave words of the line a reading and changed nothing else. */
    private boolean hasOnlyReadings(Line line) {
      return !isOf(line.written()) && isOf(line.display());
    }

    /** An untouched line's new text, with the readings that a person gave its words. */
    String renewed(Line line, String text) {
      if (line.display().equals(text)) {
        return line.written();
      }
      boolean carry = hasOnlyReadings(line) && Piece.display(text).equals(text);
      return carry ? Piece.withReadings(line.written(), text) : text;
    }

    /** What became of the readings that a person gave, in the line's new text. */
    Message readingsIn(Line line, String text) {
      if (!hasOnlyReadings(line)) {
        return Message.NONE;
      }
      String lost =
          Piece.split(line.written()).stream()
              .filter(piece -> !piece.spoken().isEmpty() && !text.contains(piece.print()))
              .map(Piece::print)
              .collect(Collectors.joining(", "));
      return lost.isEmpty()
          ? Message.of("merge.withReadings")
          : Message.of("merge.readingGone", lost);
    }
  }

  /** What is remembered of the line with this id; nothing of what another version did not write. */
  Optional<Trace> find(String id) {
    return traces.stream().filter(trace -> trace.id().equals(id)).findFirst();
  }

  /** Whether the tool has this speaker read the section. */
  boolean isReader(String speaker) {
    String known = find(READER).map(Trace::source).orElseGet(() -> fingerprint(""));
    return known.equals(fingerprint(speaker));
  }

  /** What is remembered of the section's lines. */
  List<Trace> lines() {
    return traces.stream().filter(trace -> !trace.id().startsWith(HEADING)).toList();
  }

  /** A text to six letters and digits that change when the text does. */
  public static String fingerprint(String text) {
    byte[] digest = Digest.of("SHA-256", text.getBytes(StandardCharsets.UTF_8));
    long start = ByteBuffer.wrap(digest).getLong() >>> Byte.SIZE;
    String digits = Long.toString(start, Character.MAX_RADIX);
    String padding = "0".repeat(Math.max(0, FINGERPRINT - digits.length()));
    return padding.concat(digits).substring(0, FINGERPRINT);
  }

  String print() {
    String begin = "#= " + id + " next=" + next + " source=" + source;
    return traces.stream()
        .map(it -> " " + it.id() + "=" + it.source() + "/" + it.written())
        .collect(Collectors.joining("", begin, ""));
  }

  /** Reads a row back; one that was damaged is an ordinary comment. */
  static Row.Content parse(String row) {
    Matcher whole = ROW.matcher(row);
    if (!whole.matches() || !TRACE.matcher(whole.group(4)).replaceAll("").isBlank()) {
      return new Row.Note();
    }
    int next = Integer.parseInt(whole.group(2));
    List<Trace> traces =
        TRACE
            .matcher(whole.group(4))
            .results()
            .map(it -> new Trace(it.group(1), it.group(2), it.group(3)))
            .toList();
    return new MergeBase(whole.group(1), next, whole.group(3), traces);
  }
}
