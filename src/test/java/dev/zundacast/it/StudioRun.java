package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.Browser;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code zundacast studio} as a process of its own, over a show in a folder. */
final class StudioRun implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.[12]:(\\d+)/\\S*#\\S+");

  /** A test is too short for the second compiler, which takes as much again. */
  private static final String QUICK = "JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Launched process;
  private final String address;
  private final int port;

  private StudioRun(Launched process, Matcher said) {
    this.process = process;
    this.address = said.group();
    this.port = Integer.parseInt(said.group(1));
  }

  /** Starts one at any free port, or at the port that {@code more} names. */
  static StudioRun start(Path site, String... more) throws IOException {
    return start(site, Map.of(), more);
  }

  /** The same with more in its environment. */
  static StudioRun start(Path site, Map<String, String> env, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("studio", site.toString(), "--no-open"));
    words.addAll(List.of(more));
    Path streams = Files.createDirectories(site.resolveSibling("streams"));
    Path voices = SampleSite.voices(site.resolveSibling("program-voices"));
    List<String> set = new ArrayList<>(List.of("env", QUICK, "ZUNDACAST_VOICES=" + voices));
    env.forEach((name, value) -> set.add(name + "=" + value));
    Launched process = Launched.startUnder(set, streams, words.toArray(String[]::new));
    return new StudioRun(process, said(process));
  }

  /** Writes the scripts of a site or a post, in this process, which is faster. */
  static void writeScripts(Path posts) {
    String voices = SampleSite.voices().toString();
    Shell.Result made =
        new Shell(posts.getParent())
            .env("ZUNDACAST_VOICES", voices)
            .run("script", posts.toString());
    assertThat(made.code()).as(made.err()).isZero();
  }

  private static Matcher said(Launched process) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      Matcher said = ADDRESS.matcher(process.said());
      if (said.find()) {
        return said;
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("the studio says no address: " + process.said());
  }

  /** What a person opens, with the word that lets in. */
  String address() {
    return address;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** Opens the show in a browser that was not there yet. */
  void enter(Browser browser) {
    browser.go(address);
    browser.find("[data-post]");
  }

  /** SIGKILL, at once. */
  void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public void close() throws Exception {
    process.kill();
  }
}
