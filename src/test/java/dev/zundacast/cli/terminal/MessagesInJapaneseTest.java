package dev.zundacast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.terminal.Language.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No message without its Japanese, wherever in the program it stands. */
class MessagesInJapaneseTest {
  private static final Path TABLE = Path.of("src/main/resources/dev/zundacast/cli/terminal/ja.tsv");
  private static final Path SOURCES = Path.of("src/main/java/dev/zundacast");
  private static final Path RESOURCES = Path.of("src/main/resources/dev/zundacast");

  /** What is no message, or only a part of one that stands in the table as a whole. */
  private static final Path OTHERS =
      Path.of("src/test/resources/dev/zundacast/cli/terminal/no-messages.txt");

  private static final Pattern GAP = Pattern.compile("\\{\\d!?\\}");

  static List<Path> packages() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  @Test
  void everyMessageHasAJapaneseOne() throws IOException {
    List<String> known = Files.readAllLines(OTHERS);
    Set<String> others = new TreeSet<>(known.subList(2, known.size()));
    Set<String> missing = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    for (Path folder : packages()) {
      for (String text : MessageSources.in(folder)) {
        String said = text.substring(text.indexOf(": ") + 2);
        String shown = said.replace(MessageSources.GAP, "{}");
        // Examples are commands.
        boolean example = text.startsWith("HelpPages.java: ");
        if (!example && !isTranslated(said)) {
          (others.contains(shown) ? needed : missing).add(shown);
        }
      }
    }
    for (String file : List.of("pipeline/settings.yaml", "voice/voice.yaml")) {
      Files.readAllLines(RESOURCES.resolve(file)).stream()
          .map(line -> line.replaceAll("^ *# ", "").replaceAll("%\\d\\$s", "NAME"))
          .filter(line -> line.matches("[A-Z0-9].* .*") && !isTranslated(line))
          .forEach(missing::add);
    }
    for (String row : Files.readAllLines(RESOURCES.resolve("pipeline/feed/rules.tsv"))) {
      String[] fields = row.startsWith("#") ? new String[0] : row.split("\t");
      Stream.of(fields)
          .skip(4)
          .map(text -> text.replace("%s", "7"))
          .filter(text -> text.contains(" ") && !isTranslated(text))
          .forEach(missing::add);
    }
    others.removeAll(needed);
    assertThat(missing).as("add these to " + TABLE).isEmpty();
    assertThat(others).as("these can leave " + OTHERS).isEmpty();
  }

  private static boolean isTranslated(String text) {
    return Catalogue.japanese().find(text.replace(MessageSources.GAP, "7")).isPresent();
  }

  /** A gap that is lost would leave a file's name or a number unsaid. */
  @Test
  void bothLanguagesSayTheSameParts() throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (String row : Files.readAllLines(TABLE)) {
      if (!row.startsWith("#")) {
        String[] both = row.split("\t", -1);
        assertThat(both).as(row).hasSize(2).doesNotContain("");
        assertThat(known.add(both[0])).as("stands twice: " + both[0]).isTrue();
        if (!gaps(both[0]).equals(gaps(both[1]))) {
          wrong.add(row);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Set<Character> gaps(String text) {
    Set<Character> gaps = new TreeSet<>();
    Matcher gap = GAP.matcher(text);
    while (gap.find()) {
      gaps.add(gap.group().charAt(1));
    }
    return gaps;
  }

  @Test
  void aGapIsFilledAndTranslatedWhereItsTextIsOne() {
    assertThat(Language.JA.of("posts/a.md: note: the post has no title"))
        .isEqualTo("posts/a.md: 補足: 投稿に title がありません");
    assertThat(Language.JA.of("  upload it to https://example.com/a.mp3"))
        .isEqualTo("  アップロード先: https://example.com/a.mp3");
    assertThat(Language.JA.of("a.md: 0:04 min, 1 line: 1 clip made, 0 found"))
        .isEqualTo("a.md: 0:04 分、1 行: クリップ 1 個を作成、0 個は作成済み");
    assertThat(Language.JA.of("枝豆の話")).isEqualTo("枝豆の話");
    assertThat(Language.EN.of("the post has no title")).isEqualTo("the post has no title");
  }
}
