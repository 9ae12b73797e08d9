package dev.zundacast.tag;

import java.util.List;
import java.util.Optional;

/** What the ID3v2 tag at the head of an MP3 says, "" where it does not say. */
public record TagSummary(
    String title,
    String album,
    String artist,
    String encodedBy,
    List<String> comments,
    Optional<Picture> cover,
    List<TaggedChapter> chapters) {

  /** Stands in the comment of a draft, whatever language a player shows. */
  static final String DRAFT = "draft voice";

  public TagSummary {
    comments = List.copyOf(comments);
    chapters = List.copyOf(chapters);
  }

  /** Whether this program made the episode with the draft voice, which is not for listeners. */
  public boolean isDraft() {
    return comments.stream().anyMatch(comment -> comment.contains(DRAFT));
  }

  /** One chapter: from {@code startMillis} to {@code endMillis}; "" for what it does not say. */
  public record TaggedChapter(long startMillis, long endMillis, String title, String url) {}
}
