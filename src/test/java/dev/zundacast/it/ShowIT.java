package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.NextSite;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A show as a scheduled job finds it: started from the root of the disk, without an environment.
 */
class ShowIT {
  @TempDir Path folder;

  private Launched.Result job(String... args) throws Exception {
    List<String> cron =
        List.of(
            "env",
            "-i",
            "-C",
            "/",
            "PATH=/usr/bin:/bin",
            "HOME=" + folder,
            "ZUNDACAST_VOICES=" + SampleSite.voices(),
            "ZUNDACAST_JAVA_HOME=" + System.getProperty("java.home"),
            "ZUNDACAST_CACHE=" + Path.of("target/test-cache").toAbsolutePath());
    return Launched.startUnder(cron, folder, args).await();
  }

  @Test
  void aJobThatIsStartedFromTheRootWithoutAnEnvironmentSpeaksTheEditedScript() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("番組"));
    String post = site.post(1, 1).toString();
    Path script = site.root().resolve("_zundacast/scripts/2026-03-02-1.txt");
    try (TestEngine engine = TestEngine.start()) {
      Launched.Result made = job("init", site.root().toString(), "--engine", engine.url());
      assertThat(made.code()).as(made.err()).isZero();
      assertThat(job("build", post).code()).isZero();
      String edited = Files.readString(script).replaceFirst("\\[a1\\.01] .*", "[a1.01] 直した一行なのだ。");
      Files.writeString(script, edited);
      Launched.Result built = job("build", site.root().toString());
      assertThat(built.code()).as(built.err()).isZero();
      assertThat(built.out()).contains(": 1 clip made");
      assertThat(script).content().contains("[a1.01] 直した一行なのだ。");
      Launched.Result checked = job("check", site.root().toString());
      assertThat(checked.out()).as(checked.err()).contains("1 post, ");
    }
    assertThat(Path.of("/scripts")).doesNotExist();
    assertThat(Path.of("/out")).doesNotExist();
  }

  /** Every file under a folder: its time, size and content. */
  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(),
            Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static Launched.Result done(Launched.Result result) {
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    return result;
  }

  @Test
  void aSiteThatGrewWithNextIsSetUpBuiltAndCheckedAtTheFirstTry() throws Exception {
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    NextSite site = NextSite.in(folder.resolve("mame"), day, "豆の時間");
    NextSite other = NextSite.in(folder.resolve("azuki"), day, "小豆の時間");
    String root = site.root().toString();
    try (TestEngine engine = TestEngine.start()) {
      Shell shell = new Shell(folder).env("ZUNDACAST_VOICES", SampleSite.voices().toString());
      shell.run("init", other.root().toString(), "--engine", engine.url());
      Shell.Result built = shell.run("build", "--latest", other.root().toString());
      assertThat(built.code()).as(built.err()).isZero();
      Map<String, String> untouched = files(other.root());
      Map<String, String> before = files(site.root());

      Launched.Result made = done(job("init", root, "--engine", engine.url()));
      assertThat(made.out())
          .contains("show      豆の時間 ", "posts     2\n", "public/images/mame_artwork_1400.jpg\n")
          .contains("actor     ずんだもん: ずんだもん (ノーマル), VOICEVOX:ずんだもん\n")
          .contains("engine    VOICEVOX 0.25.2 at " + engine.url());
      assertThat(done(job("build", "--latest", root)).out())
          .contains(site.post(day) + ": ")
          .doesNotContain(day.minusDays(1) + "");
      Launched.Result checked = done(job("check", "--latest", "1", root));
      assertThat(checked.out()).isEqualTo("1 post, 0 findings\n");
      assertThat(done(job("build", "--latest", root)).out()).contains("up to date");
      assertThat(done(job("status", root)).out()).endsWith("1 without an episode; 0 to decide\n");

      assertHasCover(site.mp3(day));
      assertThat(site.mp3(day.minusDays(1))).doesNotExist();
      assertOnlyAdded(
          before, files(site.root()), site.root().relativize(site.post(day)).toString());
      assertThat(files(other.root())).isEqualTo(untouched);
    }
    assertThat(Path.of("/_zundacast")).doesNotExist();
    assertThat(Path.of("/zundacast.yaml")).doesNotExist();
  }

  private static void assertHasCover(Path mp3) {
    Programs.Result streams =
        Programs.run(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=width",
            "-of",
            "csv",
            mp3.toString());
    assertThat(streams.out()).contains("stream,1400");
    assertThat(streams.err()).isEmpty();
  }

  /** What was there is as it was, but for the post; what is new lies where it belongs. */
  private static void assertOnlyAdded(
      Map<String, String> before, Map<String, String> after, String post) {
    Map<String, String> kept = new TreeMap<>(after);
    kept.keySet().retainAll(before.keySet());
    Map<String, String> expected = new TreeMap<>(before);
    assertThat(kept.remove(post)).isNotEqualTo(expected.remove(post));
    assertThat(kept).isEqualTo(expected);
    assertThat(after.keySet().stream().filter(file -> !before.containsKey(file)))
        .allMatch(file -> file.matches("zundacast\\.yaml|audio/.*|_zundacast/.*"));
  }
}
