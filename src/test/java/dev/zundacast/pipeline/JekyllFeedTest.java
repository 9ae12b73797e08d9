package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.Fill.Mode;
import dev.zundacast.pipeline.fill.Fill.Scope;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jekyll makes of filled posts. */
@Tag("long")
class JekyllFeedTest {
  @TempDir Path site;

  @Test
  void theFeedSaysWhatTheFilesAre() throws IOException {
    Files.createDirectories(site.resolve("_posts"));
    Files.createDirectories(site.resolve("audio"));
    Files.writeString(site.resolve("_config.yml"), "title: 餅の時間\n");
    // Where a show keeps what is its own.
    Files.createDirectories(site.resolve("_zundacast/scripts"));
    Files.writeString(site.resolve("_zundacast/scripts/2026-02-01-0.txt"), "---\na: b\n---\n餅");
    Files.writeString(
        site.resolve("feed.xml"),
        """
        ---
        ---
        <rss xmlns:itunes="x"><channel>
        {% for post in site.posts %}<item>
        <enclosure url="{{ post.audio_file_path }}" length="{{ post.audio_file_size }}"/>
        <itunes:duration>{{ post.duration }}</itunes:duration>
        </item>{% endfor %}
        </channel></rss>
        """);
    List<String> stated =
        List.of(
            "audio_file_size: 0\nduration: \"00:00\"", "audio_file_size:\nduration: 00:12", "x: y");
    int[] seconds = {75, 754, 3725};
    for (int i = 0; i < seconds.length; i++) {
      Programs.generate(
          "sine=f=440:d=" + seconds[i],
          "-ar",
          "24000",
          "-b:a",
          "32k",
          site.resolve("audio/" + i + ".mp3").toString());
      Files.writeString(
          site.resolve("_posts/2026-02-0" + (1 + i) + "-" + i + ".md"),
          "---\naudio_file_path: /audio/" + i + ".mp3\n" + stated.get(i) + "\n---\n");
    }
    AudioPlaces.Search search =
        new AudioPlaces.Search(
            Optional.empty(), Recall.FOR_A_DAY, Optional.empty(), site.resolve("out"));
    new Fill(search, Scope.MISSING, Mode.WRITE, Download.NEVER, Progress.SILENT).run(List.of(site));

    Programs.jekyll(site, site.resolve("_site"));
    assertThat(site.resolve("_site/feed.xml")).exists();
    assertThat(site.resolve("_site/_zundacast")).doesNotExist();
    Document feed =
        Jsoup.parse(Files.readString(site.resolve("_site/feed.xml")), "", Parser.xmlParser());
    assertThat(feed.getElementsByTag("itunes:duration").eachText())
        .containsExactly("01:02:05", "12:34", "01:15");
    for (int i = 0; i < seconds.length; i++) {
      assertThat(feed.select("enclosure[url=/audio/" + i + ".mp3]").attr("length"))
          .isEqualTo(Long.toString(Files.size(site.resolve("audio/" + i + ".mp3"))));
    }
  }
}
