package dev.zundacast.script.file;

import dev.zundacast.episode.Section;

/** What a row of a script file means. */
sealed interface Part {

  /** An empty row: the end of a paragraph when it stands between two lines of a section. */
  record Blank() implements Part {}

  /** {@code # …} */
  record Comment() implements Part {}

  /** {@code #= …}: what the tool wrote for a section, see {@link Footprint}. */
  record Trace(Footprint footprint) implements Part {}

  /** {@code @key value} */
  record Key(String name, String value) implements Part {}

  /** {@code == id kind} */
  record Head(String id, Section.Kind kind) implements Part {}

  /** {@code [id speaker +0.5s speed=1.1] text}, or the text alone. */
  record Utterance(LineHead head, String text) implements Part {}

  /** {@code > text}: what is spoken instead of the line above. */
  record Spoken(String text) implements Part {}

  /** {@code ~ 1.0s} */
  record Silence(int millis) implements Part {}

  /** A row that was reported as wrong. */
  record Wrong() implements Part {}
}
