import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A VOICEVOX-compatible engine that answers at once: each text becomes a tone whose pitch and
 * length follow from it alone, so that two versions of the program can be compared byte by byte. It
 * uses nothing of the program: {@code java ToneEngine.java PORT} (0 takes any) prints its address.
 */
public final class ToneEngine {
  private static final double MORA_SECONDS = 0.12;
  private static final double EDGE_SECONDS = 0.1;
  private static final Pattern VOWEL = Pattern.compile("\"vowel_length\"");
  private static final String[] CHARACTERS = {"ずんだもん", "春日部つむぎ"};

  private final Map<String, String> words = new ConcurrentHashMap<>();

  public static void main(String[] args) throws IOException {
    int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    // Else each answer waits 40 ms for the acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    ToneEngine engine = new ToneEngine();
    server.createContext("/", engine::answer);
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      byte[] answer =
          path.equals("/synthesis")
              ? wav(body)
              : json(path, exchange.getRequestMethod(), query(exchange))
                  .getBytes(StandardCharsets.UTF_8);
      String type = path.equals("/synthesis") ? "audio/wav" : "application/json";
      exchange.getResponseHeaders().set("content-type", type);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new TreeMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int at = pair.indexOf('=');
      query.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  private String json(String path, String method, Map<String, String> query) {
    if (path.equals("/user_dict_word") && method.equals("POST")) {
      String id =
          UUID.nameUUIDFromBytes(query.toString().getBytes(StandardCharsets.UTF_8)).toString();
      words.put(id, word(query));
      return "\"" + id + "\"";
    }
    return switch (path) {
      case "/version" -> "\"1.0.0\"";
      case "/engine_manifest" -> "{\"brand_name\":\"Tones\",\"manifest_version\":\"0.13.1\"}";
      case "/speakers" -> speakers();
      case "/audio_query" -> audioQuery(query.get("text"));
      case "/user_dict" -> userDictionary();
      default -> "{}";
    };
  }

  private static String word(Map<String, String> query) {
    return String.format(
        "{\"surface\":\"%s\",\"pronunciation\":\"%s\",\"accent_type\":%s,\"priority\":%s,"
            + "\"part_of_speech\":\"名詞\",\"mora_count\":3}",
        query.get("surface").replace("\"", "\\\""),
        query.get("pronunciation"),
        query.getOrDefault("accent_type", "1"),
        query.getOrDefault("priority", "5"));
  }

  private String userDictionary() {
    StringBuilder all = new StringBuilder("{");
    new TreeMap<>(words)
        .forEach(
            (id, word) ->
                all.append(all.length() > 1 ? "," : "").append('"' + id + "\":").append(word));
    return all.append('}').toString();
  }

  private static String speakers() {
    StringBuilder all = new StringBuilder("[");
    for (int i = 0; i < CHARACTERS.length; i++) {
      all.append(i > 0 ? "," : "")
          .append("{\"name\":\"" + CHARACTERS[i] + "\",\"speaker_uuid\":\"")
          .append(new UUID(7, i).toString())
          .append("\",\"version\":\"1\",\"styles\":[{\"name\":\"ノーマル\",\"type\":\"talk\",\"id\":")
          .append(3 + 5 * i)
          .append("}]}");
    }
    return all.append(']').toString();
  }

  /**
   * A mora for each kana and two for anything else; its pitch carries the text's number to the
   * synthesis.
   */
  private static String audioQuery(String text) {
    double pitch = 4.8 + Math.floorMod(text.hashCode(), 1000) / 1000.0;
    String all =
        text.codePoints()
            .filter(c -> "、。".indexOf(c) < 0)
            .mapToObj(c -> moras(c, pitch))
            .collect(Collectors.joining(","));
    return "{\"accent_phrases\":[{\"moras\":["
        + all
        + "],\"accent\":1,\"pause_mora\":null,"
        + "\"is_interrogative\":false}],\"speedScale\":1.0,\"pitchScale\":0.0,"
        + "\"intonationScale\":1.0,\"volumeScale\":1.0,\"prePhonemeLength\":"
        + EDGE_SECONDS
        + ",\"postPhonemeLength\":"
        + EDGE_SECONDS
        + ",\"pauseLength\":null,"
        + "\"pauseLengthScale\":1.0,\"outputSamplingRate\":24000,\"outputStereo\":false,"
        + "\"kana\":\"\"}";
  }

  /** Kana say themselves; of anything else nobody knows the sound, and no check judges it. */
  private static String moras(int c, double pitch) {
    boolean kana = (c >= 'ぁ' && c <= 'ん') || (c >= 'ァ' && c <= 'ン');
    return kana
        ? mora(Character.toString(c < 'ァ' ? c - 'ぁ' + 'ァ' : c), pitch)
        : mora("〓", pitch) + "," + mora("〓", pitch);
  }

  private static String mora(String text, double pitch) {
    return "{\"text\":\""
        + text
        + "\",\"consonant\":null,\"consonant_length\":null,\"vowel\":\"a\","
        + "\"vowel_length\":"
        + MORA_SECONDS
        + ",\"pitch\":"
        + pitch
        + "}";
  }

  private static double number(String json, String field, double otherwise) {
    Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*(-?[0-9.E]+)").matcher(json);
    return found.find() ? Double.parseDouble(found.group(1)) : otherwise;
  }

  private static byte[] wav(String query) throws IOException {
    int rate = (int) number(query, "outputSamplingRate", 24000);
    double speed = number(query, "speedScale", 1);
    double pitch = number(query, "pitch", 5) + number(query, "pitchScale", 0) * Math.log(2);
    double volume = number(query, "volumeScale", 1);
    long moras = VOWEL.matcher(query).results().count();
    int edge = samples(rate, EDGE_SECONDS / speed);
    int sound = samples(rate, moras * MORA_SECONDS / speed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    header(out, rate, 2 * edge + sound);
    for (int i = 0; i < 2 * edge + sound; i++) {
      int at = i - edge;
      boolean silent = at < 0 || at >= sound;
      out.writeShort(Short.reverseBytes(silent ? 0 : tone(at, rate, Math.exp(pitch), volume)));
    }
    return bytes.toByteArray();
  }

  private static int samples(int rate, double seconds) {
    return (int) Math.round(rate * seconds);
  }

  /** Swells with each mora, so that a loudness meter finds speech and not a hum. */
  private static short tone(int at, int rate, double hertz, double volume) {
    double seconds = (double) at / rate;
    double swell = Math.abs(Math.sin(Math.PI * seconds / MORA_SECONDS));
    double wave =
        Math.sin(2 * Math.PI * hertz * seconds) + 0.5 * Math.sin(6 * Math.PI * hertz * seconds);
    return (short) Math.round(7000 * volume * swell * wave);
  }

  private static void header(DataOutputStream out, int rate, int samples) throws IOException {
    out.writeBytes("RIFF");
    out.writeInt(Integer.reverseBytes(36 + 2 * samples));
    out.writeBytes("WAVEfmt ");
    out.writeInt(Integer.reverseBytes(16));
    out.writeShort(Short.reverseBytes((short) 1));
    out.writeShort(Short.reverseBytes((short) 1));
    out.writeInt(Integer.reverseBytes(rate));
    out.writeInt(Integer.reverseBytes(2 * rate));
    out.writeShort(Short.reverseBytes((short) 2));
    out.writeShort(Short.reverseBytes((short) 16));
    out.writeBytes("data");
    out.writeInt(Integer.reverseBytes(2 * samples));
  }
}
