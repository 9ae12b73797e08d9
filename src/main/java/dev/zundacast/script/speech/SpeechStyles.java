package dev.zundacast.script.speech;

import dev.zundacast.words.Morphology;
import java.nio.file.Path;

/** Puts sentences into a way of speaking, each described by one table of rules. */
public final class SpeechStyles {
  /** Leaves every sentence as it is. */
  public static final String AS_WRITTEN = "as-written";

  /**
   * @param folder where a person's own tables stand
   */
  public SpeechStyles(Path folder, Morphology morphology) {
    // The tables are not there yet: every style is as written.
  }

  /** One sentence in the style of this name. */
  public Styled styled(String sentence, String style) {
    return Styled.unchanged(sentence);
  }

  /**
   * Loads the style of this name.
   *
   * @throws dev.zundacast.episode.Problem when there is no such style
   */
  public void require(String style) {}

  /** All sentences of a text; the rule is that of the last sentence that one fits. */
  public Styled text(String text, String style) {
    return styled(text, style);
  }
}
