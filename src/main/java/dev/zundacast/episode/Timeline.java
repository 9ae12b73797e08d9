package dev.zundacast.episode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * When everything of an episode is heard. Sections are contiguous: each starts where the one before
 * ends, the first at 0, the last ends with the audio.
 *
 * @param durationMillis length of the audio in ms
 * @param sampleRate samples a second of the audio
 * @param sections in their order
 * @param lines in their order; a line's end is the end of its speech, not of the pause after it
 */
public record Timeline(
    long durationMillis, int sampleRate, List<TimedSection> sections, List<TimedLine> lines) {

  public Timeline {
    sections = List.copyOf(sections);
    lines = List.copyOf(lines);
  }

  /** A chapter: from {@code startMillis} (inclusive) to {@code endMillis} (exclusive). */
  public record TimedSection(
      String id,
      Section.Kind kind,
      String title,
      String source,
      String image,
      long startMillis,
      long endMillis) {

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

  /** Whether everything is heard at the same times as in another timeline of the same script. */
  public boolean hasTimesOf(Timeline other) {
    return durationMillis == other.durationMillis && Arrays.equals(times(), other.times());
  }

  private long[] times() {
    LongStream.Builder times = LongStream.builder();
    for (TimedSection section : sections) {
      times.add(section.startMillis()).add(section.endMillis());
    }
    for (TimedLine line : lines) {
      times.add(line.startMillis()).add(line.endMillis());
    }
    return times.build().toArray();
  }

  /** A line's speech: {@code written} without inline readings, {@code spoken} as sent. */
  public record TimedLine(
      String id,
      String section,
      String speaker,
      String written,
      String spoken,
      long startMillis,
      long endMillis) {}
}
