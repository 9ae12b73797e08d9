package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.post.Posts;
import dev.zundacast.reading.Readings;
import dev.zundacast.script.NarrationSource.Take;
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
      NarrationSource source = new NarrationSource(folder, Optional.of(narration), Take.ASKED);
      return scripts
          .of(
              post,
              Examples.SHOW,
              folder.resolve("script.txt"),
              ScriptOptions.DEFAULTS.withNarration(Optional.of(source)))
          .review();
    }
  }

  private static String text(String name) throws IOException {
    return Files.readString(FILES.resolve(name));
  }

  /**
   * A fault.
   *
   * @param lines what the lines begin with that it stands for
   * @param text what is said in their place, "-" for nothing
   */
  private record Fault(String kind, List<String> lines, String text) {
    static Fault of(String row) {
      String[] cells = row.split("\t", -1);
      return new Fault(cells[0], List.of(cells[1].split(",", -1)), cells[2]);
    }

    /** Whether it is found in a section, and not in a line. */
    boolean isOfSection() {
      return List.of("caution", "condition", "untold").contains(kind);
    }

    boolean isFoundBy(Diagnostic finding) {
      return isOfSection()
          ? finding.sourceLine().isEmpty()
          : finding.sourceLine().toString().startsWith(text.substring(0, 8));
    }

    boolean stands(String row) {
      return lines.stream().anyMatch(row::startsWith);
    }
  }

  private static String planted(String narration, List<Fault> faults) {
    List<String> rows = new ArrayList<>();
    for (String row : narration.lines().toList()) {
      Optional<Fault> fault = faults.stream().filter(it -> it.stands(row)).findFirst();
      String text = fault.map(Fault::text).orElse(row);
      if (!text.equals("-") && !rows.contains(text)) {
        rows.add(text);
      }
    }
    return String.join("\n", rows);
  }

  /** Faults of different lines are planted together, one of a section alone. */
  private static List<List<Fault>> rounds(List<Fault> faults) {
    List<List<Fault>> rounds = new ArrayList<>();
    for (Fault fault : faults) {
      Optional<List<Fault>> free =
          rounds.stream()
              .filter(it -> it.stream().noneMatch(other -> areApart(other, fault)))
              .findFirst();
      if (free.isEmpty()) {
        rounds.add(new ArrayList<>(List.of(fault)));
      } else {
        free.get().add(fault);
      }
    }
    return rounds;
  }

  private static boolean areApart(Fault one, Fault other) {
    return one.isOfSection()
        || other.isOfSection()
        || one.stands(other.lines().get(0))
        || other.stands(one.lines().get(0));
  }

  @Test
  void findsNearlyAllOfThemAndNothingElse() throws IOException {
    Checked checked = new Checked();
    String narration = text("clock.txt");
    assertThat(checked.findings(narration)).isEmpty();
    List<Fault> faults =
        text("clock.tsv").lines().filter(it -> !it.startsWith("#")).map(Fault::of).toList();
    assertThat(faults).hasSize(40).allMatch(it -> narration.lines().anyMatch(it::stands));
    List<Fault> missed = new ArrayList<>(faults);
    for (List<Fault> round : rounds(faults)) {
      List<Diagnostic> findings = checked.findings(planted(narration, round));
      round.stream()
          .filter(fault -> findings.stream().anyMatch(fault::isFoundBy))
          .forEach(missed::remove);
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(MISSED);
  }
}
