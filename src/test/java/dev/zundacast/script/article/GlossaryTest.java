package dev.zundacast.script.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.script.speech.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word is explained where it is first heard, seldom, and only where its article does not. */
class GlossaryTest {
  private static final Rules RULES = Rules.load(List.of());

  @TempDir Path show;

  @BeforeEach
  void words() throws IOException {
    Files.writeString(show.resolve("glossary.tsv"), "歯車\t力を伝える輪\nYHK\t町の組合\n");
  }

  private static Statement statement(String text) {
    return new Statement(
        text,
        text,
        List.of(text),
        "",
        text.length(),
        Statement.Kind.SENTENCE,
        1,
        Set.of(),
        1,
        -1,
        List.of());
  }

  private List<Glossary.Episode> episodes() {
    Glossary glossary = new Glossary(List.of(show), RULES);
    return IntStream.range(0, 20).mapToObj(glossary::of).toList();
  }

  private List<String> explained(String text) {
    return episodes().stream()
        .flatMap(it -> it.explains(statement(text), text.repeat(3), true).stream())
        .toList();
  }

  @Test
  void isNotExplainedWhereItWasHeardBefore() {
    String text = "木の歯車を作りました。";
    for (Glossary.Episode episode : episodes()) {
      assertThat(episode.explains(statement(text), text.repeat(3), false)).isEmpty();
      assertThat(episode.explains(statement(text), text.repeat(3), true)).isEmpty();
    }
  }

  @Test
  void isExplainedOneDayInTwenty() {
    assertThat(explained("木の歯車を作りました。")).containsExactly("歯車は、力を伝える輪です。");
  }

  @Test
  void isNotExplainedInsideOfAnotherWord() {
    assertThat(explained("木の大歯車を作りました。")).isEmpty();
    assertThat(explained("YHKSを作りました。")).isEmpty();
  }

  @Test
  void isNotExplainedWhereTheArticleDoes() {
    assertThat(explained("歯車とは、力を伝える輪のことです。")).isEmpty();
    assertThat(explained("YHK（夕焼け歯車組合）が作りました。")).doesNotContain("YHKは、町の組合です。");
  }

  @Test
  void whatShipsIsShort() {
    new Glossary(List.of(Path.of("voices")), RULES);
    List<String> rows = read(Path.of("voices/glossary.tsv"));
    assertThat(rows).hasSizeGreaterThan(90);
    assertThat(rows).allMatch(row -> row.split("\t")[1].length() <= 30);
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(row -> !row.startsWith("#")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
