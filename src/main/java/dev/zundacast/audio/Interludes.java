package dev.zundacast.audio;

import dev.zundacast.episode.Section;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a show's music, and where they are heard.
 *
 * @param opening before the first line
 * @param jingle between two articles
 * @param closing after the last line
 */
record Interludes(Optional<Segment> opening, Optional<Segment> jingle, Optional<Segment> closing) {

  static final Interludes NONE =
      new Interludes(Optional.empty(), Optional.empty(), Optional.empty());

  /** What is played between two lines; the first line has none before it. */
  Optional<Segment> between(@Nullable Utterance before, Utterance after) {
    if (before == null) {
      return opening;
    }
    boolean nextArticle =
        before.section().kind() == Section.Kind.ARTICLE
            && after.section().kind() == Section.Kind.ARTICLE
            && !before.section().id().equals(after.section().id());
    return nextArticle ? jingle : Optional.empty();
  }
}
