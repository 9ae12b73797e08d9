package dev.zundacast.pipeline.engine;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.engine.EngineRecords.EngineRecord;
import dev.zundacast.pipeline.engine.InstalledEngine.EngineProduct;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoFunction;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Installed engines that are started without a window and stopped again. One that is running
 * already is used and left alone; one whose run was killed is stopped by the next run.
 */
public final class LocalEngines {
  /** The first start of a big engine unpacks its models. */
  private static final Duration USUAL_WAIT = Duration.ofMinutes(3);

  /** An engine of this machine that is ready answers at once. */
  private static final int PROBE_MILLIS = 2_000;

  private static final int LINES_OF_LOG = 5;

  private final Machine machine;
  private final EngineRecords records;
  private final Consumer<Message> say;

  /**
   * @param data the folder in which it is written down what was started
   * @param say takes what a person should know of it
   */
  public LocalEngines(Machine machine, Path data, Consumer<Message> say) {
    this.machine = machine;
    this.records = new EngineRecords(data.resolve("engines"));
    this.say = say;
  }

  /**
   * An engine that answers: one that is running, else one that is started for this run.
   *
   * @param word a product's name, or the path of a program or of a folder that holds it
   * @param wait how long it may take to start, zero for the usual time
   * @param own takes what ends the engine that was started
   * @return where it answers, without a slash at the end
   * @throws Problem of kind NO_ENGINE when it is not installed or does not start
   */
  public String use(String word, Duration wait, List<Runnable> own) throws IOException {
    return answering(
        word,
        wait,
        engine -> {
          say.accept(Message.of("engine.starting", engine.title()));
          EngineRecord record =
              launch(engine, freePort(), EngineRecord.Owned.of(ProcessHandle.current()));
          own.add(ending(record));
          return record;
        });
  }

  private String answering(
      String word, Duration wait, IoFunction<InstalledEngine, EngineRecord> starting)
      throws IOException {
    Optional<String> running = running(word);
    if (running.isPresent()) {
      return running.get();
    }
    EngineRecord record = starting.apply(InstalledEngine.find(word, machine));
    awaitOrStop(record, wait);
    return record.url();
  }

  /** What stops an engine, by itself when this process is ended before. */
  private Runnable ending(EngineRecord record) {
    Runnable forgetExit = BackgroundTask.atExit(() -> records.stop(record));
    return () -> {
      records.stop(record);
      forgetExit.run();
    };
  }

  /**
   * Starts an engine that stays after this run, at its usual port where that is free.
   *
   * @return where it answers
   * @throws Problem of kind NO_ENGINE when it is not installed or does not start
   */
  public String start(String word, Duration wait) throws IOException {
    return answering(word, wait, engine -> launch(engine, port(engine), null));
  }

  /**
   * Stops the engines that were started to stay, and those whose run was killed.
   *
   * @return where they answered
   */
  public List<String> stop() throws IOException {
    List<String> stopped = new ArrayList<>();
    for (EngineRecord record : records.running()) {
      if (record.isKept() || record.isAbandoned()) {
        records.stop(record);
        stopped.add(record.url());
      }
    }
    return stopped;
  }

  /**
   * One that was opened by a person or by another program, else one that was started to stay; those
   * whose run was killed end first.
   */
  private Optional<String> running(String word) throws IOException {
    for (EngineRecord record : records.running()) {
      if (record.isAbandoned()) {
        say.accept(Message.of("engine.stopping", record.url()));
        records.stop(record);
      }
    }
    Optional<String> opened =
        EngineProduct.named(word)
            .map(product -> "http://127.0.0.1:" + product.port())
            .filter(LocalEngines::answers);
    return opened.isPresent() ? opened : kept(word);
  }

  private Optional<String> kept(String word) throws IOException {
    List<EngineRecord> kept = records.running().stream().filter(EngineRecord::isKept).toList();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    String program = InstalledEngine.find(word, machine).program().toString();
    return kept.stream()
        .filter(it -> it.program().equals(program))
        .map(EngineRecord::url)
        .filter(LocalEngines::answers)
        .findFirst();
  }

  /** Waits until it answers; one that does not is stopped. */
  private void awaitOrStop(EngineRecord record, Duration wait) throws IOException {
    Duration limit = wait.isZero() ? USUAL_WAIT : wait;
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!answers(record.url())) {
        if (!record.isRunning()) {
          throw failed(record, Message.of("engine.endedSoon"));
        }
        if (System.nanoTime() > end) {
          throw failed(record, Message.of("engine.silentFor", limit.toSeconds()));
        }
        BackgroundTask.sleep(Duration.ofMillis(200));
      }
    } catch (IOException | RuntimeException e) {
      records.stop(record);
      throw e;
    }
  }

  private Problem failed(EngineRecord record, Message what) throws IOException {
    Path log = records.log(record.url());
    Message said = Files.exists(log) ? lastLines(log) : Message.NONE;
    return Problem.noEngine("engine.started", record.program(), what, said);
  }

  private static Message lastLines(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
    return last.isEmpty() ? Message.NONE : Message.of("engine.itSaid", String.join("\n  ", last));
  }

  /** Whether an engine answers. */
  static boolean answers(String url) {
    try {
      HttpURLConnection asked =
          (HttpURLConnection) URI.create(url + "/version").toURL().openConnection();
      asked.setConnectTimeout(PROBE_MILLIS);
      asked.setReadTimeout(PROBE_MILLIS);
      try {
        return asked.getResponseCode() / 100 == 2;
      } finally {
        asked.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }

  private EngineRecord launch(InstalledEngine engine, int port, EngineRecord.@Nullable Owned owner)
      throws IOException {
    Files.createDirectories(records.folder());
    String url = "http://127.0.0.1:" + port;
    String program = engine.program().toString();
    List<String> command =
        new ArrayList<>(List.of(program, "--host", "127.0.0.1", "--port", Integer.toString(port)));
    if (owner == null && machine.system() != Machine.Os.WINDOWS) {
      // It outlives the terminal that it was started from.
      command.add(0, "nohup");
    }
    Process process = process(engine, command, records.log(url).toFile());
    EngineRecord record =
        new EngineRecord(program, url, EngineRecord.Owned.of(process.toHandle()), owner);
    try {
      records.add(record);
    } catch (IOException e) {
      // An engine that nobody would find again must not run.
      records.stop(record);
      throw e;
    }
    return record;
  }

  private static Process process(InstalledEngine engine, List<String> command, File log) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(engine.program().toAbsolutePath().resolveSibling("").toFile());
    builder.environment().put("VV_OUTPUT_LOG_UTF8", "1");
    builder.redirectErrorStream(true).redirectOutput(log);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw Problem.noEngine("engine.notStarted", engine.program(), Message.of(e)).causedBy(e);
    }
  }

  private static int port(InstalledEngine engine) throws IOException {
    OptionalInt usual = engine.usualPort();
    return usual.isPresent() && isFree(usual.getAsInt()) ? usual.getAsInt() : freePort();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
