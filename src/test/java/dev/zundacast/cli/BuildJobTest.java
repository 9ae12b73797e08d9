package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Builds as jobs run them: of whole folders, again and again, with nobody who looks. */
class BuildJobTest extends SiteCase {

  private Shell.Result run(String... args) {
    return Shell.building(folder).env("ZUNDACAST_ENGINE", engine.url()).run(args);
  }

  @Test
  void whatIsUpToDateNeedsNoEngine() throws IOException {
    String post = site.post(3, 1).toString();
    assertThat(run("build", post).code()).isZero();
    engine.close();
    Shell.Result again = run("build", post);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("up to date");
  }

  /** Two weekdays of the week belong to another programme of the same site. */
  @Test
  void anEpisodeOfAnotherProgrammeIsNotStaleOnceItIsBuilt() throws IOException {
    Path post = site.post(3, 1);
    String title = "title: 夜の豆ラジオ podcast 20260304";
    Files.writeString(post, Files.readString(post).replaceFirst("(?m)^title: .*$", title));
    assertThat(run("build", post.toString()).code()).isZero();
    assertThat(run("status", post.toString()).out()).contains("1 up to date");
    assertThat(run("build", "--dry-run", post.toString()).out()).contains("up to date");
  }

  @Test
  void anEpisodeThatIsStaleForAReasonOfItsOwnSaysSo() throws IOException {
    String post = site.post(3, 1).toString();
    run("build", post);
    try (TestEngine other = TestEngine.start()) {
      Shell.Result stale = run("status", post, "--engine", other.url());
      assertThat(stale.out())
          .contains(
              "2026-03-04-3.md: stale, "
                  + engine.url()
                  + " spoke it, and a build would ask "
                  + other.url()
                  + "\n")
          .endsWith("1 post: 1 stale; 0 to decide\n");
      assertThat(run("status", post, "--json", "--engine", other.url()).out())
          .contains("\"reason\":\"" + engine.url() + " spoke it");
    }
    Path mp3 = site.root().resolve("audio/そらまめ_3.mp3");
    Files.writeString(mp3, "no longer an episode");
    assertThat(run("status", post).out()).contains(": stale, its MP3 is not what was built\n");
    Files.delete(mp3);
    assertThat(run("status", post).out()).contains(": stale, its MP3 is gone\n");
  }

  /** The README's first two commands speak the same post. */
  @Test
  void theExampleIsBuiltAfterItsDemoAndTheDemoAfterIt() throws IOException {
    Path example = Path.of("examples/site/_posts/2026-03-16-1.md");
    Path post = site.root().resolve("_posts/2026-03-16-1.md");
    Files.copy(example, post);
    for (List<String> command :
        List.of(List.of("demo"), List.of("build", post.toString()), List.of("demo"))) {
      Shell.Result done = run(command.toArray(new String[0]));
      assertThat(done.code()).as(done.err()).isZero();
    }
  }

  @Test
  void whateverChangesIsNoticedWithoutAnEngine() throws IOException {
    Path post = site.post(3, 1);
    run("build", post.toString());
    engine.close();
    Path settings = site.root().resolve("zundacast.yaml");
    Files.writeString(settings, "audio:\n  lufs: -20\n");
    assertThat(run("build", post.toString()).code()).isEqualTo(3);
    Files.writeString(settings, "engine-dictionary: false\n");
    assertThat(run("build", post.toString()).code()).isEqualTo(3);
    Files.delete(settings);
    assertThat(run("build", post.toString()).code()).isZero();
    assertThat(run("build", post.toString(), "--force").code()).isEqualTo(3);
    Path script = folder.resolve("scripts/2026-03-04-3.txt");
    Files.writeString(script, Files.readString(script).replace("そら豆", "枝豆"));
    assertThat(run("build", post.toString()).code()).isEqualTo(3);
  }

  @Test
  void anotherEngineThatIsNamedSpeaksAnew() throws IOException {
    String post = site.post(3, 1).toString();
    run("build", post);
    try (TestEngine same = TestEngine.start();
        TestEngine newer = TestEngine.with().version("9.9.9").start()) {
      assertThat(run("build", post, "--engine", same.url()).out()).contains("0 clips made");
      assertThat(run("build", post, "--engine", newer.url()).out()).doesNotContain("up to date");
    }
  }

  @Test
  void aFolderIsCountedAndEndsWithATable() throws IOException {
    site.post(3, 1);
    Path broken = Files.writeString(site.post(4, 1), "---\ntitle: a: b\n---\n");
    run("build", site.root().toString());
    site.post(5, 1);
    Shell.Result all = run("build", site.root().toString());
    assertThat(all.code()).isEqualTo(5);
    assertThat(all.out())
        .contains("[1/3] site/_posts/2026-03-04-3.md: up to date")
        .contains("[3/3] site/_posts/2026-03-06-5.md: ")
        .endsWith("built 1, up to date 1, failed 1 (" + broken.getFileName() + ")\n");
    assertThat(all.err()).containsPattern("(?m)^\\[3/3] ");
  }

