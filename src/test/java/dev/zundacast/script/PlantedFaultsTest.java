package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.post.Posts;
import dev.zundacast.reading.Readings;
import dev.zundacast.script.NarrationSource.Missing;
import dev.zundacast.script.NarrationSource.When;
import dev.zundacast.testkit.WrittenPost;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many of the faults that models make in narrations are found, one planted at a time. */
class PlantedFaultsTest {
  private static final Path FILES = Path.of("src/test/resources/narrations");
  private static final int MISSED = 2;

  @TempDir Path folder;

  /** What is found in a narration of the post. */
  private final class Checked {
    private final Post post;
    private final Scripts scripts;

    Checked() throws IOException {
      post = Posts.read(WrittenPost.on(folder, WrittenPost.of(text("clock.md"))));
      Morphology words = new Morphology();
      Readings readings = Readings.open(List.of(Path.of("voices/readings.tsv")), words);
      scripts =
          new Scripts(VoiceFiles.load(List.of(Path.of("voices"))), words, readings::read, folder);
    }

    List<Diagnostic> findings(String narration) throws IOException {
      NarrationSource source =
          new NarrationSource(folder, Optional.of(narration), When.ASKED, Missing.REFUSED);
      return scripts.review(
          post,
          Examples.SHOW,
          folder.resolve("script.txt"),
          ScriptOptions.DEFAULTS.withNarration(source));
    }
  }

  private static String text(String name) throws IOException {
    return Files.readString(FILES.resolve(name));
  }

  /** The narration with a fault in the place of the lines that begin so, "-" for nothing. */
  private static String planted(String narration, String lines, String fault) {
    List<String> rows = new ArrayList<>();
    String left = fault;
    for (String row : narration.lines().toList()) {
      if (List.of(lines.split(",", -1)).stream().noneMatch(row::startsWith)) {
        rows.add(row);
      } else if (!left.equals("-")) {
        rows.add(left);
        left = "-";
      }
    }
    assertThat(rows).as(lines).isNotEqualTo(narration.lines().toList());
    return String.join("\n", rows);
  }

  @Test
  void findsNearlyAllOfThemAndNothingElse() throws IOException {
    Checked checked = new Checked();
    String narration = text("clock.txt");
    assertThat(checked.findings(narration)).isEmpty();
    List<String> missed = new ArrayList<>();
    List<String> rows = text("clock.tsv").lines().filter(it -> !it.startsWith("#")).toList();
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      if (checked.findings(planted(narration, cells[1], cells[2])).isEmpty()) {
        missed.add(row);
      }
    }
    assertThat(rows).hasSize(40);
    assertThat(missed).hasSizeLessThanOrEqualTo(MISSED);
  }
}
