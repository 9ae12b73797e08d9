package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
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
record FrontMatterRule(InstantSource clock) {
  private static final String DATE = "date";

  private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-.*");
  private static final Pattern WITHOUT_OFFSET =
      Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}[T\\s]+\\d{1,2}:\\d{2}(?::\\d{2})?");

  private static final Pattern LONE_AMPERSAND =
      Pattern.compile("&(?!(?:[A-Za-z][A-Za-z0-9]*|#\\d+|#x[0-9A-Fa-f]+);)");

  /** Printed into the feed without being escaped by the template. */
  private static final List<String> RAW = List.of("description", "information");

  void check(CheckedPost post, Consumer<Diagnostic> findings) {
    actors(post, findings);
    for (String key : RAW) {
      String text = post.front().value(key).orElse("");
      if (text.contains("<") || LONE_AMPERSAND.matcher(text).find()) {
        findings.accept(post.at(key, "check.unescapedText", key));
      }
    }
    if (post.front().path().contains(" ")) {
      findings.accept(post.at(FrontMatter.PATH, "check.spaceInPath"));
    }
    if (post.front().value("title").orElse("").isBlank()) {
      findings.accept(post.at("title", "check.noTitle"));
    }
  }

  private static void actors(CheckedPost post, Consumer<Diagnostic> findings) {
    if (post.show().actors().isEmpty()) {
      return; // the site shows no actors
    }
    for (String actor : post.front().values("actor_ids")) {
      if (!post.show().actors().containsKey(actor)) {
        Set<String> known = post.show().actors().keySet();
        Message near = SimilarName.hint(actor, known);
        findings.accept(
            post.at("actor_ids", "check.unknownActor", actor)
                .withNext(
                    near.isEmpty() ? Message.of("check.addActor", String.join("、", known)) : near));
      }
    }
  }

  /** The post is one that Jekyll builds, on the day that its file name says. */
  void checkDate(CheckedPost post, Consumer<Diagnostic> findings) {
    if (post.front().value("published").orElse("").strip().equals("false")) {
      findings.accept(post.at("published", "check.unpublished"));
    }
    if (post.front().isDraft()) {
      findings.accept(post.at("draft", "check.isDraft"));
    }
    String written = post.front().value(DATE).orElse("").strip();
    if (WITHOUT_OFFSET.matcher(written).matches()) {
      findings.accept(post.at(DATE, "check.noOffset", written));
    }
    post.post().ifPresent(known -> date(post, known.date(), findings));
  }

  private void date(CheckedPost post, OffsetDateTime date, Consumer<Diagnostic> findings) {
    Instant now = clock.instant();
    if (!post.publishing().future() && date.toInstant().isAfter(now)) {
      findings.accept(post.at(DATE, "check.publishedLater", date));
    }
    Matcher name = NAME.matcher(Workspace.name(post.file()));
    LocalDate day = date.toLocalDate();
    if (name.matches() && !name.group(1).equals(day.toString())) {
      findings.accept(post.at(DATE, "check.otherDate", day, name.group(1)));
    }
  }
}
