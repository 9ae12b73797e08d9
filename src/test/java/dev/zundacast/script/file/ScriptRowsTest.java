package dev.zundacast.script.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows made at random are read as their parts say. */
class ScriptRowsTest {
  private static final String HEADER = "@zundacast 1\n@speaker ずんだもん\n";
  private static final String NAME = "[\\p{L}\\p{N}_-]+";
  private static final List<String> PIECES =
      List.of(
          "a1", ".", "01", "t", "=", "/", " ", "\t", "　", "-", "_", "[", "]", "豆", "ⅷ", "½", "𠮟",
          "٣", "次=4", "next=", "source=", "k2x9", "é", "\u000b", "\f", "\r", "\u001c", "\u00a0");

  private final Random random = new Random(7);
  private final Voices voices = Examples.voices();

  private String row() {
    return random
        .ints(random.nextInt(9), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining());
  }

  private Stream<String> rows() {
    return Stream.generate(this::row).limit(3_000);
  }

  private <T> Optional<T> read(String rows, Function<ScriptDocument, T> what) {
    try {
      return Optional.of(
          what.apply(ScriptDocument.parse(Path.of("550.txt"), HEADER + rows, voices)));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  @Test
  void idsOfLinesAreTwoNamesAroundADot() {
    Pattern id = Pattern.compile(NAME + "\\." + NAME);
    rows()
        .filter(row -> row.matches("[^\\s\\]+=]+"))
        .forEach(
            row ->
                assertThat(
                        read(
                            "== 編集後記 section\n[" + row + "] あ",
                            it -> it.script().lines().map(Line::id).toList()))
                    .as(row)
                    .isEqualTo(
                        id.matcher(row).matches() ? Optional.of(List.of(row)) : Optional.empty()));
  }

  @Test
  void headsNameASectionAndAKind() {
    Pattern head = Pattern.compile("==\\s*(\\S+)\\s+article\\s*");
    rows()
        .forEach(
            row -> {
              String raw = "==" + row + " article";
              Matcher named = head.matcher(raw.strip());
              boolean right = named.matches() && named.group(1).matches(NAME);
              assertThat(read(raw, it -> it.script().sections()))
                  .as(raw)
                  .isEqualTo(
                      right
                          ? Optional.of(
                              List.of(
                                  new Section(
                                      named.group(1), Section.Kind.ARTICLE, "", "", List.of())))
                          : Optional.empty());
            });
  }

  private Map<String, MergeBase> memory(String row) {
    return read(row, it -> it.mergeBases()).orElseThrow();
  }

  @Test
  void aDamagedMemoryIsAComment() {
    MergeBase whole =
        new MergeBase("a1", 4, "k2x9", List.of(new MergeBase.Trace("a1.t", "1c8f", "77b2")));
    assertThat(memory("#= a1 next=4 source=k2x9 a1.t=1c8f/77b2"))
        .containsExactly(Map.entry("a1", whole));
    assertThat(memory("#= a1 next=04 source=")).containsKey("a1");
    for (String damaged :
        List.of(
            "#= a1 next=4",
            "#= a1 next= source=x",
            "#= a1 next=1234567 source=x",
            "#= a1 next=x source=x",
            "#= a1 next=4 from=x",
            "#= a1 next=4 source=x a1.t",
            "#= a1 next=4 source=x a1.t=1c8f",
            "#= a1 next=4 source=x a1.t=/77b2",
            "#= a1 next=4 source=x a1.t=1c8f/",
            "#= a1 next=4 source=x =1c8f/77b2",
            "#= a1 next=4 source=x a1.t/1c8f=77b2")) {
      assertThat(memory(damaged)).as(damaged).isEmpty();
    }
  }

  @Test
  void tracesAreWhatTheirPatternFinds() {
    Pattern trace = Pattern.compile("([^=]+)=([^/]+)/(.+)");
    rows()
        .filter(row -> row.matches("\\S+") && row.strip().equals(row))
        .forEach(
            word -> {
              Matcher matcher = trace.matcher(word);
              List<MergeBase.Trace> expected =
                  matcher.matches()
                      ? List.of(
                          new MergeBase.Trace(matcher.group(1), matcher.group(2), matcher.group(3)))
                      : List.of();
              assertThat(
                      memory("#= a1 next=1 source=x " + word).values().stream()
                          .flatMap(it -> it.traces().stream()))
                  .as(word)
                  .containsExactlyElementsOf(expected);
            });
  }
}
