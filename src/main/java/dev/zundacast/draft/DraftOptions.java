package dev.zundacast.draft;

/**
 * How the draft engine is to be started.
 *
 * @param port on 127.0.0.1; 0 for any that is free
 * @param home where programs and data are
 */
public record DraftOptions(int port, DraftHome home) {
  /** Any free port, everything where the environment says. */
  public static DraftOptions anyPort() {
    return onPort(0);
  }

  public static DraftOptions onPort(int port) {
    return new DraftOptions(port, DraftHome.ofEnvironment());
  }
}
