package dev.zundacast.studio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.zundacast.disk.Json;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the program itself says: it is sent in the reader's language. What others wrote stays as it
 * is.
 */
@JsonSerialize(using = Sentence.Writer.class)
public record Sentence(Message said) {
  private static final String LANGUAGE = "language";

  /** A value as JSON, its sentences in a language. */
  public static String json(Object value, Locale language) {
    return Json.text(value, LANGUAGE, language);
  }

  /** Writes a sentence in the language of whoever reads it. */
  static final class Writer extends JsonSerializer<Sentence> {
    private static final Pattern TURNING =
        Pattern.compile("[\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    @Override
    public void serialize(Sentence sentence, JsonGenerator json, SerializerProvider asked)
        throws IOException {
      // A name in the sentence that turns its direction turns the words behind it.
      Locale language =
          asked.getAttribute(LANGUAGE) instanceof Locale chosen ? chosen : Locale.ROOT;
      json.writeString(TURNING.matcher(sentence.said().in(language)).replaceAll(""));
    }
  }
}
