package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What check says and mends where an engine understands a script otherwise than it was meant. */
class CheckReadingTest extends SiteCase {
  private static final String MISHEARD =
      """
      {"accent_phrases": [{"moras": [{"text": "エ", "vowel": "e"}, {"text": "ロ", "vowel": "o"}]}]}
      """;

  private static final String LONG =
      "Machine Learning Operations Platform Engineering Conference Tokyo Branch Meeting Seasonなのだ";

  private Path post;
  private Path script;

  @BeforeEach
  void prepare() throws IOException {
    post = site.post(1, 1);
    String name = String.valueOf(post.getFileName());
    script = folder.resolve("scripts").resolve(name.replace(".md", ".txt"));
    Files.createDirectories(script.getParent());
    Files.writeString(
        script,
        "@zundacast 1\n@post _posts/"
            + name
            + "\n@speaker ずんだもん\n\n== a1 article\n@title 豆\n[a1.01] 豆は白いのだ\n[a1.03] "
            + LONG
            + "\n[a1.02] Henlokuなのだ\n");
    Path voices = Files.createDirectories(folder.resolve("voices"));
    Files.copy(SampleSite.voices().resolve("zundamon.yaml"), voices.resolve("zundamon.yaml"));
    Files.copy(SampleSite.voices().resolve("zundamon.txt"), voices.resolve("zundamon.txt"));
    // This engine says は as ハ wherever it stands.
    engine.fault(request -> isGuessedWord(request) ? TestEngine.json(200, MISHEARD) : null);
    engine.fault(CheckReadingTest::withoutABreath);
  }

  /** This engine makes one phrase of a long line, wherever it has pauses. */
  private static @Nullable MockResponse withoutABreath(RecordedRequest request) {
    String text = request.getUrl().queryParameter("text");
    return text != null && text.startsWith("マシン")
        ? TestEngine.json(200, TestEngine.query(text.replace("、", "")))
        : null;
  }

  private static boolean isGuessedWord(RecordedRequest request) {
    String text = request.getUrl().queryParameter("text");
    return text != null && text.startsWith("ヘンロク");
  }

  private Shell.Result check(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "check";
    args[1] = post.toString();
    args[2] = "--engine";
    args[3] = engine.url();
    System.arraycopy(more, 0, args, 4, more.length);
    return Shell.building(folder)
        .env("ZUNDACAST_VOICES", folder.resolve("voices").toString())
        .run(args);
  }

  @Test
  void eachMisreadLineIsNamedWithWhatToWrite() {
    assertThat(check().out())
        .contains(":8: warning: reading: a1.03: the phrase 'マシン")
        .contains("  -> give it a reading: a > line below it")
        .contains(":9: warning: reading: a1.02: 'Henloku' should be heard as ")
        .contains("  -> put it into the engine's dictionary: zundacast dict add Henloku ");
  }

  @Test
  void aKanjiWithoutAReadingIsNamed() throws IOException {
    String lines = "[a1.04] 武瑠なのだ\n[a1.05] 武瑠なのだ\n  > タケルなのだ\n";
    Files.writeString(script, lines, StandardOpenOption.APPEND);
    assertThat(check().out())
        .contains(":10: warning: reading: a1.04: '瑠' would not be heard")
        .doesNotContain("a1.05");
  }

  @Test
  void aNameThatIsReadOtherwiseThanInOurAnalysisIsNamedUntilItHasAReading() throws IOException {
    String lines = "[a1.04] 中越なのだ\n[a1.05] {中越|チュウエツ}なのだ\n";
    Files.writeString(script, lines, StandardOpenOption.APPEND);
    assertThat(check().out())
        .contains(":10: warning: reading: a1.04: '中越' may be read wrong: listen to it")
        .doesNotContain("a1.05");
    assertThat(check("--lang", "ja").out()).contains("reading: a1.04: 「中越」は読み違えかもしれません");
  }

  @Test
  void whatIsMendedIsWrittenAndSaid() throws IOException {
    Shell.Result fixed = check("--fix");
    assertThat(fixed.out()).doesNotContain("reading: a1.02").contains("reading: a1.03");
    assertThat(fixed.err()).contains("put Henloku=");
    assertThat(Files.readString(folder.resolve("voices/readings.tsv"))).contains("Henloku\t");
  }
}
