package dev.zundacast.episode;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When everything of an episode is heard, in ms. Sections are contiguous: each starts where the one
 * before ends, the first at 0, the last ends with the audio; a line ends with its speech, not with
 * the pause after it.
 *
 * <p>It is read from the side file of an episode, whose names of its values it knows.
 */
public record Timeline(
    @JsonProperty("duration_ms") long durationMillis,
    @JsonProperty("sample_rate") int sampleRate,
    List<TimedSection> sections,
    List<TimedLine> lines) {

  public Timeline {
    sections = List.copyOf(sections);
    lines = List.copyOf(lines);
  }

  /** A chapter: from {@code startMillis} (inclusive) to {@code endMillis} (exclusive). */
  public record TimedSection(
      String id,
      @JsonFormat(with = ACCEPT_CASE_INSENSITIVE_VALUES) Section.Kind kind,
      String title,
      @JsonProperty("url") String source,
      String image,
      @JsonProperty("start_ms") long startMillis,
      @JsonProperty("end_ms") long endMillis) {

    public TimedSection {
      // Side files do not say it.
      image = Objects.requireNonNullElse(image, "");
    }

    private TimedSection withImage(String address) {
      return new TimedSection(id, kind, title, source, address, startMillis, endMillis);
    }
  }

  /** The same with a picture's address for each of these sections, by their ids. */
  public Timeline withImages(Map<String, String> images) {
    List<TimedSection> pictured =
        sections.stream().map(s -> s.withImage(images.getOrDefault(s.id(), s.image()))).toList();
    return new Timeline(durationMillis, sampleRate, pictured, lines);
  }

  /** A line's speech: {@code written} without inline readings, {@code spoken} as sent. */
  public record TimedLine(
      String id,
      String section,
      String speaker,
      String written,
      String spoken,
      @JsonProperty("start_ms") long startMillis,
      @JsonProperty("end_ms") long endMillis) {}
}
