package dev.zundacast.voice;

import java.util.List;

/**
 * A character that an engine offers.
 *
 * @param name as the engine lists it
 * @param uuid the character's
 * @param version of the character's voice
 * @param styles its styles for talking
 */
public record OfferedSpeaker(String name, String uuid, String version, List<Style> styles) {
  /**
   * A way in which a character talks.
   *
   * @param name as the engine lists it
   * @param id what requests call it; any 32-bit number
   */
  public record Style(String name, long id) {}

  /** What its styles are called. */
  public List<String> styleNames() {
    return styles.stream().map(Style::name).toList();
  }
}
