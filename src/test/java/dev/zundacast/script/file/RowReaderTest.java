package dev.zundacast.script.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Section;
import dev.zundacast.script.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows made at random are read as their parts say. */
class RowReaderTest {
  private static final List<String> PIECES =
      List.of(
          "a1", ".", "01", "t", "=", "/", " ", "\t", "　", "-", "_", "[", "]", "豆", "ⅷ", "½", "𠮟",
          "٣", "次=4", "next=", "source=", "k2x9", "é", "\u000b", "\f", "\r", "\u001c", "\u00a0");

  private final Random random = new Random(7);

  private String row() {
    return random
        .ints(random.nextInt(9), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining());
  }

  private Stream<String> rows() {
    return Stream.generate(this::row).limit(20_000);
  }

  @Test
  void idsAreOfLettersDigitsAndTwoSigns() {
    String name = "[\\p{L}\\p{N}_-]+";
    Pattern line = Pattern.compile(name + "\\." + name);
    assertThat(Ids.isLine("a1.01")).isTrue();
    assertThat(Ids.isSection("編集後記")).isTrue();
    rows()
        .forEach(
            row -> {
              assertThat(Ids.isSection(row)).as(row).isEqualTo(row.matches(name));
              assertThat(Ids.isLine(row)).as(row).isEqualTo(line.matcher(row).matches());
            });
  }

  @Test
  void headsAndKeysAreWhatTheirPatternsFind() {
    Pattern head = Pattern.compile("==\\s*(\\S+)\\s+article\\s*");
    Pattern key = Pattern.compile("@(\\S*)\\s*(.*)", Pattern.DOTALL);
    RowReader reader = new RowReader(new Findings(Path.of("550.txt")), Examples.voices());
    rows()
        .forEach(
            row -> {
              String raw = ("==" + row + " article").strip();
              Matcher heads = head.matcher(raw);
              boolean named = heads.matches() && Ids.isSection(heads.group(1));
              assertThat(reader.read(1, raw))
                  .as(raw)
                  .isEqualTo(
                      named ? new Row.Head(heads.group(1), Section.Kind.ARTICLE) : new Row.Wrong());
              String text = ("@" + row).strip();
              Matcher keys = key.matcher(text);
              assertThat(keys.matches()).isTrue();
              assertThat(reader.read(1, text))
                  .as(text)
                  .isEqualTo(new Row.Key(keys.group(1), keys.group(2)));
            });
  }

  @Test
  void aDamagedMemoryIsAComment() {
    MergeBase whole =
        new MergeBase("a1", 4, "k2x9", List.of(new MergeBase.Trace("a1.t", "1c8f", "77b2")));
    assertThat(MergeBase.parse(whole.print())).contains(whole);
    assertThat(MergeBase.parse("#= a1 next=04 source=")).isPresent();
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
      assertThat(MergeBase.parse(damaged)).as(damaged).isEmpty();
    }
  }

  @Test
  void tracesAreWhatTheirPatternFinds() {
    Pattern trace = Pattern.compile("([^=]+)=([^/]+)/(.+)");
    rows()
        .filter(row -> row.matches("\\S+"))
        .forEach(
            word -> {
              Matcher matcher = trace.matcher(word);
              Optional<MergeBase.Trace> expected =
                  matcher.matches()
                      ? Optional.of(
                          new MergeBase.Trace(matcher.group(1), matcher.group(2), matcher.group(3)))
                      : Optional.empty();
              assertThat(
                      MergeBase.parse("#= a1 next=1 source=x " + word)
                          .map(print -> print.traces().get(0)))
                  .as(word)
                  .isEqualTo(expected);
            });
  }
}
