package dev.zundacast.rewrite;

import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Which language model is asked, and how.
 *
 * @param url the endpoint's base, like {@code https://api.openai.com/v1}
 * @param keyEnv the environment variable that holds the key, "" where none is needed
 * @param attempts how often a request is sent before its episode is given up
 * @param unusual what to say of a key that is sent to this host, where the person has to allow
 *     that; empty where it is the host's own or none
 */
public record RewriteSettings(
    String url,
    String model,
    String keyEnv,
    Duration timeout,
    int maxTokens,
    double temperature,
    int attempts,
    Optional<Diagnostic> unusual) {

  /** The variables in which people keep the keys of services, each for its host alone. */
  private static final Map<String, String> HOSTS =
      Resource.pairs(RewriteSettings.class, "keys.tsv");

  /**
   * Other secrets of this tool; many machines still have the token, which version 1.0 asked for.
   */
  private static final Set<String> OTHERS =
      Set.of("ZUNDACAST_STUDIO_PASSWORD", "ZUNDACAST_STORE_TOKEN");

  /** What is wrong with an address; empty when articles and a key may be sent there. */
  public static Optional<Message> fault(String url, String keyEnv) {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      return Optional.of(Message.of("rewrite.noAddress", url));
    }
    if (!address.username().isEmpty() || !address.password().isEmpty()) {
      return Optional.of(Message.of("rewrite.keyInAddress"));
    }
    boolean open = !address.isHttps() && !address.host().matches("localhost|127\\..*|::1");
    return open && !keyEnv.isEmpty()
        ? Optional.of(Message.of("rewrite.keyOverHttp", url))
        : Optional.empty();
  }

  /**
   * Whether a variable may be sent to an address without being asked about: it is for this tool, or
   * is known to hold the key of just this host.
   */
  public static boolean isUsual(String url, String keyEnv) {
    return keyEnv.isEmpty()
        || (keyEnv.startsWith("ZUNDACAST_") && !OTHERS.contains(keyEnv))
        || host(url).equals(HOSTS.get(keyEnv));
  }

  private static String host(String url) {
    HttpUrl address = HttpUrl.parse(url);
    return address == null ? "" : address.host();
  }

  /** Where it is asked, without the rest of the address. */
  public String host() {
    return host(url);
  }
}
