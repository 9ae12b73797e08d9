package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.NextSite;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of docs/first-episode.md as they stand there, in three sites: each ends with an
 * episode, right values in the post, and a feed in which nothing is found.
 */
@Tag("long")
class FirstEpisodeTest {
  private static final Path PAGE = Path.of("docs/first-episode.md");
  private static final LocalDate DAY = LocalDate.parse("2026-03-16");

  private static final String BODY =
      """
      ## [豆の水やり](https://example.com/water)

      朝に一度、根もとへゆっくりと水をやると、豆はよく育ちます。昼の暑いときに葉へかけると、葉が傷むことがあるため、避けたほうが\
      よいそうです。雨の続く日は土の乾きかたを指で確かめ、湿っていれば水やりを休みます。

      ## [豆の収穫](https://example.com/harvest)

      さやがふくらみ、下を向いたら収穫のときです。とったその日に茹でると、甘みがいちばん強く感じられると紹介しています。残った\
      豆は冷たい水で洗い、種として来年の春まで乾いた場所にしまっておきます。

      VOICEVOX:ずんだもん
      """;

  /** A feed as the template has it, of which GitHub Pages alone knows the address. */
  private static final String TEMPLATE =
      """
      ---
      layout: null
      ---
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
        <channel>
          <link>{{ site.github.url }}/</link>
          <title>{{ site.title }}</title>
          <description>{{ site.description }}</description>
          <language>{{ site.language }}</language>
          <itunes:author>{{ site.author }}</itunes:author>
          <itunes:image href="{{ site.github.url }}/images/mame_artwork_1400.jpg" />
          <itunes:category text="Technology"/>
          <itunes:explicit>no</itunes:explicit>
          {% for post in site.posts %}
            <item>
              <title>{{ post.title }}</title>
              <pubDate>{{ post.date | date_to_rfc822 }}</pubDate>
              <description>{{ post.description }}</description>
              <guid isPermaLink="true">{{ site.github.url }}{{ post.url }}</guid>
              {% if post.audio_file_path contains "https://" %}
              <enclosure url="{{ post.audio_file_path }}" length="{{ post.audio_file_size }}" type="audio/mp3" />
              {% else %}
              <enclosure url="{{ site.github.url }}{{ post.audio_file_path }}" length="{{ post.audio_file_size }}" type="audio/mp3" />
              {% endif %}
              <itunes:duration>{{ post.duration }}</itunes:duration>
              <itunes:explicit>no</itunes:explicit>
            </item>
          {% endfor %}
        </channel>
      </rss>
      """;

  @TempDir Path folder;

  private Path site;
  private long began;

  @Test
  void aSiteBesideANextApp() throws Exception {
    NextSite next = NextSite.in(folder.resolve("site"), DAY, "豆のラジオ");
    site = next.root();
    Files.writeString(site.resolve("feed.xml"), TEMPLATE);
    Files.writeString(site.resolve("_pages.yml"), "github: {url: \"https://mame.example.com\"}\n");
    // The episode before was made by other means; its post has no values yet.
    Path before = next.mp3(DAY.minusDays(1));
    Files.createDirectories(before.resolveSibling(""));
    Programs.generate("sine=duration=61", "-b:a", "96k", before.toString());
    follow("## A site from the Yattecast template");
    assertValues(next.post(DAY), next.mp3(DAY), "audio_file_size: ");
    assertThat(Files.readString(next.post(DAY.minusDays(1))))
        .contains("audio_file_size: " + Files.size(before) + "\n", "duration: \"01:01\"");
    assertFeed(site.resolve("_site/feed.xml"), next.mp3(DAY));
  }

