package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.RealShow;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each real narration comes in and becomes an episode of its post, with a real site around it. */
@Tag("real")
class RealEpisodesTest {
  /** What tells one sentence from the next; names and particles are spelt otherwise. */
  private static final Pattern ENDS = Pattern.compile("[。！？]");

  @TempDir Path folder;

  static Stream<Path> narrations() throws IOException {
    try (Stream<Path> all = Files.list(RealShow.path("narrations"))) {
      return all.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("narrations")
  void becomesAnEpisode(Path narration) throws IOException {
    SampleSite site = SampleSite.in(folder);
    String name = narration.getFileName().toString().replace(".txt", ".md");
    Path post = site.root().resolve("_posts").resolve(name);
    String text = Files.readString(RealShow.path("posts").resolve(name));
    // Older episodes lie elsewhere by now; here each is built in the site.
    Files.writeString(
        post, text.replaceFirst("(?m)^audio_file_path: .*$", "audio_file_path: /audio/a.mp3"));
    Shell shell = new Shell(folder).env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString());
    String[] places = {
      post.toString(),
      "--out",
      folder.resolve("out").toString(),
      "--scripts",
      folder.resolve("scripts").toString()
    };
    Shell.Result script = shell.run(with(places, "script", "--narration", narration.toString()));
    if (script.err().contains("the narration does not tell article")) {
      assertThat(script.code()).isEqualTo(4);
      return;
    }
    assertThat(script.code()).as(script.err()).isZero();
    try (TestEngine engine = TestEngine.with().start()) {
      Shell.Result build = shell.run(with(places, "build", "--engine", engine.url()));
      assertThat(build.code()).as(build.err()).isZero();
    }
    String heard = heard(folder.resolve("scripts/" + narration.getFileName()));
    assertThat(ENDS.matcher(heard).results().count())
        .isEqualTo(ENDS.matcher(Files.readString(narration)).results().count());
    assertThat(Files.size(site.root().resolve("audio/a.mp3"))).isGreaterThan(1_000_000);
    assertThat(Files.readString(post)).doesNotContain("audio_file_size: 0\n");
  }

  private static String[] with(String[] places, String... command) {
    return Stream.concat(Stream.of(command), Stream.of(places)).toArray(String[]::new);
  }

  /** All that the lines of a script say, in order. */
  private static String heard(Path script) throws IOException {
    StringBuilder heard = new StringBuilder();
    for (String row : Files.readAllLines(script)) {
      if (row.startsWith("[")) {
        String text = row.substring(row.indexOf(']') + 1).strip();
        heard.append(text.startsWith("\\") ? text.substring(1) : text);
      }
    }
    return heard.toString();
  }
}
