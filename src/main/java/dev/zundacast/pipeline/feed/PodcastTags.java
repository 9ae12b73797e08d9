package dev.zundacast.pipeline.feed;

import java.util.List;
import java.util.Map;

/** The tags of the podcast namespace that a feed has, as its specification wants them. */
record PodcastTags(FeedCheck check) {
  private static final int LONGEST_NAME = 128;

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
    channel.all("podcast:image").forEach(it -> address(it, "href", true));
    channel.all("podcast:person").forEach(this::person);
  }

  void item(FeedElement item) {
    once(item);
    item.all("podcast:transcript").forEach(it -> address(it, "url", true));
    item.all("podcast:chapters").forEach(it -> address(it, "url", true));
    item.all("podcast:person").forEach(this::person);
    item.all("podcast:soundbite").forEach(this::soundbite);
    item.all("podcast:image").forEach(it -> address(it, "href", true));
    item.all("podcast:contentLink").forEach(it -> address(it, "href", true));
  }

  private void once(FeedElement parent) {
    for (String name : ONCE.getOrDefault(parent.name(), List.of())) {
      List<FeedElement> all = parent.all(name);
      if (all.size() > 1) {
        check.error(all.get(1), name + " stands twice", "leave one of the two");
      }
    }
  }

  private void soundbite(FeedElement at) {
    String from = at.get("startTime");
    String seconds = at.get("duration");
    String decimal = "\\d{1,6}(?:\\.\\d+)?";
    if (!from.matches(decimal) || !seconds.matches(decimal)) {
      check.error(
          at, "podcast:soundbite from '" + from + "' for '" + seconds + "'", "write seconds");
    } else if (Double.parseDouble(seconds) < 15 || Double.parseDouble(seconds) > 120) {
      check.advice(at, "podcast:soundbite is " + seconds + " s long", "take 15 to 120 seconds");
    }
  }

  private void person(FeedElement at) {
    if (at.text().isEmpty()) {
      check.error(at, "podcast:person names nobody", "write the name between its tags");
    } else if (at.text().length() > LONGEST_NAME) {
      check.advice(at, "a name of more than 128 characters is cut by apps", "shorten it");
    }
    address(at, "img", false);
    address(at, "href", false);
  }

  private void address(FeedElement at, String attribute, boolean needed) {
    String address = at.get(attribute);
    if (needed || !address.isEmpty()) {
      check.address(at, attribute, address);
    }
  }
}
