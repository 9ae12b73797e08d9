package dev.zundacast.post;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Takes out of an article's Markdown what the program that wrote the post left in it by mistake:
 * line ends written as {@code \n}, the folding of a YAML string, labels of a template, quotes that
 * close nothing, Liquid.
 */
final class LeftoverText {
  /** A written line end: where a sentence cannot hold it, or doubled; never in a Windows path. */
  private static final Pattern LINE_END =
      Pattern.compile(
          "(?:\\\\n){2,}|(?<![A-Za-z0-9:「『`\"'\\\\/])\\\\n(?!」|』|`)|(?<=[：:])\\\\n(?=\\P{Alpha})");

  private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~)");
  private static final Pattern TITLE_LABEL = Pattern.compile("^タイトル\\s*[:：].*$");
  private static final Pattern SUMMARY_LABEL = Pattern.compile("^\\**要約\\s*[:：]\\**\\s*");
  private static final Pattern RAW = Pattern.compile("\\{%-?\\s*(?:end)?raw\\s*-?%}");

  private LeftoverText() {}

  static boolean hasWrittenLineEnd(String line) {
    return line.contains("\\n") && LINE_END.matcher(line).find();
  }

  /** The Markdown that was meant; every line keeps the number of the line that it came from. */
  static List<SourceLine> removed(List<SourceLine> body) {
    return withoutStrayQuotes(withoutLabels(withoutLiquid(withLineEnds(body))));
  }

  private static List<SourceLine> withLineEnds(List<SourceLine> body) {
    List<SourceLine> lines = new ArrayList<>();
    boolean fenced = false;
    for (SourceLine line : unfolded(body)) {
      if (FENCE.matcher(line.text()).find()) {
        fenced = !fenced;
      }
      if (fenced || !line.text().contains("\\n")) {
        lines.add(line);
      } else {
        for (String part : LINE_END.matcher(line.text()).replaceAll("\n").split("\n", -1)) {
          lines.add(new SourceLine(line.number(), part));
        }
      }
    }
    return lines;
  }

  /** Joins {@code …\} with a following {@code \ …}, as a double-quoted YAML string is folded. */
  private static List<SourceLine> unfolded(List<SourceLine> body) {
    List<SourceLine> lines = new ArrayList<>();
    StringBuilder folded = new StringBuilder();
    int number = 0;
    for (int i = 0; i < body.size(); i++) {
      String text = body.get(i).text();
      if (folded.length() == 0) {
        number = body.get(i).number();
        folded.append(text);
      } else {
        String continued = text.stripLeading();
        folded.append(continued.startsWith("\\ ") ? continued.substring(1) : continued);
      }
      boolean folds =
          text.endsWith("\\")
              && i + 1 < body.size()
              && body.get(i + 1).text().stripLeading().startsWith("\\");
      if (folds) {
        folded.setLength(folded.length() - 1);
      } else {
        lines.add(new SourceLine(number, folded.toString()));
        folded.setLength(0);
      }
    }
    return lines;
  }

  /** Jekyll evaluates Liquid before Markdown, in code too: its text never reaches the page. */
  private static List<SourceLine> withoutLiquid(List<SourceLine> body) {
    List<SourceLine> lines = new ArrayList<>();
    boolean raw = false;
    for (SourceLine line : body) {
      if (!line.text().contains("{{") && !line.text().contains("{%")) {
        lines.add(line);
        continue;
      }
      StringBuilder text = new StringBuilder();
      Matcher mark = RAW.matcher(line.text());
      int from = 0;
      while (mark.find()) {
        text.append(evaluated(line.text().substring(from, mark.start()), raw));
        raw = !mark.group().contains("end");
        from = mark.end();
      }
      text.append(evaluated(line.text().substring(from), raw));
      lines.add(new SourceLine(line.number(), text.toString()));
    }
    return lines;
  }

  private static String evaluated(String text, boolean raw) {
    return raw ? text : without(without(text, "{{", "}}"), "{%", "%}");
  }

  /** Linear in the text, as a pattern would not be where many marks open and none closes. */
  private static String without(String text, String open, String close) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    int start = text.indexOf(open);
    while (start >= 0) {
      int end = text.indexOf(close, start);
      if (end < 0) {
        break;
      }
      kept.append(text, from, start);
      from = end + close.length();
      start = text.indexOf(open, from);
    }
    return kept.append(text.substring(from)).toString();
  }

  /** The template's labels: the title is in the item above, and a summary is expected. */
  private static List<SourceLine> withoutLabels(List<SourceLine> body) {
    List<SourceLine> lines = new ArrayList<>();
    boolean atStart = true;
    for (SourceLine line : body) {
      if (atStart && TITLE_LABEL.matcher(line.text()).matches()) {
        continue;
      }
      String text = atStart ? SUMMARY_LABEL.matcher(line.text()).replaceFirst("") : line.text();
      lines.add(new SourceLine(line.number(), text));
      atStart &= line.isBlank();
    }
    return lines;
  }

  /** A quotation mark at the very start or end that has no partner in the whole article. */
  private static List<SourceLine> withoutStrayQuotes(List<SourceLine> body) {
    List<SourceLine> lines = new ArrayList<>(body);
    for (char quote : new char[] {'\'', '"'}) {
      long count =
          lines.stream().flatMapToInt(line -> line.text().chars()).filter(c -> c == quote).count();
      if (count % 2 == 1) {
        dropAtEnds(lines, quote);
      }
    }
    return lines;
  }

  private static void dropAtEnds(List<SourceLine> lines, char quote) {
    // One at least has text: the quote.
    int[] written =
        IntStream.range(0, lines.size()).filter(at -> !lines.get(at).isBlank()).toArray();
    int first = written[0];
    int last = written[written.length - 1];
    String end = lines.get(last).text().stripTrailing();
    String start = lines.get(first).text();
    if (end.endsWith("。" + quote)) {
      lines.set(last, new SourceLine(lines.get(last).number(), end.substring(0, end.length() - 1)));
    } else if (start.startsWith(String.valueOf(quote))) {
      lines.set(first, new SourceLine(lines.get(first).number(), start.substring(1)));
    }
  }
}
