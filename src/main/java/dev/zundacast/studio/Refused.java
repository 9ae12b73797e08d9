package dev.zundacast.studio;

import dev.zundacast.disk.Json.Fields;
import dev.zundacast.message.Message;
import java.util.Optional;

/** A request that is refused: with which status, why, and for a conflict the line as it is now. */
public final class Refused extends RuntimeException implements Message.Told {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Message said;
  private final transient Optional<Fields> theirs;

  private Refused(int status, Message message, Optional<Fields> theirs) {
    super(message.toString(), null, false, false);
    this.said = message;
    this.status = status;
    this.theirs = theirs;
  }

  /** What is asked may not be, or is not what this server takes. */
  public static Refused of(int status, String key, Object... values) {
    return new Refused(status, Message.of(key, values), Optional.empty());
  }

  /** A change that met another one, with the line as that left it, or a command at work. */
  public static Refused conflict(Message said, Optional<Fields> theirs) {
    return new Refused(409, said, theirs);
  }

  @Override
  public Message said() {
    return said;
  }

  /** The status of HTTP that it is answered with. */
  public int status() {
    return status;
  }

  /** The line as it is now, where there were two changes of one. */
  public Optional<Fields> theirs() {
    return theirs;
  }
}
