package dev.zundacast.message;

import dev.zundacast.message.Message.Told;
import java.io.IOException;

/** Something could not be read or written, and says why in the reader's language. */
public class MessageException extends IOException implements Told {
  private static final long serialVersionUID = 1;

  private final transient Message said;

  /** A failure that says this. */
  public MessageException(Message said) {
    super(said.toString());
    this.said = said;
  }

  /** A failure that says this, with what caused it. */
  public MessageException(Message said, Throwable cause) {
    super(said.toString(), cause);
    this.said = said;
  }

  @Override
  public Message said() {
    return said;
  }
}
