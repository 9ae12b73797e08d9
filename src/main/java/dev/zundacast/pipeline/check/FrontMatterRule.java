package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.post.FrontMatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Actors are known to the site, and texts that the feed prints as they are do not break it. */
final class FrontMatterRule implements PostRule {
  private static final Pattern LONE_AMPERSAND =
      Pattern.compile("&(?!(?:[A-Za-z][A-Za-z0-9]*|#\\d+|#x[0-9A-Fa-f]+);)");

  /** Printed into the feed without being escaped by the template. */
  private static final List<String> RAW = List.of("description", "information");

  @Override
  public String name() {
    return "front-matter";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) {
    actors(post, findings);
    for (String key : RAW) {
      String text = post.front().value(key).orElse("");
      if (text.contains("<") || LONE_AMPERSAND.matcher(text).find()) {
        findings.accept(
            post.at(
                key,
                key + " holds < or & as they are; the feed prints it unescaped",
                "write &lt; for < and &amp; for &"));
      }
    }
    if (post.front().value(FrontMatter.PATH).orElse("").strip().contains(" ")) {
      findings.accept(
          post.at(
              FrontMatter.PATH,
              "the audio's path holds a space, which no address in a feed can",
              "give the file a name without spaces"));
    }
    if (post.front().value("title").orElse("").isBlank()) {
      findings.accept(post.at("title", "the post has no title", "add a line 'title: …'"));
    }
  }

  private static void actors(CheckedPost post, Consumer<Diagnostic> findings) {
    if (post.show().actors().isEmpty()) {
      return; // the site shows no actors
    }
    for (String actor : post.front().values("actor_ids")) {
      if (!post.show().actors().containsKey(actor)) {
        findings.accept(
            post.at(
                "actor_ids",
                "the actor '" + actor + "' is not in _config.yml",
                "add it under actors:, or write one of "
                    + String.join("、", post.show().actors().keySet())));
      }
    }
  }
}
