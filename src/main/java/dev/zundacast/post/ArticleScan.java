package dev.zundacast.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A post's body to the articles in it, line by line. An article begins with a list item that is a
 * link and ends with two spaces or is followed by its 引用元; it ends with 引用元, the next item, the
 * form for letters or the end of the file. Posts without such items may announce articles by
 * headings ({@code ### 1つ目の記事}) instead.
 */
final class ArticleScan {
  private static final Pattern ARTICLE_HEADING = Pattern.compile("^#{2,3} .*記事.*$");
  private static final Pattern FORM =
      Pattern.compile("://forms\\.gle/|://docs\\.google\\.com(?::\\d+)?/forms/");
  private static final Pattern LETTERS =
      Pattern.compile("(?:お便り|おたより)[^\\[\\]\\n]{0,80}\\]\\(|(?:お便り|おたより)[^<\\n]{0,80}</a>");

  private final List<SourceLine> lines;
  private final List<FoundArticle> articles = new ArrayList<>();
  private @Nullable ArticleItem open;

  /** The line behind the item of the open article, else behind the last one. */
  private int textFrom;

  private int unread;

  private ArticleScan(List<SourceLine> lines) {
    this.lines = lines;
  }

  /**
   * An article as it stands in a post's body, from the file's line of its item on, with the address
   * after 引用元, "" when that line is empty.
   */
  record FoundArticle(
      String title, String url, int line, List<SourceLine> body, Optional<SourceLine> citation) {}

  /**
   * What a body holds, and the file's line of text that belongs to no article though it stands
   * before the first or ends with 引用元, 0 where there is none.
   */
  record Found(List<FoundArticle> articles, int unread) {}

  static Found scan(List<SourceLine> body, Layout layout, String title) {
    if (layout.articles() != Layout.Articles.LIST) {
      return SectionScan.scan(body, layout, title);
    }
    ArticleScan scan = new ArticleScan(afterHeading(body, layout.heading()));
    scan.items();
    if (scan.articles.isEmpty()) {
      scan.headings();
      return new Found(scan.articles, 0);
    }
    return new Found(scan.articles, scan.unread);
  }

  /** Whether a line of a post links to a form for listeners' letters. */
  static boolean linksForm(String line) {
    return FORM.matcher(line).find() || LETTERS.matcher(line).find();
  }

  /** The lines after the first heading of that name; all where there is none. */
  private static List<SourceLine> afterHeading(List<SourceLine> body, String heading) {
    Pattern links = Pattern.compile("^## " + Pattern.quote(heading) + "\\s*$");
    return IntStream.range(0, body.size())
        .filter(at -> links.matcher(body.get(at).text()).matches())
        .mapToObj(at -> body.subList(at + 1, body.size()))
        .findFirst()
        .orElse(body);
  }

  private void items() {
    int i = 0;
    while (i < lines.size()) {
      Optional<ArticleItem> item = ArticleItem.at(lines, i);
      if (citation(i).isPresent()) {
        close(i, citation(i));
      } else if (item.isPresent() && item.get().isLetterForm()) {
        close(i, Optional.empty());
      } else if (item.isPresent() && headsArticle(item.get())) {
        close(i, Optional.empty());
        open = item.get();
        textFrom = item.get().last() + 1;
      }
      i = item.map(ArticleItem::last).orElse(i) + 1;
    }
    close(lines.size(), Optional.empty());
  }

  /** An unmarked link is an article only with a 引用元 that the open article does not claim. */
  private boolean headsArticle(ArticleItem item) {
    if (item.marked()) {
      return true;
    }
    int from = item.last() + 1;
    int at = first(from, i -> citation(i).isPresent() || ArticleItem.at(lines, i).isPresent());
    Optional<SourceLine> citation = at < lines.size() ? citation(at) : Optional.empty();
    return citation.isPresent() && (open == null || !citation.get().text().equals(open.url()));
  }

  /** The address after 引用元 where a line begins with that. */
  private Optional<SourceLine> citation(int index) {
    SourceLine line = lines.get(index);
    Matcher cited = ArticleItem.CITATION.matcher(line.text());
    return cited.matches()
        ? Optional.of(new SourceLine(line.number(), cited.group(1).strip()))
        : Optional.empty();
  }

  private void close(int end, Optional<SourceLine> citation) {
    ArticleItem item = open;
    int from = textFrom;
    textFrom = end + 1;
    if (item == null) {
      // A text that ends with 引用元 is one whose item is written otherwise than those of articles.
      int text = first(from, at -> !lines.get(at).isBlank());
      if (citation.isPresent() && unread == 0 && text < end) {
        unread = lines.get(text).number();
      }
      return;
    }
    List<SourceLine> body = lines.subList(from, end);
    articles.add(
        new FoundArticle(
            item.title(),
            item.url(),
            lines.get(item.first()).number(),
            end == lines.size() ? withoutCredit(body) : body,
            citation));
    open = null;
  }

  /** The voice credit at the end of a post is no part of its last article. */
  private static List<SourceLine> withoutCredit(List<SourceLine> body) {
    int end = body.size();
    while (end > 0
        && (body.get(end - 1).isBlank() || body.get(end - 1).text().startsWith("VOICEVOX:"))) {
      end--;
    }
    return body.subList(0, end);
  }

  private void headings() {
    IntPredicate heads = at -> ARTICLE_HEADING.matcher(lines.get(at).text()).matches();
    for (int at = first(0, heads); at < lines.size(); at = first(at + 1, heads)) {
      int head = first(at + 1, it -> !lines.get(it).isBlank());
      Matcher link = SectionScan.LINK.matcher(head < lines.size() ? lines.get(head).text() : "");
      if (link.find()) {
        int end = first(head + 1, heads.or(it -> ArticleItem.at(lines, it).isPresent()));
        articles.add(
            new FoundArticle(
                link.group(1),
                link.group(2),
                lines.get(head).number(),
                lines.subList(head + 1, end),
                Optional.empty()));
        at = end - 1;
      }
    }
  }

  /** The first line from a place on that is such a one, the end where there is none. */
  private int first(int from, IntPredicate wanted) {
    return IntStream.range(from, lines.size()).filter(wanted).findFirst().orElse(lines.size());
  }

  /**
   * A link that stands as a list item of its own, {@code - [title](address)}, maybe over some
   * lines; those that head an article are marked by two spaces at their end.
   */
  private record ArticleItem(String title, String url, int first, int last, boolean marked) {
    static final Pattern CITATION = Pattern.compile("(?s)引用元[:：](.*)");

    /** The longest title of 549 posts spans eight lines. */
    private static final int MAX_LINES = 8;

    private static final String START = "- [";
    private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]");

    /** The item that starts at {@code lines[index]}. */
    static Optional<ArticleItem> at(List<SourceLine> lines, int index) {
      if (!lines.get(index).text().startsWith(START)) {
        return Optional.empty();
      }
      StringBuilder title = new StringBuilder();
      for (int i = index; i < Math.min(lines.size(), index + MAX_LINES); i++) {
        String line = lines.get(i).text();
        if (i > index && (line.startsWith(START) || CITATION.matcher(line).matches())) {
          return Optional.empty();
        }
        String rest = i == index ? line.substring(START.length()) : line;
        int end = titleEnd(rest);
        if (end >= 0) {
          title.append(rest, 0, end);
          String url = rest.stripTrailing();
          return Optional.of(
              new ArticleItem(
                  SPACE.matcher(title).replaceAll(" ").strip(),
                  url.substring(end + 2, url.length() - 1),
                  index,
                  i,
                  rest.endsWith("  ")));
        }
        title.append(rest.strip()).append(' ');
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
      return text.indexOf("](", space + 1);
    }

    /** Whether this is the form for listeners' letters. */
    boolean isLetterForm() {
      return title.contains("お便り投稿フォーム") || FORM.matcher(url).find();
    }
  }
}
