package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.RealShow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("real")
class RealPostsTest {
  static Stream<Path> posts() throws IOException {
    try (Stream<Path> all = Files.list(RealShow.path("posts"))) {
      return all.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("posts")
  void everyArticleIsFound(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> citations =
        lines.stream()
            .filter(l -> l.startsWith("引用元:"))
            .map(l -> l.substring("引用元:".length()).strip())
            .toList();
    long items = lines.stream().filter(l -> l.matches("- \\[.*]\\(.*\\)  ")).count();
    if (items == 0 && citations.isEmpty()) {
      assertThatThrownBy(() -> Posts.read(file))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith("no article found");
      return;
    }
    Post post = Posts.read(file);
    assertThat(post.articles()).hasSize((int) Math.max(items, citations.size()));
    if (!citations.isEmpty()) {
      assertThat(post.articles()).extracting(Article::url).containsExactlyElementsOf(citations);
    }
    assertThat(post.articles()).allSatisfy(a -> assertThat(a.title()).isNotEmpty());
    assertThat(post.articles()).allSatisfy(a -> assertThat(a.blocks()).isNotEmpty());
    assertThat(post.articles())
        .flatExtracting(Article::blocks)
        .extracting(Block::text)
        .noneMatch(text -> text.contains("**") || text.contains("\\n"));
  }

  @ParameterizedTest
  @MethodSource("posts")
  void fillingChangesTwoValuesAndNothingElse(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    byte[] after = FrontMatter.parse(file, before).withAudio(5_012_345, "07:26");
    String text = new String(before, StandardCharsets.UTF_8);
    assertThat(new String(after, StandardCharsets.UTF_8))
        .isEqualTo(
            text.replaceFirst("audio_file_size: 0\n", "audio_file_size: 5012345\n")
                .replaceFirst("duration: \"00:00\"\n", "duration: \"07:26\"\n"));
  }
}
