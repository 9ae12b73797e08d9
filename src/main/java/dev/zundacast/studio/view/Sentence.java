package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Marks what the program itself says, a text or a list of texts: it is sent in the reader's
 * language. What others wrote is not marked and stays as it is.
 */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = Sentence.Writer.class)
public @interface Sentence {
  /** Writes a sentence, or several, in the language of whoever reads them. */
  final class Writer extends JsonSerializer<Object> {
    private static final String LANGUAGE = "language";
    private static final Pattern TURNING =
        Pattern.compile("[\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    /** A value as JSON, its sentences in a language. */
    public static String json(Object value, UnaryOperator<String> language) {
      return Json.text(value, LANGUAGE, language);
    }

    @Override
    public void serialize(Object said, JsonGenerator json, SerializerProvider asked)
        throws IOException {
      if (said instanceof List<?> several) {
        json.writeStartArray();
        for (Object one : several) {
          json.writeString(translated(one, asked));
        }
        json.writeEndArray();
      } else {
        json.writeString(translated(said, asked));
      }
    }

    @SuppressWarnings("unchecked") // set by json() alone
    private static String translated(Object english, SerializerProvider asked) {
      // A name in the sentence that turns its direction turns the words behind it.
      String straight = TURNING.matcher(english.toString()).replaceAll("");
      Object language = asked.getAttribute(LANGUAGE);
      return language == null ? straight : ((UnaryOperator<String>) language).apply(straight);
    }
  }
}
