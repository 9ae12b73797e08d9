package dev.zundacast.tag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zundacast.episode.Timeline;
import java.io.IOException;

/** A timeline to the JSON chapters of the podcast namespace, version 1.2.0. */
final class ChaptersJson {
  private ChaptersJson() {}

  static String write(Timeline timeline, SidecarContent content) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("version", "1.2.0");
          filled(json, "title", PlainText.line(content.title()));
          filled(json, "podcastName", PlainText.line(content.show()));
          json.writeArrayFieldStart("chapters");
          for (Chapter chapter : Chapter.of(timeline)) {
            json.writeStartObject();
            JsonText.seconds(json, "startTime", chapter.startMillis());
            JsonText.seconds(json, "endTime", chapter.endMillis());
            json.writeStringField("title", chapter.title());
            filled(json, "url", chapter.url());
            filled(json, "img", chapter.image());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void filled(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
