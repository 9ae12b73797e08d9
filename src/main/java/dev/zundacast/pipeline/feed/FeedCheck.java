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

  /** What is wrong in a feed; a problem where it is no XML. */
  public static CheckReport check(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw Problem.in(Diagnostic.of(file, "feed.tooLarge"));
    }
    FeedCheck check = new FeedCheck(file);
    check.feed(FeedElement.read(file, Files.readAllBytes(file)));
    check.findings.sort((a, b) -> Integer.compare(a.place().line(), b.place().line()));
    return new CheckReport(check.items, 0, check.findings);
  }

  private int items;

  private void error(FeedElement at, String key, Object... values) {
    findings.add(new Finding(ERROR, Diagnostic.at(file, at.line(), key, values)));
  }

  private void advice(FeedElement at, String key, Object... values) {
    findings.add(new Finding(ADVICE, Diagnostic.at(file, at.line(), key, values)));
  }

  private void feed(FeedElement root) {
    FeedElement rss = root.first("rss").orElse(root);
    if (root.first("rss").isEmpty() || !rss.get("version").equals("2.0")) {
      error(rss, "feed.noRss");
      return;
    }
    List<FeedElement> channels = rss.all("channel");
    if (channels.size() != 1) {
      error(rss, "feed.channels", channels.size());
      return;
    }
    channel(channels.get(0));
  }

  private void channel(FeedElement channel) {
    rules(channel);
    channel
        .first("itunes:category")
        .filter(it -> !CATEGORIES.contains(it.get("text")))
        .ifPresent(it -> error(it, "feed.category", it.get("text")));
    List<FeedElement> all = channel.all("item");
    items = all.size();
    unique(all);
    all.forEach(this::item);
  }

  /** What a tag of a channel or item has to be, a row of the table. */
  private record Rule(
      String parent, String tag, String attribute, String expected, String message) {
    static Rule of(String row) {
      String[] fields = (row + "\t\t").split("\t", -1);
      return new Rule(fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    String value(FeedElement at) {
      return attribute.isEmpty() ? at.text() : at.get(attribute);
    }
  }

  private void rules(FeedElement parent) {
    for (Rule rule : RULES) {
      if (rule.parent.equals(parent.name())) {
        List<FeedElement> all = parent.all(rule.tag);
        switch (rule.attribute) {
          case "some" -> {
            if (all.isEmpty()) {
              error(parent, rule.message);
            }
          }
          case "once" -> once(rule, all);
          case "text" -> {
            FeedElement at = all.isEmpty() ? parent : all.get(0);
            if (all.isEmpty() || at.isEmpty()) {
              error(at, "feed.missing", rule.tag, Message.of(rule.message));
            } else {
              once(rule, all);
            }
          }
          default -> all.forEach(at -> rule(rule, at, rule.value(at)));
        }
      }
    }
  }

  private void once(Rule rule, List<FeedElement> all) {
    all.stream().skip(1).limit(1).forEach(at -> error(at, "feed.twice", rule.tag));
  }

  private void rule(Rule rule, FeedElement at, String value) {
    switch (rule.expected) {
      case "address?" -> {
        if (!value.isEmpty()) {
          address(at, rule.attribute, value);
        }
      }
      case "address" -> address(at, rule.attribute, value);
      case "picture" -> picture(at);
      case "person" -> person(at);
      case "date" -> {
        if (!at.isEmpty() && !isDate(value)) {
          error(at, rule.message, value);
        }
      }
      default -> {
        if (!value.matches(rule.expected)) {
          error(at, rule.message, value);
        }
      }
    }
  }

  private void picture(FeedElement image) {
    String href = image.get("href");
    address(image, "href", href);
    if (!href.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "").matches(".*\\.(?:jpe?g|png)")) {
      error(image, "feed.pictureFormat", href);
    }
  }

  private void unique(List<FeedElement> all) {
    Map<String, FeedElement> known = new HashMap<>();
    all.stream()
        .flatMap(item -> item.first("guid").stream())
        .filter(guid -> !guid.isEmpty())
        .forEach(
            guid -> {
              FeedElement first = known.putIfAbsent(guid.text(), guid);
              if (first != null) {
                error(guid, "feed.guidTwice", first.line());
              }
            });
  }

  private void item(FeedElement item) {
    rules(item);
    item.first("description")
        .filter(it -> !it.isEmpty() && it.text().isEmpty())
        .ifPresent(it -> advice(it, "feed.descriptionOfElements"));
    item.first("description")
        .filter(it -> it.text().length() > LONGEST_DESCRIPTION)
        .ifPresent(it -> advice(it, "feed.descriptionTooLong"));
    List<FeedElement> enclosures = item.all("enclosure");
    if (enclosures.size() != 1) {
      error(item, "feed.enclosures", enclosures.size());
      return;
    }
    enclosure(enclosures.get(0));
    duration(item);
    item.all("podcast:soundbite").forEach(this::soundbite);
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
      error(at, "feed.type", type, expected);
    } else if (!expected.equals(type)) {
      advice(at, "feed.typeByName", type);
    }
  }

  private void duration(FeedElement item) {
    List<FeedElement> all = item.all("itunes:duration");
    if (all.isEmpty()) {
      advice(item, "feed.noDuration");
      return;
    }
    FeedElement at = all.get(0);
    OptionalLong seconds = StatedAudio.seconds(at.text());
    if (seconds.isEmpty() || seconds.getAsLong() == 0) {
      error(at, "feed.duration", at.text());
    } else if (!at.text().matches("\\d+")) {
      advice(at, "feed.durationInClock", at.text());
    }
    if (all.size() > 1) {
      error(all.get(1), "feed.durationTwice");
    }
  }

  /** An address that can be fetched from anywhere, whatever reads it. */
  private void address(FeedElement at, String attribute, String address) {
    if (!address.matches("https?://[^/]+.*")) {
      error(at, "feed.noAddress", attribute, address);
    } else if (address.chars().anyMatch(c -> c <= ' ' || c > 0x7e)) {
      error(at, "feed.unescaped", attribute, address);
    } else if (address.startsWith("http://")) {
      advice(at, "feed.http", attribute, address);
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
      error(at, "feed.soundbite", from, seconds);
    } else if (Double.parseDouble(seconds) < 15 || Double.parseDouble(seconds) > 120) {
      advice(at, "feed.soundbiteLength", seconds);
    }
  }

  private void person(FeedElement at) {
    if (at.text().isEmpty()) {
      error(at, "feed.nobody");
    } else if (at.text().length() > LONGEST_NAME) {
      advice(at, "feed.longName");
    }
  }
}
