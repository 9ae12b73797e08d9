package dev.zundacast.studio;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a studio is served.
 *
 * @param listen the address of this machine that it listens on
 * @param port 0 for any free one
 * @param password what somebody at another machine has to know; empty where only this one can reach
 *     it
 * @param language of the page, {@code ja} or {@code en}; empty for that of the browser
 * @param japanese puts a message into Japanese, for pages in that
 */
public record StudioOptions(
    String listen,
    int port,
    Optional<String> password,
    Optional<String> language,
    UnaryOperator<String> japanese) {
  /** Nobody but this machine reaches this address. */
  public static final String LOOPBACK = "127.0.0.1";
}
