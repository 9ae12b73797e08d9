package dev.zundacast.disk;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.tasks.IoSupplier;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The disk did not take a file: it is full, may not be written, or is broken. */
public final class WriteFailure extends MessageException {
  private static final long serialVersionUID = 1;

  /** Java has no type for a full disk, a used-up quota or a file larger than is allowed. */
  private static final Pattern FULL =
      Pattern.compile("No space left|quota exceeded|File too large|not enough space");

  private WriteFailure(Path file, IOException cause, Message why) {
    super(
        Message.of(
            FULL.matcher(why.toString()).find() ? "disk.full" : "disk.notWritable", file, why),
        cause);
  }

  /** What a step of writing gives; its failure becomes one that names {@code file}. */
  public static <T> T naming(Path file, IoSupplier<T> step) throws WriteFailure {
    try {
      return step.get();
    } catch (WriteFailure named) {
      throw named;
    } catch (IOException e) {
      throw new WriteFailure(file, e, why(e));
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

  /** Every write goes to one file, in pieces of a buffer, and its failure names it. */
  static final class Stream extends FilterOutputStream {
    private final Path file;

    Stream(Path file, OutputStream out) {
      super(out);
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw new WriteFailure(file, e, why(e));
      }
    }
  }
}
