package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed that Jekyll builds with the includes, and what is found in feeds. */
class FeedTest {
  /** A feed of the template's kind, as its sites have it. */
  private static final String TEMPLATE =
      """
      ---
      ---
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
        <channel>
          <link>{{ site.url }}/</link>
          <title>{{ site.title }}</title>
          <description>{{ site.description | xml_escape }}</description>
          <language>{{ site.language }}</language>
          <itunes:author>{{ site.author }}</itunes:author>
          <itunes:image href="{{ site.url }}/images/cover.jpg" />
          <itunes:category text="Technology"/>
          <itunes:explicit>no</itunes:explicit>
          {% for post in site.posts %}
            <item>
              <title>{{ post.title | xml_escape }}</title>
              <pubDate>{{ post.date | date_to_rfc822 }}</pubDate>
              <description>{{ post.content | xml_escape }}</description>
              <guid isPermaLink="true">{{ site.url }}{{ post.url }}</guid>
              {% if post.audio_file_path contains "https://" %}
              <enclosure
                url="{{ post.audio_file_path }}"
                length="{{ post.audio_file_size }}" type="audio/mp3"
              />
              {% else %}
              <enclosure
                url="{{ site.url }}{{ post.audio_file_path }}"
                length="{{ post.audio_file_size }}" type="audio/mp3"
              />
              {% endif %}
              <itunes:subtitle>{{ post.description }}</itunes:subtitle>
              <itunes:duration>{{ post.duration }}</itunes:duration>
              <itunes:explicit>no</itunes:explicit>
            </item>
          {% endfor %}
        </channel>
      </rss>
      """;

  @TempDir Path folder;

  private Shell.Result run(String... args) {
    return Shell.building(folder).run(args);
  }

