package dev.zundacast.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A post whose articles a test writes itself, on a site of our own invention. */
public final class WrittenPost {
  private static final String HEAD =
      """
      ---
      actor_ids:
        - ずんだもん
      audio_file_path: /audio/1.mp3
      audio_file_size: 0
      date: 2026-08-21 05:00:00 +0900
      description: '時計の話'
      duration: "00:00"
      layout: article
      title: 夕焼け工房ラジオ 1
      ---

      ## 関連リンク

      """;

  private WrittenPost() {}

  /** The text of a post with these articles. */
  public static String of(String articles) {
    return HEAD + articles;
  }

  /** Makes a site with one post of this text, and gives the post. */
  public static Path on(Path site, String text) throws IOException {
    Path posts = Files.createDirectories(site.resolve("_posts"));
    Files.writeString(site.resolve("_config.yml"), "title: 夕焼け工房ラジオ\n");
    return Files.writeString(posts.resolve("2026-08-21-1.md"), text);
  }
}
