package dev.zundacast.post;

import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.post.ArticleScan.FoundArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What looks wrong in an article but does not stop a build. */
final class PostWarnings {
  /** The shortest real summary has 44 characters; below this one, something usually failed. */
  private static final int SHORT_BODY = 50;

  private static final Pattern ADDRESS = Pattern.compile("https?://[^/]+.*");

  private static final List<String> NO_SUMMARY =
      Resource.rows(PostWarnings.class, "no-summary.txt");

  private static final String LINE_END = "post.writtenLineEnd";

  private final Path file;
  private final boolean mayLackLink;
  private final List<Diagnostic> warnings = new ArrayList<>();

  private PostWarnings(Path file, Layout.Articles kind) {
    this.file = file;
    this.mayLackLink = kind != Layout.Articles.LIST;
  }

  static List<Diagnostic> of(Path file, Layout.Articles kind, FoundArticle found, Article article) {
    PostWarnings warnings = new PostWarnings(file, kind);
    warnings.head(found, article);
    warnings.citation(found);
    found.body().forEach(warnings::line);
    warnings.body(found, article);
    return warnings.warnings;
  }

  private void head(FoundArticle found, Article article) {
    if (article.title().isEmpty()) {
      add(found.line(), "post.noTitle");
    }
    if (found.title().chars().filter(c -> c == '"').count() % 2 == 1
        || found.url().endsWith("\"")
        || found.url().endsWith("'")) {
      add(found.line(), "post.openQuote");
    }
    if (!(found.url().isEmpty() && mayLackLink) && !ADDRESS.matcher(found.url()).matches()) {
      add(found.line(), "post.badLink", found.url());
    }
  }

  private void citation(FoundArticle found) {
    Optional<SourceLine> citation = found.citation();
    if (citation.isEmpty()) {
      return; // it would only repeat the link above
    }
    String address = citation.get().text();
    if (address.isEmpty()) {
      add(citation.get().number(), "post.emptyCitation", found.url());
    } else if (!address.equals(found.url())) {
      add(citation.get().number(), "post.otherLink", address, found.url());
    }
  }

  private void line(SourceLine line) {
    if (LeftoverText.hasWrittenLineEnd(line.text()) && isNew(LINE_END)) {
      add(line.number(), LINE_END);
    }
    if (PlainText.hasCount(line.text().strip())) {
      add(line.number(), "post.count");
    }
    if (line.text().startsWith("要約:") || line.text().startsWith("要約：")) {
      add(line.number(), "post.label");
    }
    if (line.text().contains("{{") || line.text().contains("{%")) {
      add(line.number(), "post.liquid");
    }
    for (String sign : NO_SUMMARY) {
      if (line.text().contains(sign)) {
        add(line.number(), "post.errorPage", sign);
      }
    }
  }

  /** What a program left in one line of an article it left in all of them: it is told once. */
  private boolean isNew(String key) {
    return warnings.stream().noneMatch(it -> it.message().key().equals(key));
  }

  private void body(FoundArticle found, Article article) {
    long length =
        article.blocks().stream()
            .mapToLong(it -> it.text().chars().filter(c -> !Character.isWhitespace(c)).count())
            .sum();
    if (length < SHORT_BODY) {
      add(found.line(), "post.shortText", length);
    }
    String raw =
        found.body().stream()
            .map(line -> line.text().strip())
            .filter(text -> !text.isEmpty())
            .reduce("", (before, text) -> text);
    if (raw.endsWith("。'") || raw.endsWith("。\"")) {
      add(found.line(), "post.openQuoteAtEnd");
    }
  }

  private void add(int line, String key, Object... values) {
    warnings.add(Diagnostic.at(file, line, key, values));
  }
}
