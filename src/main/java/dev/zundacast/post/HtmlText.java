package dev.zundacast.post;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** What HTML tags inside Markdown mean for the text: markup, text that looks like a tag, hidden. */
final class HtmlText {
  /** Elements of running text; any other name in a sentence is more likely spoken of than used. */
  private static final Set<String> PHRASING =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
          "sup", "time", "tt", "u", "var", "wbr");

  private static final Set<String> HIDDEN =
      Set.of("script", "style", "iframe", "noscript", "template", "svg", "object");

  private static final Pattern NAME = Pattern.compile("</?([-\\p{L}\\p{Nd}]*)");

  private HtmlText() {}

  /** The name in {@code <name …>} or {@code </name>} in lower case, "" for comments. */
  static String tagName(String literal) {
    Matcher name = NAME.matcher(literal);
    return name.lookingAt() ? name.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** Whether a tag is no text: a comment, or an element that this paragraph uses as one. */
  static boolean isMarkup(String name, Set<String> closedInParagraph) {
    return name.isEmpty()
        || PHRASING.contains(name)
        || (Tag.isKnownTag(name) && closedInParagraph.contains(name));
  }

  static boolean isHidden(String name) {
    return HIDDEN.contains(name);
  }

  /** The alternative text of an {@code <img>}. */
  static String imageText(String literal) {
    Element image = Jsoup.parseBodyFragment(literal).selectFirst("img");
    return image == null ? "" : image.attr("alt");
  }
}
