package dev.zundacast.script.outline;

import dev.zundacast.words.Search;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The words that lead to the parts of an article, as they are heard one after another: which parts
 * are said is known only when its headings have theirs. Lives for one article.
 */
public final class Leads {
  private static final Search LEAD = Search.of("^(?:では|さて|続いて|今度は|次は|お次は|それから|ここからは)、");

  /** They go on from a part before. */
  private static final Search FOLLOWS = Search.of("^(?:続いて|今度は|次は|お次は|それから)、");

  private static final String FIRST = "さて、";
  private static final String FROM_HERE = "ここからは、";
  private static final String NOW = "今度は、";

  /** What the part before began with, "" for no such word; empty before the first part. */
  private Optional<String> last = Optional.empty();

  /** A point's text with a word that goes on only from what was said, and not twice running. */
  public String said(Point point, String text) {
    if (!point.kind().isHead()) {
      return text;
    }
    String led = last.isPresent() ? text : FOLLOWS.replaceFirst(text, FIRST);
    String lead = lead(led);
    boolean twice = !lead.isEmpty() && last.equals(Optional.of(lead));
    String varied = twice ? other(lead, led) : led;
    last = Optional.of(lead(varied));
    return varied;
  }

  private static String lead(String text) {
    return LEAD.first(text).map(Matcher::group).orElse("");
  }

  private static String other(String lead, String text) {
    return (lead.equals(FROM_HERE) ? NOW : FROM_HERE) + text.substring(lead.length());
  }
}
