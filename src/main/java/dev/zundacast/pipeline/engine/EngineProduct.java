package dev.zundacast.pipeline.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A product whose engine speaks VOICEVOX's HTTP API. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are List.of's
public enum EngineProduct {
  VOICEVOX(
      50021,
      "VOICEVOX",
      List.of("vv-engine"),
      List.of("voicevox_engine", "voicevox-engine", "vv-engine")),
  AIVISSPEECH(
      10101,
      "AivisSpeech",
      List.of("AivisSpeech-Engine", "vv-engine", "engine"),
      List.of("AivisSpeech-Engine", "aivisspeech-engine")),
  SHAREVOX(
      50025,
      "SHAREVOX",
      List.of("sharevox_engine", "sharevox-engine", "vv-engine"),
      List.of("sharevox_engine", "sharevox-engine"));

  private final int port;
  private final String title;
  private final List<String> inside;
  private final List<String> alone;

  EngineProduct(int port, String title, List<String> inside, List<String> alone) {
    this.port = port;
    this.title = title;
    this.inside = inside;
    this.alone = alone;
  }

  /** The product that is called like this in settings and options. */
  public static Optional<EngineProduct> named(String word) {
    return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** All names in settings and options. */
  public static String words() {
    return Stream.of(values()).map(EngineProduct::word).collect(Collectors.joining(", "));
  }

  /** Its name in settings and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The port on which its editor lets the engine listen. */
  int port() {
    return port;
  }

  /** Its name as people and folders write it. */
  public String title() {
    return title;
  }

  /** The folders that hold its engine inside of the product's own, newest way first. */
  List<String> engineFolders() {
    return inside;
  }

  /** The folders of the engine alone, as its releases and packages call them. */
  List<String> aloneFolders() {
    return alone;
  }
}
