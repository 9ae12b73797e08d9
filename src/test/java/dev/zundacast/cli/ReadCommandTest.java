package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
  @TempDir Path folder;

  private Shell shell() {
    return new Shell(folder);
  }

  @Test
  void aKanjiWithoutAReadingIsNamed() {
    Shell.Result read = shell().input("豆の話\n武瑠さんの分泌と泌\n").run("read");
    assertThat(read.code()).isZero();
    assertThat(read.err())
        .isEqualTo(
            "standard input:2: warning: engines drop '瑠'; give it a reading\n"
                + "standard input:2: warning: engines drop '泌'; give it a reading\n");
    assertThat(shell().run("read", "{武瑠|たける}さん").err()).isEmpty();
  }

  @Test
  void aWordOfManyLettersIsReadLetterByLetter() {
    Shell.Result read = shell().input("s".repeat(800) + "\n" + "HTML".repeat(1200)).run("read");
    assertThat(read.code()).isZero();
    assertThat(read.out()).contains("\t" + "エス".repeat(800) + "\n");
  }

  @Test
  void aLineIsReadUpToALimit() {
    Shell.Result read = shell().input("豆\n" + "あ".repeat(5001) + "\n").run("read");
    assertThat(read.code()).isEqualTo(4);
    assertThat(read.err())
        .isEqualTo(
            "zundacast: standard input:2: a line of 5001 characters; at most 5000 are read: split"
                + " it\n");
  }
}
