package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio as a process of its own, and what it costs the other commands. */
class StudioIT {
  /** What only the studio needs. */
  private static final List<String> SERVER =
      List.of("io.javalin.", "org.eclipse.jetty.", "jakarta.servlet.", "org.slf4j.");

  private static final Pattern ADDRESS = Pattern.compile("(?m)^studio: (\\S+)$");

  @TempDir Path folder;

  @Test
  void endsAtCtrlCAndLeavesNoWayIn() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    site.post(1, 1);
    try (TestEngine engine = TestEngine.with().start()) {
      Launched launched = start(site, engine);
      String address = address(launched);
      assertThat(page(address)).isEqualTo(200);
      assertThat(Files.readString(Path.of("/proc/" + launched.pid() + "/cmdline")))
          .doesNotContain(URI.create(address).getFragment());
      launched.interrupt();
      Launched.Result result = launched.await();
      assertThat(result.code()).as(result.err()).isEqualTo(130);
      assertThat(result.err()).doesNotContain("Exception", "WARN", "INFO", "jetty");
      assertThat(folder.resolve("out/studio/open.html")).doesNotExist();
    }
  }

  @Test
  void goesOnAfterAKill() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    site.post(1, 1);
    try (TestEngine engine = TestEngine.with().start()) {
      Launched killed = start(site, engine);
      assertThat(page(address(killed))).isEqualTo(200);
      killed.kill();
      Launched again = start(site, engine);
      assertThat(page(address(again))).isEqualTo(200);
      again.interrupt();
      assertThat(again.await().code()).isEqualTo(130);
    }
  }

  private Launched start(SampleSite site, TestEngine engine) throws IOException {
    return Launched.startUnder(
        List.of("env", "--default-signal=INT"),
        folder,
        "studio",
        site.root().toString(),
        "--no-open",
        "--engine",
        engine.url(),
        "--voices",
        SampleSite.voices().toString(),
        "--scripts",
        "scripts",
        "--out",
        "out");
  }

  private static String address(Launched launched) throws Exception {
    while (launched.isAlive()) {
      Matcher said = ADDRESS.matcher(launched.said());
      if (said.find()) {
        return said.group(1);
      }
      Thread.sleep(50);
    }
    throw new AssertionError(launched.await());
  }

  private static int page(String address) throws Exception {
    URI page = URI.create(address.replaceFirst("#.*", ""));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void costsOtherCommandsNothing() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    String post = site.post(1, 1).toString();
    try (TestEngine engine = TestEngine.with().start()) {
      Shell shell = new Shell(folder).env("ZUNDACAST_VOICES", SampleSite.voices().toString());
      assertThat(shell.run("build", post, "--engine", engine.url()).code()).isZero();
      loadNoServer("--help");
      loadNoServer("read", "2026年");
      loadNoServer("regenerate", post, "a1.01", "--engine", engine.url());
    }
  }

  private void loadNoServer(String... command) throws Exception {
    Path classes = folder.resolve("classes.txt");
    ProcessBuilder java =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + classes,
                        "-jar",
                        System.getProperty("zundacast.jar", "target/zundacast.jar")),
                    Stream.of(command))
                .toList());
    java.environment().put("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    java.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    java.redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile());
    assertThat(java.start().waitFor()).isZero();
    assertThat(Files.readString(classes)).contains("dev.zundacast.cli.Main").doesNotContain(SERVER);
  }
}
