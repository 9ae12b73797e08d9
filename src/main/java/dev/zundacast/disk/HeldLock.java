package dev.zundacast.disk;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes on one piece of work. The system gives it back when the process ends in
 * whatever way, so a killed run never leaves it held; the file itself stays and says who had it.
 */
public final class HeldLock implements AutoCloseable {
  private final FileChannel channel;

  private HeldLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, unless another process, or another thread of this one, holds it. */
  public static Optional<HeldLock> tryTake(Path file) throws IOException {
    FileChannel channel = WriteFailure.naming(file, () -> open(file));
    if (lock(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new HeldLock(channel));
  }

  /**
   * Takes the lock or says who holds it.
   *
   * @param file the lock's own file, made when missing
   * @param work what is locked, for the message
   * @throws Problem of kind FAILED when another process, or another thread of this one, holds it
   */
  public static HeldLock take(Path file, String work) throws IOException {
    FileChannel channel = WriteFailure.naming(file, () -> open(file));
    if (lock(channel) == null) {
      String holder = read(channel);
      channel.close();
      throw Problem.failed("disk.locked", work, holder(holder));
    }
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    String holder = "process " + ProcessHandle.current().pid() + " since " + now;
    ByteBuffer text = ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8));
    try {
      WriteFailure.naming(file, () -> channel.truncate(0).write(text, 0));
    } catch (WriteFailure e) {
      channel.close();
      throw e;
    }
    return new HeldLock(channel);
  }

  /** Who holds it, as whoever does wrote it down. */
  private static Message holder(String written) {
    Matcher process = Pattern.compile("process (\\d+) since (\\S+)\\s*").matcher(written);
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

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(200);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
