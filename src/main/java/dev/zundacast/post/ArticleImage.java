package dev.zundacast.post;

import dev.zundacast.words.Search;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.jsoup.Jsoup;

/** An article's Markdown to the address of its first picture. */
final class ArticleImage extends AbstractVisitor {
  /** Longer ones are no addresses but pictures in base 64. */
  private static final int LONGEST = 2_000;

  /** What Liquid puts in for these is the site's own address; a path of the site stays. */
  private static final Search SITE =
      Search.of("\\{\\{-?\\s{0,9}site\\.(?:url|baseurl)\\s{0,9}-?}}");

  private static final Search FILTERED =
      Search.of(
          "\\{\\{-?\\s{0,9}[\"']/?([^\"'{}]{1,2000}+)[\"']\\s{0,9}\\|\\s{0,9}"
              + "(?:relative|absolute)_url\\s{0,9}-?}}");

  private String found = "";

  private ArticleImage() {}

  /** The first picture's address as written, Liquid resolved, "" when the article has none. */
  static String first(List<SourceLine> body) {
    StringBuilder markdown = new StringBuilder();
    body.forEach(line -> markdown.append(withoutLiquid(line.text())).append('\n'));
    ArticleImage image = new ArticleImage();
    // Most articles have none, and to parse each once more takes a tenth of reading a post.
    if (markdown.indexOf("![") >= 0 || markdown.indexOf("<") >= 0) {
      MarkdownBlocks.parsed(markdown.toString()).accept(image);
    }
    return image.found;
  }

  private static String withoutLiquid(String line) {
    return FILTERED.replaceAll(SITE.replaceAll(line, ""), "/$1");
  }

  @Override
  public void visit(Image image) {
    take(image.getDestination());
  }

  @Override
  public void visit(HtmlInline html) {
    takeSource(html.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    takeSource(html.getLiteral());
  }

  private void takeSource(String html) {
    Jsoup.parseBodyFragment(html).select("img[src]").forEach(image -> take(image.attr("src")));
  }

  private void take(String address) {
    boolean inline = address.regionMatches(true, 0, "data:", 0, 5);
    if (found.isEmpty() && !inline && address.length() <= LONGEST) {
      found = address.strip();
    }
  }
}
