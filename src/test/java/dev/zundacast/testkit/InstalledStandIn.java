package dev.zundacast.testkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.episode.Diagnostic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A program that stands where a product puts its engine's, takes its arguments and speaks its API;
 * like the products' it is a small program that starts the real one as its child.
 */
public final class InstalledStandIn {
  private InstalledStandIn() {}

  /** The engine behind the program: {@code --host 127.0.0.1 --port N}. */
  public static void main(String[] args) throws Exception {
    List<String> given = List.of(args);
    if (!given.contains("--host")) {
      throw new IllegalArgumentException("usage: run --host HOST --port PORT");
    }
    int port = Integer.parseInt(given.get(given.indexOf("--port") + 1));
    Thread.sleep(Long.getLong("standin.slow", 0));
    int line = Integer.getInteger("standin.line", 0);
    try (TestEngine engine = TestEngine.with().millisPerLine(line).startAt(port)) {
      if (Boolean.getBoolean("standin.busy")) {
        engine.failAlways("/speakers", TestEngine.status(503));
      }
      System.out.println("listening at " + engine.url());
      Thread.currentThread().join();
    }
  }

  /** Puts the program there. */
  public static Path at(Path program) throws IOException {
    return at(program, 0);
  }

  /** Puts one there that takes so long, in ms, before it answers. */
  public static Path at(Path program, long millis) throws IOException {
    return started(program, "-Dstandin.slow=" + millis);
  }

  /** Puts one there that takes so long, in ms, to speak a line. */
  public static Path speaking(Path program, int millis) throws IOException {
    return started(program, "-Dstandin.line=" + millis);
  }

  /** Puts one there that has no time for anything but to say that it is there. */
  public static Path busy(Path program) throws IOException {
    return started(program, "-Dstandin.busy=true");
  }

  private static Path started(Path program, String option) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return script(
        program,
        "'%s' -XX:TieredStopAtLevel=1 %s -cp '%s' %s \"$@\" &\nwait\n"
            .formatted(java, option, classPath(), InstalledStandIn.class.getName()));
  }

  /** What the engine needs; whoever runs the tests loads them in a way of its own. */
  private static String classPath() {
    return Stream.of(
            InstalledStandIn.class,
            MockWebServer.class,
            OkHttpClient.class,
            Buffer.class,
            Unit.class,
            ObjectMapper.class,
            JsonParser.class,
            JsonProperty.class,
            Nullable.class,
            Diagnostic.class)
        .map(it -> it.getProtectionDomain().getCodeSource().getLocation())
        .map(it -> Path.of(URI.create(it.toString())).toString())
        .distinct()
        .collect(Collectors.joining(":"));
  }

  /** Puts one there that says why it ends. */
  public static Path failing(Path program, String message) throws IOException {
    return script(program, "echo '" + message + "' >&2\nexit 1\n");
  }

  private static Path script(Path program, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(program.getParent()));
    Files.writeString(program, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }
}