  @Test
  void theNewestPostIsBuiltAlone() throws IOException {
    site.post(3, 1);
    site.post(5, 1);
    Shell.Result latest = run("build", "--latest", "site");
    assertThat(latest.code()).as(latest.err()).isZero();
    assertThat(latest.out()).contains("2026-03-06-5.md").doesNotContain("2026-03-04-3.md");
    assertThat(run("build").code()).isEqualTo(2);
  }

  @Test
  void quietMeansQuiet() throws IOException {
    Files.writeString(site.root().resolve("_config.yml"), "language: ja\n");
    Path post = site.longPost(3, 1);
    Shell.Result loud = run("build", post.toString(), "--dry-run");
    assertThat(loud.out()).isNotEmpty();
    Shell.Result quiet = run("build", post.toString(), "-q");
    assertThat(quiet.code()).isZero();
    assertThat(quiet.out() + quiet.err()).isEmpty();
    // A note says which post it came of.
    Files.writeString(post, Files.readString(post).replace("豆の話その1", "豆の話その一"));
    Shell.Result noted = run("build", post.toString());
    assertThat(noted.err()).contains("2026-03-04-3.md: note: a1: its title and link follow");
    assertThat(noted.err()).doesNotContain("warning");
  }

  @Test
  void whatWentWrongIsSaidHoweverQuietly() throws IOException {
    String post = site.post(3, 1).toString();
    String short3 = "2026-03-04-3.md:15: warning: the article's text has only ";
    Shell.Result made = run("build", post, "-q");
    assertThat(made.code()).isZero();
    assertThat(made.out()).isEmpty();
    assertThat(made.err()).startsWith(short3).hasLineCount(1);
    assertThat(run("build", post, "--force", "-q", "--json").err()).startsWith(short3);
    // A job that has nothing to do has nothing to say, however often it runs.
    assertThat(run("build", post, "-q").err()).isEmpty();
    assertThat(run("build", post).err()).startsWith(short3);
    engine.close();
    assertThat(run("build", post, "--force", "-q").err()).contains("VOICEVOX");
  }

  @Test
  void everyMessageOfAJobHasItsTime() throws IOException {
    Path broken = Files.writeString(site.post(4, 1), "---\ntitle: a: b\n---\n");
    site.post(5, 1);
    Shell job = Shell.building(folder).env("ZUNDACAST_ENGINE", engine.url()).timed();
    Shell.Result built = job.run("build", site.root().toString());
    assertThat(built.err().lines().filter(line -> !line.startsWith(" ")))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d \\S.*"))
        .anyMatch(line -> line.contains(broken.getFileName() + ":"))
        .anyMatch(line -> line.contains(" [2/2]"));
    assertThat(built.out()).startsWith("[2/2] ");
    assertThat(job.run("build", "nowhere").err()).matches("(?s)\\d\\d:\\d\\d:\\d\\d zundacast: .*");
  }

  @Test
  void aDryRunSaysWhatThereIsToDo() throws IOException {
    String post = site.post(3, 1).toString();
    assertThat(run("build", post, "--dry-run").out()).containsPattern("\\d+ clips to make");
    run("build", post);
    assertThat(run("build", post, "--dry-run").out()).contains("2026-03-04-3.md: up to date");
    Path script = folder.resolve("scripts/2026-03-04-3.txt");
    Files.writeString(script, Files.readString(script).replace("収穫の日は", "収穫する日は"));
    assertThat(run("build", post, "--dry-run").out()).contains("1 clip to make");
  }

  @Test
  void theStatusSaysWhatThereIsToDo() throws IOException {
    site.post(3, 1);
    String stale = site.post(4, 1).toString();
    site.post(5, 1);
    run("build", site.root().resolve("_posts/2026-03-04-3.md").toString(), stale);
    Path script = folder.resolve("scripts/2026-03-05-4.txt");
    Files.writeString(
        script, Files.readString(script).replace("[a1.01] ", "# 投稿では今: 豆は五粒です。\n[a1.01] まめの"));
    engine.close();
    Shell.Result status = run("status", "site");
    assertThat(status.code()).as(status.err()).isZero();
    assertThat(status.out())
        .contains("site/_posts/2026-03-05-4.md: stale\n")
        .containsPattern("scripts/2026-03-05-4.txt:\\d+: to decide, the post says now: 豆は五粒です。")
        .contains("site/_posts/2026-03-06-5.md: without an episode\n")
        .endsWith("3 posts: 1 up to date, 1 stale, 1 without an episode; 1 to decide\n");
  }

  @Test
  void anEngineThatIsAwayIsToldOfAtOnce() throws IOException {
    Files.writeString(site.root().resolve("zundacast.yaml"), "patience: 3\n");
    String post = site.post(3, 1).toString();
    engine.failAlways("/synthesis", TestEngine.status(503));
    Shell.Result built = run("build", post);
    assertThat(built.code()).isEqualTo(1);
    assertThat(built.err()).contains("waiting for " + engine.url() + ", seconds 0/3");
  }
}
