package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class OptionsTest {
  private final Flag flag = new Flag(List.of("-d", "--dry-run"), "Write nothing.");
  private final Value<String> text = Value.option("--text", "TEXT", String.class, "A", "text.");
  private final Value<Double> speed = Value.option("--speed", "X", Double.class, "Speed.");
  private final Value<String> limit =
      Value.optionOr("5GB", "--limit", "SIZE", String.class, "At most (${DEFAULT-VALUE}).");
  private final Value<String> note = Value.optionOr("", "--note", "TEXT", String.class, "Why.");
  private final Values<String> engines = Values.option("--engine", "URL", String.class, "Many.");
  private final CommandLine line = line(flag, text, speed, limit, note, engines);

  private static CommandLine line(Options... options) {
    return Specs.line(Specs.of(new Object(), "try", List.of("Tries."), options));
  }

  @Test
  void whatIsNotGivenIsNotThere() {
    line.parseArgs();
    assertThat(flag.isGiven()).isFalse();
    assertThat(text.get()).isEmpty();
    assertThatThrownBy(text::value).isInstanceOf(NoSuchElementException.class);
    assertThat(engines.get()).isEmpty();
  }

  @Test
  void whatIsGivenEmptyIsThere() {
    line.parseArgs("--text", "", "--limit", "", "--engine", "");
    assertThat(text.get()).contains("");
    assertThat(limit.value()).isEmpty();
    assertThat(engines.get()).containsExactly("");
  }

  @Test
  void anotherCommandLineBeginsAnew() {
    line.parseArgs("-d", "--text", "a", "--limit", "0", "--engine", "a");
    assertThat(flag.isGiven()).isTrue();
    whatIsNotGivenIsNotThere();
    assertThat(limit.value()).isEqualTo("5GB");
  }

  @Test
  void whatIsUsualIsTakenAndShown() {
    line.parseArgs("--note", "b");
    assertThat(limit.value()).isEqualTo("5GB");
    assertThat(note.value()).isEqualTo("b");
    assertThat(line.getUsageMessage()).contains("At most (5GB).");
    line.parseArgs("--limit", "1GB");
    assertThat(limit.value()).isEqualTo("1GB");
    assertThat(note.get()).contains("");
  }

  @Test
  void onlyWhatMayBeRepeatedIsGivenTwice() {
    line.parseArgs("--engine", "b", "-d", "--engine=a", "--engine", "b");
    assertThat(engines.get()).containsExactly("b", "a", "b");
    refused("option '--text' (TEXT) should be specified only once", "--text", "a", "--text", "b");
    refused("option '--dry-run' should be specified only once", "-d", "--dry-run");
  }

  @Test
  void aWrongValueIsNamed() {
    refused("Invalid value for option '--speed': 'abc' is not a double", "--speed", "abc");
    refused("Missing required parameter for option '--speed' (X)", "--speed");
    line.parseArgs("--speed", "1.25");
    assertThat(speed.get()).contains(1.25);
  }

  private void refused(String message, String... args) {
    assertThatThrownBy(() -> line.parseArgs(args))
        .isInstanceOf(ParameterException.class)
        .hasMessage(message);
  }

  @Test
  void parametersHaveTheirPlaces() {
    Value<Path> post = Value.parameter(0, "POST", Path.class, "A post.");
    Values<String> ids = Values.someFrom(1, "ID", String.class, "Lines.");
    CommandLine command = line(ids, post);
    command.parseArgs("a.md", "a1.01", "");
    assertThat(post.value()).isEqualTo(Path.of("a.md"));
    assertThat(ids.get()).containsExactly("a1.01", "");
    assertThatThrownBy(command::parseArgs).hasMessage("Missing required parameters: 'POST', 'ID'");
    assertThatThrownBy(() -> command.parseArgs("a.md"))
        .hasMessage("Missing required parameter: 'ID'");
  }

  @Test
  void parametersMayBeLeftOutWhereThatIsSaid() {
    Value<Path> place = Value.optional(0, "DIR", Path.class, "A folder.");
    line(place).parseArgs();
    assertThat(place.get()).isEmpty();
    Values<Path> posts = Values.any("POST", Path.class, "Posts.");
    line(posts).parseArgs();
    assertThat(posts.get()).isEmpty();
    assertThatThrownBy(() -> line(Values.some("POST", Path.class, "Posts.")).parseArgs())
        .hasMessage("Missing required parameter: 'POST'");
  }
}
