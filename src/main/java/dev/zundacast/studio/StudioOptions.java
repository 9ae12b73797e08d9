package dev.zundacast.studio;

import java.util.Optional;

/**
 * Where a studio is served.
 *
 * @param listen the address of this machine that it listens on
 * @param port 0 for any free one
 * @param password what somebody at another machine has to know; empty where only this one can reach
 *     it
 * @param language of the page, {@code ja} or {@code en}; empty for that of the browser
 */
public record StudioOptions(
    String listen, int port, Optional<String> password, Optional<String> language) {
  /** Nobody but this machine reaches this address. */
  public static final String LOOPBACK = "127.0.0.1";
}
