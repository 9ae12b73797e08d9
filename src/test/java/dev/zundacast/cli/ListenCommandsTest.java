package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.disk.Json;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** studio, play and watch as a person runs them. */
class ListenCommandsTest {
  private static final MediaType JSON = MediaType.get("application/json");

  @TempDir Path folder;
  private TestEngine engine;
  private Path post;
  private Path played;
  private Path player;

  @BeforeEach
  void open() throws Exception {
    post = SampleSite.in(folder).post(1, 1);
    engine = TestEngine.with().start();
    played = folder.resolve("played.txt");
    player = folder.resolve("player");
    Files.writeString(player, "#!/bin/sh\necho \"$1\" >> '" + played + "'\n");
    Files.setPosixFilePermissions(player, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Shell shell() {
    return Shell.building(folder)
        .env("ZUNDACAST_ENGINE", engine.url())
        .env("ZUNDACAST_PLAYER", player.toString());
  }

  private List<String> played() throws IOException {
    return Files.exists(played) ? Files.readAllLines(played) : List.of();
  }

  @Test
  void playsLinesThatWereNeverSpokenAndTheEpisodeOnceThereIsOne() throws Exception {
    Shell.Result none = shell().run("play", post.toString());
    assertThat(none.code()).isEqualTo(4);
    assertThat(none.err()).contains("has no episode yet");
    shell().run("script", post.toString());
    Shell.Result lines = shell().run("play", post.toString(), "a1.01", "a1.02");
    assertThat(lines.code()).as(lines.err()).isZero();
    assertThat(lines.out()).contains("a1.01\t", "a1.02\t");
    assertThat(played()).hasSize(2).allMatch(file -> file.endsWith(".wav"));
    assertThat(engine.count("/synthesis")).isEqualTo(2);

    shell().run("build", post.toString());
    assertThat(shell().run("play", post.toString()).code()).isZero();
    assertThat(played().get(2)).endsWith(".mp3");
  }

  @Test
  void saysWhichLinesThereAreToPlay() throws Exception {
    shell().run("script", post.toString());
    Shell.Result wrong = shell().run("play", post.toString(), "a9.99");
    assertThat(wrong.code()).isEqualTo(4);
    assertThat(wrong.err()).contains("there is no line 'a9.99'", "a1.01");
  }

  /** As ffplay does on a machine without a sound device. */
  @Test
  void aPlayerThatFailsIsToldThoughItEndsWell() throws Exception {
    Files.writeString(
        player, "#!/bin/sh\necho 'ALSA: no card' >&2\necho 'Failed to open file' >&2\n");
    shell().run("script", post.toString());
    Shell.Result silent = shell().run("play", post.toString(), "a1.01");
    assertThat(silent.code()).isEqualTo(1);
    assertThat(silent.err())
        .contains("' could not play it (exit code 0): Failed to open file\nLook whether")
        .contains("ZUNDACAST_PLAYER");
  }

  @Test
  void saysWhatAPlayerLacks() throws Exception {
    Shell.Result none =
        shell().env("ZUNDACAST_PLAYER", "").env("PATH", "").run("play", post.toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("ZUNDACAST_PLAYER");
  }

  @Test
  void buildsAndPlaysWhatChangedAtEachSave() throws Exception {
    Running watch = Running.of(this, "watch", post.toString());
    watch.await(text -> text.contains(".mp3"));
    assertThat(played()).isEmpty();
    Path script = folder.resolve("scripts/2026-03-02-1.txt");
    String before = Files.readString(script);
    Files.writeString(script, before.replaceFirst("\\[a1\\.01\\].*", "[a1.01] べつの文なのだ。"));
    watch.await(text -> text.contains("a1.01\tべつの文なのだ。"));
    watch.await(text -> !played().isEmpty());
    Files.writeString(script, "@nonsense\n");
    watch.await(text -> text.contains("@nonsense"));
    Files.writeString(script, before);
    watch.await(text -> played().size() == 2);
    assertThat(watch.end()).isZero();
  }

  @Test
  void servesAShowUntilItIsInterrupted() throws Exception {
    Running studio = Running.of(this, "studio", folder.toString(), "--no-open");
    studio.await(text -> text.contains("studio: http://127.0.0.1:"));
    String address = studio.text().replaceFirst("(?s).*studio: (\\S+).*", "$1");
    Path entrance = folder.resolve("out/studio/open.html");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entrance)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(entrance)).contains(address);
    URI open = URI.create(address);
    Request login =
        new Request.Builder()
            .url("http://127.0.0.1:" + open.getPort() + "/api/session")
            .header("X-Zundacast", "1")
            .post(RequestBody.create(Json.text(Map.of("token", open.getFragment())), JSON))
            .build();
    try (Response answer = new OkHttpClient().newCall(login).execute()) {
      assertThat(answer.code()).isEqualTo(204);
    }
    Shell.Result second = shell().run("studio", folder.toString(), "--no-open");
    assertThat(second.code()).isZero();
    assertThat(second.err())
        .contains("the studio of " + folder + " is open already; its page is out/studio/open.html");
    assertThat(studio.end()).isZero();
    assertThat(entrance).doesNotExist();
  }

  @Test
  void letsOtherMachinesInOnlyWithAPassword() {
    Shell.Result bare = shell().run("studio", folder.toString(), "--listen", "127.0.0.2");
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("ZUNDACAST_STUDIO_PASSWORD");
    Shell.Result weak =
        shell()
            .env("ZUNDACAST_STUDIO_PASSWORD", "mame")
            .run("studio", folder.toString(), "--listen", "127.0.0.2");
    assertThat(weak.code()).isEqualTo(2);
    Shell.Result all = shell().run("studio", folder.toString(), "--listen", "0.0.0.0");
    assertThat(all.code()).isEqualTo(2);
    assertThat(all.err()).contains("no address that a browser can be sent to");
  }

  /** A command that goes on until it is interrupted. */
  private static final class Running {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Thread thread;
    private int code = -1;

    private Running(ListenCommandsTest test, String... args) {
      PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
      Map<String, String> env =
          Map.of(
              "ZUNDACAST_VOICES", SampleSite.voices().toString(),
              "ZUNDACAST_SCRIPTS", test.folder.resolve("scripts").toString(),
              "ZUNDACAST_OUT", test.folder.resolve("out").toString(),
              "ZUNDACAST_ENGINE", test.engine.url(),
              "ZUNDACAST_PLAYER", test.player.toString());
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(new byte[0]), stream, stream, env, test.folder, false);
      thread = new Thread(() -> code = Main.run(terminal, args), "running command");
    }

    static Running of(ListenCommandsTest test, String... args) {
      Running running = new Running(test, args);
      running.thread.start();
      return running;
    }

    String text() {
      return out.toString(StandardCharsets.UTF_8);
    }

    void await(IoPredicate wanted) throws Exception {
      for (int i = 0; i < 1200 && !wanted.test(text()); i++) {
        Thread.sleep(25);
      }
      assertThat(wanted.test(text())).as(text()).isTrue();
    }

    private interface IoPredicate {
      boolean test(String text) throws IOException;
    }

    int end() throws InterruptedException {
      thread.interrupt();
      thread.join(20_000);
      assertThat(thread.isAlive()).isFalse();
      return code;
    }
  }
}
