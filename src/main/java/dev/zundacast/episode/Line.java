package dev.zundacast.episode;

/**
 * One utterance of a script: one clip.
 *
 * @param id unique in the script and never renumbered ({@code a1.03}; {@code a1.t} is a title)
 * @param speaker who says it, "" for the script's speaker
 * @param written what transcripts show, with inline {@code {written|spoken}} readings
 * @param spoken what a {@code >} line asks to be spoken instead, "" when there is none
 * @param overrides how the line departs from its voice's parameters
 * @param extraPauseMillis silence after the line, in ms, beside the usual pause
 * @param fileLine the line of the script file that it stands on, from 1; 0 when not from a file
 */
public record Line(
    String id,
    String speaker,
    String written,
    String spoken,
    LineOverrides overrides,
    int extraPauseMillis,
    int fileLine)
    implements Section.Item {

  /**
   * The most characters of a line: twenty minutes of speech. What looks for words in a text takes
   * stack and time with its length.
   */
  public static final int LONGEST = 5000;

  /** What is wrong with a text of more characters. */
  public static String tooLong(String text) {
    return "a line of " + text.length() + " characters; at most " + LONGEST + " are read: split it";
  }

  /** The same line with another text to speak. */
  public Line withSpoken(String text) {
    return new Line(id, speaker, written, text, overrides, extraPauseMillis, fileLine);
  }

  /** Whether this line announces its section's title; a longer pause follows. */
  public boolean isTitle() {
    return id.endsWith(".t");
  }

  /** The text as transcripts show it. */
  public String display() {
    return Piece.display(written);
  }
}