  @Test
  void aPlainJekyllSite() throws Exception {
    site = folder.resolve("site");
    write(
        "_config.yml",
        "title: 豆の朝\nurl: https://mame.example.com\nauthor: 豆の会\nlanguage: ja\ndescription: 豆の話\n");
    Path post =
        write(
            "_posts/2026-03-16-water.md",
            "---\nlayout: post\ntitle: 豆の水やりと収穫\ndate: 2026-03-16 05:00:00 +0900\nhosts: ずんだもん\n"
                + "audio: /audio/2026-03-16.mp3\naudio_size: 0\nduration: \"00:00\"\n---\n\n"
                + BODY);
    cover("images/cover.jpg");
    follow("## A plain Jekyll site");
    Path mp3 = site.resolve("audio/2026-03-16.mp3");
    assertValues(post, mp3, "audio_size: ");
    assertFeed(site.resolve("_site/feed.xml"), mp3);
  }

  @Test
  void aHugoSiteWithToml() throws Exception {
    site = folder.resolve("site");
    write(
        "hugo.toml",
        "baseURL = 'https://mame.example.com/'\ntitle = '豆のラジオ'\nlanguageCode = 'ja'\n[params]\n"
            + "author = '豆の会'\ndescription = '豆の話'\ncover = '/images/cover.jpg'\n");
    write("layouts/index.html", "<html></html>");
    Path post =
        write(
            "content/episodes/mame-1.md",
            "+++\n"
                + "title = '豆のラジオ 第1回'\n"
                + "date = 2026-03-16T05:00:00+09:00\n"
                + "podcast_file = '/audio/mame-1.mp3'\n"
                + "podcast_bytes = 0\n"
                + "podcast_duration = '00:00'\n"
                + "hosts = ['ずんだもん']\n"
                + "+++\n\n"
                + BODY);
    cover("static/images/cover.jpg");
    follow("## A Hugo site with TOML");
    Path mp3 = site.resolve("static/audio/mame-1.mp3");
    assertValues(post, mp3, "podcast_bytes = ");
    assertFeed(site.resolve("public/index.xml"), mp3);
  }

  private Path write(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private void cover(String name) throws IOException {
    Path file = write(name, "");
    Programs.generate("color=green:s=1400x1400", "-frames:v", "1", file.toString());
  }

  /** Does what a section of the page says, one command after the other. */
  private void follow(String heading) throws IOException {
    began = System.nanoTime();
    command("zundacast engine install");
    List<String> rows = Files.readAllLines(PAGE);
    int from = 0;
    while (!rows.get(from).startsWith(heading)) {
      from++;
    }
    for (String row : rows.subList(from + 1, rows.size())) {
      if (row.startsWith("## ")) {
        break;
      }
      if (row.startsWith("       ")) {
        command(row.strip());
      }
    }
  }

  private void command(String line) {
    List<String> words = Arrays.asList(line.split(" +"));
    if (words.get(0).equals("zundacast")) {
      Shell shell = new Shell(site).env("ZUNDACAST_ENGINE", "draft");
      shell.env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
      Shell.Result result = shell.run(words.subList(1, words.size()).toArray(new String[0]));
      assertThat(result.code()).as(line + "\n" + result.out() + result.err()).isZero();
    } else {
      Programs.require(words.get(0));
      Programs.output(
          "sh", "-c", "cd '" + site + "' && LANG=C.UTF-8 " + line + " >&2 && echo done");
    }
    System.out.printf(Locale.ROOT, "%6.1f s %s%n", (System.nanoTime() - began) / 1e9, line);
  }

  private static void assertValues(Path post, Path mp3, String key) throws IOException {
    long seconds = Programs.statedSeconds(mp3);
    assertThat(Files.readString(post))
        .contains(key + Files.size(mp3) + "\n")
        .contains(String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60));
  }

  private void assertFeed(Path feed, Path mp3) throws IOException {
    assertThat(Files.readString(feed)).contains("length=\"" + Files.size(mp3) + "\"");
    assertThat(new Shell(site).run("feed", "check", feed.toString()).out())
        .endsWith(" 0 findings\n");
  }
}
