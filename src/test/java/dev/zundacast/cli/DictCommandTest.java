package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictCommandTest {
  private static final Path CHECKOUT = Path.of("").toAbsolutePath();

  @TempDir Path folder;
  private Path list;

  @BeforeEach
  void prepare() throws IOException {
    list = folder.resolve("voices/readings.tsv");
    Files.createDirectories(folder.resolve("voices"));
    Files.writeString(list, "# ours\nkumo\tクモ\t1\n");
  }

  private Shell.Result dict(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "dict";
    System.arraycopy(args, 0, all, 1, args.length);
    return new Shell(folder).run(all);
  }

  @Test
  void addsListsAndRemovesWords() {
    assertThat(dict("add", "nginx", "えんじんえっくす", "--accent", "5").code()).isZero();
    assertThat(list).hasContent("# ours\nkumo\tクモ\t1\nnginx\tエンジンエックス\t5\n");
    assertThat(dict("list").out()).isEqualTo("kumo\tクモ\t1\nnginx\tエンジンエックス\t5\n");
    assertThat(dict("remove", "kumo").code()).isZero();
    assertThat(list).hasContent("# ours\nnginx\tエンジンエックス\t5\n");
  }

  @Test
  void refusesAFaultyEntryAndAnUnknownWord() {
    Shell.Result faulty = dict("add", "雲", "雲");
    assertThat(faulty.code()).isEqualTo(4);
    assertThat(faulty.err())
        .isEqualTo("zundacast: the reading '雲' of '雲' is not katakana throughout\n");
    assertThat(dict("remove", "sora").err()).startsWith("zundacast: 'sora' is not in ");
    assertThat(list).hasContent("# ours\nkumo\tクモ\t1\n");
  }

  @ParameterizedTest
  @CsvSource({"エダッッメ, ッッ", "エダヮメ, ヮ"})
  void aReadingThatEnginesRefuseIsRefusedWithTheWord(String reading, String kana) {
    Shell.Result refused = dict("add", "枝豆", reading, "--accent", "1");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains(reading, "'枝豆'", "has a " + kana + ", which engines refuse");
    assertThat(list).hasContent("# ours\nkumo\tクモ\t1\n");
    assertThat(dict("add", "菓子", "クヮシ", "--accent", "1").code()).isZero();
  }

  @Test
  void whatWouldBreakTheListIsRefusedOrMended() {
    assertThat(dict("add", "a\tb", "エービー").err())
        .isEqualTo("zundacast: the word 'a\tb' has a tab or line break in it\n");
    assertThat(dict("add", "#mame", "マメ").err())
        .isEqualTo(
            "zundacast: the word '#mame' begins with #, which makes a comment; expected it"
                + " without\n");
    assertThat(dict("add", "mame", "マメ", "--note", "green\tor\nblack").code()).isZero();
    assertThat(list).hasContent("# ours\nkumo\tクモ\t1\nmame\tマメ\t\tgreen or black\n");
  }

  @Test
  void eachChangeIsConfirmed() {
    assertThat(dict("add", "kumo", "クウモ").err()).isEqualTo("kumo is now read クウモ, no longer クモ\n");
    assertThat(dict("add", "山猫", "やまねこ").err()).isEqualTo("山猫 is now read ヤマネコ\n");
    assertThat(dict("remove", "山猫").code()).isZero();
    assertThat(dict("remove", "kumo").err()).startsWith("kumo removed from ");
    assertThat(dict("list").err()).endsWith(" has no words yet; see 'dict add --help'\n");
  }

  @Test
  void aDictionaryGoesOutAndComesInAgain() throws IOException {
    assertThat(dict("export", "words.csv").code()).isZero();
    Path csv = folder.resolve("words.csv");
    assertThat(csv).hasContent("kumo,1348,1348,8609,名詞,固有名詞,一般,*,*,*,*,クモ,クモ,1/2,*\n");
    Files.writeString(list, "");
    assertThat(dict("import", "words.csv").err()).startsWith("1 word added, 0 changed in ");
    assertThat(dict("list").out()).isEqualTo("kumo\tクモ\t1\n");
  }

  @Test
  void aNoteStaysWithItsWord() throws IOException {
    dict("add", "sora", "ソラ", "--accent", "1", "--note", "our guest's company");
    dict("export", "words.csv");
    assertThat(dict("import", "words.csv").err()).startsWith("0 words added, 0 changed in ");
    dict("add", "sora", "ソーラ", "--accent", "1");
    assertThat(dict("list").out()).contains("sora\tソーラ\t1\tour guest's company\n");
    dict("add", "sora", "ソーラ", "--note", "");
    assertThat(dict("list").out()).contains("sora\tソーラ\n");
  }

  @Test
  void theAnswerOfAnEngineComesIn() throws IOException {
    Files.writeString(
        folder.resolve("user_dict.json"),
        """
        {"a1": {"surface": "ＫＵＭＯ", "pronunciation": "クーモ", "accent_type": 2}}
        """);
    assertThat(dict("import", "user_dict.json").code()).isZero();
    assertThat(dict("list").out()).isEqualTo("kumo\tクモ\t1\nKUMO\tクーモ\t2\n");
  }

  @Test
  void aBadLineOfAnImportIsNamed() throws IOException {
    Files.writeString(folder.resolve("bad.csv"), "surface,reading\nsora,ソラ,1\nhoshi,星\n");
    Shell.Result result = dict("import", "bad.csv");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err())
        .isEqualTo(
            """
            bad.csv:3: the reading '星' of 'hoshi' is not katakana throughout
              hoshi,星
              -> correct or remove the line
            """);
    assertThat(list).hasContent("# ours\nkumo\tクモ\t1\n");
  }

  @Test
  void theImpactOfAReadingIsShownLineByLine() throws IOException {
    Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(
        folder.resolve("scripts/2026-01-05-1.txt"),
        """
        @zundacast 1
        @post _posts/2026-01-05-1.md
        @speaker ずんだもん

        == a1 article
        [a1.01] Terraformを試すのだ。
        [a1.02] 今日は晴れなのだ。
        """);
    Shell.Result result =
        new Shell(folder)
            .env("ZUNDACAST_VOICES", CHECKOUT.resolve("voices").toString())
            .run("dict", "impact", "Terraform=テラホーム");
    assertThat(result.err()).isEqualTo("1 line of 1 episode would be spoken anew\n");
    assertThat(result.out())
        .isEqualTo(
            """
            2026-01-05-1.txt a1.01
              - テラフォームを試すのだ。
              + テラホームを試すのだ。
            """);
  }

  /** Looking each word up in all others would take minutes. */
  @Test
  void aListOfManyWordsIsTakenInAndRead() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      words.append("語").append(i).append("ろ,ゴロウ\n");
    }
    Files.writeString(folder.resolve("many.csv"), words);
    Shell.Result taken = dict("import", "many.csv");
    assertThat(taken.err()).contains("20000 words added, 0 changed in ");
    assertThat(dict("add", "語77ろ", "ゴジロウ").code()).isZero();
    assertThat(dict("list").out()).contains("語77ろ", "ゴジロウ", "語19999ろ");
  }
}
