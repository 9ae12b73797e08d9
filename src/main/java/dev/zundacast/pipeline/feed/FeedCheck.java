package dev.zundacast.pipeline.feed;

import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
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
      throw Problem.in(Diagnostic.of(file, "feed.largerThanMbNo"));
    }
    FeedCheck check = new FeedCheck(file);
    check.feed(FeedElement.read(file, Files.readAllBytes(file)));
    check.findings.sort((a, b) -> Integer.compare(a.place().line(), b.place().line()));
    return new CheckReport(check.items, 0, check.findings);
  }

  private int items;

  /** Notes what is wrong, a sentence of these values, and what to do. */
  private void error(FeedElement at, String what, String next, Object... values) {
    add(ERROR, at, Message.of(what, values), Message.of(next));
  }

  private void advice(FeedElement at, String what, String next, Object... values) {
    add(ADVICE, at, Message.of(what, values), Message.of(next));
  }

  private void add(String rule, FeedElement at, Message what, Message next) {
    findings.add(new Finding(rule, Diagnostic.at(file, at.line(), what).withNext(next)));
  }

  private void feed(FeedElement root) {
    FeedElement rss = root.first("rss").orElse(root);
    if (root.first("rss").isEmpty() || !rss.get("version").equals("2.0")) {
      error(rss, "feed.noRssExpectedRss", "feed.seeRightFileNamed");
      return;
    }
    List<FeedElement> channels = rss.all("channel");
    if (channels.size() != 1) {
      error(rss, "feed.expectedOneChannelBut", "feed.mendTemplate", channels.size());
      return;
    }
    channel(channels.get(0));
  }

  private void channel(FeedElement channel) {
    text(channel, "title", Message.of("feed.showName"));
    text(channel, "description", Message.of("feed.whatShowAbout"));
    text(channel, "link", Message.of("feed.showPage"));
    text(channel, "language", Message.of("feed.showLanguage"));
    rules(channel);
    image(channel);
    channel
        .first("itunes:category")
        .ifPresentOrElse(
            this::category,
            () -> error(channel, "feed.noItunesCategory", "feed.addItunesCategoryText"));
    if (channel.first("itunes:explicit").isEmpty()) {
      error(channel, "feed.noItunesExplicit", "feed.addItunesExplicitFalse");
    }
    text(channel, "itunes:author", Message.of("feed.whoMakesShow"));
    channel.all("podcast:person").forEach(this::person);
    List<FeedElement> all = channel.all("item");
    items = all.size();
    if (all.isEmpty()) {
      error(channel, "feed.feedNoItem", "feed.publishEpisode");
    }
    unique(all);
    all.forEach(this::item);
  }

  private void text(FeedElement parent, String name, Message what) {
    List<FeedElement> all = parent.all(name);
    if (all.isEmpty() || all.get(0).isEmpty()) {
      FeedElement at = all.isEmpty() ? parent : all.get(0);
      error(at, "feed.noTells", "feed.fillTemplateConfigYml", name, what);
    } else if (all.size() > 1) {
      error(all.get(1), "feed.standsTwice", "feed.leaveOneTwo", name);
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
              .forEach(at -> error(at, "feed.standsTwice", "feed.leaveOneTwo", rule.tag));
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
      add(ERROR, at, Message.plain(rule.wrong.formatted(value)), Message.plain(rule.next));
    }
  }

  private void category(FeedElement at) {
    if (!CATEGORIES.contains(at.get("text"))) {
      error(at, "feed.appleNoCategory", "feed.takeOneAppleLike", at.get("text"));
    }
  }

  private void image(FeedElement channel) {
    if (channel.first("itunes:image").isEmpty()) {
      error(channel, "feed.noItunesImage", "feed.addItunesImageHref");
    }
    channel.all("itunes:image").forEach(this::picture);
  }

  private void picture(FeedElement image) {
    String href = image.get("href");
    address(image, "href", href);
    if (!href.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "").matches(".*\\.(?:jpe?g|png)")) {
      error(image, "feed.pictureNoJpgNo", "feed.giveSuchName", href);
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
                  error(guid, "feed.guidStandsLineAlready", "feed.appsWouldShowOne", first.line());
                }
              });
    }
  }

  private void item(FeedElement item) {
    text(item, "title", Message.of("feed.episodeName"));
    text(item, "guid", Message.of("feed.episodeEver"));
    date(item);
    rules(item);
    item.all("itunes:image").forEach(this::picture);
    item.first("description")
        .filter(it -> !it.isEmpty() && it.text().isEmpty())
        .ifPresent(it -> advice(it, "feed.descriptionHoldsElementsInstead", "feed.escapeHtml"));
    item.first("description")
        .filter(it -> it.text().length() > LONGEST_DESCRIPTION)
        .ifPresent(it -> advice(it, "feed.descriptionMoreThanCharacters", "feed.putWholePostInto"));
    List<FeedElement> enclosures = item.all("enclosure");
    if (enclosures.size() != 1) {
      error(item, "feed.expectedOneEnclosureBut", "feed.nameAudio", enclosures.size());
      return;
    }
    enclosure(enclosures.get(0));
    duration(item);
    item.all("podcast:person").forEach(this::person);
    item.all("podcast:soundbite").forEach(this::soundbite);
  }

  private void date(FeedElement item) {
    text(item, "pubDate", Message.of("feed.whenCameOut"));
    item.first("pubDate")
        .filter(it -> !it.isEmpty() && !isDate(it.text()))
        .ifPresent(it -> error(it, "feed.noDateLikeMon", "feed.useDateRfc", it.text()));
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
      error(at, "feed.typeExpected", "feed.mendTemplate", type, expected);
    } else if (!expected.equals(type)) {
      advice(at, "feed.typeButNameAnother", "feed.mendOneTwo", type);
    }
  }

  private void duration(FeedElement item) {
    List<FeedElement> all = item.all("itunes:duration");
    if (all.isEmpty()) {
      advice(item, "feed.noItunesDuration", "feed.addLengthSeconds");
      return;
    }
    FeedElement at = all.get(0);
    OptionalLong seconds = StatedAudio.seconds(at.text());
    if (seconds.isEmpty() || seconds.getAsLong() == 0) {
      error(at, "check.itunesDuration", "feed.runZundacastFill", at.text());
    } else if (!at.text().matches("\\d+")) {
      advice(at, "check.itunesDuration", "feed.writeSeconds", at.text());
    }
    if (all.size() > 1) {
      error(all.get(1), "feed.itunesDurationStandsTwice", "feed.leaveOneTwo");
    }
  }

  /** An address that can be fetched from anywhere, whatever reads it. */
  private void address(FeedElement at, String attribute, String address) {
    if (!address.matches("https?://[^/]+.*")) {
      error(at, "feed.expectedAddressHttps", "feed.putSiteAddressBefore", attribute, address);
    } else if (address.chars().anyMatch(c -> c <= ' ' || c > 0x7e)) {
      error(at, "feed.notEscaped", "feed.useUriEscapeTemplate", attribute, address);
    } else if (address.startsWith("http://")) {
      advice(at, "feed.noHttps", "feed.appsMayRefuse", attribute, address);
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
      error(at, "feed.podcastSoundbiteFrom", "feed.writeSeconds2", from, seconds);
    } else if (Double.parseDouble(seconds) < 15 || Double.parseDouble(seconds) > 120) {
      advice(at, "feed.podcastSoundbiteLong", "feed.takeSeconds", seconds);
    }
  }

  private void person(FeedElement at) {
    if (at.text().isEmpty()) {
      error(at, "feed.podcastPersonNamesNobody", "feed.writeNameBetweenTags");
    } else if (at.text().length() > LONGEST_NAME) {
      advice(at, "feed.nameMoreThanCharacters", "feed.shorten");
    }
  }
}
