package dev.zundacast.post;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link that stands as a list item of its own, {@code - [title](address)}, maybe over some lines.
 *
 * @param marked whether it ends with two spaces, as the items that head an article do
 */
record ArticleItem(String title, String url, int first, int last, boolean marked) {
  static final String CITATION = "引用元:";

  /** The longest title of 549 posts spans eight lines. */
  private static final int MAX_LINES = 8;

  private static final String START = "- [";
  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

  /** The item that starts at {@code lines[index]}. */
  static Optional<ArticleItem> at(List<SourceLine> lines, int index) {
    if (!lines.get(index).text().startsWith(START)) {
      return Optional.empty();
    }
    StringBuilder title = new StringBuilder();
    for (int i = index; i < Math.min(lines.size(), index + MAX_LINES); i++) {
      String line = lines.get(i).text();
      if (i > index && (line.startsWith(START) || line.startsWith(CITATION))) {
        return Optional.empty();
      }
      String rest = i == index ? line.substring(START.length()) : line;
      int end = titleEnd(rest);
      if (end >= 0) {
        title.append(rest, 0, end);
        String url = rest.stripTrailing();
        return Optional.of(
            new ArticleItem(
                SPACES.matcher(title).replaceAll(" ").strip(),
                url.substring(end + 2, url.length() - 1),
                index,
                i,
                rest.endsWith("  ")));
      }
      title.append(rest).append(' ');
    }
    return Optional.empty();
  }

  /** Where the first {@code ](} stands whose address, without white space, ends the line. */
  private static int titleEnd(String line) {
    String text = line.stripTrailing();
    if (!text.endsWith(")")) {
      return -1;
    }
    // An address holds no white space, so it begins after the last one.
    int space = text.length() - 1;
    while (space >= 0 && !Character.isWhitespace(text.charAt(space))) {
      space--;
    }
    for (int at = text.indexOf("]("); at >= 0; at = text.indexOf("](", at + 1)) {
      if (at + 1 > space) {
        return at;
      }
    }
    return -1;
  }

  /** Whether this is the form for listeners' letters. */
  boolean isLetterForm() {
    return title.contains("お便り投稿フォーム") || url.contains("://forms.gle/") || isGoogleForm();
  }

  private boolean isGoogleForm() {
    try {
      URI address = URI.create(url);
      return "docs.google.com".equals(address.getHost()) && address.getPath().startsWith("/forms/");
    } catch (IllegalArgumentException e) {
      return false; // no address that a form could have
    }
  }
}
