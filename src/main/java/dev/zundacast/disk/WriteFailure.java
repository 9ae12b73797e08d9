package dev.zundacast.disk;

import dev.zundacast.message.Message;
import dev.zundacast.message.Message.Told;
import dev.zundacast.tasks.IoSupplier;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The disk did not take a file: it is full, may not be written, or is broken. */
public final class WriteFailure extends FileSystemException implements Told {
  private static final long serialVersionUID = 1;

  private final transient Message said;

  private WriteFailure(Path file, IOException cause) {
    super(file.toString());
    Message why = why(cause);
    said = Message.of(isFull(why.toString()) ? "disk.full" : "disk.notWritable", file, why);
    initCause(cause);
  }

  @Override
  public Message said() {
    return said;
  }

  @Override
  public String getMessage() {
    return said.toString();
  }

  /** What a step of writing gives; its failure becomes one that names {@code file}. */
  public static <T> T naming(Path file, IoSupplier<T> step) throws WriteFailure {
    try {
      return step.get();
    } catch (WriteFailure named) {
      throw named;
    } catch (IOException e) {
      throw new WriteFailure(file, e);
    }
  }

  private static Message why(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return Message.of("disk.permissionDenied");
    }
    if (cause instanceof FileAlreadyExistsException) {
      return Message.of("disk.fileOfThatName");
    }
    boolean named = cause instanceof FileSystemException;
    String reason = named ? ((FileSystemException) cause).getReason() : cause.getMessage();
    return reason == null
        ? Message.plain(cause.getClass().getSimpleName())
        : Message.library(reason);
  }

  /** Java has no type for a full disk, a used-up quota or a file larger than is allowed. */
  private static boolean isFull(String reason) {
    return reason.contains("No space left")
        || reason.contains("quota exceeded")
        || reason.contains("File too large")
        || reason.contains("not enough space");
  }

  /** Every write goes to one file, and its failure names it. */
  static final class Stream extends FilterOutputStream {
    private final Path file;

    Stream(Path file, OutputStream out) {
      super(out);
      this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw new WriteFailure(file, e);
      }
    }
  }
}
