package dev.zundacast.pipeline.feed;

import dev.zundacast.pipeline.feed.FeedCheck.Categories.Findings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The tags of the podcast namespace that a feed has, as its specification wants them. */
record PodcastTags(Findings errors, Findings advice) {
  private static final int LONGEST_NAME = 128;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern TRANSCRIPT =
      Pattern.compile("text/(?:vtt|html|plain)|application/(?:x-subrip|srt|json)");

  /** A list of such media has an L behind its name. */
  private static final Pattern MEDIUM =
      Pattern.compile(
          "mixed|(?:podcast|music|video|film|audiobook|newsletter|blog|publisher|course)L?");

  /** Those that may stand once. */
  private static final Map<String, List<String>> ONCE =
      Map.of(
          "channel",
              List.of(
                  "podcast:guid", "podcast:locked", "podcast:medium", "podcast:updateFrequency"),
          "item",
              List.of(
                  "content:encoded",
                  "itunes:episode",
                  "itunes:image",
                  "podcast:chapters",
                  "podcast:season",
                  "podcast:episode"));

  void channel(FeedElement channel) {
    once(channel);
    channel
        .first("podcast:guid")
        .filter(it -> !UUID.matcher(it.text()).matches())
        .ifPresent(
            it ->
                errors.add(
                    it, "podcast:guid is no UUID: '" + it.text() + "'", "run 'feed include'"));
    channel
        .first("podcast:locked")
        .filter(it -> !Set.of("yes", "no").contains(it.text()))
        .ifPresent(
            it -> errors.add(it, "podcast:locked is '" + it.text() + "'", "write yes or no"));
    channel
        .first("podcast:medium")
        .filter(it -> !MEDIUM.matcher(it.text()).matches())
        .ifPresent(it -> errors.add(it, "podcast:medium is '" + it.text() + "'", "write podcast"));
    channel
        .first("podcast:updateFrequency")
        .filter(it -> !it.get("rrule").matches("(?:FREQ=[A-Z]+.*)?"))
        .ifPresent(
            it -> errors.add(it, "no rule: '" + it.get("rrule") + "'", "write FREQ=WEEKLY;…"));
    channel.all("podcast:image").forEach(it -> address(it, "href", true));
    channel.all("podcast:person").forEach(this::person);
  }

  void item(FeedElement item) {
    once(item);
    item.all("podcast:transcript").forEach(this::transcript);
    item.all("podcast:chapters").forEach(this::chapters);
    item.all("podcast:person").forEach(this::person);
    item.all("podcast:soundbite").forEach(this::soundbite);
    item.all("podcast:image").forEach(it -> address(it, "href", true));
    item.all("podcast:contentLink").forEach(it -> address(it, "href", true));
    number(item, "itunes:episode", "[1-9]\\d*");
    number(item, "podcast:season", "\\d+");
    number(item, "podcast:episode", "\\d+(?:\\.\\d+)?");
  }

  private void once(FeedElement parent) {
    for (String name : ONCE.getOrDefault(parent.name(), List.of())) {
      List<FeedElement> all = parent.all(name);
      if (all.size() > 1) {
        errors.add(all.get(1), name + " stands twice", "leave one of the two");
      }
    }
  }

  private void transcript(FeedElement at) {
    address(at, "url", true);
    String type = at.get("type").replaceFirst(";.*", "");
    if (!TRANSCRIPT.matcher(type).matches()) {
      errors.add(
          at, "podcast:transcript has the type '" + type + "'", "text/vtt is what all apps take");
    }
    if (at.has("rel") && !at.get("rel").equals("captions")) {
      errors.add(at, "rel is '" + at.get("rel") + "'", "write captions, or leave it out");
    }
  }

  private void chapters(FeedElement at) {
    address(at, "url", true);
    if (!at.get("type").equals("application/json+chapters")) {
      errors.add(
          at,
          "podcast:chapters has the type '" + at.get("type") + "'",
          "write application/json+chapters");
    }
  }

  private void soundbite(FeedElement at) {
    String from = at.get("startTime");
    String seconds = at.get("duration");
    String decimal = "\\d{1,6}(?:\\.\\d+)?";
    if (!from.matches(decimal) || !seconds.matches(decimal)) {
      errors.add(
          at, "podcast:soundbite from '" + from + "' for '" + seconds + "'", "write seconds");
    } else if (Double.parseDouble(seconds) < 15 || Double.parseDouble(seconds) > 120) {
      advice.add(at, "podcast:soundbite is " + seconds + " s long", "take 15 to 120 seconds");
    }
  }

  private void person(FeedElement at) {
    if (at.text().isEmpty()) {
      errors.add(at, "podcast:person names nobody", "write the name between its tags");
    } else if (at.text().length() > LONGEST_NAME) {
      advice.add(at, "a name of more than 128 characters is cut by apps", "shorten it");
    }
    address(at, "img", false);
    address(at, "href", false);
  }

  private void number(FeedElement item, String name, String pattern) {
    item.first(name)
        .filter(it -> !it.text().matches(pattern))
        .ifPresent(it -> errors.add(it, name + " is '" + it.text() + "'", "write a number"));
  }

  private void address(FeedElement at, String attribute, boolean needed) {
    String address = at.get(attribute);
    if (address.isEmpty() && !needed) {
      return;
    }
    boolean right =
        address.matches("https?://[^/]+.*") && address.chars().allMatch(c -> c > ' ' && c <= 0x7e);
    if (!right) {
      errors.add(
          at,
          at.name() + ": " + attribute + " is '" + address + "', no escaped address",
          "write https://…, with uri_escape");
    } else if (address.startsWith("http://")) {
      advice.add(at, at.name() + ": " + attribute + " has no https://", "the standard asks for it");
    }
  }
}
