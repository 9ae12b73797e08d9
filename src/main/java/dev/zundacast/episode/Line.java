package dev.zundacast.episode;

import dev.zundacast.message.Message;

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
  public static Message tooLong(String text) {
    return Message.of("reading.lineTooLong", text.length(), LONGEST);
  }

  /** A line that is said as usual and stands in no file yet. */
  public static Line of(String id, String speaker, String written) {
    return new Line(id, speaker, written, "", LineOverrides.NONE, 0, 0);
  }

  /** The same line with another id. */
  public Line withId(String other) {
    return new Line(other, speaker, written, spoken, overrides, extraPauseMillis, fileLine);
  }

  /** The same line said by another speaker. */
  public Line withSpeaker(String other) {
    return new Line(id, other, written, spoken, overrides, extraPauseMillis, fileLine);
  }

  /** The same line with another text. */
  public Line withWritten(String text) {
    return new Line(id, speaker, text, spoken, overrides, extraPauseMillis, fileLine);
  }

  /** The same line with another text to speak. */
  public Line withSpoken(String text) {
    return new Line(id, speaker, written, text, overrides, extraPauseMillis, fileLine);
  }

  /** The same line with these departures from its voice and no others. */
  public Line withOverrides(LineOverrides others) {
    return new Line(id, speaker, written, spoken, others, extraPauseMillis, fileLine);
  }

  /** The same line with another silence after it. */
  public Line withPause(int millis) {
    return new Line(id, speaker, written, spoken, overrides, millis, fileLine);
  }

  /** The same line on this line of its file. */
  public Line withFileLine(int number) {
    return new Line(id, speaker, written, spoken, overrides, extraPauseMillis, number);
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
