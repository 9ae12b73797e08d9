package dev.zundacast.tag;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What an episode's tag says beside its chapters: the show becomes album and artist, the number the
 * track's, the post appears at {@code date}, the language is BCP 47 ({@code ja}), the link is its
 * page, "" when unknown, credits are what the voices' terms ask for, a line each, and pictures are
 * those of sections by their ids.
 */
public record TagContent(
    String title,
    String show,
    OptionalInt number,
    OffsetDateTime date,
    String language,
    String description,
    String link,
    List<String> credits,
    Take take,
    Optional<Picture> cover,
    Map<String, Picture> pictures) {

  public TagContent {
    credits = List.copyOf(credits);
    // In one order, so that equal tags are equal texts in every run.
    pictures = Collections.unmodifiableMap(new TreeMap<>(pictures));
  }

  /** Who speaks: the characters themselves or the draft engine's stand-in. */
  public enum Take {
    FINAL,
    /** For proof-hearing only; the comment says so in its first line. */
    DRAFT
  }
}
