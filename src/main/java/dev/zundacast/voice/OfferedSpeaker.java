package dev.zundacast.voice;

import java.util.List;
import java.util.Optional;

/** A character that an engine offers, the version of its voice, and its styles for talking. */
public record OfferedSpeaker(String name, String uuid, String version, List<Style> styles) {
  /** A way in which a character talks, and the 32-bit number by which requests call it. */
  public record Style(String name, long id) {}

  /** The style that is called so. */
  public Optional<Style> style(String wanted) {
    return styles.stream().filter(it -> it.name().equals(wanted)).findFirst();
  }

  /** What its styles are called. */
  public List<String> styleNames() {
    return styles.stream().map(Style::name).toList();
  }
}
