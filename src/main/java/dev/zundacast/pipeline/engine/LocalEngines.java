package dev.zundacast.pipeline.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoFunction;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

  /** An engine writes its dictionary when it is asked to end. */
  private static final int SECONDS_TO_END = 10;

  private final Machine machine;
  private final Path folder;
  private final Consumer<Message> say;

  /** Writes down in this folder what was started, and says what a person should know of it. */
  public LocalEngines(Machine machine, Path data, Consumer<Message> say) {
    this.machine = machine;
    this.folder = data.resolve("engines");
    this.say = say;
  }

  /**
   * Where an engine answers that a product's name or a path names: one that is running, else one
   * that is started for this run and waited for so long, the usual time for zero; what ends it goes
   * into {@code own}. A problem of kind NO_ENGINE where none can be.
   */
  public String use(String word, Duration wait, List<Runnable> own) throws IOException {
    return answering(
        word,
        wait,
        engine -> {
          say.accept(Message.of("engine.starting", engine.title()));
          EngineRecord record =
              launch(engine, freePort(0), EngineRecord.Owned.of(ProcessHandle.current()));
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
    Runnable forgetExit = BackgroundTask.atExit(() -> stop(record));
    return () -> {
      stop(record);
      forgetExit.run();
    };
  }

  /**
   * Starts an engine that stays after this run, at its usual port where that is free, and says
   * where it answers; a problem of kind NO_ENGINE where none can be.
   */
  public String start(String word, Duration wait) throws IOException {
    return answering(
        word, wait, engine -> launch(engine, freePort(engine.usualPort().orElse(0)), null));
  }

  /** Stops engines that were started to stay or whose run was killed; gives where they answered. */
  public List<String> stop() throws IOException {
    List<String> stopped = new ArrayList<>();
    for (EngineRecord record : running()) {
      if (record.isKept() || record.isAbandoned()) {
        stop(record);
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
    for (EngineRecord record : running()) {
      if (record.isAbandoned()) {
        say.accept(Message.of("engine.stopping", record.url()));
        stop(record);
      }
    }
    Optional<String> opened =
        InstalledEngine.EngineProduct.named(word)
            .map(product -> "http://127.0.0.1:" + product.port())
            .filter(LocalEngines::answers);
    return opened.isPresent() ? opened : kept(word);
  }

  private Optional<String> kept(String word) throws IOException {
    List<EngineRecord> kept = running().stream().filter(EngineRecord::isKept).toList();
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
      stop(record);
      throw e;
    }
  }

  private Problem failed(EngineRecord record, Message what) throws IOException {
    Path log = log(record.url());
    Message said = Files.exists(log) ? lastLines(log) : Message.NONE;
    return Problem.noEngine("engine.started", record.program(), what, said);
  }

  private static Message lastLines(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
    return last.isEmpty() ? Message.NONE : Message.of("engine.itSaid", String.join("\n  ", last));
  }

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
    Files.createDirectories(folder);
    String url = "http://127.0.0.1:" + port;
    String program = engine.program().toString();
    List<String> command =
        new ArrayList<>(List.of(program, "--host", "127.0.0.1", "--port", Integer.toString(port)));
    if (owner == null && machine.system() != Machine.Os.WINDOWS) {
      // It outlives the terminal that it was started from.
      command.add(0, "nohup");
    }
    Process process = process(engine, command, log(url).toFile());
    EngineRecord record =
        new EngineRecord(program, url, EngineRecord.Owned.of(process.toHandle()), owner);
    try {
      CacheFile.write(file(record), record);
    } catch (IOException e) {
      // An engine that nobody would find again must not run.
      stop(record);
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

  /** This port where it is free, else any that is. */
  private static int freePort(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (BindException taken) {
      if (wanted == 0) {
        throw taken;
      }
      return freePort(0);
    }
  }

  /** Stops an engine and the processes that it started, and forgets it. */
  private void stop(EngineRecord record) {
    // The programs are packed: what is started unpacks itself and runs as a child.
    List<ProcessHandle> all =
        record.process().handle().stream()
            .flatMap(it -> Stream.concat(it.descendants(), Stream.of(it)))
            .toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(it -> it.onExit().completeOnTimeout(it, SECONDS_TO_END, TimeUnit.SECONDS).join());
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      Files.deleteIfExists(file(record));
      Files.deleteIfExists(log(record.url()));
    } catch (IOException onlyRemembered) {
      // The next run finds that it ended.
    }
  }

  private Path log(String url) {
    return folder.resolve(port(url) + ".log");
  }

  private static String port(String url) {
    return url.substring(url.lastIndexOf(':') + 1);
  }

  private Path file(EngineRecord record) {
    return folder.resolve(port(record.url()) + ".json");
  }

  /** Those that still run; the records of others go. */
  private List<EngineRecord> running() throws IOException {
    List<EngineRecord> running = new ArrayList<>();
    for (Path file : SafePath.named(".*\\.json", folder)) {
      Optional<EngineRecord> record = CacheFile.read(file, EngineRecord.class);
      if (record.filter(EngineRecord::isRunning).isPresent()) {
        running.add(record.get());
      } else {
        Files.deleteIfExists(file);
        String log = file.getFileName().toString().replace(".json", ".log");
        Files.deleteIfExists(file.resolveSibling(log));
      }
    }
    return running;
  }

  /** An engine that was started from here, and the process that stops it; null where it stays. */
  record EngineRecord(String program, String url, Owned process, @Nullable Owned owner) {
    EngineRecord {
      requireNonNull(process);
    }

    /** A process and the ms since 1970 when it began, 0 if unknown: a later one is another. */
    record Owned(long pid, long began) {
      static Owned of(ProcessHandle process) {
        return new Owned(process.pid(), began(process));
      }

      private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
      }

      /** The process, while it is still the same. */
      Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(it -> began(it) == began);
      }
    }

    @JsonIgnore
    boolean isRunning() {
      return process.handle().isPresent();
    }

    /** Whether whoever was to stop it was killed before. */
    @JsonIgnore
    boolean isAbandoned() {
      return owner != null && owner.handle().isEmpty();
    }

    @JsonIgnore
    boolean isKept() {
      return owner == null;
    }
  }
}
