package dev.zundacast.post.matter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An object of JSON to its values, each with the characters that it is written in. */
final class JsonReader {
  private JsonReader() {}

  /** Reads the object that the text begins with; the character behind it. */
  static int read(Path file, String text, Map<String, Span> values) {
    try (JsonParser parser = Json.parser(text)) {
      parser.nextToken();
      table(parser, text, "", values);
      return (int) parser.currentLocation().getCharOffset();
    } catch (JsonProcessingException e) {
      int offset = e.getLocation() == null ? 0 : (int) e.getLocation().getCharOffset();
      Message what = Message.of("frontMatter.noJson", Message.library(Json.fault(e)));
      Diagnostic found = FrontMatterText.at(file, text, 1, Math.min(offset, text.length()), what);
      throw Problem.in(found.withNext("frontMatter.mendJson")).causedBy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A text in memory can always be read.
    }
  }

  private static void table(JsonParser parser, String text, String path, Map<String, Span> values)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int key = (int) parser.currentTokenLocation().getCharOffset();
      String name = path + parser.currentName();
      parser.nextToken();
      values.put(name, value(parser, text, name, key, values));
    }
  }

  private static Span value(
      JsonParser parser, String text, String path, int key, Map<String, Span> values)
      throws IOException {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      table(parser, text, path + ".", values);
      return new Span(Span.Kind.TABLE, "", List.of(), key, from, end(parser));
    }
    if (token == JsonToken.START_ARRAY) {
      List<String> items = items(parser);
      int to = end(parser);
      return new Span(Span.Kind.LIST, text.substring(from, to), items, key, from, to);
    }
    boolean quoted = token == JsonToken.VALUE_STRING;
    String said = token == JsonToken.VALUE_NULL ? "" : parser.getText();
    int to = quoted ? end(parser) : from + parser.getTextLength();
    return new Span(quoted ? Span.Kind.TEXT : Span.Kind.PLAIN, said, List.of(), key, from, to);
  }

  private static List<String> items(JsonParser parser) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isScalarValue()) {
        items.add(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return items;
  }

  private static int end(JsonParser parser) throws IOException {
    parser.finishToken();
    return (int) parser.currentLocation().getCharOffset();
  }
}
