package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said when something goes wrong, by the whole of {@code errors.txt}: in Japanese nothing
 * that only readers of English understand, in English nothing of Japanese but what files hold.
 */
class ErrorsInBothLanguagesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/zundacast/cli/errors.txt");

  /** Two words of English after each other. */
  private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{2,};? [a-z]{2,}\\b");

  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]+");

  /** What people type, and what is quoted: the same in both languages. */
  private static final Pattern TYPED =
      Pattern.compile(
          "zundacast [a-z]+( [a-z]+)?|front matter|--[a-z]+ [a-z]+|git pull|docker run|apt-get"
              + " install|brew install|(dict|voices|engine|store|feed)"
              + " [a-z]+|「[^」]*」|<[^>]*>|\\{\\{.*?}}");

  /** Voices and what the files of the cases hold. */
  private static final Pattern DATA =
      Pattern.compile("お嬢様|ずんだもん|ずんだどん|春日部|つむぎ|関連リンク|引用元|ピーズ|ビーンズ|ナニカ|なのだ|[\\p{IsKatakana}ー]+");

  @TempDir Path folder;

  private final List<String> wrong = new ArrayList<>();
  private int cases;

  @Test
  void everyErrorIsSaidInTheLanguageOfThePerson() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    copyVoices();
    Path file = folder.resolve("none");
    List<String> text = new ArrayList<>();
    for (String row : Files.readAllLines(CASES)) {
      if (row.startsWith("@ ")) {
        write(file, text);
        file = folder.resolve(row.substring(2));
      } else if (row.startsWith("$ ")) {
        write(file, text);
        fails(row.substring(2).split(" "));
      } else if (!row.startsWith("# ") && !file.endsWith("none")) {
        text.add(row);
      }
    }
    assertThat(cases).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  /** Commands may change the program's own lists. */
  private void copyVoices() throws IOException {
    Path voices = SampleSite.voices();
    try (Stream<Path> all = Files.walk(voices)) {
      for (Path path : all.toList()) {
        Path copy = folder.resolve("program/voices").resolve(voices.relativize(path).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(path, copy);
      }
    }
  }

  private static void write(Path file, List<String> text) throws IOException {
    if (!text.isEmpty()) {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, String.join("\n", text).strip() + "\n");
      text.clear();
    }
  }

  private void fails(String... args) {
    cases++;
    String command = String.join(" ", args);
    Shell.Result english = run("C.UTF-8", args);
    Shell.Result japanese = run("ja_JP.UTF-8", args);
    if (english.code() == 0 || english.code() != japanese.code()) {
      wrong.add(command + ": ends with " + english.code() + " and " + japanese.code());
    }
    for (String line : lines(japanese)) {
      if (find(ENGLISH, TYPED, line) || isBroken(line)) {
        wrong.add(command + " (ja): " + line);
      }
    }
    for (String line : lines(english)) {
      if (find(JAPANESE, DATA, line) || isBroken(line)) {
        wrong.add(command + " (en): " + line);
      }
    }
    boolean said = lines(japanese).stream().anyMatch(line -> JAPANESE.matcher(line).find());
    if (!said || lines(english).isEmpty()) {
      wrong.add(command + ": says nothing");
    }
  }

  private Shell.Result run(String locale, String... args) {
    Shell shell = new Shell(folder);
    Map.of(
            "LANG", locale,
            "HOME", folder.toString(),
            "ZUNDACAST_DATA", folder.resolve("data").toString(),
            "ZUNDACAST_HOME", folder.resolve("program").toString())
        .forEach(shell::env);
    return shell.run(args);
  }

  /** Without the lines of files that messages show, which a caret follows. */
  private static List<String> lines(Shell.Result result) {
    List<String> all = (result.out() + result.err()).lines().toList();
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean caret = all.get(i).isBlank() || all.get(i).strip().equals("^");
      boolean shown = i + 1 < all.size() && all.get(i + 1).strip().equals("^");
      if (!caret && !shown) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  private static boolean find(Pattern pattern, Pattern without, String line) {
    Matcher found = pattern.matcher(without.matcher(line).replaceAll("…"));
    return found.find();
  }

  /** A gap that was not filled, a value that is none, the inside of the program. */
  private static boolean isBroken(String line) {
    return line.matches(".*(\\{\\d!?}|%s|%d|\\bnull\\b|Exception|\\tat |�).*");
  }
}
