package dev.zundacast.disk;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes on one piece of work. The system gives it back when the process ends in
 * whatever way, so a killed run never leaves it held; the file itself stays and says who had it.
 */
public record HeldLock(FileChannel channel) implements AutoCloseable {
  private static final int LONGEST = 200;

  /** Takes the lock, unless another process, or another thread of this one, holds it. */
  public static Optional<HeldLock> tryTake(Path file) throws IOException {
    FileChannel channel = WriteFailure.naming(file, () -> open(file));
    try {
      if (lock(channel) != null) {
        String now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(SECONDS).toString();
        String holder = "process " + ProcessHandle.current().pid() + " since " + now;
        ByteBuffer text = ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8));
        WriteFailure.naming(file, () -> channel.truncate(0).write(text, 0));
        return Optional.of(new HeldLock(channel));
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** Takes the lock of some work by its own file; a problem that names whoever else holds it. */
  public static HeldLock take(Path file, String work) throws IOException {
    Optional<HeldLock> lock = tryTake(file);
    if (lock.isEmpty()) {
      throw Problem.failed("disk.locked", work, holder(file));
    }
    return lock.get();
  }

  /** Who holds it, as whoever does wrote it down. */
  private static Message holder(Path file) throws IOException {
    Matcher process;
    try (InputStream in = Files.newInputStream(file)) {
      String written = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
      process = Pattern.compile("process (\\d+) since (\\S+)\\s*").matcher(written);
    }
    return process.matches()
        ? Message.of("disk.process", process.group(1), process.group(2))
        : Message.of("disk.anotherProcess");
  }

  private static FileChannel open(Path file) throws IOException {
    AtomicFile.makeFolder(file.resolveSibling(""));
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
