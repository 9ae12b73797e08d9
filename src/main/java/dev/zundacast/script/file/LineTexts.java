package dev.zundacast.script.file;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What lines say and who says it. A line that is changed is no longer approved. */
public final class LineTexts {
  private final ScriptDocument document;

  /** The lines of this document. */
  public LineTexts(ScriptDocument document) {
    this.document = document;
  }

  /**
   * Has a voice say a line.
   *
   * @param speaker a name, or {@code name/style}
   */
  public void speak(String id, String speaker) {
    LineHead head = document.head(id).with(Optional.of(speaker), Optional.empty());
    document.setLine(head, document.written(id));
    document.comments().removeApproval(id);
  }

  /**
   * Makes two lines of one, which are said as it was; the document has to be read again afterwards.
   *
   * @throws Problem when the line no longer says both
   */
  public void split(String id, String first, String rest) {
    if (!bare(document.written(id)).equals(bare(first + rest))) {
      throw Problem.in(
          Diagnostic.of(document.file(), id + " was changed meanwhile; split it as it is now"));
    }
    document.comments().removeApproval(id);
    // It was spoken for all of the line, and nobody knows where it would be split.
    document.setSpoken(id, "");
    document.setLine(document.head(id), rest);
    document.blocks().duplicate(id);
    document.setLine(document.head(id), first);
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Has a line say what the next one says, too, which goes. */
  public void join(String id, String nextId) {
    Map<String, Line> lines = document.lines();
    Line line = Objects.requireNonNull(lines.get(id));
    Line next = Objects.requireNonNull(lines.get(nextId));
    boolean read = !line.spoken().isEmpty() || !next.spoken().isEmpty();
    // Accents are those of a whole line.
    boolean accents = KanaNotation.is(line.spoken()) || KanaNotation.is(next.spoken());
    document.comments().removeApproval(id);
    document.setSpoken(id, read && !accents ? said(line) + said(next) : "");
    document.setLine(document.head(id), line.written() + next.written());
    document.blocks().remove(nextId);
  }

  private static String said(Line line) {
    return line.spoken().isEmpty()
        ? Piece.split(line.written()).stream()
            .map(it -> it.spoken().isEmpty() ? it.written() : it.spoken())
            .collect(Collectors.joining())
        : line.spoken();
  }
}
