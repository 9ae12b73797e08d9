package dev.zundacast.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Progress;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.check.Check.Depth;
import dev.zundacast.pipeline.check.Check.Mending;
import dev.zundacast.pipeline.check.Check.PostRule;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.testkit.Programs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  @TempDir static Path samples;
  @TempDir Path folder;
  private Path site = Path.of("");

  private static final String BODY =
      """

      ## 関連リンク

      - [餅の焼き方](https://example.com/mochi)··

      餅は弱い火で長く焼くと、外は香ばしく、中はやわらかく仕上がります。焦げ目がついたら裏返し、ふくらむまで待つのがこつだと紹介しています。

      引用元: https://example.com/mochi

      VOICEVOX:ずんだもん
      """
          .replace('·', ' ');

  @BeforeAll
  static void encode() {
    Programs.generate("sine=f=440:d=30", "-b:a", "96k", samples.resolve("quiet.mp3").toString());
  }

  @BeforeEach
  void site() throws IOException {
    site = folder.resolve("site");
    Files.createDirectories(site.resolve("_posts"));
    Files.createDirectories(site.resolve("audio"));
    Files.createDirectories(site.resolve("images"));
    Files.writeString(
        site.resolve("_config.yml"), "title: 餅の時間\nactors:\n  ずんだもん:\n    name: ずんだもん\n");
    picture(1400, 1400);
    Files.copy(samples.resolve("quiet.mp3"), site.resolve("audio/1.mp3"));
  }

  private void picture(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "jpeg", site.resolve("images/cover_image.jpg").toFile());
  }

  private Path post(String frontMatter) throws IOException {
    Path post = site.resolve("_posts/2026-02-01-1.md");
    return Files.writeString(
        post, "---\ntitle: 餅の時間 1\ndate: 2026-02-01\n" + frontMatter + "---\n" + BODY);
  }

  private CheckReport check(Depth depth, Mending mending, PostRule... more) throws IOException {
    AudioPlaces.Search search =
        new AudioPlaces.Search(
            Optional.empty(), Recall.FOR_A_DAY, Optional.empty(), folder.resolve("out"));
    List<Path> posts = PostFiles.of(List.of(site));
    return new Check(
            search, depth, mending, post -> Optional.empty(), List.of(more), Progress.SILENT)
        .run(List.of(site), Set.copyOf(posts));
  }

  private static List<String> said(CheckReport report) {
    return report.findings().stream()
        .map(f -> f.place().line() + " " + f.rule() + ": " + f.place().message())
        .toList();
  }

  @Test
  void everyFindingHasItsPlaceAndWhatToDo() throws IOException {
    post(
        "actor_ids:\n  - つむぎ\naudio_file_path: /audio/1.mp3\naudio_file_size: 6.1MB\n"
            + "duration: 00:30\ndescription: 餅 & 豆\n");
    picture(800, 600);
    CheckReport report = check(Depth.LOUDNESS, Mending.LIST_ONLY);
    long size = Files.size(site.resolve("audio/1.mp3"));
    assertThat(said(report))
        .contains(
            "2 tag: the MP3 has no title, the post's is '餅の時間 1'",
            "5 front-matter: the actor 'つむぎ' is not in _config.yml",
            "6 tag: the MP3 has no cover",
            "6 tag: the MP3 has no chapters",
            "7 audio: audio_file_size is 6.1MB (which feeds cannot use), the file has " + size,
            "8 audio: duration is 00:30 (which Jekyll prints as something else), the audio 00:30",
            "9 front-matter: description holds < or & as they are; the feed prints it unescaped",
            "0 artwork: JPEG of 800 x 600 pixels")
        .anyMatch(text -> text.matches("6 loudness: the loudness is -1\\d\\.\\d LUFS, .*"));
    assertThat(report.findings()).allMatch(f -> !f.place().next().isEmpty());
  }

  @Test
  void fixMendsTheTwoValues() throws IOException {
    Path post = post("audio_file_path: /audio/1.mp3\naudio_file_size: 1\nduration: \"00:29\"\n");
    CheckReport report = check(Depth.FAST, Mending.FIX);
    assertThat(report.mended()).isEqualTo(1);
    assertThat(said(report)).noneMatch(text -> text.contains("audio:"));
    assertThat(Files.readString(post)).contains("\nduration: \"00:30\"\n");
  }

  @Test
  void aMissingFileAndABrokenPostAreFound() throws IOException {
    post("audio_file_path: /audio/2.mp3\n");
    Files.writeString(site.resolve("_posts/2026-02-02-2.md"), "---\na: b: c\n---\n");
    assertThat(said(check(Depth.FAST, Mending.LIST_ONLY)))
        .contains(
            "4 audio: there is no file /audio/2.mp3 in the site",
            "2 post: the front matter is not valid YAML: mapping values are not allowed here");
  }

  @Test
  void aFeedMustAgreeWithTheFiles() throws IOException {
    post("audio_file_path: /audio/1.mp3\n");
    Files.createDirectories(site.resolve("_site"));
    Files.writeString(
        site.resolve("_site/feed.xml"),
        """
        <?xml version="1.0"?><rss xmlns:itunes="x"><channel>
        <item><title>1</title>
        <enclosure url="https://example.com/audio/1.mp3" length="0" type="audio/mp3"/>
        <itunes:duration>00:00</itunes:duration></item>
        <item>
        <enclosure url="https://example.com/餅.mp3" length="6.1MB" type="audio/mpeg"/>
        <itunes:duration>26760</itunes:duration></item>
        </channel></rss>
        """);
    long size = Files.size(site.resolve("audio/1.mp3"));
    assertThat(said(check(Depth.FAST, Mending.LIST_ONLY)))
        .contains(
            "3 feed: length is '0', the file has " + size,
            "3 feed: itunes:duration is '00:00', the audio 00:30",
            "6 feed: length is '6.1MB', expected bytes",
            "0 feed: the type of audio is audio/mp3, expected audio/mpeg in 1 items",
            "0 feed: addresses of audio are not escaped (uri_escape) in 1 items");
  }

  @Test
  void aPostThatTheFeedShouldShowIsMissed() throws IOException {
    post("audio_file_path: /audio/1.mp3\n");
    later(2, "published: false\naudio_file_path: /audio/2.mp3\n");
    Files.createDirectories(site.resolve("_site"));
    Path feed =
        Files.writeString(
            site.resolve("_site/feed.xml"),
            "<rss><channel><item><enclosure url='https://example.com/audio/1.mp3'/></item>"
                + "</channel></rss>");
    Files.setLastModifiedTime(feed, FileTime.from(Instant.now().plusSeconds(60)));
    Path unbuilt = later(3, "audio_file_path: /audio/3.mp3\n");
    Files.setLastModifiedTime(unbuilt, FileTime.from(Instant.now().plusSeconds(120)));
    assertThat(said(check(Depth.FAST, Mending.LIST_ONLY)))
        .contains(
            "0 feed: no item for 2026-02-02-2.md",
            "4 date: Jekyll leaves the post out: published is false")
        .doesNotContain("0 feed: no item for 2026-02-03-3.md");
  }

  private Path later(int day, String frontMatter) throws IOException {
    return Files.writeString(
        site.resolve("_posts/2026-02-0" + day + "-" + day + ".md"),
        "---\ntitle: 餅の時間 "
            + day
            + "\ndate: 2026-02-0"
            + day
            + "\n"
            + frontMatter
            + "---\n"
            + BODY);
  }

  @Test
  void whatACopyOfAPostStillSharesIsFound() throws IOException {
    Files.writeString(site.resolve("_config.yml"), "title: 餅の時間\npermalink: /episode/:title\n");
    Path first = post("audio_file_path: /audio/1.mp3\n");
    Files.copy(first, site.resolve("_posts/2026-02-02-1.md"));
    later(3, "audio_file_path: /audio/3.mp3\n");
    CheckReport report = check(Depth.FAST, Mending.LIST_ONLY);
    assertThat(said(report))
        .contains(
            "2 repeat: the post has the same title as 2026-02-01-1.md",
            "4 repeat: the post has the same audio as 2026-02-01-1.md",
            "1 repeat: the post has the same address as 2026-02-01-1.md",
            "3 date: the date is 2026-02-01, the file's name says 2026-02-02");
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().equals("repeat"))
        .allMatch(finding -> finding.place().file().endsWith("2026-02-02-1.md"));
  }

  @Test
  void aNameThatMisleadsAboutTheAudioIsFound() throws IOException {
    Files.move(site.resolve("audio/1.mp3"), site.resolve("audio/1 a.m4a"));
    post("audio_file_path: /audio/1 a.m4a\n");
    assertThat(said(check(Depth.FAST, Mending.LIST_ONLY)))
        .contains(
            "4 audio: the file is MP3 by its bytes, but not by its name",
            "4 front-matter: the audio's path holds a space, which no address in a feed can");
  }

  @Test
  void aPictureMustNotBeTransparent() throws IOException {
    Files.delete(site.resolve("images/cover_image.jpg"));
    BufferedImage image = new BufferedImage(1400, 1400, BufferedImage.TYPE_INT_ARGB);
    ImageIO.write(image, "png", site.resolve("images/cover_image.png").toFile());
    post("audio_file_path: /audio/1.mp3\n");
    assertThat(said(check(Depth.FAST, Mending.LIST_ONLY)))
        .contains("0 artwork: PNG of 1400 x 1400 pixels not in plain RGB");
  }

  @Test
  void anUploadThatIsNotTheEpisodeBuiltHereIsFound() throws IOException {
    Path built = folder.resolve("out/episodes/2026-02-01-1/1.mp3");
    Files.createDirectories(built.getParent());
    Files.copy(samples.resolve("quiet.mp3"), built);
    byte[] bytes = Files.readAllBytes(built);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      String address = "http://127.0.0.1:" + server.getPort() + "/audio/1.mp3";
      post(
          "audio_file_path: "
              + address
              + "\naudio_file_size: "
              + bytes.length
              + "\nduration: \"00:30\"\n");
      serve(server, Arrays.copyOf(bytes, 9000));
      assertThat(said(check(Depth.FAST, Mending.LIST_ONLY)))
          .contains("4 audio: " + address + " is another file than the episode built here");
      // The upload is seen at once, though what the server said before is still remembered.
      serve(server, bytes);
      assertThat(said(check(Depth.FAST, Mending.LIST_ONLY)))
          .noneMatch(text -> text.contains("audio:"));
    }
  }

  private static void serve(MockWebServer server, byte[] file) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            MockResponse.Builder answer = new MockResponse.Builder().code(200);
            return request.getMethod().equals("HEAD")
                ? answer.setHeader("Content-Length", file.length).build()
                : answer.body(new Buffer().write(file)).build();
          }
        });
  }

  @Test
  void whateverFailsInAPostIsThatPostsFinding() throws IOException {
    post("audio_file_path: /audio/1.mp3\n");
    PostRule rule =
        new PostRule(
            "deep",
            (post, findings) -> {
              throw new StackOverflowError();
            });
    assertThat(said(check(Depth.FAST, Mending.LIST_ONLY, rule)))
        .contains("0 deep: unexpected StackOverflowError");
  }

  @Test
  void furtherRulesCanBeGiven() throws IOException {
    post("audio_file_path: /audio/1.mp3\n");
    PostRule rule =
        new PostRule(
            "narration",
            (post, findings) ->
                findings.accept(Diagnostic.at(post.file(), 12, Message.plain("no rule fits"))));
    assertThat(said(check(Depth.FAST, Mending.LIST_ONLY, rule)))
        .contains("12 narration: no rule fits");
  }
}
