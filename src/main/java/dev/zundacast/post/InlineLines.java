package dev.zundacast.post;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/** Inline Markdown to lines of plain text. */
final class InlineLines extends AbstractVisitor {
  /**
   * CommonMark leaves the marks of {@code **語（ご）**は} standing, because a bracket beside a letter
   * cannot close there; kramdown, which renders the site, takes them. Only marks between ASCII
   * characters, as in {@code 2**3}, are text: those are found as the group.
   */
  private static final Pattern STRONG_MARK =
      Pattern.compile("(?<=\\p{ASCII})(\\*\\*)(?=\\p{ASCII})|\\*\\*");

  /** Elements of running text; any other name in a sentence is more likely spoken of than used. */
  private static final Set<String> PHRASING =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
          "sup", "time", "tt", "u", "var", "wbr");

  private static final Set<String> HIDDEN =
      Set.of("script", "style", "iframe", "noscript", "template", "svg", "object");

  private static final Set<String> RUBY_TEXT = Set.of("rt", "rp", "rtc");

  private static final Pattern NAME = Pattern.compile("</?([-\\p{L}\\p{Nd}]*)");

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final Set<String> closedTags = new HashSet<>();

  /** The HTML of a ruby element that is not closed yet. */
  private final StringBuilder ruby = new StringBuilder();

  private int boldDepth;
  private int imageDepth;
  private int boldPrefix;
  private boolean endsBold;
  private boolean imageText;
  private boolean otherText;
  private int hiddenDepth;

  /**
   * One line of a paragraph as plain text, not yet cleaned; the label is the bold text that it
   * begins with, "" when that is none, and {@code rest} what follows it.
   */
  record Line(String text, String label, String rest, boolean endsBold, boolean onlyImage) {}

  private InlineLines() {}

  static List<Line> of(Node block) {
    InlineLines lines = new InlineLines();
    lines.findClosedTags(block);
    lines.visitChildren(block);
    lines.endLine();
    return lines.lines;
  }

  static String text(Node block) {
    StringBuilder text = new StringBuilder();
    of(block).forEach(line -> join(text, line.text()));
    return text.toString();
  }

  private void findClosedTags(Node block) {
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlInline html && html.getLiteral().startsWith("</")) {
        closedTags.add(tagName(html.getLiteral()));
      }
    }
  }

  @Override
  public void visit(Text text) {
    append(RubyText.guarded(STRONG_MARK.matcher(text.getLiteral()).replaceAll("$1")));
  }

  @Override
  public void visit(Code code) {
    append(RubyText.literal(code.getLiteral()));
  }

  @Override
  public void visit(StrongEmphasis strong) {
    boolean atStart = line.toString().isBlank() && ruby.isEmpty();
    boldDepth++;
    visitChildren(strong);
    boldDepth--;
    if (atStart) {
      boldPrefix = line.length();
    }
  }

  @Override
  public void visit(Image image) {
    imageDepth++;
    visitChildren(image);
    imageDepth--;
  }

  @Override
  public void visit(SoftLineBreak softBreak) {
    endLine();
  }

  @Override
  public void visit(HardLineBreak hardBreak) {
    endLine();
  }

  @Override
  public void visit(CustomNode node) {
    // Of a footnote here is the mark only: its text stands where it is defined.
    if (!(node instanceof FootnoteReference)) {
      visitChildren(node);
    }
  }

  @Override
  public void visit(HtmlInline html) {
    String literal = html.getLiteral();
    String name = tagName(literal);
    if (name.equals("ruby")) {
      append(takeRuby());
      ruby.append(literal.startsWith("</") ? "" : literal);
    } else if (RUBY_TEXT.contains(name) || (name.equals("rb") && !ruby.isEmpty())) {
      ruby.append(ruby.isEmpty() ? "" : literal);
    } else if (name.equals("br")) {
      endLine();
    } else if (name.equals("img")) {
      append(Jsoup.parseBodyFragment(literal).select("img").attr("alt"));
    } else if (isHidden(name)) {
      hiddenDepth = Math.max(0, hiddenDepth + (literal.startsWith("</") ? -1 : 1));
    } else if (!isMarkup(name)) {
      append(literal);
    }
  }

  /** The name in {@code <name …>} or {@code </name>} in lower case, "" for comments. */
  private static String tagName(String literal) {
    Matcher name = NAME.matcher(literal);
    return name.lookingAt() ? name.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** Whether a tag is no text: a comment, or an element that this paragraph uses as one. */
  private boolean isMarkup(String name) {
    return name.isEmpty()
        || PHRASING.contains(name)
        || (Tag.isKnownTag(name) && closedTags.contains(name));
  }

  /** Whether what stands in such an element is not shown. */
  static boolean isHidden(String name) {
    return HIDDEN.contains(name);
  }

  private void append(String text) {
    if (hiddenDepth > 0 || text.isEmpty()) {
      return;
    }
    if (!ruby.isEmpty()) {
      ruby.append(Entities.escape(text));
      return;
    }
    line.append(text);
    if (!text.isBlank()) {
      endsBold = boldDepth > 0;
      imageText |= imageDepth > 0;
      otherText |= imageDepth == 0;
    }
  }

  private String takeRuby() {
    String html = ruby.toString();
    ruby.setLength(0);
    return html.isEmpty() ? "" : RubyText.of(Jsoup.parseBodyFragment(html).body().child(0));
  }

  private void endLine() {
    line.append(takeRuby());
    String text = line.toString();
    if (!text.isBlank()) {
      String label = label(text);
      String rest = label.isEmpty() ? text : afterColon(text.substring(boldPrefix));
      lines.add(new Line(text, label, rest, endsBold, imageText && !otherText));
    }
    line.setLength(0);
    boldPrefix = 0;
    endsBold = false;
    imageText = false;
    otherText = false;
  }

  /** Bold text at the start is a label when a colon ends it or when it is the whole line. */
  private String label(String text) {
    if (boldPrefix == 0) {
      return "";
    }
    String bold = text.substring(0, boldPrefix).strip();
    String rest = text.substring(boldPrefix).strip();
    boolean label = rest.isEmpty() || !afterColon(rest).equals(rest) || endsWithColon(bold);
    return label && !bold.endsWith("。") ? withoutColon(bold) : "";
  }

  private static String afterColon(String text) {
    return text.strip().replaceFirst("^[:：]", "").strip();
  }

  static boolean endsWithColon(String text) {
    return text.endsWith(":") || text.endsWith("：");
  }

  static String withoutColon(String text) {
    return endsWithColon(text) ? text.substring(0, text.length() - 1).strip() : text;
  }

  /** Joins wrapped lines: with a space between words of Latin script, without one elsewhere. */
  static void join(StringBuilder text, String line) {
    String next = line.strip();
    if (text.length() > 0 && !next.isEmpty()) {
      char before = text.charAt(text.length() - 1);
      if (isLatin(before) && isLatin(next.charAt(0))) {
        text.append(' ');
      }
    }
    text.append(next);
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x250;
  }
}
