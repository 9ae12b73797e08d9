package dev.zundacast.studio.http;

import dev.zundacast.message.Message;
import dev.zundacast.message.Told;

/** A request that is answered with a status and nothing that tells why. */
final class Refused extends RuntimeException implements Told {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Message said;

  private Refused(int status, Message message) {
    super(message.toString(), null, false, false);
    said = message;
    this.status = status;
  }

  /** Who asks may not. */
  static Refused forbidden() {
    return of(403, "studio.forbidden");
  }

  /** What is sent is not what this server takes. */
  static Refused of(int status, String key, Object... values) {
    return new Refused(status, Message.of(key, values));
  }

  @Override
  public Message said() {
    return said;
  }

  int status() {
    return status;
  }
}
