package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.zundacast.cli.command.ProgramCommand;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.terminal.Terminal;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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
    refused("--speed: 'fast' is not a number", "regenerate", "a.md", "a1", "--speed", "fast");
    refused("--max-sentences: 'x' is not a whole number", "build", "a.md", "--max-sentences", "x");
    refused(
        "Missing required parameter for option '--speed' (X)",
        "regenerate",
        "a.md",
        "a1",
        "--speed");
    refused("invalid size 'abc' (for example 500MB or 5GB)", "store", "prune", "--limit", "abc");
  }

  @Test
  void aMistypedEngineOffersTheBuiltInOne() throws java.io.IOException {
    dev.zundacast.testkit.SampleSite site = dev.zundacast.testkit.SampleSite.in(folder);
    String[] build = {"build", site.post(3, 1).toString(), "--engine", "drfat"};
    Shell.Result result = Shell.building(folder).run(build);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("there is no engine 'drfat'; say 'draft' for the built-in one, or an address");
  }

  @Test
  void parametersHaveTheirPlaces() {
    refused("Missing required parameters: 'POST', 'ID'", "regenerate");
    refused("Missing required parameter: 'ID'", "regenerate", "a.md");
    refused("Missing required parameter: 'POST|DIR'", "build");
    refused("Missing required parameters: 'WORD', 'READING'", "dict", "add");
  }

  @Test
  void anOptionThatWouldDoNothingIsNone() {
    refused("Unknown option: '-q'", "dict", "list", "-q");
    refused("Unknown option: '-q'", "store", "status", "-q");
    refused("Unknown option: '--out=x'", "dict", "add", "a", "b", "--out=x");
    refused("Unknown option: '--allow-odd-length'", "status", "--allow-odd-length");
    refused("Unknown option: '--wait=3'", "status", "--wait=3");
    refused("Unknown option: '--minutes=3'", "regenerate", "a.md", "--minutes=3", "a1");
    for (String command : List.of("voices", "read", "undo", "script", "doctor", "init")) {
      assertThat(new Shell(folder).run(command, "--quiet").code()).isEqualTo(2);
      assertThat(new Shell(folder).run("help", command).out()).doesNotContain("--quiet");
    }
    assertThat(new Shell(folder).run("help", "dict", "impact").out())
        .contains("--scripts")
        .doesNotContain("--out");
  }

  @Test
  void whoeverCanBeQuietIsSo() {
    Set<String> quiet =
        new ClassFileImporter()
            .importPackages("dev.zundacast.cli").stream()
                .filter(OptionsTest::asksWhetherToBeQuiet)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    Terminal terminal = new Terminal(System.in, System.out, System.err, Map.of(), folder, false);
    requireQuiet(Main.line(terminal), quiet);
  }

  private static boolean asksWhetherToBeQuiet(JavaClass command) {
    return command.getMethodCallsFromSelf().stream()
        .filter(
            call ->
                call.getTargetOwner().isEquivalentTo(GlobalOptions.class)
                    || call.getTargetOwner().isAssignableTo(ProgramCommand.class))
        .anyMatch(call -> List.of("quiet", "progress", "output").contains(call.getName()));
  }

  private static void requireQuiet(CommandLine line, Set<String> quiet) {
    for (CommandLine command : line.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (spec.findOption("--quiet") != null) {
        assertThat(quiet).as(spec.qualifiedName()).contains(owner(spec.userObject()).getName());
      }
      requireQuiet(command, quiet);
    }
  }

  private static Class<?> owner(Object command) {
    return command instanceof Method method ? method.getDeclaringClass() : command.getClass();
  }

  @Test
  void optionsAreWrittenOut() {
    refused("Unknown option: '--eng'", "build", "--eng", "http://a", "a.md");
  }
}
