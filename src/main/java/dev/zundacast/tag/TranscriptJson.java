package dev.zundacast.tag;

import java.util.List;

/** What is heard to the JSON transcript of the podcast namespace, version 1.0.0. */
final class TranscriptJson {
  private TranscriptJson() {}

  static String write(List<Utterance> heard) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("version", "1.0.0");
          json.writeArrayFieldStart("segments");
          for (Utterance utterance : heard) {
            json.writeStartObject();
            json.writeStringField("speaker", utterance.speaker());
            JsonText.seconds(json, "startTime", utterance.startMillis());
            JsonText.seconds(json, "endTime", utterance.endMillis());
            json.writeStringField("body", utterance.text());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
