package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the documents: each is run, page by page as they stand there, by some test. */
class DocumentCommandsTest {
  private static final Path DOCS = Path.of("docs");

  /** Pages whose commands other tests follow. */
  private static final Map<String, String> PAGES =
      Map.of(
          "publishing.md", "PublishingDocTest",
          "scheduled.md", "PublishingDocTest",
          "first-episode.md", "FirstEpisodeTest");

  /** Commands that need more than a site, and the tests that run them. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "zundacast export my-site/_posts/2026-03-16-1.md --to vvproj --engine voicevox"
              + " --file 1.vvproj",
          "ExportCommandTest",
          "zundacast demo",
          "ReleaseIT",
          "zundacast engine install",
          "FirstEpisodeTest",
          "zundacast engine draft --port 50021",
          "LauncherIT",
          "zundacast collect /shared/site",
          "ShardsTest");

  private static final String NARRATION =
      """
      ## opening
      やあ、みんな！豆の話を始めるのだ。
      ## a1
      畑では、そら豆を量っているのだ。小さな道具で1粒ずつ量るのだ。
      ## ending
      今日はここまでなのだ。また来週なのだ！
      """;

  /** What a gate finds, and what other shards still owe, is no failure of the command. */
  private static final Set<Integer> DONE = Set.of(0, 6, 75);

  @TempDir Path folder;

  /** The commands of a page without the remarks behind them. */
  private static List<String> commands(Path page) throws IOException {
    List<String> commands = new ArrayList<>();
    for (String row : Files.readAllLines(page)) {
      if (row.startsWith("    ") && row.strip().startsWith("zundacast ")) {
        commands.add(row.strip().replaceFirst("\\s+#.*", ""));
      }
    }
    return commands;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "install.md",
        "settings.md",
        "readings.md",
        "metadata.md",
        "scale.md",
        "narrations.md"
      })
  void everyCommandOfAPageWorks(String page) throws Exception {
    site("my-site");
    site("site");
    if (page.equals("narrations.md")) {
      narrations();
    }
    Files.createDirectories(folder.resolve("zundacast/scripts"));
    try (TestEngine engine =
        TestEngine.with()
            .characters(
                new TestEngine.Character("ずんだもん", "z", Map.of("ノーマル", 3)),
                new TestEngine.Character("四国めたん", "m", Map.of("ノーマル", 2)),
                new TestEngine.Character("春日部つむぎ", "t", Map.of("ノーマル", 8)))
            .start()) {
      for (String command : commands(DOCS.resolve(page))) {
        if (!ELSEWHERE.containsKey(command)) {
          run(command, engine);
        }
      }
    }
  }

  private void site(String name) throws IOException {
    Path post = SampleSite.in(folder.resolve(name)).post(1, 1);
    Files.move(post, post.resolveSibling("2026-03-16-1.md"));
    Path mp3 = folder.resolve(name).resolve("audio/そらまめ_1.mp3");
    Files.createDirectories(mp3.resolveSibling(""));
    Programs.generate("sine=duration=3", "-b:a", "96k", mp3.toString());
  }

  private void narrations() throws IOException {
    Path narrated = SampleSite.in(folder.resolve("site")).post(2, 1);
    Files.move(narrated, narrated.resolveSibling("2026-08-21-1.md"));
    Files.createDirectories(folder.resolve("narrations"));
    for (String file :
        List.of(
            "narration.txt",
            "answer.txt",
            "narrations/2026-08-21-1.txt",
            "narrations/2026-03-16-1.txt")) {
      Files.writeString(folder.resolve(file), NARRATION);
    }
  }

  private void run(String command, TestEngine engine) throws IOException {
    String typed =
        command
            .replaceFirst("^zundacast ", "")
            .replaceFirst("\\s+>.*", "")
            .replace("~", folder.toString())
            .replace("/mnt/shared", folder.resolve("shared").toString());
    Files.createDirectories(folder.resolve("shared/zundacast"));
    Shell shell =
        new Shell(folder)
            .env("HOME", folder.toString())
            .env("ZUNDACAST_HOME", program().toString())
            .env("ZUNDACAST_ENGINE", engine.url())
            .input(NARRATION);
    Shell.Result result = shell.run(words(typed));
    assertThat(DONE).as(command + "\n" + result.out() + result.err()).contains(result.code());
  }

  /** The program's own folder, whose lists a command may change. */
  private Path program() throws IOException {
    Path home = folder.resolve("program");
    Path voices = SampleSite.voices();
    if (!Files.exists(home)) {
      try (Stream<Path> all = Files.walk(voices)) {
        for (Path path : all.toList()) {
          Path copy = home.resolve("voices").resolve(voices.relativize(path).toString());
          Files.createDirectories(copy.resolveSibling(""));
          Files.copy(path, copy);
        }
      }
    }
    return home;
  }

  /** As a shell takes them apart. */
  private static String[] words(String typed) {
    List<String> words = new ArrayList<>();
    for (String part : typed.split(" +(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
      words.add(part.replace("\"", ""));
    }
    return words.toArray(new String[0]);
  }

  @Test
  void noCommandOfADocumentIsLeftOut() throws IOException {
    List<String> followed =
        List.of("install", "settings", "readings", "metadata", "scale", "narrations");
    Set<String> tests = testNames();
    try (Stream<Path> pages = Files.list(DOCS)) {
      for (Path page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
        String name = page.getFileName().toString();
        if (!followed.contains(name.replace(".md", "")) && !PAGES.containsKey(name)) {
          assertThat(ELSEWHERE.keySet()).as(name).containsAll(commands(page));
        }
      }
    }
    assertThat(tests).containsAll(PAGES.values()).containsAll(ELSEWHERE.values());
  }

  private static Set<String> testNames() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return new java.util.HashSet<>(
          files.map(file -> file.getFileName().toString().replace(".java", "")).toList());
    }
  }
}
