package dev.zundacast.post;

import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/**
 * Runs of two marks or more to emphasis, by the rules of CommonMark 0.31.2, section 6.2. It stands
 * before commonmark's own, which puts the two marks together in a way that Java works out at run
 * time: for the first {@code **} of a run that takes longer than all Markdown of a post.
 */
final class StrongMarks implements DelimiterProcessor {
  private final char mark;
  private final String one;
  private final String two;

  StrongMarks(char mark) {
    this.mark = mark;
    this.one = String.valueOf(mark);
    this.two = one.repeat(2);
  }

  @Override
  public char getOpeningCharacter() {
    return mark;
  }

  @Override
  public char getClosingCharacter() {
    return mark;
  }

  @Override
  public int getMinLength() {
    return two.length();
  }

  @Override
  public int process(DelimiterRun opening, DelimiterRun closing) {
    if (isRuledOut(opening, closing)) {
      return 0;
    }
    boolean strong = opening.length() > 1 && closing.length() > 1;
    Node emphasis = strong ? new StrongEmphasis(two) : new Emphasis(one);
    for (Node inside : Nodes.between(opening.getOpener(), closing.getCloser())) {
      emphasis.appendChild(inside);
    }
    opening.getOpener().insertAfter(emphasis);
    return strong ? two.length() : one.length();
  }

  /** Rules 9 and 10: of a run that can open and close, three marks together are not halved. */
  private static boolean isRuledOut(DelimiterRun opening, DelimiterRun closing) {
    int together = opening.originalLength() + closing.originalLength();
    return (opening.canClose() || closing.canOpen())
        && closing.originalLength() % 3 != 0
        && together % 3 == 0;
  }
}
