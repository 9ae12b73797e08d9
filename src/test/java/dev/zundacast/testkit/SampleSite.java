package dev.zundacast.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small site of our own invention in a folder of the test's: one show, posts on demand. */
public final class SampleSite {
  private final Path root;

  private SampleSite(Path root) {
    this.root = root;
  }

  /** A site without posts. */
  public static SampleSite in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("_posts"));
    Files.writeString(
        folder.resolve("_config.yml"),
        """
        title: そらまめ通信
        url: https://soramame.example.com
        description: 豆の話をする番組
        actors:
          ずんだもん:
            name: ずんだもん
        """);
    return new SampleSite(folder);
  }

  public Path root() {
    return root;
  }

  /** The voice files of this project. */
  public static Path voices() {
    return Path.of("voices").toAbsolutePath();
  }

  /** A post with {@code articles} short articles and a path of the site. */
  public Path post(int number, int articles) throws IOException {
    return post(number, "/audio/そらまめ_" + number + ".mp3", articles);
  }

  /** A post with this audio path. */
  public Path post(int number, String audioPath, int articles) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("---\nactor_ids:\n  - ずんだもん\naudio_file_path: ").append(audioPath);
    text.append("\naudio_file_size: 0\ndate: 2026-03-0").append(1 + number % 9);
    text.append(" 05:00:00 +0900\ndescription: '豆の話'\nduration: \"00:00\"\nlayout: article\n");
    text.append("title: そらまめ通信 第").append(number).append("回\n---\n\n## 関連リンク\n\n");
    for (int article = 1; article <= articles; article++) {
      text.append(article(number, article));
    }
    text.append("- [お便り投稿フォーム](https://forms.gle/soramame)\n");
    Path file = root.resolve("_posts/2026-03-0" + (1 + number % 9) + "-" + number + ".md");
    Files.writeString(file, text);
    return file;
  }

  private static String article(int number, int article) {
    String url = "https://soramame.example.com/news/" + number + "/" + article;
    List<String> verbs = List.of("育てます", "量ります", "茹でました", "数えています");
    String verb = verbs.get(article % verbs.size());
    return "- [豆の話その"
        + article
        + "]("
        + url
        + ")  \n\n"
        + "第"
        + number
        + "回の"
        + article
        + "番目の畑では、そら豆を"
        + verb
        + "。"
        + "小さな道具で"
        + article
        + "粒ずつ"
        + verb
        + "。\n\n"
        + "収穫の日は近いです。\n\n引用元: "
        + url
        + "\n\n\n";
  }
}
