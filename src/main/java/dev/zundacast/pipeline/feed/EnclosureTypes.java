package dev.zundacast.pipeline.feed;

import java.util.Locale;
import java.util.Map;

/** The media types that Apple takes, by the endings of names. */
final class EnclosureTypes {
  private static final Map<String, String> BY_ENDING =
      Map.of(
          "mp3", "audio/mpeg",
          "m4a", "audio/x-m4a",
          "mp4", "video/mp4",
          "m4v", "video/x-m4v",
          "mov", "video/quicktime",
          "pdf", "application/pdf");

  private EnclosureTypes() {}

  static boolean isKnown(String type) {
    return BY_ENDING.containsValue(type);
  }

  /** The type of a file, by its address; most audio is MP3. */
  static String of(String address) {
    String path = address.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "audio/mpeg");
  }
}
