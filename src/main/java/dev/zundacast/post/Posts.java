package dev.zundacast.post;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.post.ArticleScan.FoundArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A post's file to a {@link Post}: its front matter values and the articles of its body. */
public final class Posts {
  /** The longest of 549 real posts has 20 kB; a file of megabytes is no post. */
  private static final long MAX_BYTES = 4 << 20;

  private static final Pattern NUMBER = Pattern.compile("(?:.*\\D)?(\\d{1,9})\\.[A-Za-z]+");

  private final Path file;
  private final byte[] bytes;
  private final FrontMatter frontMatter;
  private final List<Diagnostic> warnings = new ArrayList<>();

  private Posts(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    this.frontMatter = FrontMatter.parse(file, bytes);
  }

  /** Reads a post; refuses a wrong front matter and a body without any article. */
  public static Post read(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    return new Posts(absolute, bytes(absolute)).post();
  }

  /** The bytes of a post's file, which is there and not far too large for a post. */
  public static byte[] bytes(Path file) throws IOException {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw Problem.in(
            Diagnostic.of(file, "the file has " + size + " bytes, which is no post")
                .withNext("name a Markdown file of at most " + MAX_BYTES + " bytes"));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw Problem.in(Diagnostic.of(file, "no such post").withNext("check the path")).causedBy(e);
    }
  }

  private Post post() {
    ArticleScan.Found found = ArticleScan.scan(body());
    List<Article> articles = new ArrayList<>();
    for (FoundArticle one : found.articles()) {
      articles.add(article(articles.size() + 1, one));
    }
    if (articles.isEmpty()) {
      throw noArticle();
    }
    return new Post(
        file,
        PlainText.unescaped(value("title")),
        PlainText.unescaped(value("description")),
        date(),
        number(),
        frontMatter.values("actor_ids").stream().map(PlainText::clean).toList(),
        value(FrontMatter.PATH).strip(),
        value("image_url").strip(),
        articles,
        found.letterUrl(),
        warnings);
  }

  private List<SourceLine> body() {
    int start = frontMatter.bodyStart();
    String text = FrontMatterText.decode(file, bytes, start, bytes.length);
    return SourceLine.split(text, frontMatter.bodyLine());
  }

  private Article article(int number, FoundArticle found) {
    List<Block> blocks = MarkdownBlocks.of(LeftoverText.removed(found.body()));
    String title = MarkdownBlocks.inlineText(found.title());
    String image = ArticleImage.first(found.body());
    Article article = new Article(number, title, found.url(), found.line(), image, blocks);
    warnings.addAll(PostWarnings.of(file, found, article));
    return article;
  }

  private Problem noArticle() {
    return Problem.in(
        Diagnostic.at(
                file,
                frontMatter.bodyLine(),
                "no article found: expected list items like '- [title](https://…)  '"
                    + " below a line '## 関連リンク'")
            .withNext("end each item with two spaces and each summary with '引用元: ADDRESS'"));
  }

  private String value(String key) {
    return frontMatter.value(key).orElse("");
  }

  private OffsetDateTime date() {
    String written = value("date");
    String name = file.getFileName().toString();
    return (written.isBlank() ? PostDates.ofFileName(name) : PostDates.parse(written))
        .orElseThrow(() -> noDate(written));
  }

  private Problem noDate(String written) {
    String what =
        written.isBlank()
            ? "the post has no date, neither in its front matter nor in its file name"
            : "date: expected 2026-03-18 05:00:00 +0900 but was '" + PlainText.clean(written) + "'";
    return Problem.in(
        frontMatter.at("date", what).withNext("write 'date: 2026-03-18 05:00:00 +0900'"));
  }

  private OptionalInt number() {
    Matcher name = NUMBER.matcher(file.getFileName().toString());
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }
}
