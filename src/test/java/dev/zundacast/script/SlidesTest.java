package dev.zundacast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.script.narration.Slides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slides get the times of their lines, and keep every other byte. */
class SlidesTest {
  private static final Scripts SCRIPTS = Examples.scripts();

  @TempDir Path folder;

  private static TimedLine line(String written, long start) {
    return new TimedLine("a1.01", "a1", "", written, "", start, start + 900);
  }

  private static final Timeline TIMELINE =
      new Timeline(
          9000,
          48000,
          List.of(),
          List.of(
              line("やあ、みんな！", 500),
              line("すごいのだ！", 2000),
              line("ぼくは犬が好きなのだ。", 3000),
              line("すごいのだ！", 5000),
              line("またね！", 7000)));

  private String timed(String slides) throws IOException {
    Path file = folder.resolve("slides.json");
    Files.writeString(file, slides);
    return Slides.read(file).timed(TIMELINE);
  }

  @Test
  void eachIsShownFromItsFirstLine() throws IOException {
    String slides =
        """
        [ {"type" : "rawmedia", "start_ms": 0, "end_ms": 2500},
          {"notes": "やあ、みんな！\\nすごいのだ！", "start_ms":0,"end_ms":0, "slidenum": 7},
          {"start_ms": 1.5, "type": "agenda"},
          {"notes": "ぼくわ犬が好きなのだ。すごいのだ！", "end_ms": 12, "start_ms": 99999},
          {"type": "rawmedia", "start_ms": 0, "end_ms": 1000},
          {"notes": "またね！", "start_ms": 1, "end_ms": 2} ]
        """;
    assertThat(timed(slides))
        .isEqualTo(
            """
            [ {"type" : "rawmedia", "start_ms": 0, "end_ms": 2500},
              {"notes": "やあ、みんな！\\nすごいのだ！", "start_ms":2500,"end_ms":5500, "slidenum": 7},
              {"start_ms": 1.5, "type": "agenda"},
              {"notes": "ぼくわ犬が好きなのだ。すごいのだ！", "end_ms": 9500, "start_ms": 5500},
              {"type": "rawmedia", "start_ms": 9500, "end_ms": 10500},
              {"notes": "またね！", "start_ms": 10500, "end_ms": 12500} ]
            """);
  }

  @Test
  void timesAreAddedWhereNoneAre() throws IOException {
    assertThat(timed("[{\"notes\": \"やあ、みんな！すごいのだ！\"}, {\"notes\": \"ぼくは犬が好きなのだ。\" }]"))
        .isEqualTo(
            "[{\"notes\": \"やあ、みんな！すごいのだ！\", \"start_ms\": 0, \"end_ms\": 3000}, {\"notes\":"
                + " \"ぼくは犬が好きなのだ。\", \"start_ms\": 3000, \"end_ms\": 9000 }]");
  }

  @Test
  void whatIsNoListOfSlidesIsRefusedAtItsPlace() {
    assertThatThrownBy(() -> timed("{}")).hasMessage("slides are a JSON list");
    assertThatThrownBy(() -> timed("[{\"notes\": }]")).hasMessageStartingWith("no JSON: ");
  }
}
