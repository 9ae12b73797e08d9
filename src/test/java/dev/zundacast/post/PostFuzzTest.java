package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.Damage;
import dev.zundacast.testkit.Finds;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged posts: read, or refused with the place of what is wrong, in bounded time. */
class PostFuzzTest {
  private static final int ROUNDS = Damage.rounds(500, 60_000);

  @TempDir Path folder;

  private final Damage damage =
      new Damage(
          20260322,
          "[",
          "](",
          ")",
          "![",
          "**",
          "*a ",
          "`",
          "```\n",
          "> ",
          "- ",
          "1. ",
          "  ",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "| a | b |\n|-|-|\n",
          "<div>",
          "</div>",
          "<ruby>",
          "<!--",
          "-->",
          "{{",
          "}}",
          "{%",
          "%}",
          "{a|",
          "}",
          "\\",
          "\u0000",
          "\u202E",
          "\u2028",
          "😀",
          "か\u3099",
          "&#x0;",
          "&amp;",
          "[^1]",
          "[^1]: a\n",
          "引用元: ",
          "## 関連リンク\n",
          "https://example.com/",
          "---\n");

  @Test
  @Timeout(3600)
  void damagedPostsAreReadOrRefused() throws IOException {
    String seed = Files.readString(SampleSite.in(folder.resolve("site")).post(3, 3));
    Path file = folder.resolve("2026-03-04-3.md");
    Finds.Tally tally =
        Finds.of("post")
            .run(
                ROUNDS,
                i -> damage.of(seed).getBytes(StandardCharsets.UTF_8),
                bytes -> isRead(Files.write(file, bytes)));
    System.out.println("post fuzz: " + tally);
    assertThat(tally.read()).isGreaterThan(ROUNDS / 20);
  }

  private static boolean isRead(Path file) throws IOException {
    try {
      assertThat(Posts.read(file).articles()).isNotEmpty();
      return true;
    } catch (Problem e) {
      assertThat(e.diagnostics()).isNotEmpty();
      return false;
    }
  }
}
