package dev.zundacast.pipeline.feed;

import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.CheckReport.Finding;
import dev.zundacast.post.StatedAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A built feed held against what Apple asks of a show and against the podcast namespace. What apps
 * refuse or show wrong is an error, what they only advise a warning.
 */
public final class FeedCheck {
  /** The media types that Apple takes, by the endings of names. */
  private static final Map<String, String> ENCLOSURE_TYPES =
      Resource.pairs(FeedCheck.class, "types.tsv");

  /** The categories of Apple's directory. */
  private static final Set<String> CATEGORIES =
      Set.copyOf(Resource.rows(FeedCheck.class, "categories.txt"));

  private static final String ERROR = "feed";
  private static final String ADVICE = "feed-advice";

  /** A feed of a thousand long episodes has 10 MB. */
  private static final long LARGEST = 64L << 20;

  /** What Apple shows of it. */
  private static final int LONGEST_DESCRIPTION = 4000;

  /** What apps show of a person's. */
  private static final int LONGEST_NAME = 128;

  private static final List<Rule> RULES =
      Resource.rows(FeedCheck.class, "rules.tsv").stream().map(Rule::of).toList();

  private final Path file;
  private final List<Finding> findings = new ArrayList<>();

  private FeedCheck(Path file) {
    this.file = file;
  }

