package dev.zundacast.rewrite;

import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Which language model is asked, and how.
 *
 * @param url the endpoint's base, like {@code https://api.openai.com/v1}
 * @param keyEnv the environment variable that holds the key, "" where none is needed
 * @param timeout how long one answer may take
 * @param maxTokens how long one answer may be
 * @param temperature 0 for the likeliest words
 * @param attempts how often a request is sent before its article is given up
 */
public record RewriteSettings(
    String url,
    String model,
    String keyEnv,
    Duration timeout,
    int maxTokens,
    double temperature,
    int attempts) {

  /** For answers from a file, where nobody is asked. */
  public static final RewriteSettings NOBODY =
      new RewriteSettings("", "file", "", Duration.ofSeconds(60), 3000, 0, 1);

  /** What is wrong with an address; empty when articles and a key may be sent there. */
  public static Optional<String> fault(String url, String keyEnv) {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      return Optional.of(
          "'" + url + "' is no web address; one looks like https://api.openai.com/v1");
    }
    if (!address.username().isEmpty() || !address.password().isEmpty()) {
      return Optional.of("a key does not belong into an address; name its variable with key-env");
    }
    boolean open = !address.isHttps() && !isThisMachine(address.host());
    return open && !keyEnv.isEmpty()
        ? Optional.of("a key is sent over https or to this machine only, not to " + url)
        : Optional.empty();
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }
}
