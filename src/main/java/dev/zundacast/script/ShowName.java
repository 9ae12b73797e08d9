package dev.zundacast.script;

import dev.zundacast.episode.Post;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programme that a post's own title names: a site may have several, each on its days. It stands
 * before what counts the episode: 「podcast 20260821」, 「#12」, 「第12回」, a date.
 */
final class ShowName {
  private static final Pattern COUNTED =
      Pattern.compile(
          "^(.*?\\S)[\\s"
              + "　_:：-]*(?:(?i:podcast)[\\s_]*#?\\d|[#＃]\\s?\\d|第\\s?\\d+\\s?(?:回|話)|(?i:vol|ep|episode)\\.?\\s?\\d"
              + "|\\d{4}[-/.年]?\\d{1,2}[-/.月]?\\d{1,2}|\\d{1,2}[/月]\\d{1,2}|\\d+\\s*$).*$");

  private ShowName() {}

  /** The programme's name; empty where the title counts no episode or nothing stands before it. */
  static Optional<String> of(Post post) {
    Matcher counted = COUNTED.matcher(post.title().strip());
    return counted.matches() ? Optional.of(counted.group(1).strip()) : Optional.empty();
  }
}
