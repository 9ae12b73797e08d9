package dev.zundacast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostsCommandTest {
  private static final Path FOLDER = Path.of("/site");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Path> done = new ArrayList<>();

  private ExitCode each(List<Path> posts, String failure) throws IOException {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            FOLDER,
            false);
    PostsCommand command = new CollectCommand();
    command.at(terminal);
    return command.each(posts, post -> post.endsWith("1.md") ? failed(failure) : post, done::add);
  }

  private static Path failed(String failure) {
    switch (failure) {
      case "StackOverflowError" -> throw new StackOverflowError();
      case "OutOfMemoryError" -> throw new OutOfMemoryError();
      default -> throw new IllegalStateException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"StackOverflowError", "OutOfMemoryError", "IllegalStateException"})
  void whateverFailsInAPostIsThatPostsAlone(String failure) throws IOException {
    Path bad = FOLDER.resolve("1.md");
    Path good = FOLDER.resolve("2.md");
    assertThat(each(List.of(bad, good), failure)).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(done).containsExactly(good);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("1.md: unexpected " + failure);
    assertThatThrownBy(() -> each(List.of(bad), failure))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(ExitCode.of(problem)).isEqualTo(ExitCode.BAD_INPUT));
  }
}
