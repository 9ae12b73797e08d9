package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.post.Posts;
import dev.zundacast.reading.Readings;
import dev.zundacast.script.NarrationSource.Take;
import dev.zundacast.testkit.RealShow;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
class RealNarrationsTest {
  @TempDir Path folder;

  @Test
  void fewAreRefusedAndNoArticleIsLeftEmptyInSilence() throws IOException {
    Morphology words = new Morphology();
    Readings readings = Readings.open(List.of(Path.of("voices/readings.tsv")), words);
    Scripts scripts = new Scripts(Examples.voices(), words, readings::read, folder);
    int refused = 0;
    int all = 0;
    try (Stream<Path> files = Files.list(RealShow.path("narrations"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replace(".txt", ".md");
        Post post = Posts.read(RealShow.path("posts").resolve(name));
        if (!post.actorIds().stream().allMatch(it -> Examples.voices().find(it).isPresent())) {
          continue; // read by somebody whom the tests have no voice of
        }
        NarrationSource source = new NarrationSource(file, Optional.empty(), Take.ASKED);
        ScriptOptions options = ScriptOptions.DEFAULTS.withNarration(Optional.of(source));
        all++;
        try {
          ScriptUpdate update =
              scripts.of(post, SHOW, folder.resolve("none.txt"), options).update();
          assertThat(update.script().sections())
              .as(name)
              .filteredOn(section -> section.kind() == Section.Kind.ARTICLE)
              .hasSameSizeAs(post.articles())
              .allSatisfy(section -> assertThat(section.lines()).hasSizeGreaterThan(1));
        } catch (Problem e) {
          refused++;
        }
      }
    }
    assertThat(refused).isLessThanOrEqualTo(all / 20);
  }
}
