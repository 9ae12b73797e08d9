package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line refuses, and in which words. */
class OptionsTest {
  @TempDir Path folder;

  private void refused(String message, String... args) {
    Shell.Result result = new Shell(folder).run(args);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("zundacast: " + message + "\n");
  }

  @Test
  void onlyWhatMayBeRepeatedIsGivenTwice() {
    refused(
        "option '--text' (TEXT) should be specified only once",
        "regenerate",
        "a.md",
        "a1",
        "--text",
        "a",
        "--text",
        "b");
    refused(
        "option '--dry-run' should be specified only once",
        "build",
        "a.md",
        "--dry-run",
        "--dry-run");
    String[] engines = {"build", "a.md", "--engine", "http://a", "--engine=http://b"};
    assertThat(new Shell(folder).run(engines).err()).contains("a.md: no such post or folder");
  }

  @Test
  void aWrongValueIsNamed() {
    refused(
        "Invalid value for option '--speed': 'abc' is not a double",
        "regenerate",
        "a.md",
        "a1",
        "--speed",
        "abc");
    refused(
        "Missing required parameter for option '--speed' (X)",
        "regenerate",
        "a.md",
        "a1",
        "--speed");
    refused("invalid size 'abc' (for example 500MB or 5GB)", "store", "prune", "--limit", "abc");
  }

  @Test
  void parametersHaveTheirPlaces() {
    refused("Missing required parameters: 'POST', 'ID'", "regenerate");
    refused("Missing required parameter: 'ID'", "regenerate", "a.md");
    refused("Missing required parameter: 'POST|DIR'", "build");
    refused("Missing required parameters: 'WORD', 'READING'", "dict", "add");
  }

  @Test
  void optionsAreWrittenOut() {
    refused("Unknown option: '--eng'", "build", "--eng", "http://a", "a.md");
  }
}
