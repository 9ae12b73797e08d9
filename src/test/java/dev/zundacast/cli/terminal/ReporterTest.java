package dev.zundacast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on standard error. */
class ReporterTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private PrintStream errStream() {
    return new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  private Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(), errStream(), errStream(), Map.of(), folder, false);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFindingNamesItsPlaceWithTheLineAndACaret() {
    Diagnostic found =
        new Diagnostic(
            folder.resolve("scripts/a.txt"),
            3,
            4,
            Message.plain("unknown\u001b[2J speaker"),
            Message.plain("[a 枝豆]"),
            Message.plain("write ずんだもん"));
    ExitCode code = new Reporter(terminal()).say(Problem.in(found));
    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said())
        .isEqualTo("scripts/a.txt:3:4: unknown[2J speaker\n  [a 枝豆]\n     ^\n  -> write ずんだもん\n");
  }

  @Test
  void whereNothingAnswersItIsSaidWhatToDo() {
    new Reporter(terminal().speaking(Locale.JAPANESE))
        .say(new ConnectException("Failed to connect to /127.0.0.1:9"));
    assertThat(said())
        .isEqualTo("zundacast: /127.0.0.1:9 に接続できません\n" + "ネットワークにつながっているか確かめて、同じコマンドを実行してください。\n");
  }

  @Test
  void progressTellsTheTimeLeft() {
    AtomicLong clock = new AtomicLong();
    ProgressLine line = new ProgressLine(terminal(), /* hidden= */ false, clock::get);
    line.report(Message.plain("clips"), 0, 10);
    clock.addAndGet(1_000_000_000L);
    line.report(Message.plain("clips"), 1, 10);
    clock.addAndGet(9_500_000_000L);
    line.report(Message.plain("clips"), 5, 10);
    line.report(Message.plain("clips"), 10, 10);
    assertThat(said().replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d ", ""))
        .isEqualTo("clips 0/10\nclips 5/10, 11 s left\nclips 10/10\n");
  }
}
