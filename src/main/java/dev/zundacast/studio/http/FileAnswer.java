package dev.zundacast.studio.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;

/** A file, or the part of it that a player asks for. */
final class FileAnswer {
  /** What has this name sounds otherwise only when somebody had it made anew. */
  private static final String KEEP = "private, no-cache";

  private FileAnswer() {}

  /** Sends a file, or its part; 304 where it is known already, 416 where it has no such part. */
  static void send(Context request, Path file, String type) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      FileTime changed = java.nio.file.Files.getLastModifiedTime(file);
      String tag = '"' + Long.toHexString(size) + "-" + changed.toMillis() + '"';
      request.header("ETag", tag);
      request.header("Cache-Control", KEEP);
      request.header("Accept-Ranges", "bytes");
      if (tag.equals(request.header("If-None-Match"))) {
        request.status(304);
        return;
      }
      request.contentType(type);
      send(request, channel, range(request, tag, size));
    }
  }

  private static ByteRange range(Context request, String tag, long size) {
    String asked = request.header("Range");
    String ifRange = request.header("If-Range");
    if (asked == null || (ifRange != null && !ifRange.equals(tag))) {
      return new ByteRange(0, size - 1);
    }
    List<ByteRange> ranges = ByteRange.parse(List.of(asked), size);
    if (ranges.isEmpty()) {
      request.header("Content-Range", "bytes */" + size);
      throw Refused.of(416, "no such part");
    }
    // Of several parts the first does: whoever wants more asks again.
    ByteRange first = ranges.get(0);
    request.status(206);
    request.header("Content-Range", "bytes " + first.first() + "-" + first.last() + "/" + size);
    return first;
  }

  private static void send(Context request, FileChannel channel, ByteRange part)
      throws IOException {
    request.res().setContentLengthLong(part.getLength());
    WritableByteChannel out = Channels.newChannel(request.outputStream());
    long at = part.first();
    while (at <= part.last()) {
      long sent = channel.transferTo(at, part.last() - at + 1, out);
      if (sent <= 0) {
        return;
      }
      at += sent;
    }
  }
}
