package dev.zundacast.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article's Markdown to the address of its first picture. */
final class ArticleImage {
  /**
   * {@code ![text](address "title")}, the address in angle brackets or not, or the source of an
   * {@code <img>}. Blanks may stand in an address, as Liquid writes them there.
   */
  private static final Pattern IMAGE =
      Pattern.compile(
          "!\\[[^\\]]*\\]\\(\\s*(?:<(?<angled>[^>]+)>|(?<plain>(?:\\{\\{.*?\\}\\}|[^\\s)])+))"
              + "|<img\\b[^>]*?\\bsrc\\s*=\\s*[\"']?(?<html>(?:\\{\\{.*?\\}\\}|[^\\s\"'>])+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private ArticleImage() {}

  /** The first picture's address as written, "" when the article has none. */
  static String first(List<SourceLine> body) {
    boolean code = false;
    for (SourceLine line : body) {
      if (FENCE.matcher(line.text()).matches()) {
        code = !code;
      } else if (!code) {
        Optional<String> address = in(line.text());
        if (address.isPresent()) {
          return address.get();
        }
      }
    }
    return "";
  }

  private static Optional<String> in(String line) {
    if (!line.contains("![") && !line.contains("<")) {
      return Optional.empty();
    }
    Matcher image = IMAGE.matcher(CODE.matcher(line).replaceAll(""));
    return image.find()
        ? Optional.ofNullable(image.group("angled"))
            .or(() -> Optional.ofNullable(image.group("plain")))
            .or(() -> Optional.ofNullable(image.group("html")))
        : Optional.empty();
  }
}
