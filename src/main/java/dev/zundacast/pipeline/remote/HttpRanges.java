package dev.zundacast.pipeline.remote;

import static java.util.Objects.requireNonNullElse;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.pipeline.remote.RemoteAudio.RemoteFacts;
import dev.zundacast.sound.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** A file on a server, read in blocks by ranged requests. */
final class HttpRanges implements AudioSource {
  /** One block holds an Info header behind a tag without a large picture. */
  private static final int BLOCK = 1 << 16;

  private static final Pattern TOTAL = Pattern.compile("bytes [\\d*-]+/(\\d+)");

  private final Requests requests;
  private final HttpUrl url;
  private byte[] block = {};
  private long number = -1;
  private long size = -1;
  private String etag = "";
  private String modified = "";

  private HttpRanges(Requests requests, HttpUrl url) {
    this.requests = requests;
    this.url = url;
  }

  /** Asks for the file's size by HEAD, and where that is not answered by its first block. */
  static HttpRanges open(Requests requests, HttpUrl url) throws IOException {
    HttpRanges ranges = new HttpRanges(requests, url);
    requests.send(url, requests.patience().call(), at -> request(at).head().build(), ranges::head);
    if (ranges.size <= 0) {
      ranges.load(0);
    }
    return ranges;
  }

  private boolean head(Response response) throws IOException {
    int code = response.code();
    if (code == 404 || code == 410) {
      throw RefusedException.answered(code);
    }
    if (response.isSuccessful()) {
      describe(response);
      String length = response.header("Content-Length");
      if (length != null && length.matches("\\d{1,15}")) {
        size = Long.parseLong(length);
      }
    }
    return true;
  }

  private void describe(Response response) {
    etag = requireNonNullElse(response.header("ETag"), etag);
    modified = requireNonNullElse(response.header("Last-Modified"), modified);
  }

  /** What the server says without a look into the file. */
  RemoteFacts facts() {
    return new RemoteFacts(size, RemoteFacts.UNTOLD, etag, modified, 0);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void read(long position, ByteBuffer target) throws IOException {
    long at = position;
    while (target.hasRemaining() && at < size) {
      if (number != at / BLOCK) {
        load(at / BLOCK);
      }
      int from = (int) (at - number * BLOCK);
      int count = Math.min(target.remaining(), block.length - from);
      if (count <= 0) {
        return;
      }
      target.put(block, from, count);
      at += count;
    }
  }

  private void load(long wanted) throws IOException {
    long from = wanted * BLOCK;
    String range = "bytes=" + from + "-" + (from + BLOCK - 1);
    block =
        requests.send(
            url,
            requests.patience().call(),
            at -> request(at).header("Range", range).build(),
            answer -> block(answer, from));
    number = wanted;
  }

  private byte[] block(Response response, long from) throws IOException {
    if (response.code() == 206) {
      Matcher total = TOTAL.matcher(String.valueOf(response.header("Content-Range")));
      if (total.matches() && size <= 0) {
        size = Long.parseLong(total.group(1));
      }
    } else if (response.code() == 200 && from == 0) {
      long length = response.body().contentLength();
      size = length > 0 ? length : size;
    } else if (response.code() == 200) {
      throw new NoRangesException();
    } else {
      throw RefusedException.answered(response.code());
    }
    describe(response);
    if (size <= 0) {
      throw new MessageException(Message.of("remote.unknownSize"));
    }
    // What follows the block in a whole answer is not read: closing drops the connection.
    try (InputStream body = response.body().byteStream()) {
      return body.readNBytes(BLOCK);
    }
  }

  private static Request.Builder request(HttpUrl at) {
    return new Request.Builder()
        .url(at)
        .header("User-Agent", "zundacast")
        .header("Accept-Encoding", "identity");
  }

  /** The server answers, but not with the file or the part of it; it will not a second later. */
  static class RefusedException extends MessageException {
    private static final long serialVersionUID = 1;

    RefusedException(Message message) {
      super(message);
    }

    static RefusedException answered(int code) {
      return new RefusedException(Message.of("remote.answered", code));
    }
  }

  /** The server sends whole files only. */
  static final class NoRangesException extends RefusedException {
    private static final long serialVersionUID = 1;

    NoRangesException() {
      super(Message.of("remote.noRanges"));
    }
  }
}
