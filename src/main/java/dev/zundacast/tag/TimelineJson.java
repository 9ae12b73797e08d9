package dev.zundacast.tag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zundacast.episode.Timeline;
import java.io.IOException;

/**
 * A timeline to the file that every other side file could be made from again: sections and lines
 * with whole milliseconds.
 */
final class TimelineJson {
  /** Raised when a field changes its meaning; new fields do not. */
  private static final int VERSION = 1;

  private TimelineJson() {}

  static String write(Timeline timeline, SidecarContent content) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", VERSION);
          json.writeStringField("audio", content.audio());
          json.writeStringField("title", PlainText.line(content.title()));
          json.writeNumberField("sample_rate", timeline.sampleRate());
          json.writeNumberField("duration_ms", timeline.durationMillis());
          json.writeArrayFieldStart("sections");
          int number = 0;
          for (Timeline.TimedSection section : timeline.sections()) {
            number++;
            section(json, number, section);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("lines");
          for (Timeline.TimedLine line : timeline.lines()) {
            line(json, line);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void section(JsonGenerator json, int number, Timeline.TimedSection section)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("no", number);
    json.writeStringField("id", section.id());
    json.writeStringField("kind", section.kind().word());
    json.writeStringField("title", PlainText.line(section.title()));
    json.writeStringField("url", section.source());
    json.writeNumberField("start_ms", section.startMillis());
    json.writeNumberField("end_ms", section.endMillis());
    json.writeEndObject();
  }

  private static void line(JsonGenerator json, Timeline.TimedLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", line.id());
    json.writeStringField("section", line.section());
    json.writeStringField("speaker", line.speaker());
    json.writeStringField("written", PlainText.line(line.written()));
    json.writeStringField("spoken", line.spoken());
    json.writeNumberField("start_ms", line.startMillis());
    json.writeNumberField("end_ms", line.endMillis());
    json.writeEndObject();
  }
}
