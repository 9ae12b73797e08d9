package dev.zundacast.testkit;

import dev.zundacast.disk.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A small site of our own invention in a folder of the test's: one show, posts on demand. */
public final class SampleSite {
  private static final int SENTENCES = 13;
  private static final List<String> WHERE =
      List.of(
          "川の向こうにある古い農園の話によると",
          "雨の多い春に始まった小さな試みでは",
          "朝早くから開いている町の市場では",
          "土の温度を測る道具を入れた畑では",
          "となりの村から来てくれた友だちと");
  private static final List<String> WHAT = List.of("そら豆", "枝豆", "あずき", "えんどう豆");
  private static final List<String> HOW =
      List.of(
          "をひと晩かけてゆっくり水に浸しています。",
          "の重さを一つずつ量って記録しました。",
          "が思っていたよりも早く芽を出しました。",
          "を大きな鍋で塩と一緒に茹でるそうです。",
          "から来年のための種を選ぶことにしました。",
          "の値段がこの一年で半分になりました。");

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

  /** The voice files of this project, in a folder where their pace is the test engine's. */
  public static Path voices() {
    return FastVoices.FOLDER;
  }

  /** The same in a folder of one's own, for a program that writes words there. */
  public static Path voices(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(voices())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(voices().relativize(file).toString());
        if (!Files.exists(copy)) {
          AtomicFile.write(copy, Files.readString(file));
        }
      }
    }
    return folder;
  }

  /** Written by the first who asks; other processes may read them meanwhile. */
  private static final class FastVoices {
    private static final Pattern PACE =
        Pattern.compile(
            "(?m)^(morasPerSecond|  (?:leadIn|sentence|title|paragraph|section|tail)): ([\\d.]+)$");

    private static final Path FOLDER = written(Path.of("target/test-home/voices").toAbsolutePath());

    private static Path written(Path folder) {
      Path project = Path.of("voices");
      try (Stream<Path> all = Files.walk(project)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String text = PACE.matcher(Files.readString(file)).replaceAll(FastVoices::faster);
          Path copy = folder.resolve(project.relativize(file).toString());
          if (!Files.exists(copy) || !Files.readString(copy).equals(text)) {
            AtomicFile.write(copy, text);
          }
        }
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** More moras in a second, and shorter pauses. */
    private static String faster(MatchResult pace) {
      double value = Double.parseDouble(pace.group(2));
      boolean moras = pace.group(1).startsWith("moras");
      double faster = moras ? value * TestSpeech.PACE : value / TestSpeech.PACE;
      return String.format(Locale.ROOT, "%s: %.2f", pace.group(1), faster);
    }
  }

  /** A post with {@code articles} short articles and a path of the site. */
  public Path post(int number, int articles) throws IOException {
    return post(number, "/audio/そらまめ_" + number + ".mp3", articles);
  }

  /**
   * A post with {@code articles} articles as long as those of a real show: a title and thirteen
   * sentences of some forty characters.
   */
  public Path longPost(int number, int articles) throws IOException {
    return post(number, "/audio/そらまめ_" + number + ".mp3", articles, SampleSite::longText);
  }

  /** A post with this audio path. */
  public Path post(int number, String audioPath, int articles) throws IOException {
    return post(number, audioPath, articles, article -> shortText(number, article));
  }

  private Path post(int number, String audioPath, int articles, IntFunction<String> body)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("---\nactor_ids:\n  - ずんだもん\naudio_file_path: ").append(audioPath);
    text.append("\naudio_file_size: 0\ndate: 2026-03-0").append(1 + number % 9);
    text.append(" 05:00:00 +0900\ndescription: '豆の話'\nduration: \"00:00\"\nlayout: article\n");
    text.append("title: そらまめ通信 第").append(number).append("回\n---\n\n## 関連リンク\n\n");
    for (int article = 1; article <= articles; article++) {
      text.append(article(number, article, body.apply(article)));
    }
    text.append("- [お便り投稿フォーム](https://forms.gle/soramame)\n");
    Path file = root.resolve("_posts/2026-03-0" + (1 + number % 9) + "-" + number + ".md");
    Files.writeString(file, text);
    return file;
  }

  private static String article(int number, int article, String body) {
    String url = "https://soramame.example.com/news/" + number + "/" + article;
    return "- [豆の話その" + article + "](" + url + ")  \n\n" + body + "\n\n引用元: " + url + "\n\n\n";
  }

  private static String shortText(int number, int article) {
    List<String> verbs = List.of("育てます", "量ります", "茹でました", "数えています");
    String verb = verbs.get(article % verbs.size());
    return "第"
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
        + "。\n\n収穫の日は近いです。";
  }

  private static String longText(int article) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      text.append(WHERE.get((article + i) % WHERE.size()));
      text.append("、").append(article * SENTENCES + i).append("粒の");
      text.append(WHAT.get((article + 2 * i) % WHAT.size()));
      text.append(HOW.get((2 * article + i) % HOW.size()));
      text.append(i % 4 == 3 ? "\n\n" : "");
    }
    return text.toString().strip();
  }
}
