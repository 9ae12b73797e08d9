package dev.zundacast.pipeline.feed;

import java.util.Set;

/** The categories of Apple's directory. */
final class Categories {
  private static final Set<String> TOP =
      Set.of(
          "Arts",
          "Business",
          "Comedy",
          "Education",
          "Fiction",
          "Government",
          "History",
          "Health & Fitness",
          "Kids & Family",
          "Leisure",
          "Music",
          "News",
          "Religion & Spirituality",
          "Science",
          "Society & Culture",
          "Sports",
          "Technology",
          "True Crime",
          "TV & Film");

  /** Takes what is wrong at an element. */
  @FunctionalInterface
  interface Findings {
    void add(FeedElement at, String what, String next);
  }

  private Categories() {}

  static void check(FeedElement category, Findings findings) {
    String text = category.get("text");
    if (!TOP.contains(text)) {
      findings.add(
          category,
          "Apple has no category '" + text + "'",
          "take one of Apple's, like Technology or News");
    }
  }
}
