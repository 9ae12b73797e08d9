package dev.zundacast.post;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.post.ArticleScan.FoundArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A post's file to a {@link Post}: its front matter values and the articles of its body. */
public final class Posts {
  /** The longest of 549 real posts has 20 kB; a file of megabytes is no post. */
  private static final long MAX_BYTES = 4 << 20;

  private static final Pattern NUMBER = Pattern.compile("(?:.*\\D)?(\\d{1,9})");

  /** A site's name behind the two blanks between which a bar stood; a subtitle is no such name. */
  private static final Pattern SITE = Pattern.compile("(?<=\\S) {2,}(?![-―—–])[^。]{1,32}$");

  private final Path file;
  private final FrontMatter frontMatter;
  private final List<Diagnostic> warnings = new ArrayList<>();

  private Posts(FrontMatter frontMatter) {
    this.file = frontMatter.file();
    this.frontMatter = frontMatter;
  }

  /** Reads a post; refuses a wrong front matter and a body without any article. */
  public static Post read(Path file) throws IOException {
    return of(FrontMatter.read(file.toAbsolutePath().normalize()));
  }

  /** The post that begins with a front matter. */
  public static Post of(FrontMatter frontMatter) {
    return new Posts(frontMatter).post();
  }

  /** The day of a post, by its name or else by its front matter; empty where neither says it. */
  public static Optional<LocalDate> day(Path file) throws IOException {
    Optional<OffsetDateTime> named = PostDates.ofFileName(Post.stem(file));
    if (named.isPresent()) {
      return named.map(OffsetDateTime::toLocalDate);
    }
    try {
      return PostDates.parse(FrontMatter.read(file).value("date").orElse(""))
          .map(OffsetDateTime::toLocalDate);
    } catch (Problem unreadable) {
      return Optional.empty();
    }
  }

