package dev.zundacast.post;

import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** An article's Markdown to blocks of plain text. */
final class MarkdownBlocks extends AbstractVisitor {
  /** Real posts nest lists three levels deep; beyond this, marks are text. */
  private static final int MAX_NESTING = 40;

  private static final List<Extension> EXTENSIONS =
      List.of(
          StrikethroughExtension.builder().requireTwoTildes(true).build(),
          FootnotesExtension.create(),
          TablesExtension.create());

  private static final Parser PARSER = parser(EXTENSIONS);
  private static final Parser WITHOUT_TABLES = parser(EXTENSIONS.subList(0, 2));

  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

  private final List<SourceLine> source;
  private final List<Block> blocks = new ArrayList<>();
  private Kind kind = Kind.PARAGRAPH;
  private int listDepth;
  private boolean itemStart;

  /** Whether no other item of the list has more than a row. */
  private boolean lastItem;

  /** Whether what is read stands behind its list, although Markdown puts it into the last item. */
  private boolean behind;

  private int codeDepth;

  private MarkdownBlocks(List<SourceLine> source, int codeDepth) {
    this.source = source;
    this.codeDepth = codeDepth;
  }

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING)
        .build();
  }

  static Node parsed(List<SourceLine> lines) {
    // A lone carriage return ends a line for the parser, and none of ours.
    return parsed(
        lines.stream()
            .map(line -> line.text().replace('\r', ' ') + "\n")
            .collect(Collectors.joining()));
  }

  /** As the page shows it. */
  static String html(List<SourceLine> lines) {
    return HtmlRenderer.builder().extensions(EXTENSIONS).build().render(parsed(lines));
  }

  private static Node parsed(String markdown) {
    try {
      return PARSER.parse(markdown);
    } catch (IllegalArgumentException e) {
      // More cells than the parser takes, so no table that a person wrote: its lines are text.
      return WITHOUT_TABLES.parse(markdown);
    }
  }

  /** The blocks of a text that stands in so many blocks of indented code. */
  static List<Block> of(List<SourceLine> source, int codeDepth) {
    MarkdownBlocks blocks = new MarkdownBlocks(source, codeDepth);
    parsed(source).accept(blocks);
    return blocks.blocks;
  }

  static String inlineText(String markdown) {
    // As a heading's content, nothing at its start can open a block.
    Node heading = parsed("# " + markdown).getFirstChild();
    return heading == null ? "" : PlainText.clean(InlineLines.text(heading));
  }

  @Override
  public void visit(Paragraph paragraph) {
    units(paragraph);
  }

  @Override
  public void visit(Heading heading) {
    List<InlineLines.Line> lines = InlineLines.of(heading);
    if (lines.size() > 1) {
      units(heading); // a paragraph above a line of dashes, no heading of that length
      return;
    }
    add(Kind.HEADING, heading.getLevel(), InlineLines.text(heading), line(heading));
  }

  @Override
  public void visit(BulletList list) {
    items(list, Kind.BULLET);
  }

  @Override
  public void visit(OrderedList list) {
    items(list, Kind.NUMBERED);
  }

  private void items(Node list, Kind itemKind) {
    Kind outer = kind;
    listDepth++;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      kind = itemKind;
      itemStart = true;
      lastItem = listDepth == 1 && item.getNext() == null && hasOneRow(item.getPrevious());
      visitChildren(item);
      itemStart = false;
      lastItem = false;
      behind = false;
    }
    listDepth--;
    kind = outer;
  }

  private static boolean hasOneRow(Node item) {
    Node text = item == null ? null : item.getFirstChild();
    return text != null && text.getNext() == null && text.getSourceSpans().size() == 1;
  }

  @Override
  public void visit(BlockQuote quote) {
    Kind outer = kind;
    kind = Kind.QUOTE;
    visitChildren(quote);
    kind = outer;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : PlainText.clean(code.getInfo());
    code(info.split(" ", 2)[0], line(code));
  }

  /** Indented prose is a list's text that lost its list; indented code stays code. */
  @Override
  public void visit(IndentedCodeBlock code) {
    if (!KANA.matcher(code.getLiteral()).find() || codeDepth > 3) {
      code("", line(code));
      return;
    }
    List<SourceLine> lines = new ArrayList<>();
    int first = firstLine(code);
    int index = 0;
    for (String text : code.getLiteral().split("\n", -1)) {
      lines.add(new SourceLine(number(first + index++), text));
    }
    blocks.addAll(of(lines, codeDepth + 1));
  }

  private void code(String language, int line) {
    blocks.add(new Block(Kind.CODE, 0, language, line));
  }

  @Override
  public void visit(HtmlBlock html) {
    blocks.addAll(HtmlBlocks.of(html.getLiteral(), line(html)));
  }

  @Override
  public void visit(CustomNode node) {
    if (!(node instanceof TableRow)) {
      visitChildren(node);
      return;
    }
    List<String> cells = new ArrayList<>();
    for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
      String text = cell instanceof TableCell ? PlainText.clean(InlineLines.text(cell)) : "";
      if (!text.isEmpty()) {
        cells.add(text);
      }
    }
    add(Kind.TABLE_ROW, 0, String.join("、", cells), line(node));
  }

  /** Lines of a paragraph: each is a unit of its own but where a sentence is wrapped. */
  private void units(Node paragraph) {
    StringBuilder wrapped = new StringBuilder();
    int first = firstLine(paragraph);
    int index = 0;
    int startedAt = first;
    for (InlineLines.Line line : InlineLines.of(paragraph)) {
      String text = line.text().strip();
      if (wrapped.length() == 0) {
        startedAt = first + index;
      } else if (RowMarks.startsBlock(line)
          || RowMarks.isLabelled(wrapped, text)
          || ((itemStart
                  || RowMarks.isNumbered(wrapped)
                  || RowMarks.isLabelled(wrapped, wrapped.toString()))
              && RowMarks.isItemHeading(wrapped, text))
          || (isBehind(first + index) && RowMarks.isWhole(wrapped, text))) {
        unit(wrapped, number(startedAt));
        startedAt = first + index;
      }
      behind |= wrapped.length() == 0 && index > 0 && isBehind(startedAt);
      index++;
      if (line.onlyImage()) {
        add(Kind.IMAGE, 0, text, number(startedAt));
      } else if (RowMarks.isHeadingLike(text)) {
        add(
            text.contains("。") ? Kind.PARAGRAPH : Kind.LABEL,
            0,
            text.substring(1),
            number(startedAt));
      } else {
        String added = text;
        if (!line.label().isEmpty() && wrapped.length() == 0) {
          added = line.rest();
          if (!startsItem(line.label(), number(startedAt))) {
            add(Kind.LABEL, 0, line.label(), number(startedAt));
          }
        }
        InlineLines.join(wrapped, added);
        if (line.endsBold()
            || added.isEmpty()
            || "。！？!?：:】".indexOf(added.charAt(added.length() - 1)) >= 0) {
          unit(wrapped, number(startedAt));
        }
      }
    }
    unit(wrapped, number(startedAt));
  }

  /** A row that is not set in as the last item is, is a paragraph that lost its empty line. */
  private boolean isBehind(int index) {
    return lastItem && !Character.isWhitespace(source.get(index).text().charAt(0));
  }

  /** The first text of a list's item is the item itself; what follows in it are paragraphs. */
  private boolean startsItem(String text, int line) {
    boolean starts = itemStart;
    if (starts) {
      itemStart = false;
      add(kind, listDepth, text, line);
      kind = Kind.PARAGRAPH;
    }
    return starts;
  }

  private void unit(StringBuilder wrapped, int line) {
    String text = PlainText.clean(wrapped.toString());
    wrapped.setLength(0);
    if (text.isEmpty() || startsItem(text, line)) {
      return;
    }
    if (text.startsWith("・") && text.length() > 1) {
      add(Kind.BULLET, listDepth + 1, text.substring(1), line);
    } else if (kind == Kind.PARAGRAPH && RowMarks.isNumbered(text)) {
      add(Kind.NUMBERED, listDepth + 1, RowMarks.withoutNumber(text), line);
    } else if (kind == Kind.PARAGRAPH && RowMarks.isLabel(text)) {
      add(Kind.LABEL, 0, RowMarks.withoutLabelMarks(text), line);
    } else {
      boolean quote = kind == Kind.QUOTE;
      add(quote ? kind : Kind.PARAGRAPH, quote || behind ? 0 : listDepth, text, line);
    }
  }

  private void add(Kind blockKind, int level, String text, int line) {
    String clean = PlainText.ofBlock(text);
    if (!clean.isEmpty()) {
      blocks.add(new Block(blockKind, level, clean, line));
    }
  }

  private int line(Node node) {
    return number(firstLine(node));
  }

  private static int firstLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.get(0).getLineIndex();
  }

  private int number(int index) {
    return source.isEmpty() ? 0 : source.get(Math.min(index, source.size() - 1)).number();
  }
}
