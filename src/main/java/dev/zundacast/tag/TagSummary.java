package dev.zundacast.tag;

import java.util.List;

/** What the ID3v2 tag at the head of an MP3 says, "" where it does not say. */
public record TagSummary(
    String title,
    String album,
    String artist,
    String encodedBy,
    List<String> comments,
    boolean hasCover,
    List<String> chapters) {
  /** Stands in the comment of a draft, whatever language a player shows. */
  static final String DRAFT = "draft voice";

  /** Whether this program made the episode with the draft voice, which is not for listeners. */
  public boolean isDraft() {
    return comments.stream().anyMatch(comment -> comment.contains(DRAFT));
  }
}
