package dev.zundacast.studio.http;

/** A request that is answered with a status and nothing that tells why. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  private Refused(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** Who asks may not. */
  static Refused forbidden() {
    return new Refused(403, "this request is not allowed; open the studio anew by its address");
  }

  /** What is sent is not what this server takes. */
  static Refused of(int status, String message) {
    return new Refused(status, message);
  }

  int status() {
    return status;
  }
}
