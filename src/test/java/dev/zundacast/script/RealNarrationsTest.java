package dev.zundacast.script;

import static dev.zundacast.script.Examples.article;
import static dev.zundacast.script.Examples.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Section;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.narration.Narration;
import dev.zundacast.script.narration.NarrationDraft;
import dev.zundacast.testkit.RealShow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class RealNarrationsTest {
  private static final Post POST =
      post(List.of("ずんだもん"), List.of(article(1, "小さな時計", "時計です。"), article(2, "川の犬", "犬です。")));

  @Test
  void losesNoCharacterOfRealNarrations() throws IOException {
    try (Stream<Path> files = Files.list(RealShow.path("narrations"))) {
      for (Path file : files.sorted().toList()) {
        String narration = Files.readString(file);
        ScriptDraft draft = new NarrationDraft(POST).build(Narration.of(narration));
        StringBuilder said = new StringBuilder();
        draft.chapters().forEach(c -> c.lines().forEach(line -> said.append(line.text())));
        String expected = narration.replaceAll("-{4,}|\\*\\*|`|(?m:^#{1,6}\\s+)", "");
        assertThat(letters(said.toString())).as(file.toString()).isEqualTo(letters(expected));
        assertThat(draft.chapters())
            .extracting(ScriptDraft.Chapter::kind)
            .contains(Section.Kind.OPENING);
      }
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\\u3000\\uFEFF]", "");
  }
}
