package dev.zundacast.post;

import dev.zundacast.post.ArticleScan.Found;
import dev.zundacast.post.ArticleScan.FoundArticle;
import dev.zundacast.post.Layout.Articles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/** A body to its articles: each heading of one level with its text, or the whole text as one. */
final class SectionScan {
  private static final Pattern MARKED =
      Pattern.compile(" {0,3}#{1,6}[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*");

  /** Title and address; possessive, as pictures written out in a post have addresses of 100 kB. */
  static final Pattern LINK =
      Pattern.compile(
          "\\[((?:[^\\[\\]]++|\\[[^\\[\\]]*+])++)]"
              + "\\(((?:[^\\s()]++|\\([^\\s()]*+\\))++)(?:\\s+\"[^\"]*\")?\\)");

  private static final Pattern CITATION =
      Pattern.compile("(?:引用元|出典|Source)\\s*[:：]\\s*(\\S+|" + LINK + ")");

  /** What Hugo and MDX put between the text. */
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "\\{\\{[<%].*?[%>]}}|\\{/\\*.*?\\*/}|^(?:import|export)\\s.*\\bfrom\\s+['\"].*");

  private final Layout layout;
  private final List<SourceLine> lines;
  private final List<FoundArticle> articles = new ArrayList<>();
  private int unread;

  private SectionScan(Layout layout, List<SourceLine> lines) {
    this.layout = layout;
    this.lines = lines;
  }

  /** A heading of the article's level or one above it, and the index of the line behind it. */
  private record Heading(int index, int body, int level, String text) {}

  static Found scan(List<SourceLine> body, Layout layout, String title) {
    List<SourceLine> lines =
        body.stream()
            .map(it -> new SourceLine(it.number(), SHORTCODE.matcher(it.text()).replaceAll("")))
            .toList();
    SectionScan scan = new SectionScan(layout, lines);
    if (layout.articles() == Articles.WHOLE) {
      scan.whole(title);
    } else {
      scan.sections();
    }
    return new Found(scan.articles, scan.unread);
  }

  private void whole(String title) {
    if (lines.stream().anyMatch(line -> !line.isBlank())) {
      articles.add(new FoundArticle(title, "", lines.get(0).number(), lines, Optional.empty()));
    }
  }

  private void sections() {
    List<Heading> headings = headings();
    int first = headings.isEmpty() ? lines.size() : headings.get(0).index;
    unread =
        lines.subList(0, first).stream()
            .filter(line -> !line.isBlank())
            .mapToInt(SourceLine::number)
            .findFirst()
            .orElse(0);
    for (int i = 0; i < headings.size(); i++) {
      int end = i + 1 < headings.size() ? headings.get(i + 1).index : lines.size();
      section(headings.get(i), end);
    }
  }

  private void section(Heading heading, int end) {
    boolean skipped =
        layout.skipped().stream().anyMatch(name -> name.equalsIgnoreCase(heading.text.strip()));
    List<SourceLine> body = lines.subList(heading.body, end);
    if (heading.level == layout.level() && !skipped && body.stream().anyMatch(l -> !l.isBlank())) {
      articles.add(article(heading, body));
    }
  }

  private FoundArticle article(Heading heading, List<SourceLine> body) {
    int line = lines.get(heading.index).number();
    Matcher link = LINK.matcher(heading.text);
    String title = link.matches() ? link.group(1) : heading.text;
    String url = link.matches() ? link.group(2) : link(heading.text).orElseGet(() -> address(body));
    return new FoundArticle(title, url, line, withoutCitation(body), Optional.empty());
  }

  /** Where the article is from: what it cites, else the first link in it. */
  private static String address(List<SourceLine> body) {
    Optional<String> cited =
        body.stream()
            .map(line -> CITATION.matcher(line.text().strip()))
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .map(written -> link(written).orElse(written.replaceAll("^<|>$", "")))
            .findFirst();
    return cited
        .or(() -> body.stream().flatMap(line -> link(line.text()).stream()).findFirst())
        .orElse("");
  }

  private static Optional<String> link(String text) {
    return LINK.matcher(text)
        .results()
        .map(found -> found.group(2))
        .filter(address -> address.matches("https?://.+"))
        .findFirst();
  }

  private static List<SourceLine> withoutCitation(List<SourceLine> body) {
    return body.stream()
        .filter(line -> !CITATION.matcher(line.text().strip()).matches())
        .filter(line -> !line.text().startsWith("VOICEVOX:"))
        .toList();
  }

  private List<Heading> headings() {
    Node node = MarkdownBlocks.parsed(lines).getFirstChild();
    List<Heading> headings = new ArrayList<>();
    for (; node != null; node = node.getNext()) {
      int rows = node.getSourceSpans().size();
      // A paragraph of several lines above a line of dashes is no heading of that length.
      if (node instanceof org.commonmark.node.Heading found
          && found.getFirstChild() != null
          && found.getLevel() <= layout.level()
          && rows <= 2) {
        int index = node.getSourceSpans().get(0).getLineIndex();
        headings.add(new Heading(index, index + rows, found.getLevel(), title(index)));
      }
    }
    return headings;
  }

  private String title(int index) {
    String text = lines.get(index).text();
    Matcher marked = MARKED.matcher(text);
    return marked.matches() ? marked.group(1) : text.strip();
  }
}
