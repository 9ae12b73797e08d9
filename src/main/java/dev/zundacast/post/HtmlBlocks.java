package dev.zundacast.post;

import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/** A block of HTML inside Markdown to blocks of plain text. */
final class HtmlBlocks {
  private final int line;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Kind kind = Kind.PARAGRAPH;
  private int level;
  private int listDepth;

  private HtmlBlocks(int line) {
    this.line = line;
  }

  static List<Block> of(String html, int line) {
    HtmlBlocks blocks = new HtmlBlocks(line);
    blocks.children(Jsoup.parseBodyFragment(html).body());
    blocks.end();
    return blocks.blocks;
  }

  private void children(Element parent) {
    // jsoup bounds the depth of what it parses, so this recursion is bounded too.
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode plain) {
        text.append(RubyText.guarded(plain.getWholeText().replace('\n', ' ')));
      } else if (node instanceof Element element) {
        element(element);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (InlineLines.isHidden(name)) {
      return;
    }
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> block(element, Kind.HEADING, name.charAt(1) - '0');
      case "ul", "ol" -> {
        end();
        listDepth++;
        children(element);
        listDepth--;
      }
      case "li" ->
          block(
              element, element.is("ol > li") ? Kind.NUMBERED : Kind.BULLET, Math.max(1, listDepth));
      case "blockquote" -> block(element, Kind.QUOTE, 0);
      case "pre" -> {
        end();
        blocks.add(new Block(Kind.CODE, 0, "", line));
      }
      case "tr" -> {
        end();
        add(Kind.TABLE_ROW, 0, String.join("、", element.children().eachText()));
      }
      case "ruby" -> text.append(RubyText.of(element));
      case "br" -> end();
      case "img" -> add(Kind.IMAGE, 0, element.attr("alt"));
      default -> other(element, name);
    }
  }

  private void other(Element element, String name) {
    if (!Tag.isKnownTag(name)) {
      text.append('<').append(element.tagName()).append('>');
      children(element);
    } else if (element.isBlock()) {
      block(element, kind, level);
    } else {
      children(element);
    }
  }

  private void block(Element element, Kind blockKind, int blockLevel) {
    end();
    Kind outerKind = kind;
    int outerLevel = level;
    kind = blockKind;
    level = blockLevel;
    children(element);
    end();
    kind = outerKind;
    level = outerLevel;
  }

  private void end() {
    String content = text.toString();
    text.setLength(0);
    add(kind, level, content);
  }

  private void add(Kind blockKind, int blockLevel, String content) {
    String clean = PlainText.clean(content);
    if (!clean.isEmpty()) {
      blocks.add(new Block(blockKind, blockLevel, clean, line));
    }
  }
}
