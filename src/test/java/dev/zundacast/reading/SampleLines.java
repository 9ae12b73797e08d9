package dev.zundacast.reading;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lines and a voice for the tests of readings. */
final class SampleLines {
  static final Voice VOICE =
      new Voice(
          "ずんだもん",
          List.of(),
          "ずんだもん",
          "ノーマル",
          "as-written",
          "",
          "",
          new Voice.Parameters(1, 0, 1, 1, 1),
          new Voice.Pauses(0, 0, 0, 0, 0, 0),
          7,
          new Voice.Draft("normal", 0),
          "",
          Voice.Profile.NONE);

  private SampleLines() {}

  /** A line of a script; {@code spoken} is what stands behind {@code >}, "" for nothing. */
  static Line line(String written, String spoken) {
    return new Line("a1.01", "", written, spoken, LineOverrides.NONE, 0, 0);
  }

  /** The lines of a file beside these tests, without comments. */
  static Stream<String> of(String resource) throws IOException {
    try (InputStream in = SampleLines.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"));
    }
  }
}
