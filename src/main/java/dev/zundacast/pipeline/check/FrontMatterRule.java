package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Shows.Publishing.Later;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Actors are known to the site, and texts that the feed prints as they are do not break it. */
final class FrontMatterRule {
  private static final Pattern LONE_AMPERSAND =
      Pattern.compile("&(?!(?:[A-Za-z][A-Za-z0-9]*|#\\d+|#x[0-9A-Fa-f]+);)");

  /** Printed into the feed without being escaped by the template. */
  private static final List<String> RAW = List.of("description", "information");

  private FrontMatterRule() {}

  static void check(CheckedPost post, Consumer<Diagnostic> findings) {
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
        Set<String> known = post.show().actors().keySet();
        findings.accept(
            post.at(
                "actor_ids",
                "the actor '" + actor + "' is not in _config.yml",
                SimilarName.of(actor, known)
                    .map(near -> SimilarName.hint(actor, List.of(near)))
                    .orElse("add it under actors:, or write one of " + String.join("、", known))));
      }
    }
  }

  /** The post is one that Jekyll builds, on the day that its file name says. */
  record DateRule(InstantSource clock) {
    private static final String KEY = "date";

    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-.*");
    private static final Pattern WITHOUT_OFFSET =
        Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}[T\\s]+\\d{1,2}:\\d{2}(?::\\d{2})?");

    void check(CheckedPost post, Consumer<Diagnostic> findings) {
      if (post.front().value("published").orElse("").strip().equals("false")) {
        findings.accept(
            post.at("published", "Jekyll leaves the post out: published is false", "remove it"));
      }
      if (post.front().isDraft()) {
        findings.accept(
            post.at("draft", "the site leaves the post out: draft is true", "remove it"));
      }
      String written = post.front().value(KEY).orElse("").strip();
      if (WITHOUT_OFFSET.matcher(written).matches()) {
        findings.accept(
            post.at(
                KEY,
                "the date has no offset, and Jekyll takes it for another time than that of Japan",
                "write 'date: " + written + " +0900'"));
      }
      post.post().ifPresent(known -> date(post, known.date(), findings));
    }

    private void date(CheckedPost post, OffsetDateTime date, Consumer<Diagnostic> findings) {
      Instant now = clock.instant();
      if (post.publishing().later() == Later.LEFT_OUT && date.toInstant().isAfter(now)) {
        findings.accept(
            post.at(
                KEY,
                "Jekyll leaves the post out until " + date,
                "build the site after that time, or set 'future: true' in _config.yml"));
      }
      Matcher name = NAME.matcher(Workspace.name(post.file()));
      LocalDate day = date.toLocalDate();
      if (name.matches() && !name.group(1).equals(day.toString())) {
        findings.accept(
            post.at(
                KEY,
                "the date is " + day + ", the file's name says " + name.group(1),
                "let both name the day of the episode"));
      }
    }
  }
}
