package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What commands print where the locale is Japanese: nothing that only English speakers can read.
 */
class SpeaksJapaneseTest extends SiteCase {
  /** Two words of English after each other, and small ones alone. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b[a-z]{2,};?"
              + " [a-z]{2,}\\b|(?<![-/.\\w])(ok|note|free|an?|the|of|at|and|with)(?![-/.=\\w])");

  /** What people type, which is the same in both languages. */
  private static final Pattern TYPED =
      Pattern.compile(
          "zundacast [a-z]+( [a-z]+)?|front matter|docker run|--[a-z]+ [a-z]+|dict [a-z]+|「[^」]*」");

  private String said(String... args) {
    Shell shell = Shell.building(folder).env("LANG", "ja_JP.UTF-8");
    shell.env("ZUNDACAST_ENGINE", engine.url());
    Shell.Result result = shell.run(args);
    return result.out() + result.err();
  }

  private void assertJapanese(List<String> left, String... args) {
    said(args)
        .lines()
        // What a script would hold.
        .filter(line -> !line.startsWith("+"))
        .filter(SpeaksJapaneseTest::isEnglish)
        .forEach(line -> left.add(String.join(" ", args) + ": " + line));
  }

  private static boolean isEnglish(String line) {
    return ENGLISH.matcher(TYPED.matcher(line).replaceAll("…")).find();
  }

  @Test
  void whatIsDoneAndFoundIsSaidInJapanese() throws Exception {
    String post = site.post(1, 2).toString();
    List<String> left = new ArrayList<>();
    assertJapanese(left, "build", post, "--dry-run");
    assertThat(said("build", post)).contains("クリップ", "分", "トゥルーピーク");
    assertThat(said("build", post)).contains("最新です");
    assertJapanese(left, "build", post, "--force");
    assertJapanese(left, "regenerate", post, "a1.01", "--text", "豆は緑なのだ。");
    assertJapanese(left, "undo", post);
    assertJapanese(left, "status", site.root().toString());
    assertJapanese(left, "check", post);
    assertJapanese(left, "fill", "--all", site.root().toString());
    assertJapanese(left, "doctor", post);
    // Whoever has a show names no folders.
    Shell author = new Shell(site.root()).env("LANG", "ja_JP.UTF-8");
    author.env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    String doctor = author.env("ZUNDACAST_ENGINE", engine.url()).run("doctor").out();
    assertThat(doctor).contains("  良好  java: ", "（番組のフォルダー）、空き ");
    assertThat(doctor.lines()).noneMatch(SpeaksJapaneseTest::isEnglish);
    assertJapanese(left, "init", site.root().toString(), "--dry-run");
    assertJapanese(left, "store", "status");
    assertJapanese(left, "store", "verify");
    // The site's own list; that of the project stays as it is.
    Shell inTheSite = new Shell(site.root()).env("LANG", "ja_JP.UTF-8");
    assertThat(inTheSite.run("dict", "add", "枝豆", "エダマメ").err()).contains("エダマメ と読みます");
    assertThat(site.root().resolve("_zundacast/readings.tsv")).exists();
    assertJapanese(left, "voices");
    assertThat(left).isEmpty();
  }

  @Test
  void whatComesAfterTheMp3IsSaidInJapanese() throws Exception {
    String post = site.post(1, 2).toString();
    String root = site.root().toString();
    List<String> left = new ArrayList<>();
    assertJapanese(left, "script", post);
    assertJapanese(left, "script", post, "--explain");
    assertJapanese(left, "collect", root);
    said("build", post);
    assertJapanese(left, "collect", root);
    assertJapanese(left, "status", root);
    publishing(left, post, root);
    assertJapanese(left, "read", "--explain", "Java 17は3.2倍速いXylophia");
    assertJapanese(left, "dict", "impact", "枝豆=エダマメ");
    assertJapanese(left, "voices", "--terms");
    assertJapanese(left, "engine", "stop");
    assertThat(left).isEmpty();
  }

  private void publishing(List<String> left, String post, String root) throws IOException {
    Files.writeString(
        site.root().resolve("zundacast.yaml"),
        """
        publish:
          - name: done
            run: 'true'
        archive:
          run: cp "$ZUNDACAST_MP3" uploaded.mp3
          address: https://cdn.example.com/{name}
        """);
    assertJapanese(left, "publish", "--trust", root);
    assertJapanese(left, "archive", root, "--older-than", "0", "--dry-run");
    assertJapanese(left, "publish", post, "--dry-run");
    assertJapanese(left, "publish", post);
    assertJapanese(left, "publish", post);
    assertJapanese(left, "archive", root, "--older-than", "0", "--undo");
    assertJapanese(left, "feed", "include", root);
    assertJapanese(left, "feed", "check", root + "/feed.xml");
    assertThat(said("publish", post)).contains("済んでいます");
  }

  @Test
  void whatIsWrongIsSaidInJapanese() throws Exception {
    String post = site.post(1, 1).toString();
    Path broken = Files.writeString(site.root().resolve("_posts/2026-03-09-9.md"), "no matter\n");
    List<String> left = new ArrayList<>();
    for (List<String> command : wrong(post, broken.toString())) {
      assertJapanese(left, command.toArray(String[]::new));
    }
    assertThat(left).isEmpty();
  }

  private static List<List<String>> wrong(String post, String broken) {
    return Stream.of(
            "build",
            "biuld x",
            "build nowhere.md",
            "build " + broken,
            "build " + post + " --minutes 9999",
            "build " + post + " --wait 99999",
            "build " + post + " --max-sentences 0",
            "build " + post + " --engine nosuch",
            "build " + post + " --engine http://127.0.0.1:1",
            "build " + post + " --style nosuch",
            "build " + post + " --nonsense",
            "regenerate " + post + " zz.99",
            "undo " + post,
            "check " + broken,
            "check " + post + " --select nosuch",
            "check " + post + " --write-baseline",
            "check " + post + " --format nosuch",
            "check " + post + " --since yesterday",
            "fill nowhere",
            "fill " + broken,
            "dict",
            "dict impact x=y",
            "dict remove nosuch",
            "dict impact nosuch",
            "store",
            "store prune --limit nosuch",
            "engine",
            "voices new x --character nosuch",
            "plan nowhere",
            "completion tcsh",
            "init nowhere",
            "")
        .map(line -> List.of(line.split(" ")))
        .toList();
  }

  @Test
  void columnsStandBelowEachOther() throws Exception {
    site.post(1, 1);
    List<String> rows =
        said("fill", site.root().toString()).lines().filter(it -> it.matches(".* +\\d+")).toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.stream().map(Terminal::width).distinct()).hasSize(1);
  }
}
