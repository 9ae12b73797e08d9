package dev.zundacast.pipeline.check;

import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.SiteKind;
import dev.zundacast.post.StatedAudio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The feeds of a built site against the posts' audio. What the template does alike in every item is
 * counted {@code everywhere} and told once.
 */
record CheckFeed(
    Path feed,
    List<CheckedPost> posts,
    Set<Path> shown,
    List<Diagnostic> findings,
    Map<Message, Integer> everywhere) {
  private static final Message BUILD = Message.of("check.buildSite");

  /** Checks the feeds that the site's generator built of these posts. */
  static List<Diagnostic> check(Path site, List<CheckedPost> checked) throws IOException {
    List<CheckedPost> posts =
        checked.stream().filter(post -> !post.front().path().isEmpty()).toList();
    List<Diagnostic> findings = new ArrayList<>();
    Set<Path> shown = new HashSet<>();
    for (Path feed : SafePath.named(".*\\.xml", SiteKind.feed(site).resolveSibling(""))) {
      Map<Message, Integer> everywhere = new TreeMap<>(Comparator.comparing(Message::toString));
      CheckFeed check = new CheckFeed(feed, posts, shown, findings, everywhere);
      int before = shown.size();
      check.items();
      if (shown.size() > before) {
        check.lacking();
      }
    }
    return findings;
  }

  /** Whether an enclosure's address is that of the post's audio. */
  private static boolean isAt(CheckedPost post, String url) {
    String named = post.front().path();
    return url.endsWith(named) || Escaped.undone(url).endsWith(Escaped.undone(named));
  }

  /** Posts that the site was built with and that are newer than one that its feed shows. */
  private void lacking() throws IOException {
    Optional<OffsetDateTime> oldest =
        posts.stream()
            .filter(post -> shown.contains(post.file()))
            .flatMap(post -> post.post().stream())
            .map(Post::date)
            .min(Comparator.naturalOrder());
    for (CheckedPost post : posts) {
      boolean newer =
          oldest.isPresent()
              && post.post().filter(it -> oldest.get().isBefore(it.date())).isPresent();
      boolean built =
          Files.getLastModifiedTime(post.file()).compareTo(Files.getLastModifiedTime(feed)) < 0;
      if (newer && built && !shown.contains(post.file())) {
        findings.add(Diagnostic.of(feed, "check.noItem", Workspace.name(post.file()), BUILD));
      }
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
        (message, count) -> findings.add(Diagnostic.of(feed, "check.everywhere", message, count)));
  }

  private void enclosure(Element item, Element enclosure) throws IOException {
    String url = enclosure.attr("url");
    if (url.isBlank()) {
      add(enclosure, "check.noEnclosureAddress");
      return;
    }
    if (url.chars().anyMatch(c -> c > 0x7e || c <= ' ')) {
      everywhere.merge(Message.of("check.unescapedAddresses"), 1, Integer::sum);
    }
    List<CheckedPost> named = posts.stream().filter(post -> isAt(post, url)).toList();
    named.forEach(post -> shown.add(post.file()));
    Optional<Path> file = named.stream().flatMap(post -> post.audio().stream()).findFirst();
    if (file.isPresent()) {
      compare(item, enclosure, AudioFiles.measure(file.get()));
    } else {
      stated(item, enclosure);
    }
  }

  private void compare(Element item, Element enclosure, AudioLength length) {
    String said = enclosure.attr("length");
    if (!said.equals(Long.toString(length.bytes()))) {
      add(enclosure, "check.otherEnclosureLength", said, length.bytes());
    }
    String duration = duration(item);
    OptionalLong seconds = StatedAudio.seconds(duration);
    boolean right =
        seconds.isPresent() && Math.abs(seconds.getAsLong() * 1000 - length.millis()) < 1000;
    if (!right) {
      String audioLength = StatedAudio.format(length.millis());
      add(enclosure, "check.otherDuration", duration, audioLength);
    }
    String type = type(length.format());
    if (!enclosure.attr("type").equals(type)) {
      everywhere.merge(
          Message.of("check.otherType", enclosure.attr("type"), type), 1, Integer::sum);
    }
  }

  private static String type(AudioLength.Format format) {
    return switch (format) {
      case MP3 -> "audio/mpeg";
      case M4A -> "audio/x-m4a";
      case WAV -> "audio/wav";
    };
  }

  /** Without the file at hand, only what no file can be. */
  private void stated(Element item, Element enclosure) {
    String said = enclosure.attr("length");
    if (!said.matches("[1-9]\\d{2,14}")) {
      add(enclosure, "check.badEnclosureLength", said);
    }
    OptionalLong seconds = StatedAudio.seconds(duration(item));
    if (seconds.isEmpty() || seconds.getAsLong() == 0) {
      add(enclosure, "check.badDuration", duration(item));
    }
  }

  private static String duration(Element item) {
    return item.getElementsByTag("itunes:duration").text();
  }

  private void add(Element element, String key, Object... values) {
    int line = Math.max(0, element.sourceRange().start().lineNumber());
    findings.add(Diagnostic.at(feed, line, key, values));
  }
}
