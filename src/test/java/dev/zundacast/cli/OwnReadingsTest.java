package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person has put into a reading list goes before every word and rule of our own. */
class OwnReadingsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // A word of our list, a part of one, and what a rule would have read.
    "特化, トクカ, 対話に特化した, 対話にトクカした",
    "調整, チョウセエ, 微調整を続ける, 微チョウセエを続ける",
    "行っ, イッ, 調査を行った, 調査をイッた",
    "方, ホウ, ご利用の方は, ご利用のホウは",
    "田中家, タナカヤ, 田中家の猫, タナカヤの猫"
  })
  void theyWin(String word, String reading, String written, String sent) throws IOException {
    Path voices = Files.createDirectories(folder.resolve("voices"));
    Shell shell = new Shell(folder).env("ZUNDACAST_VOICES", voices.toString());
    Shell.Result added = shell.run("dict", "add", word, reading, "--shared");
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(shell.run("read", written).out().strip()).isEqualTo(sent);
  }
}
