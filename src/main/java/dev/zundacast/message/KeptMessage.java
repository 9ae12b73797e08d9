package dev.zundacast.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;

/**
 * A message as a file of ours keeps it, so that it is said in the language of whoever reads it.
 *
 * @param key of its sentence
 * @param values texts and numbers, and messages that are kept in the same way
 */
public record KeptMessage(String key, List<Object> values) {
  /** A message to be kept. */
  public static KeptMessage of(Message message) {
    return new KeptMessage(
        message.key(),
        message.values().stream().map(it -> it instanceof Message m ? of(m) : it).toList());
  }

  /** Files of earlier versions hold text. */
  @JsonCreator
  static KeptMessage ofText(String text) {
    return of(Message.plain(text));
  }

  /** The message that was kept. */
  public Message message() {
    return new Message(key, values.stream().map(KeptMessage::value).toList());
  }

  private static Object value(Object kept) {
    return kept instanceof KeptMessage message
        ? message.message()
        : kept instanceof Map<?, ?> fields
            ? new KeptMessage(
                    String.valueOf(fields.get("key")), List.copyOf((List<?>) fields.get("values")))
                .message()
            : kept;
  }
}
