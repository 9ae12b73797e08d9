package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Help is in both languages, and each command shows the one that the locale asks for. */
class HelpInJapaneseTest {
  @TempDir Path folder;

  @Test
  void everyTextOfTheHelpHasAJapaneseOne() throws IOException {
    Properties english = texts("help.properties");
    Properties japanese = texts("help_ja.properties");
    assertThat(japanese.stringPropertyNames())
        .as("the keys of help.properties and help_ja.properties")
        .containsAll(english.stringPropertyNames());
    assertThat(english.values()).doesNotContainAnyElementsOf(japanese.values());
  }

  /** A key that no command asks for is a slip, or left over. */
  @Test
  void everyTextIsOneOfTheHelp() throws IOException {
    Set<String> shown = new TreeSet<>(texts(Main.line(terminal())));
    Set<Object> written = new HashSet<>(texts("help.properties").values());
    written.removeIf(text -> shown.contains(text) || text.toString().contains("${"));
    assertThat(written).isEmpty();
  }

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(Main.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }

  private Terminal terminal() {
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Terminal(InputStream.nullInputStream(), nothing, nothing, Map.of(), folder, false);
  }

  private static List<String> texts(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<String> texts = new ArrayList<>(Arrays.asList(spec.usageMessage().description()));
    spec.options().forEach(option -> texts.addAll(Arrays.asList(option.description())));
    spec.positionalParameters().forEach(each -> texts.addAll(Arrays.asList(each.description())));
    command.getSubcommands().values().forEach(below -> texts.addAll(texts(below)));
    return texts;
  }

  @Test
  void theLocaleOrAnOptionChoosesTheLanguage() {
    assertThat(help(Map.of("LANG", "ja_JP.UTF-8"), "build", "--help"))
        .contains("使い方: zundacast build");
    assertThat(help(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C.UTF-8"), "build", "--help"))
        .startsWith("Usage: zundacast build");
    assertThat(help(Map.of(), "build", "--help", "--lang", "ja")).startsWith("使い方: ");
    assertThat(help(Map.of("LANG", "ja_JP.UTF-8"), "--lang=en", "build", "--help"))
        .startsWith("Usage: ");
    assertThat(help(Map.of("LANG", "tr_TR.UTF-8"), "build", "--help")).startsWith("Usage: ");
  }

  private String help(Map<String, String> env, String... args) {
    Shell shell = new Shell(folder);
    env.forEach(shell::env);
    return shell.run(args).out();
  }

  @Test
  void noLineOfTheHelpIsWiderThanATerminal() {
    for (List<String> command : commands(Main.line(terminal()), List.of())) {
      for (String locale : List.of("ja_JP.UTF-8", "C.UTF-8")) {
        String help = help(Map.of("LANG", locale), withHelp(command));
        assertThat(help.lines()).as(help).allMatch(line -> Terminal.width(line) <= 80);
        assertThat(help).as(locale + command).isNotBlank().doesNotContain("\n\n\n", "{1}", "null");
      }
    }
  }

  @Test
  void noEnglishIsLeftInTheHelp() {
    List<String> left = new ArrayList<>();
    for (List<String> command : commands(Main.line(terminal()), List.of())) {
      help(Map.of("LANG", "ja_JP.UTF-8"), withHelp(command))
          .lines()
          // What is typed, and the names of options and of their values.
          .map(
              line ->
                  line.replaceAll("「.*?」|zundacast .*|\\[.*?\\]|eval .*|--?[a-z-]+[ =][A-Z|]+", ""))
          .filter(line -> line.matches(".*\\b[a-z]{2,},? [a-z]{2,}\\b.*"))
          .forEach(line -> left.add(command + ": " + line));
    }
    assertThat(left).isEmpty();
  }

  private static String[] withHelp(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new);
  }

  /** The words of every command, and of those below it. */
  private static List<List<String>> commands(CommandLine line, List<String> named) {
    List<List<String>> all = new ArrayList<>(List.of(named));
    line.getSubcommands()
        .forEach(
            (name, below) -> {
              List<String> words = new ArrayList<>(named);
              words.add(name);
              all.addAll(commands(below, words));
            });
    all.removeIf(words -> words.contains("help"));
    return all;
  }
}
