package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Posts of other sites as people write them: where articles begin, and what is said of the rest.
 */
class OddPostsTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve("site").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private String script(String body) throws IOException {
    write("_config.yml", "title: 豆だより\n");
    Path post =
        write(
            "_posts/2026-03-16-mame.md",
            "---\ntitle: 豆\naudio: /audio/1.mp3\nactors: [ずんだもん]\n---\n\n" + body);
    Shell.Result said = Shell.building(folder).run("script", post.toString(), "--dry-run");
    return said.out() + said.err();
  }

  @Test
  void aFolderIsNoPostWhateverItsName() throws IOException {
    script("## 関連リンク\n\n- [豆](https://example.com/1)\n豆は緑です。\n引用元: https://example.com/1\n");
    Files.createDirectories(folder.resolve("site/_posts/2026-05-01-202.md"));
    Shell.Result status = Shell.building(folder).run("status", "site");
    assertThat(status.out()).contains("1 post").doesNotContain("cannot be read");
  }

  @Test
  void anArticleIsALinkThatEndsWithTwoSpacesOrWhoseTextEndsWithItsAddress() throws IOException {
    String item = "## 関連リンク\n\n- [豆](https://example.com/1)";
    assertThat(script(item + "\n豆は緑です。\n引用元: https://example.com/1\n")).contains("@title 豆");
    assertThat(script(item + "  \n豆は緑です。\n")).contains("@title 豆");
    assertThat(script(item + "\n豆は緑です。\n"))
        .contains(
            "no article found: expected list items like '- [title](https://…)' below",
            "-> end each summary with a line '引用元: ADDRESS', or each item with two spaces");
  }

  @ParameterizedTest
  @ValueSource(strings = {"* [米](https://a.example/2)  ", "- [米](https://a.example/2 \"米\")  "})
  void anArticleWhoseItemIsWrittenOtherwiseIsNotLeftOutInSilence(String item) throws IOException {
    script("- [豆](https://a.example/1)  \n豆は緑です。\n引用元：https://a.example/1\n\n" + item);
    Path post = folder.resolve("site/_posts/2026-03-16-mame.md");
    String more = "\n\n米は白いです。\n\n引用元: https://a.example/2\n";
    Files.writeString(post, Files.readString(post) + more);
    assertThat(Shell.building(folder).run("check", "site", "--fast").out())
        .contains(
            "mame.md:11: warning: article: this text belongs to no article and is not said\n"
                + "  -> begin it with a row '- [title](https://…)' that ends with two spaces");
  }

  @Test
  void twoSummariesWithFullWidthCitationsAreTwoArticles() throws IOException {
    assertThat(
            script(
                "- [豆](https://a.example/1)\n豆は緑です。\n引用元：https://a.example/1\n"
                    + "- [米](https://a.example/2)\n米は白いです。\n引用元：https://a.example/2\n"))
        .contains("@title 豆", "@title 米")
        .doesNotContain("引用元");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 豆の記録 [豆](https://a.example/b_(c))\n\n豆は緑です。\n",
        "## [豆の記録](https://a.example/b_(c) \"豆\")\n\n豆は緑です。\n",
        "## 豆の記録\n\n[緑](https://a.example/x)の豆です。\n\n出典: [豆 の 本](https://a.example/b_(c))\n",
      })
  void anArticlesAddressIsThatOfItsHeadingOrOfWhatItCites(String body) throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    assertThat(script(body)).contains("@source https://a.example/b_(c)\n").doesNotContain("出典");
  }

  @Test
  void aPictureThatIsWrittenOutInThePostHidesNoAddress() throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    String picture = "![箱](data:image/png;base64,iVBORw0KGgo" + "A".repeat(60_000) + ")\n\n";
    assertThat(script("## 豆\n\n" + picture + "豆の[箱](https://example.com/box_(1))です。\n"))
        .contains("@source https://example.com/box_(1)");
  }

  @Test
  void aFolderInTheScriptsPlaceIsSaidAsWhatItIs() throws IOException {
    Files.createDirectories(folder.resolve("scripts/2026-03-16-mame.txt"));
    assertThat(script("- [豆](https://a.example/1)  \n豆は緑です。\n引用元: https://a.example/1\n"))
        .contains("2026-03-16-mame.txt: this is a folder, where a file is needed\n")
        .contains("-> move the folder away");
  }

  @ParameterizedTest
  @CsvSource({
    "'',false",
    "- [お便り投稿フォーム](https://forms.gle/mame),true",
    "[感想はこちら](https://docs.google.com/forms/d/e/mame/viewform),true",
    "[おたよりはここ](/letters/),true",
    "[プラットフォームの話](https://example.com/form),false",
    "お便りで知った[豆](https://example.com/x),false",
  })
  void aFormForLettersIsNamedOnlyWhereThePostLinksToOne(String link, boolean named)
      throws IOException {
    String said =
        script("- [豆](https://a.example/1)  \n豆は緑です。\n引用元: https://a.example/1\n\n" + link);
    assertThat(said).contains("@title お便り募集", "[letters.01]");
    assertThat(said.contains("お便りフォーム")).isEqualTo(named);
  }

  @Test
  void aDayThatDoesNotExistIsToldAsSuch() throws IOException {
    write("_config.yml", "title: 豆だより\n");
    for (String date : new String[] {"2026-11-31 05:00:00 +0900", "2026-11-30 25:00"}) {
      Path post =
          write(
              "_posts/mame.md",
              "---\ntitle: 豆\ndate: " + date + "\n---\n- [豆](https://a.example/1)  \n豆。\n");
      String said = Shell.building(folder).run("script", post.toString()).err();
      assertThat(said)
          .contains("date: there is no such day or time as '" + date + "'")
          .doesNotContain("2026-03-18");
    }
  }

  /** Each was once a stack that overflowed, or the work of an hour. */
  @ParameterizedTest
  @Timeout(60)
  @ValueSource(strings = {"*a ", "1.", "A/", "あ、", "豆。"})
  void whatNobodyWritesIsRefusedOrToldAsItStands(String part) throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    String said = script("## 豆の記録\n\n" + part.repeat(12_000 / part.length()) + "本文です。\n");
    assertThat(said).contains("@title 豆の記録").doesNotContain("unexpected");
  }

  @Test
  @Timeout(20)
  void aRowOfOpenBracketsIsLookedThroughOnce() throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    assertThat(script("## 豆の記録\n\n豆は緑です。\n\n```\n" + "[[a]".repeat(50_000) + "\n```\n"))
        .contains("@title 豆の記録");
  }

  @Test
  void aLoneCarriageReturnMovesNoHeading() throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    assertThat(script("a\rb\n\n## 枝豆の値段\n\n枝豆は半分の値段になりました。\n"))
        .contains("@title 枝豆の値段")
        .doesNotContain("unexpected");
  }

  @Test
  void headingsThatAreUnderlinedBeginArticlesToo() throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    String said =
        script(
            """
            枝豆の値段
            ----------

            市場の枝豆は、この一年で半分の値段になりました。

            あずきの記録
            --

            あずきの重さを一つずつ量って記録しました。

            これは二行の段落で、
            線は見出しではありません。
            ---

            - 一覧の項目
            ---
            """);
    assertThat(said).contains("@title 枝豆の値段", "@title あずきの記録", "半分の値段");
    assertThat(said.split("== a\\d+ article")).hasSize(3);
  }

  @Test
  void aFenceIsClosedByOneOfItsOwnKindOnly() throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    String said =
        script(
            """
            ## 枝豆の値段

            市場の枝豆は、この一年で半分の値段になりました。

            ````
            ```
            ## コードの中
            ```
            ````

            ## あずきの記録

            あずきの重さを一つずつ量って記録しました。
            """);
    assertThat(said).contains("@title 枝豆の値段", "@title あずきの記録").doesNotContain("コードの中");
  }

  @Test
  void aPostWithHeadingsOfAnotherLevelIsToldThat() throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    assertThat(script("### 枝豆の値段\n\n枝豆は半分の値段になりました。\n"))
        .contains("the post fits a layout with 'preset: jekyll' and 'level: 3'");
    write("zundacast.yaml", "layout:\n  preset: jekyll\n  level: 3\n");
    assertThat(script("### 枝豆の値段\n\n枝豆は半分の値段になりました。\n")).contains("@title 枝豆の値段");
    write("zundacast.yaml", "layout: yattecast\n");
    assertThat(script("## 枝豆の値段\n\n枝豆は半分の値段になりました。\n")).contains("the post fits 'layout: jekyll'");
    write("zundacast.yaml", "layout: hugo\n");
    assertThat(script("- [枝豆](https://example.com/1)  \n\n枝豆は半分の値段です。\n"))
        .contains("the post fits 'layout: yattecast'");
    write("zundacast.yaml", "layout: jekyll\n");
    assertThat(script("枝豆は半分の値段になりました。\n")).contains("'articles: whole'");
  }

  @Test
  void whatNoPersonWroteIsRefusedBeforeItIsWorkedOn() throws IOException {
    write("zundacast.yaml", "layout: jekyll\n");
    assertThat(script("## 枝豆\n\n枝豆は緑です。\n\n".repeat(101)))
        .contains("101 articles; expected at most 100");
    assertThat(script("## 枝豆\n\n" + "「枝豆".repeat(7_000) + "\n"))
        .contains("an article of 21000 characters; expected at most 20000");
    assertThat(script("## 枝豆\n\n" + "「（[**枝豆".repeat(2_000) + "\n\n枝豆は緑です。\n"))
        .contains("@title 枝豆");
  }
}