  /**
   * What is wrong in a feed.
   *
   * @throws Problem when it is no XML
   */
  public static CheckReport check(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw Problem.in(Diagnostic.of(file, "larger than 64 MB, which no app reads as a feed"));
    }
    FeedCheck check = new FeedCheck(file);
    check.feed(FeedElement.read(file, Files.readAllBytes(file)));
    check.findings.sort((a, b) -> Integer.compare(a.place().line(), b.place().line()));
    return new CheckReport(check.items, 0, check.findings);
  }

  private int items;

  private void error(FeedElement at, String what, String next) {
    findings.add(new Finding(ERROR, Diagnostic.at(file, at.line(), what).withNext(next)));
  }

  private void advice(FeedElement at, String what, String next) {
    findings.add(new Finding(ADVICE, Diagnostic.at(file, at.line(), what).withNext(next)));
  }

  private void feed(FeedElement root) {
    FeedElement rss = root.first("rss").orElse(root);
    if (root.first("rss").isEmpty() || !rss.get("version").equals("2.0")) {
      error(rss, "no RSS: expected <rss version=\"2.0\">", "see that the right file was named");
      return;
    }
    List<FeedElement> channels = rss.all("channel");
    if (channels.size() != 1) {
      error(rss, "expected one <channel> but found " + channels.size(), "mend the template");
      return;
    }
    channel(channels.get(0));
  }

  private void channel(FeedElement channel) {
    text(channel, "title", "the show's name");
    text(channel, "description", "what the show is about");
    text(channel, "link", "the show's page");
    text(channel, "language", "the show's language");
    rules(channel);
    image(channel);
    channel
        .first("itunes:category")
        .ifPresentOrElse(
            this::category,
            () ->
                error(channel, "no itunes:category", "add <itunes:category text=\"Technology\"/>"));
    if (channel.first("itunes:explicit").isEmpty()) {
      error(channel, "no itunes:explicit", "add <itunes:explicit>false</itunes:explicit>");
    }
    text(channel, "itunes:author", "who makes the show");
    channel.all("podcast:person").forEach(this::person);
    List<FeedElement> all = channel.all("item");
    items = all.size();
    if (all.isEmpty()) {
      error(channel, "the feed has no item", "publish an episode");
    }
    unique(all);
    all.forEach(this::item);
  }

  private void text(FeedElement parent, String name, String what) {
    List<FeedElement> all = parent.all(name);
    if (all.isEmpty() || all.get(0).isEmpty()) {
      FeedElement at = all.isEmpty() ? parent : all.get(0);
      error(at, "no " + name + ", which tells " + what, "fill it in the template or _config.yml");
    } else if (all.size() > 1) {
      error(all.get(1), name + " stands twice", "leave one of the two");
    }
  }

  /** What a tag of a channel or item has to be, a row of the table. */
  private record Rule(
      String parent, String tag, String attribute, String expected, String wrong, String next) {
    static Rule of(String row) {
      String[] fields = (row + "\t\t\t").split("\t", -1);
      return new Rule(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
    }

    String value(FeedElement at) {
      return attribute.isEmpty() ? at.text() : at.get(attribute);
    }
  }

  private void rules(FeedElement parent) {
    for (Rule rule : RULES) {
      if (rule.parent.equals(parent.name())) {
        List<FeedElement> all = parent.all(rule.tag);
        if (rule.attribute.equals("once")) {
          all.stream()
              .skip(1)
              .limit(1)
              .forEach(at -> error(at, rule.tag + " stands twice", "leave one of the two"));
        } else {
          all.forEach(at -> rule(rule, at));
        }
      }
    }
  }

  private void rule(Rule rule, FeedElement at) {
    String value = rule.value(at);
    if (rule.expected.startsWith("address")) {
      if (!value.isEmpty() || !rule.expected.endsWith("?")) {
        address(at, rule.attribute, value);
      }
    } else if (!value.matches(rule.expected)) {
      error(at, rule.wrong.formatted(value), rule.next);
    }
  }

  private void category(FeedElement at) {
    if (!CATEGORIES.contains(at.get("text"))) {
      error(
          at,
          "Apple has no category '" + at.get("text") + "'",
          "take one of Apple's, like Technology or News");
    }
  }

  private void image(FeedElement channel) {
    if (channel.first("itunes:image").isEmpty()) {
      error(channel, "no itunes:image", "add <itunes:image href=\"https://…/cover.jpg\"/>");
    }
    channel.all("itunes:image").forEach(this::picture);
  }

  private void picture(FeedElement image) {
    String href = image.get("href");
    address(image, "href", href);
    if (!href.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "").matches(".*\\.(?:jpe?g|png)")) {
      error(image, "the picture '" + href + "' is no .jpg and no .png", "give it such a name");
    }
  }

  private void unique(List<FeedElement> all) {
    Map<String, FeedElement> known = new HashMap<>();
    for (FeedElement item : all) {
      item.first("guid")
          .filter(it -> !it.isEmpty())
          .ifPresent(
              guid -> {
                FeedElement first = known.putIfAbsent(guid.text(), guid);
                if (first != null) {
                  String what = "the guid stands in line " + first.line() + " already";
                  error(guid, what, "apps would show one episode of the two");
                }
              });
    }
  }

  private void item(FeedElement item) {
    text(item, "title", "the episode's name");
    text(item, "guid", "which episode it is, for ever");
    date(item);
    rules(item);
    item.all("itunes:image").forEach(this::picture);
    item.first("description")
        .filter(it -> !it.isEmpty() && it.text().isEmpty())
        .ifPresent(
            it -> advice(it, "the description holds elements instead of text", "escape its HTML"));
    item.first("description")
        .filter(it -> it.text().length() > LONGEST_DESCRIPTION)
        .ifPresent(
            it ->
                advice(
                    it,
                    "the description has more than 4000 characters, which apps cut",
                    "put the whole post into content:encoded"));
    List<FeedElement> enclosures = item.all("enclosure");
    if (enclosures.size() != 1) {
      error(item, "expected one enclosure but found " + enclosures.size(), "name the audio");
      return;
    }
    enclosure(enclosures.get(0));
    duration(item);
    item.all("podcast:person").forEach(this::person);
    item.all("podcast:soundbite").forEach(this::soundbite);
  }

  private void date(FeedElement item) {
    text(item, "pubDate", "when it came out");
    item.first("pubDate")
        .filter(it -> !it.isEmpty() && !isDate(it.text()))
        .ifPresent(
            it ->
                error(
                    it,
                    "'" + it.text() + "' is no date like Mon, 16 Mar 2026 05:00:00 +0900",
                    "use date_to_rfc822"));
  }

  private static boolean isDate(String text) {
    try {
      String zoned = text.replaceFirst("(?:UTC|UT|Z)$", "GMT");
      DateTimeFormatter.RFC_1123_DATE_TIME.parse(zoned);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void enclosure(FeedElement at) {
    address(at, "url", at.get("url"));
    String type = at.get("type");
    String expected = enclosureType(at.get("url"));
    if (!ENCLOSURE_TYPES.containsValue(type)) {
      error(at, "type is '" + type + "', expected " + expected, "mend the template");
    } else if (!expected.equals(type)) {
      advice(at, "type is " + type + ", but the name is that of another", "mend one of the two");
    }
  }

  private void duration(FeedElement item) {
    List<FeedElement> all = item.all("itunes:duration");
    if (all.isEmpty()) {
      advice(item, "no itunes:duration", "add the length in seconds");
      return;
    }
    FeedElement at = all.get(0);
    OptionalLong seconds = StatedAudio.seconds(at.text());
    if (seconds.isEmpty() || seconds.getAsLong() == 0) {
      error(at, "itunes:duration is '" + at.text() + "'", "run 'zundacast fill'");
    } else if (!at.text().matches("\\d+")) {
      advice(at, "itunes:duration is '" + at.text() + "'", "write it in seconds");
    }
    if (all.size() > 1) {
      error(all.get(1), "itunes:duration stands twice", "leave one of the two");
    }
  }

  /** An address that can be fetched from anywhere, whatever reads it. */
  private void address(FeedElement at, String attribute, String address) {
    if (!address.matches("https?://[^/]+.*")) {
      error(
          at,
          attribute + " is '" + address + "', expected an address with https://",
          "put the site's address before it");
    } else if (address.chars().anyMatch(c -> c <= ' ' || c > 0x7e)) {
      error(at, attribute + " is not escaped: " + address, "use uri_escape in the template");
    } else if (address.startsWith("http://")) {
      advice(at, attribute + " has no https://: " + address, "apps may refuse it");
    }
  }

  /** The type of a file, by its address; most audio is MP3. */
  private static String enclosureType(String address) {
    String path = address.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
    return ENCLOSURE_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "audio/mpeg");
  }

  private void soundbite(FeedElement at) {
    String from = at.get("startTime");
    String seconds = at.get("duration");
    String decimal = "\\d{1,6}(?:\\.\\d+)?";
    if (!from.matches(decimal) || !seconds.matches(decimal)) {
      error(at, "podcast:soundbite from '" + from + "' for '" + seconds + "'", "write seconds");
    } else if (Double.parseDouble(seconds) < 15 || Double.parseDouble(seconds) > 120) {
      advice(at, "podcast:soundbite is " + seconds + " s long", "take 15 to 120 seconds");
    }
  }

  private void person(FeedElement at) {
    if (at.text().isEmpty()) {
      error(at, "podcast:person names nobody", "write the name between its tags");
    } else if (at.text().length() > LONGEST_NAME) {
      advice(at, "a name of more than 128 characters is cut by apps", "shorten it");
    }
  }
}
