package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that shells complete words by, in those shells. */
class CompletionTest {
  @TempDir Path folder;

  private Path script(String shell) throws Exception {
    Shell.Result result = new Shell(folder).run("completion", shell);
    assertThat(result.code()).as(result.err()).isZero();
    return Files.writeString(folder.resolve("_zundacast"), result.out());
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    Path script = script("bash");
    assertThat(bash(script, "bu")).isEqualTo("build");
    assertThat(bash(script, "dict", "ad")).isEqualTo("add");
    assertThat(bash(script, "check", "--fast")).isEqualTo("--fast");
  }

  private static String bash(Path script, String... words) {
    String typed =
        "source '%s'; compopt() { :; }; COMP_WORDS=(zundacast %s); COMP_CWORD=%d;"
            + " _complete_zundacast; echo \"${COMPREPLY[@]}\"";
    String line = typed.formatted(script, String.join(" ", words), words.length);
    return Programs.output("bash", "-c", line).strip();
  }

  @Test
  void zshTakesTheFileFromItsFolder() throws Exception {
    Path script = script("zsh");
    String line =
        "fpath=('%s' $fpath); autoload -U compinit; compinit -u -D; echo $_comps[zundacast];"
            + " zsh -n '%s'";
    assertThat(Programs.output("zsh", "-f", "-c", line.formatted(folder, script)).strip())
        .isEqualTo("_zundacast");
  }

  @Test
  void anotherShellIsRefusedWithThoseThereAre() {
    Shell.Result result = new Shell(folder).run("completion", "tcsh");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("'tcsh' is not one of bash, zsh");
  }
}