  /** The bytes of a post's file, which is there and not far too large for a post. */
  public static byte[] bytes(Path file) throws IOException {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw Problem.in(Diagnostic.of(file, "post.tooLarge", size, MAX_BYTES));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw Problem.in(Diagnostic.of(file, "post.none")).causedBy(e);
    }
  }

  private Post post() {
    List<SourceLine> body = frontMatter.body();
    String title = PlainText.unescaped(value("title"));
    ArticleScan.Found found = ArticleScan.scan(body, frontMatter.layout(), title);
    List<Article> articles = new ArrayList<>();
    for (FoundArticle one : found.articles()) {
      articles.add(article(articles.size() + 1, one));
    }
    if (articles.isEmpty()) {
      throw noArticle(body);
    }
    if (found.unread() > 0) {
      boolean list = frontMatter.layout().articles() == Layout.Articles.LIST;
      String what = list ? "post.textOfNoItem" : "post.textBeforeHeading";
      warnings.add(Diagnostic.at(file, found.unread(), what));
    }
    warnings.sort(Comparator.comparingInt(Diagnostic::line));
    return new Post(
        file,
        title,
        PlainText.unescaped(value("description")),
        PlainText.unescaped(value("information")).strip(),
        date(),
        number(),
        frontMatter.values("actor_ids").stream().map(PlainText::clean).toList(),
        frontMatter.path(),
        value("image_url").strip(),
        body.stream().anyMatch(line -> ArticleScan.linksForm(line.text())),
        articles,
        warnings);
  }

  private Article article(int number, FoundArticle found) {
    List<Block> blocks = MarkdownBlocks.of(LeftoverText.removed(found.body()), 0);
    String title = MarkdownBlocks.inlineText(found.title());
    String bare = withoutSite(found.title());
    String name = bare.equals(found.title()) ? title : MarkdownBlocks.inlineText(bare);
    String image = ArticleImage.first(found.body());
    List<String> comments = comments();
    String comment = number <= comments.size() ? comments.get(number - 1) : "";
    Article article =
        new Article(number, title, name, found.url(), found.line(), image, blocks, comment);
    warnings.addAll(PostWarnings.of(file, frontMatter.layout().articles(), found, article));
    return article;
  }

  /** The host's own words, one for each article; themes know a single value of this key. */
  private List<String> comments() {
    return frontMatter.value("comments").isPresent()
        ? List.of()
        : frontMatter.values("comments").stream().map(PlainText::unescaped).toList();
  }

  /** A title without what stands behind two blanks, where its bar was: Title Site. */
  private static String withoutSite(String title) {
    Matcher site = SITE.matcher(title);
    return site.find() ? withoutSite(site.replaceFirst("")) : title;
  }

  private Problem noArticle(List<SourceLine> body) {
    Layout layout = frontMatter.layout();
    Message expected =
        switch (layout.articles()) {
          case LIST -> Message.of("post.expected.list");
          case HEADINGS -> Message.of("post.expected.level", "#".repeat(layout.level()));
          case WHOLE -> Message.of("post.expected.text");
        };
    Message next = PostFit.advice(file, body, layout).orElse(Message.of("post.endSummaries"));
    return Problem.in(
        Diagnostic.at(file, frontMatter.bodyLine(), "post.noArticle", expected).withNext(next));
  }

  private String value(String key) {
    return frontMatter.value(key).orElse("");
  }

  private OffsetDateTime date() {
    String written = value("date");
    String name = Post.stem(file);
    return (written.isBlank() ? PostDates.ofFileName(name) : PostDates.parse(written))
        .orElseThrow(() -> noDate(written));
  }

  private Problem noDate(String written) {
    String found = PlainText.clean(written);
    if (PostDates.DATE.matcher(written.strip()).matches()) {
      return Problem.in(frontMatter.at("date", Message.of("post.noSuchDay", found)));
    }
    Message what =
        written.isBlank() ? Message.of("post.noDate") : Message.of("post.badDate", found);
    return Problem.in(frontMatter.at("date", what).withNext("post.writeDate"));
  }

  private OptionalInt number() {
    Matcher name = NUMBER.matcher(Post.stem(file));
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }

  /** The ways in which posts write their date. */
  static final class PostDates {
    /** A post without an offset means its own show's time, and the shows read here are Japanese. */
    private static final ZoneOffset HOME = ZoneOffset.ofHours(9);

    private static final Pattern DATE =
        Pattern.compile(
            "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
                + "(?:[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?"
                + "\\s*(Z|UTC|JST|[+-]\\d{1,2}(?::?\\d{2})?)?");

    private PostDates() {}

    static Optional<OffsetDateTime> parse(String value) {
      String text = value.strip();
      Matcher date = DATE.matcher(text);
      try {
        return date.matches()
            ? Optional.of(at(date))
            : Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
      } catch (DateTimeException e) {
        return Optional.empty(); // the caller says what was expected
      }
    }

    /** The date that a post's file name begins with. */
    static Optional<OffsetDateTime> ofFileName(String name) {
      Matcher date = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})-.*").matcher(name);
      return date.matches() ? parse(date.group(1)) : Optional.empty();
    }

    private static OffsetDateTime at(Matcher date) {
      LocalDate day = LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
      LocalDateTime time = day.atTime(number(date, 4), number(date, 5), number(date, 6));
      return time.atOffset(offset(date.group(7)));
    }

    private static int number(Matcher date, int group) {
      return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
    }

    private static ZoneOffset offset(String text) {
      if (text == null || text.equals("JST")) {
        return HOME;
      }
      return text.equals("UTC")
          ? ZoneOffset.UTC
          : ZoneOffset.of(text.length() == 2 ? text + ":00" : text);
    }
  }

  /** An article's Markdown to the address of its first picture. */
  static final class ArticleImage {
    /** Longer ones are no addresses but pictures in base 64. */
    private static final int LONGEST = 2_000;

    /** What Liquid puts in for these is the site's own address; a path of the site stays. */
    private static final Pattern SITE =
        Pattern.compile("\\{\\{-?\\s{0,9}site\\.(?:url|baseurl)\\s{0,9}-?}}");

    private static final Pattern FILTERED =
        Pattern.compile(
            "\\{\\{-?\\s{0,9}[\"']/?([^\"'{}]{1,2000}+)[\"']\\s{0,9}\\|\\s{0,9}"
                + "(?:relative|absolute)_url\\s{0,9}-?}}");

    private ArticleImage() {}

    /** The first picture's address as written, Liquid resolved, "" when the article has none. */
    static String first(List<SourceLine> body) {
      List<SourceLine> lines = body.stream().map(ArticleImage::withoutLiquid).toList();
      // Most articles have none, and to parse each once more takes a tenth of reading a post.
      if (lines.stream().noneMatch(it -> it.text().contains("![") || it.text().contains("<"))) {
        return "";
      }
      Element page = Jsoup.parseBodyFragment(MarkdownBlocks.html(lines)).body();
      return page.select("img[src]").stream()
          .map(image -> image.attr("src").strip())
          .filter(it -> !it.isEmpty() && it.length() <= LONGEST)
          .filter(it -> !it.regionMatches(true, 0, "data:", 0, 5))
          .findFirst()
          .orElse("");
    }

    private static SourceLine withoutLiquid(SourceLine line) {
      String resolved = SITE.matcher(line.text()).replaceAll("");
      return new SourceLine(line.number(), FILTERED.matcher(resolved).replaceAll("/$1"));
    }
  }
}