  private Path site() throws IOException {
    Path root = folder.resolve("site");
    SampleSite site = SampleSite.in(root);
    Files.writeString(
        root.resolve("_config.yml"),
        "title: 豆 & 餅\nurl: https://mame.example.com\nauthor: 豆の会 & 友\nlanguage: ja\n"
            + "permalink: /episode/:title\ndescription: 豆の話\nactors:\n  ずんだもん:\n"
            + "    name: ずんだもん\n    image_url: /images/緑.png\n    url: https://zunko.jp/\n");
    site.post(3, 1);
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result built = run("build", root.toString(), "--sidecars", "--engine", engine.url());
      assertThat(built.code()).as(built.err()).isZero();
    }
    Files.createDirectories(root.resolve("images"));
    Files.writeString(root.resolve("images/cover.jpg"), "");
    return root;
  }

  @Test
  void theTemplatesFeedIsMendedUntilNothingIsFoundInIt() throws IOException {
    Path site = site();
    Path feed = Files.writeString(site.resolve("feed.xml"), TEMPLATE);
    Path remote = site.resolve("_posts/2026-03-05-4.md");
    String post = Files.readString(site.resolve("_posts/2026-03-04-3.md"));
    Files.writeString(
        remote,
        post.replace("/audio/そらまめ_3.mp3", "https://cdn.example.com/%E8%B1%86.mp3")
            .replaceAll("duration: .*", "duration: \"01:00:02\"")
            .replace("2026-03-04", "2026-03-05"));
    Programs.jekyll(site, site.resolve("_site"));
    Path built = site.resolve("_site/feed.xml");
    Shell.Result before = run("feed", "check", built.toString());
    assertThat(before.code()).isEqualTo(4);
    assertThat(before.err()).contains("site/_site/feed.xml:5: no XML", "xml_escape");

    Shell.Result shown = run("feed", "include", site.toString(), "--dry-run");
    assertThat(shown.out())
        .startsWith("--- site/feed.xml\n+++ site/feed.xml\n@@ ")
        .contains("\n-", "\n+");
    assertThat(Files.readString(feed)).isEqualTo(TEMPLATE);
    assertThat(shown.out()).contains("\nwould write site/_includes/zundacast-item.xml\n");
    Shell.Result mended = run("feed", "include", site.toString(), "--mend");
    assertThat(mended.code()).as(mended.err()).isZero();
    assertThat(mended.out())
        .contains("_includes/zundacast-item.xml", "_includes/zundacast-channel.xml", "mended ");
    Files.writeString(
        site.resolve("_posts/2026-03-04-3.md"),
        post.replace("title:", "image_url: /images/豆.png\nthumbnail_url: /images/広.jpg\ntitle:")
            + "\n<iframe src=\"https://www.youtube.com/embed/bean-1?rel=0\"></iframe>\n");
    Programs.jekyll(site, site.resolve("_site"));
    Shell.Result after = run("feed", "check", built.toString());
    assertThat(after.out()).isEqualTo("2 posts, 0 findings\n");
    assertThat(after.code()).isZero();

    Document xml = Jsoup.parse(Files.readString(built), "", Parser.xmlParser());
    Path mp3 = site.resolve("audio/そらまめ_3.mp3");
    assertThat(xml.select("enclosure").eachAttr("url"))
        .containsExactly(
            "https://cdn.example.com/%E8%B1%86.mp3",
            "https://mame.example.com/audio/%E3%81%9D%E3%82%89%E3%81%BE%E3%82%81_3.mp3");
    assertThat(xml.select("enclosure").eachAttr("length"))
        .contains(String.valueOf(Files.size(mp3)));
    assertThat(xml.select("enclosure").eachAttr("type")).containsOnly("audio/mpeg");
    assertThat(xml.getElementsByTag("itunes:duration").first().text()).isEqualTo("3602");
    assertThat(xml.getElementsByTag("podcast:transcript").eachAttr("url"))
        .allMatch(url -> url.startsWith("https://mame.example.com/audio/%E3%81%9D"));
    assertThat(xml.getElementsByTag("podcast:transcript").eachAttr("type"))
        .containsExactly("text/vtt", "application/x-subrip");
    assertThat(xml.getElementsByTag("podcast:chapters").attr("type"))
        .isEqualTo("application/json+chapters");
    assertThat(xml.getElementsByTag("podcast:person").eachText()).containsOnly("ずんだもん");
    assertThat(xml.getElementsByTag("podcast:person").eachAttr("img"))
        .containsOnly("https://mame.example.com/images/%E7%B7%91.png");

    assertThat(xml.getElementsByTag("itunes:episode").eachText()).containsExactly("4", "3");
    assertThat(xml.select("item").last().getElementsByTag("podcast:image").attr("href"))
        .isEqualTo(xml.select("item").last().getElementsByTag("itunes:image").attr("href"))
        .isEqualTo("https://mame.example.com/images/%E8%B1%86.png");
    assertThat(xml.getElementsByTag("media:thumbnail").eachAttr("url"))
        .containsExactly("https://mame.example.com/images/%E5%BA%83.jpg");
    assertThat(xml.getElementsByTag("podcast:contentLink").eachAttr("href"))
        .containsExactly("https://www.youtube.com/watch?v=bean-1");
    assertThat(xml.getElementsByTag("podcast:txt")).hasSize(3);
    assertThat(xml.getElementsByTag("podcast:locked").text()).isEqualTo("yes");
    assertThat(xml.select("item").last().getElementsByTag("content:encoded").text())
        .contains("<iframe", "<br />");
    assertThat(xml.select("item > description").last().wholeText())
        .containsPattern("\n\n00:00 \\S+\n\\d\\d:\\d\\d \\S+(\n\\d\\d:\\d\\d \\S+)+\n\n")
        .endsWith("この番組の声は、合成音声（AI音声）です。");

    String once = Files.readString(feed);
    assertThat(run("feed", "include", site.toString(), "--mend").out())
        .isEqualTo("there     site/feed.xml, left as it is\n");
    assertThat(Files.readString(feed)).isEqualTo(once);
  }

  @Test
  void aFeedNamesTheCoverWhereTheToolAsksForOne() throws IOException {
    Path site = site();
    Files.delete(site.resolve("images/cover.jpg"));
    run("feed", "include", site.toString());
    assertThat(Files.readString(site.resolve("feed.xml"))).contains("/images/cover_image.jpg\"");
    assertThat(run("doctor", site.toString()).out())
        .contains("put a square JPEG of 1400 to 3000 pixels at images/cover_image.jpg");
  }

  @Test
  void aSiteWithoutAFeedGetsOneThatIsRight() throws IOException {
    Path site = site();
    assertThat(run("feed", "include", site.toString(), "--dry-run").out())
        .startsWith("--- /dev/null\n+++ site/feed.xml\n");
    assertThat(site.resolve("feed.xml")).doesNotExist();
    Files.move(
        site.resolve("_posts/2026-03-04-3.md"), site.resolve("_posts/2026-03-04-豆.の 話~1.md"));
    Files.delete(site.resolve("images/cover.jpg"));
    try (TestEngine engine = TestEngine.start()) {
      assertThat(run("build", site.toString(), "--sidecars", "--engine", engine.url()).code())
          .isZero();
    }
    Files.createFile(site.resolve("images/cover.jpg"));
    assertThat(run("feed", "include", site.toString()).out()).contains("site/feed.xml");
    Programs.jekyll(site, site.resolve("_site"));
    assertThat(Files.readString(site.resolve("_site/feed.xml"))).contains("\n00:00 ");
    Shell.Result checked = run("feed", "check", site.resolve("_site/feed.xml").toString());
    assertThat(checked.out()).isEqualTo("1 post, 0 findings\n");
    assertThat(Files.readString(site.resolve("_site/feed.xml")))
        .contains("<itunes:image href=\"https://mame.example.com/images/cover.jpg\"/>");
  }

  /** Hugo is a large package, and one site in it is enough. */
  @Test
  @Tag("long")
  void aHugoSitesFeedIsRight() throws IOException {
    Path site = folder.resolve("hugo");
    Files.createDirectories(site.resolve("content/episodes"));
    Files.createDirectories(site.resolve("layouts"));
    Files.writeString(site.resolve("layouts/index.html"), "<html></html>");
    Files.writeString(
        site.resolve("hugo.toml"),
        "baseURL = 'https://mame.example.com/'\ntitle = '豆 & 餅'\nlanguageCode = 'ja'\n"
            + "[params]\nauthor = '豆の会'\ndescription = '豆の話'\ncover = '/images/cover.jpg'\n");
    Files.writeString(
        site.resolve("content/episodes/1.md"),
        "+++\ntitle = '豆 & 一'\ndate = 2026-03-16T05:00:00+09:00\npodcast_file = '/audio/豆 1.mp3'\n"
            + "podcast_bytes = 0\npodcast_duration = '00:00'\nhosts = ['ずんだもん']\n+++\n\n"
            + "## 枝豆\n\n市場の枝豆は、この一年で半分の値段になりました。畑が増えたためです。\n");
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result built = run("build", site.toString(), "--sidecars", "--engine", engine.url());
      assertThat(built.code()).as(built.err()).isZero();
    }
    assertThat(run("feed", "include", site.toString()).out()).contains("layouts/index.rss.xml");
    // Keys that other themes use for something else, and a host that is no list.
    Files.writeString(
        site.resolve("content/episodes/2.md"),
        "---\n"
            + "title: 豆の二\n"
            + "date: 2026-03-17\n"
            + "audio: https://cdn.example.com/2.mp3\n"
            + "audio_size: 500000\n"
            + "duration: '01:00'\n"
            + "hosts: ずんだもん\n"
            + "podcast: true\n"
            + "---\n");
    Files.writeString(
        site.resolve("content/about.md"), "---\ntitle: 説明\naudio: {src: a}\nhosts: []\n---\n");
    Programs.require("hugo");
    Programs.output("hugo", "--quiet", "--source", site.toString());
    Path feed = site.resolve("public/index.xml");
    Shell.Result checked = run("feed", "check", feed.toString());
    assertThat(checked.out()).isEqualTo("2 posts, 0 findings\n");
    assertThat(Files.readString(feed).split("<podcast:person role=\"host\">ずんだもん<")).hasSize(3);
    assertThat(Files.readString(feed))
        .contains("length=\"" + Files.size(site.resolve("static/audio/豆 1.mp3")) + "\"")
        .contains("https://mame.example.com/audio/%E8%B1%86%201.vtt", "1.chapters.json");
    Files.writeString(feed, Files.readString(feed).replaceAll(" length=\"\\d+\"", " length=\"7\""));
    assertThat(run("check", site.toString()).out()).contains("public/index.xml", "length is '7'");

    Files.writeString(site.resolve("layouts/index.rss.xml"), "<rss/>");
    Shell.Result refused = run("feed", "include", site.toString());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("a template of its own for its feed");
  }

  @Test
  void everyRuleNamesItsLine() throws IOException {
    String feed =
        Files.readString(
            Path.of(
                Objects.requireNonNull(FeedTest.class.getResource("feed-wrong.xml")).getPath()));
    Path file = Files.writeString(folder.resolve("feed.xml"), feed);
    Shell.Result checked = run("feed", "check", file.toString());
    assertThat(checked.code()).isEqualTo(6);
    String[] lines = feed.split("\n");
    int marks = 0;
    for (int i = 0; i < lines.length; i++) {
      int mark = lines[i].indexOf("<!-- ");
      if (mark >= 0) {
        String said = lines[i].substring(mark + 5, lines[i].indexOf(" -->", mark));
        String severity = said.startsWith("?") ? "warning: feed-advice: " : "error: feed: ";
        assertThat(checked.out())
            .contains("feed.xml:" + (i + 1) + ": " + severity + said.replaceFirst("^\\?", ""));
        marks++;
      }
    }
    assertThat(checked.out()).contains(marks + " findings");
  }

  @Test
  void whatIsNoFeedIsSaid() throws IOException {
    Path site = Files.createDirectories(folder.resolve("mame"));
    assertThat(run("feed", "check", site.toString()).err())
        .contains("mame/_site/feed.xml: no such file; build the site first, or name its feed");
    Path built = site.resolve("public/index.xml");
    Files.createDirectories(built.getParent());
    Files.writeString(built, "<feed/>");
    Files.writeString(site.resolve("hugo.toml"), "");
    assertThat(run("feed", "check", site.toString()).out()).contains("index.xml", "no RSS");
    Path atom = Files.writeString(folder.resolve("atom.xml"), "<feed/>");
    assertThat(run("feed", "check", atom.toString()).out()).contains("no RSS");
    Path entity =
        Files.writeString(
            folder.resolve("x.xml"),
            "<!DOCTYPE r [<!ENTITY e SYSTEM \"/etc/passwd\">]><rss version='2.0'>&e;</rss>");
    assertThat(run("feed", "check", entity.toString()).err()).contains("no XML");
  }
}
