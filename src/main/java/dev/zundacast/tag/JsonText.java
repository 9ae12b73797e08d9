package dev.zundacast.tag;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a body writes to a generator as indented JSON with line feeds on every platform. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** Writes one JSON document. */
  @FunctionalInterface
  interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static String of(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      body.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A string in memory does not fail.
    }
    return text + "\n";
  }

  /**
   * Writes a field of seconds as the podcast formats count them: 12.5, 3.0. Put down digit by
   * digit: an hour has a thousand of them, and Java's own way from a fraction to its text is long.
   */
  static void seconds(JsonGenerator json, String name, long millis) throws IOException {
    StringBuilder seconds = new StringBuilder().append(millis / 1000).append('.');
    CueTime.digits(seconds, millis % 1000, 100);
    int end = seconds.length();
    while (seconds.charAt(end - 1) == '0' && seconds.charAt(end - 2) != '.') {
      end--;
    }
    json.writeFieldName(name);
    json.writeNumber(seconds.substring(0, end));
  }
}
