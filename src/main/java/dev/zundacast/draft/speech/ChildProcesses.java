package dev.zundacast.draft.speech;

import dev.zundacast.disk.SafePath;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.tasks.BackgroundTask;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs to their end, in a folder of temporary files that goes when this is closed. */
public final class ChildProcesses implements Closeable {
  /** A synthesis of the longest text takes a few seconds; longer means that the program hangs. */
  private static final int SECONDS = 120;

  private static final int FIRST_SIGNAL = 128;

  private static final String PREFIX = "zundacast-draft-";

  private final Path folder;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final Runnable forgetExit;
  private volatile boolean closed;

  private ChildProcesses(Path folder) {
    this.folder = folder;
    this.forgetExit = BackgroundTask.atExit(this::endAll);
  }

  /** Makes a folder that only this user may enter, and clears away those of killed engines. */
  public static ChildProcesses open() throws IOException {
    Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    ChildProcesses processes = new ChildProcesses(folder);
    try {
      for (Path left : SafePath.named(PREFIX + "\\d{1,9}-.*", folder.resolveSibling(""))) {
        deleteLeft(left, Files.getOwner(folder));
      }
    } catch (IOException | UncheckedIOException e) {
      // They are cleared away for their size alone, 100 MB each: the engine starts beside them.
    }
    return processes;
  }

  /** Deletes a folder of this user whose process has ended. */
  private static void deleteLeft(Path folder, UserPrincipal user) {
    try {
      String pid = folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
      if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)) {
        deleteTree(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      // Another engine may be clearing it away at the same time.
    }
  }

  /** Where children may keep their files. */
  public Path folder() {
    return folder;
  }

  /** What a program left: its exit code, above 128 when a signal ended it, and its output. */
  record Ended(int code, String output) {}

  /** Runs {@code command} with {@code input} on its standard input, to its end. */
  Ended run(List<String> command, String input) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    running.add(process);
    try (OutputStream in = process.getOutputStream();
        InputStream out = process.getInputStream()) {
      if (closed) {
        throw new MessageException(Message.of("draft.closed"));
      }
      process
          .onExit()
          .orTimeout(SECONDS, TimeUnit.SECONDS)
          .exceptionally(late -> process.destroyForcibly());
      in.write(input.getBytes(StandardCharsets.UTF_8));
      in.close();
      String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code > FIRST_SIGNAL) {
        throw new MessageException(
            Message.of("draft.endedBySignal", command.get(0), code - FIRST_SIGNAL));
      }
      return new Ended(code, output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MessageException(Message.of("draft.interrupted", command.get(0)), e);
    } finally {
      process.destroyForcibly();
      running.remove(process);
    }
  }

  @Override
  public void close() {
    endAll();
    forgetExit.run();
  }

  private void endAll() {
    closed = true;
    running.forEach(Process::destroyForcibly);
    try {
      deleteTree(folder);
    } catch (IOException e) {
      // A child may have written its last file just now; the next engine clears it away.
    }
  }

  /** Deletes a folder and all in it. */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
