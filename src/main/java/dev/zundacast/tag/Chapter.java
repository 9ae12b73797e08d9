package dev.zundacast.tag;

import dev.zundacast.episode.Section;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedSection;
import java.util.List;
import java.util.Locale;

/**
 * A section as players list it, with a title that is never empty, an exclusive end, and addresses
 * of the web, or "", for its source and picture.
 */
record Chapter(
    String section, String title, String url, String image, long startMillis, long endMillis) {

  /** The chapters of an episode; a section without any sound is none. */
  static List<Chapter> of(Timeline timeline) {
    return timeline.sections().stream()
        .filter(section -> section.endMillis() > section.startMillis())
        .map(Chapter::of)
        .toList();
  }

  private static Chapter of(TimedSection section) {
    String title = TagText.line(section.title());
    return new Chapter(
        section.id(),
        title.isEmpty() ? usualTitle(section.kind()) : title,
        webAddress(section.source()),
        webAddress(section.image()),
        section.startMillis(),
        section.endMillis());
  }

  private static String usualTitle(Section.Kind kind) {
    return switch (kind) {
      case OPENING -> "オープニング";
      case ARTICLE -> "記事";
      case RECAP -> "おさらい";
      case LETTERS -> "お便り";
      case CLOSING -> "エンディング";
      case SECTION -> "コーナー";
    };
  }

  /** The address where it is one of the web; a script can name anything as its source. */
  static String webAddress(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("https://") || lower.startsWith("http://");
    return web ? TagText.address(address) : "";
  }

  /** Lines for a description, "00:00 title"; players make chapters of them. */
  static String stamps(List<Chapter> chapters) {
    StringBuilder lines = new StringBuilder();
    for (Chapter chapter : chapters) {
      // The first line has to say 00:00, or no player takes any.
      long start = lines.isEmpty() ? 0 : chapter.startMillis();
      lines.append(stamp(start)).append(' ').append(chapter.title()).append('\n');
    }
    return lines.toString();
  }

  /** Rounded down, so that a jump never cuts the first word. */
  private static String stamp(long millis) {
    long seconds = millis / 1000;
    String hours = seconds < 3600 ? "" : seconds / 3600 + ":";
    return hours + String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
  }
}
