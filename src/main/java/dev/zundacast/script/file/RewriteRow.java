package dev.zundacast.script.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Rewrite;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language model's words for one article, kept at the end of the script file as a comment so that
 * they are said again without asking:
 *
 * <pre>#~ k2x9qd 77b2mz {"origin":{"source":"…","prompt":"…","model":"…"},"title":"…",…}</pre>
 *
 * @param article fingerprint of the article's address
 * @param json the {@link Rewrite}
 */
record RewriteRow(String article, String json) {
  static final String MARK = "#~";

  private static final Pattern ROW =
      Pattern.compile("#~\\s*(\\S+)\\s+(\\S+)\\s+(\\{.*})", Pattern.DOTALL);

  static RewriteRow of(String article, Rewrite rewrite) {
    return new RewriteRow(article, Json.text(rewrite));
  }

  String print() {
    return MARK + " " + article + " " + MergeBase.fingerprint(json) + " " + json;
  }

  /** Reads a row back; empty when it was changed, which makes it an ordinary comment. */
  static Optional<RewriteRow> parse(String row) {
    Matcher whole = ROW.matcher(row);
    return whole.matches() && MergeBase.fingerprint(whole.group(3)).equals(whole.group(2))
        ? Optional.of(new RewriteRow(whole.group(1), whole.group(3)))
        : Optional.empty();
  }

  /** The words; empty when another version wrote them. */
  Optional<Rewrite> rewrite() {
    try {
      return Optional.of(Json.bind(Json.tree(json), Rewrite.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
