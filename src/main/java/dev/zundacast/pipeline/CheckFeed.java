package dev.zundacast.pipeline;

import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.post.Durations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The feeds of a built site against the posts' audio. What the template does alike in every item is
 * told once.
 */
final class CheckFeed {
  private static final String BUILD = "build the site again";

  private final Path feed;
  private final Map<String, Path> audio;
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Map<String, Integer> everywhere = new TreeMap<>();

  private CheckFeed(Path feed, Map<String, Path> audio) {
    this.feed = feed;
    this.audio = audio;
  }

  /**
   * Checks the feeds under {@code _site}.
   *
   * @param audio local audio by the address or path that its post names
   */
  static List<Diagnostic> check(Path site, Map<String, Path> audio) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    for (Path feed : feeds(site.resolve("_site"))) {
      CheckFeed check = new CheckFeed(feed, audio);
      check.items();
      findings.addAll(check.findings);
    }
    return findings;
  }

  private static List<Path> feeds(Path built) throws IOException {
    if (!Files.isDirectory(built)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(built)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private void items() throws IOException {
    Parser parser = Parser.xmlParser().setTrackPosition(true).setTrackErrors(1);
    String xml = new String(Files.readAllBytes(feed), StandardCharsets.UTF_8);
    Document document = parser.parseInput(xml, "");
    for (Element item : document.select("rss item")) {
      Element enclosure = item.selectFirst("enclosure");
      if (enclosure != null) {
        enclosure(item, enclosure);
      }
    }
    everywhere.forEach(
        (message, count) ->
            findings.add(
                Diagnostic.of(feed, message + " in " + count + " items")
                    .withNext("mend the feed's template")));
  }

  private void enclosure(Element item, Element enclosure) throws IOException {
    String url = enclosure.attr("url");
    if (url.isBlank()) {
      add(enclosure, "an enclosure without an address", BUILD);
      return;
    }
    if (url.chars().anyMatch(c -> c > 0x7e || c <= ' ')) {
      everywhere.merge("addresses of audio are not escaped (uri_escape)", 1, Integer::sum);
    }
    Optional<Path> file = file(url);
    if (file.isPresent()) {
      compare(item, enclosure, AudioFiles.measure(file.get()));
    } else {
      stated(item, enclosure);
    }
  }

  private Optional<Path> file(String url) {
    return audio.entrySet().stream()
        .filter(entry -> sameAddress(url, entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean sameAddress(String url, String named) {
    return url.endsWith(named) || AudioFolder.unescaped(url).endsWith(AudioFolder.unescaped(named));
  }

  private void compare(Element item, Element enclosure, AudioLength length) {
    String said = enclosure.attr("length");
    if (!said.equals(Long.toString(length.bytes()))) {
      add(enclosure, "length is '" + said + "', the file has " + length.bytes(), BUILD);
    }
    String duration = duration(item);
    OptionalLong seconds = Durations.seconds(duration);
    boolean right =
        seconds.isPresent() && Math.abs(seconds.getAsLong() * 1000 - length.millis()) < 1000;
    if (!right) {
      String audioLength = Durations.format(length.millis());
      add(enclosure, "itunes:duration is '" + duration + "', the audio " + audioLength, BUILD);
    }
    String type = type(length.format());
    if (!enclosure.attr("type").equals(type)) {
      everywhere.merge(
          "the type of audio is " + enclosure.attr("type") + ", expected " + type, 1, Integer::sum);
    }
  }

  private static String type(AudioLength.Format format) {
    return switch (format) {
      case MP3 -> "audio/mpeg";
      case M4A -> "audio/x-m4a";
      case AAC -> "audio/aac";
      case WAV -> "audio/wav";
    };
  }

  /** Without the file at hand, only what no file can be. */
  private void stated(Element item, Element enclosure) {
    String said = enclosure.attr("length");
    if (!said.matches("[1-9]\\d{2,14}")) {
      add(enclosure, "length is '" + said + "', expected bytes", "run zundacast fill");
    }
    OptionalLong seconds = Durations.seconds(duration(item));
    if (seconds.isEmpty() || seconds.getAsLong() == 0) {
      add(enclosure, "itunes:duration is '" + duration(item) + "'", "run zundacast fill");
    }
  }

  private static String duration(Element item) {
    return item.getElementsByTag("itunes:duration").text();
  }

  private void add(Element element, String message, String next) {
    int line = Math.max(0, element.sourceRange().start().lineNumber());
    findings.add(Diagnostic.at(feed, line, message).withNext(next));
  }
}
