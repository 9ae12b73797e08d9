package dev.zundacast.studio.http;

import dev.zundacast.studio.episode.Episodes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;

/** Sounds and their wave forms; a player may ask for any part of one. */
public record AudioRoutes(Episodes episodes) implements Consumer<RoutesConfig> {
  private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{64}");

  /** What has this name sounds otherwise only when somebody had it made anew. */
  private static final String KEEP = "private, no-cache";

  @Override
  public void accept(RoutesConfig routes) {
    routes.get("/audio/clip/{name}.wav", this::clip);
    routes.get("/audio/clip/{name}.peaks", this::clipPeaks);
    routes.get("/audio/episode/{key}.mp3", this::episode);
    routes.get("/audio/episode/{key}.peaks", this::episodePeaks);
  }

  private void clip(Context request) throws IOException {
    send(request, there(episodes.clip(identity(request))), "audio/wav");
  }

  private static String identity(Context request) {
    String name = request.pathParam("name");
    if (!IDENTITY.matcher(name).matches()) {
      throw Refused.of(404, "not found");
    }
    return name;
  }

  private static <T> T there(Optional<T> sound) {
    return sound.orElseThrow(() -> Refused.of(404, "this sound is not there"));
  }

  private void clipPeaks(Context request) throws IOException {
    request.contentType(Answers.JSON).result(there(episodes.peaks().ofClip(identity(request))));
  }

  private void episode(Context request) throws IOException {
    Path mp3 = there(episodes.mp3(episodes.open(request.pathParam("key"))));
    send(request, mp3, "audio/mpeg");
  }

  private void episodePeaks(Context request) throws IOException {
    String peaks = there(episodes.peaks().of(episodes.open(request.pathParam("key"))));
    request.contentType(Answers.JSON).result(peaks);
  }

  /** Sends a file, or its part; 304 where it is known already, 416 where it has no such part. */
  private static void send(Context request, Path file, String type) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      FileTime changed = Files.getLastModifiedTime(file);
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
