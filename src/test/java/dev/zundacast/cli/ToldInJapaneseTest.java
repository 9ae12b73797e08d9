package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.HeldLock;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sentences that are put together of several texts, in Japanese as a whole. */
class ToldInJapaneseTest extends SiteCase {
  private Path post;

  @BeforeEach
  void post() throws IOException {
    post = site.post(1, 2);
  }

  private String said(String... args) {
    Shell shell = Shell.building(folder).env("LANG", "ja_JP.UTF-8");
    shell.env("ZUNDACAST_ENGINE", engine.url());
    Shell.Result result = shell.run(args);
    return result.out() + result.err();
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(post);
    assertThat(text).contains(from);
    Files.writeString(post, text.replace(from, to));
  }

  @Test
  void whatAScriptDoesNotTakeIsRefusedInOneLanguage() {
    said("script", post.toString());
    assertThat(said("regenerate", post.toString(), "a1.01", "--speed", "9"))
        .contains("-> 0.1 から 5.0 までの数を書いてください。台本はそのままです");
    assertThat(said("regenerate", post.toString(), "a1.01", "--text", ""))
        .contains("-> 文を書くか、行を消してください。台本はそのままです");
    assertThat(said("regenerate", post.toString(), "zz.01")).contains("あるのは opening.01…opening.");
  }

  @Test
  void notesOfABuildStandBehindOneWordOfOneLanguage() throws IOException {
    said("build", post.toString());
    String script = "scripts/" + String.valueOf(post.getFileName()).replace(".md", ".txt");
    Path file = folder.resolve(script);
    Files.writeString(file, Files.readString(file).replaceFirst("(\\[a1.02\\].*)", "$1ですね"));
    change("小さな道具", "大きな道具");
    assertThat(said("build", post.toString()).lines().filter(it -> it.contains("補足")))
        .isNotEmpty()
        .noneMatch(it -> it.contains("note:"));
    change("引用元: https://soramame.example.com/news/1/1", "（399文字）");
    assertThat(said("build", post.toString()))
        .contains("警告: 要約の文字数が残っています")
        .doesNotContain("warning:");
    assertThat(said("check", post.toString(), "--select", "article")).contains("-> （…文字）を消してください");
  }

  @Test
  void anArticleThatANarrationLeavesOutIsShownInATableOfTheSameLanguage() throws IOException {
    Path narration =
        Files.writeString(folder.resolve("n.txt"), "## opening\nやあ。\n## a1\nそら豆なのだ。\n");
    assertThat(said("script", post.toString(), "--narration", narration.toString()))
        .contains("opening: 1 文、確か: 「やあ。」", "a2: 0 文、話がない\n")
        .doesNotContain("sentence");
  }

  @Test
  void aVoiceThatAnotherOneStandsInForIsToldAsTheDoctorTellsIt() throws Exception {
    try (TestEngine draft = TestEngine.with().brand("zundacast draft").start()) {
      assertThat(said("voices", "--engine", draft.url())).contains("ずんだもん: 試聴用の声が代わりに話します");
    }
  }

  @Test
  void whoWorksOnAPostAndWhoSpokeItIsSaid() throws Exception {
    said("build", post.toString());
    try (HeldLock held = lock()) {
      assertThat(said("build", post.toString(), "--force"))
          .containsPattern("プロセス \\d+（.* から） が使っています");
    }
    Shell other = Shell.building(folder).env("LANG", "ja_JP.UTF-8");
    assertThat(other.run("status", post.toString(), "--engine", "http://127.0.0.1:9").out())
        .contains("要更新です（" + engine.url() + " が話したもので、");
  }

  private HeldLock lock() throws IOException {
    String name = String.valueOf(post.getFileName()).replace(".md", ".lock");
    return HeldLock.take(folder.resolve("out/locks").resolve(name), "x");
  }

  @Test
  void aWrongCommandOrValueIsNamedWithTheRightOnes() throws IOException {
    assertThat(said("bulid"))
        .contains("'bulid' というコマンドはありません", "もしかして: build, ")
        .doesNotContain(" or ");
    assertThat(said("export", post.toString(), "--to", "abc"))
        .contains("「abc」は使えません。vvprojにしてください");
    Path settings = site.root().resolve("zundacast.yaml");
    Files.writeString(settings, "[]\n");
    assertThat(said("status", site.root().toString())).contains("リスト").doesNotContain("a list");
    Files.write(settings, new byte[] {'a', ':', ' ', (byte) 0x82, (byte) 0xA0});
    assertThat(said("status", site.root().toString())).contains("ファイルが UTF-8 ではありません");
  }

  @Test
  void aFolderThatCannotBeMadeIsToldWithWhatToDo() throws IOException {
    Files.writeString(site.root().resolve("audio"), "");
    assertThat(said("build", post.toString()))
        .contains("audio: 書き込めません: 同じ名前のファイルがあります\n書き込めるようにして、");
  }
}
