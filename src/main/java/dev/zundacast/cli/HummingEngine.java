package dev.zundacast.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * As little of a VOICEVOX-compatible engine as a build needs: whatever it is asked to say, it hums.
 * The launcher's first start builds with it to learn which classes a build loads; nobody hears it.
 */
final class HummingEngine implements AutoCloseable {
  private static final int RATE = 24_000;

  private static final String SPEAKERS =
      "[{\"name\":\"ずんだもん\",\"speaker_uuid\":\"388f246b-8c41-4ac1-8e2d-5d79f3ff56d9\","
          + "\"styles\":[{\"name\":\"ノーマル\",\"id\":3,\"type\":\"talk\"}],\"version\":\"1\"}]";

  /**
   * Lengths of 0 are those of an engine whose sounds cannot be predicted. A ハ may be a は that was
   * read wrongly, which is looked into.
   */
  private static final String QUERY =
      "{\"accent_phrases\":[{\"moras\":[{\"text\":\"ハ\",\"consonant\":\"h\","
          + "\"consonant_length\":0,\"vowel\":\"a\",\"vowel_length\":0,\"pitch\":5}],\"accent\":1,\"is_interrogative\":false}],\"speedScale\":1,"
          + "\"pitchScale\":0,\"intonationScale\":1,\"volumeScale\":1,\"prePhonemeLength\":0.1,"
          + "\"postPhonemeLength\":0.1,\"outputSamplingRate\":24000,\"outputStereo\":false}";

  private final HttpServer server;

  private HummingEngine(HttpServer server) {
    this.server = server;
  }

  static HummingEngine start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] wav = hum();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          answer(exchange, path.equals("/synthesis") ? wav : json(path));
        });
    server.start();
    return new HummingEngine(server);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static byte[] json(String path) {
    String answer =
        switch (path) {
          case "/version" -> "\"1\"";
          case "/engine_manifest" -> "{\"brand_name\":\"humming\"}";
          case "/speakers" -> SPEAKERS;
          case "/audio_query" -> QUERY;
          default -> "{}";
        };
    return answer.getBytes(StandardCharsets.UTF_8);
  }

  /** Half a second of a tone between two tenths of silence, as 16-bit PCM WAV. */
  private static byte[] hum() {
    int samples = RATE * 7 / 10;
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      boolean sounds = i >= RATE / 10 && i < RATE * 6 / 10;
      wav.putShort((short) (sounds ? 6000 * Math.sin(2 * Math.PI * 220 * i / RATE) : 0));
    }
    return wav.array();
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
