package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;

/**
 * What lies on the disk before or after a killed run.
 *
 * @param mp3 the episode's bytes, none where it is not there
 * @param post the post's bytes
 * @param finished the names of the finished clips
 */
@SuppressWarnings("ArrayRecordComponent") // bytes to compare, never shared
record Snapshot(byte[] mp3, byte[] post, Set<String> finished) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Snapshot of(Path mp3, Path post, Path clips) throws IOException {
    return new Snapshot(
        Files.exists(mp3) ? Files.readAllBytes(mp3) : new byte[0],
        Files.readAllBytes(post),
        identities(clips));
  }

  /** The names of the clips whose record is there. */
  private static Set<String> identities(Path clips) throws IOException {
    Set<String> identities = new TreeSet<>();
    if (!Files.exists(clips)) {
      return identities;
    }
    try (Stream<Path> all = Files.walk(clips)) {
      List<Path> records =
          all.filter(f -> String.valueOf(f.getFileName()).matches("[0-9a-f]{64}\\.json")).toList();
      for (Path record : records) {
        // A record that is there is whole: reading it must not fail.
        assertThat(JSON.readTree(record.toFile()).path("text").asText()).isNotEmpty();
        identities.add(String.valueOf(record.getFileName()));
      }
    }
    return identities;
  }

  /** What the engine was asked to speak, from the {@code from}th synthesis on. */
  static List<String> asked(TestEngine engine, int from) throws IOException {
    List<String> texts = new ArrayList<>();
    List<RecordedRequest> requests = engine.requests("/synthesis");
    for (RecordedRequest request : requests.subList(from, requests.size())) {
      String body = request.getBody() == null ? "" : request.getBody().utf8();
      texts.add(JSON.readTree(body).path("kana").asText());
    }
    return texts;
  }

  /** No temporary file is left anywhere below the folder. */
  static void requireNoParts(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(file -> file.toString().contains(".part"))).isEmpty();
    }
  }

  boolean sameMp3(Snapshot other) {
    return Arrays.equals(mp3, other.mp3);
  }

  boolean samePost(Snapshot other) {
    return Arrays.equals(post, other.post);
  }

  /** The MP3 is the old one byte for byte, or a new one that decodes without a complaint. */
  void requireMp3OldOrWhole(Snapshot before, Path file) {
    if (!sameMp3(before)) {
      Programs.Result decoded =
          Programs.run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "null", "-");
      assertThat(decoded.err()).isEmpty();
      assertThat(decoded.code()).isZero();
    }
  }
}
