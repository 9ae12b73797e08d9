package dev.zundacast.cli;

import static dev.zundacast.cli.PublishTest.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.InstalledStandIn;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the pages on publishing, one after the other as they stand there. */
class PublishingDocTest {
  private static final String PROMPT = "    zundacast ";

  @TempDir Path folder;

  private static List<String> commands(String page) throws IOException {
    List<String> commands = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs", page))) {
      if (line.startsWith(PROMPT)) {
        commands.add(line.substring(PROMPT.length()).replaceFirst("\\s+#.*", "").strip());
      }
    }
    return commands;
  }

  @Test
  void everyCommandDoesWhatThePagesSay() throws Exception {
    try (MockWebServer web = serving(folder.resolve("cloud"))) {
      Path site = site(web.url("/").toString());
      InstalledStandIn.at(folder.resolve(".voicevox/squashfs-root/vv-engine/run"));
      Shell shell =
          new Shell(folder)
              .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
              .env("ZUNDACAST_DATA", folder.resolve("data").toString())
              .env("PATH", System.getenv("PATH"))
              .env("HOME", folder.toString());
      List<String> commands = new ArrayList<>(commands("scheduled.md").subList(0, 1));
      commands.addAll(commands("publishing.md"));
      commands.addAll(commands("scheduled.md"));
      assertThat(commands).hasSizeGreaterThan(12);
      for (String command : commands) {
        if (command.startsWith("feed check")) {
          Programs.jekyll(site, site.resolve("_site"));
        }
        Shell.Result result = shell.run(Arrays.asList(command.split(" +")).toArray(new String[0]));
        assertThat(result.code()).as(command + "\n" + result.out() + result.err()).isZero();
      }
      assertThat(folder.resolve("cloud/mame-1.mp3")).isNotEmptyFile();
      assertThat(shell.run("feed", "check", site + "/_site/feed.xml").out())
          .contains("url has no https://: " + web.url("/"), "1 post, 1 finding\n");
    }
  }

  private Path site(String address) throws IOException {
    Path site = folder.resolve("my-site");
    Path post = SampleSite.in(site).post(1, "/audio/mame-1.mp3", 1);
    Files.writeString(
        site.resolve("_posts/2026-03-16-1.md"),
        Files.readString(post).replaceFirst("date: \\S+", "date: 2026-03-16")
            + "\nVOICEVOX:ずんだもん\n");
    Files.delete(post);
    Files.writeString(
        site.resolve("zundacast.yaml"),
        """
        publish:
          - name: commit
            run: |
              git add -- "$ZUNDACAST_POST" "$ZUNDACAST_SCRIPT" "${ZUNDACAST_MP3%.mp3}".*
              git diff --cached --quiet || git commit --quiet -m "$ZUNDACAST_DATE distribution"
              git push --quiet origin HEAD
        archive:
          run: cp "$ZUNDACAST_MP3" ../cloud
          address: @ADDRESS@{name}
        """
            .replace("@ADDRESS@", address));
    Files.createDirectories(site.resolve("images"));
    Path cover = site.resolve("images/cover.jpg");
    Programs.generate("color=green:s=1400x1400", "-frames:v", "1", cover.toString());
    Path bare = folder.resolve("bare.git");
    Programs.output("git", "init", "--quiet", "--bare", bare.toString());
    Programs.output("git", "init", "--quiet", "--initial-branch", "main", site.toString());
    for (String[] set : new String[][] {{"user.name", "豆"}, {"user.email", "m@example.com"}}) {
      Programs.output("git", "-C", site.toString(), "config", set[0], set[1]);
    }
    Programs.output("git", "-C", site.toString(), "remote", "add", "origin", bare.toString());
    return site;
  }
}
