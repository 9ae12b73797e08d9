package dev.zundacast.pipeline.engine;

import dev.zundacast.episode.Problem;
import dev.zundacast.tasks.BackgroundTask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** An engine that runs on this machine; closing stops it if it was started for this run. */
public final class StartedEngine implements Closeable {
  /** An engine writes its dictionary when it is asked to end. */
  private static final int SECONDS_TO_END = 10;

  private static final int LINES_OF_LOG = 5;

  private final String url;
  private final EngineRecords records;
  private final List<EngineRecord> own;
  private final Thread atExit = new Thread(this::stop);

  private StartedEngine(String url, EngineRecords records, List<EngineRecord> own) {
    this.url = url;
    this.records = records;
    this.own = own;
  }

  /** One that somebody else started, which is left alone. */
  static StartedEngine found(String url, EngineRecords records) {
    return new StartedEngine(url, records, List.of());
  }

  /** One that stops with this run. */
  static StartedEngine owned(EngineRecord record, EngineRecords records) {
    StartedEngine engine = new StartedEngine(record.url(), records, List.of(record));
    Runtime.getRuntime().addShutdownHook(engine.atExit);
    return engine;
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return url;
  }

  /**
   * Waits until it answers.
   *
   * @throws Problem of kind NO_ENGINE when it ends before, or takes too long
   */
  static void await(EngineRecord record, EngineRecords records, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    while (!EngineProbe.answers(record.url())) {
      if (!record.isRunning()) {
        throw failed(record, records, "ended before it answered");
      }
      if (System.nanoTime() > end) {
        throw failed(record, records, "did not answer within " + limit.toSeconds() + " s");
      }
      BackgroundTask.sleep(Duration.ofMillis(200));
    }
  }

  private static Problem failed(EngineRecord record, EngineRecords records, String what)
      throws IOException {
    Path log = records.log(record.url());
    String said = Files.exists(log) ? lastLines(log) : "";
    return Problem.noEngine(record.program() + " was started and " + what + said);
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
    return last.isEmpty() ? "" : "; it said:\n  " + String.join("\n  ", last);
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook finds nothing left to do.
    }
  }

  private void stop() {
    for (EngineRecord record : own) {
      stop(record, records);
    }
  }

  /** Stops an engine and the processes that it started, and forgets it. */
  static void stop(EngineRecord record, EngineRecords records) {
    // The programs are packed: what is started unpacks itself and runs as a child.
    List<ProcessHandle> all =
        record.process().handle().stream()
            .flatMap(it -> Stream.concat(it.descendants(), Stream.of(it)))
            .toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(StartedEngine::awaitEnd);
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      records.remove(record);
    } catch (IOException onlyRemembered) {
      // The next run finds that it ended.
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillThere) {
      // It is ended by force next.
    }
  }

  /** Whether an engine answers. */
  static final class EngineProbe {
    /** An engine of this machine that is ready answers at once. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private EngineProbe() {}

    static boolean answers(String url) {
      OkHttpClient client =
          new OkHttpClient.Builder().callTimeout(LIMIT).retryOnConnectionFailure(false).build();
      try (Response response =
          client.newCall(new Request.Builder().url(url + "/version").build()).execute()) {
        return response.isSuccessful();
      } catch (IOException notYet) {
        return false;
      } finally {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
      }
    }
  }
}
