package dev.zundacast.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.post.Posts.PostDates;
import dev.zundacast.testkit.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostsTest {
  private static final String HEAD =
      """
      ---
      actor_ids:
        - ずんだもん
      audio_file_path: /audio/餅の時間.mp3
      date: 2026-01-05 05:00:00 +0900
      description: '餅 &amp; 豆'
      title: 餅の時間 7
      ---

      ## 関連リンク

      """;

  @TempDir Path folder;

  private Post read(String text) throws IOException {
    Path file = folder.resolve("2026-01-05-7.md");
    Files.writeString(file, text);
    return Posts.read(file);
  }

  private Article article(String body) throws IOException {
    return read(HEAD
            + "- [題](https://example.com/a)  \n\n"
            + body
            + "\n\n引用元: https://example.com/a\n")
        .articles()
        .get(0);
  }

  private List<String> blocks(String body) throws IOException {
    return article(body).blocks().stream()
        .map(b -> b.kind() + (b.level() > 0 ? "" + b.level() : "") + " " + b.text())
        .toList();
  }

  @Test
  void frontMatterAndArticlesAreRead() throws IOException {
    Post post =
        read(
            HEAD
                + """
                - [[速報] 餅 (第1回)
                  を焼く](https://example.com/wiki/餅_(食品))··

                餅の話です。

                引用元: https://example.com/wiki/餅_(食品)

                - [二つ目](https://example.com/2)··

                - [本文の中の項目](https://example.com/x)
                - ただの項目

                引用元: https://example.com/2

                - [お便り投稿フォーム](https://forms.gle/abc)

                VOICEVOX:ずんだもん
                """
                    .replace('·', ' '));
    assertThat(post.title()).isEqualTo("餅の時間 7");
    assertThat(post.description()).isEqualTo("餅 & 豆");
    assertThat(post.date()).isEqualTo(OffsetDateTime.parse("2026-01-05T05:00:00+09:00"));
    assertThat(post.number()).hasValue(7);
    assertThat(post.actorIds()).containsExactly("ずんだもん");
    assertThat(post.articles())
        .extracting(Article::title)
        .containsExactly("[速報] 餅 (第1回) を焼く", "二つ目");
    assertThat(post.articles())
        .extracting(Article::url)
        .containsExactly("https://example.com/wiki/餅_(食品)", "https://example.com/2");
    assertThat(post.articles().get(0).line()).isEqualTo(12);
    assertThat(post.articles().get(1).blocks())
        .extracting(Block::text)
        .containsExactly("本文の中の項目", "ただの項目");
  }

  @Test
  void headingsAnnounceArticlesWhereNoItemsDo() throws IOException {
    Post post =
        read(
            HEAD
                + "### 1つ目の記事\n\n[餅](https://example.com/1)\n\n話です。\n\n"
                + "### 2つ目の記事\n[豆](https://example.com/2)\n\n話です。\n");
    assertThat(post.articles()).extracting(Article::title).containsExactly("餅", "豆");
    assertThat(post.articles().get(0).blocks()).extracting(Block::text).containsExactly("話です。");
  }

  @Test
  void theHostsOwnWordsAreThoseOfTheirArticles() throws IOException {
    String list = "- [餅](https://example.com/1)  \n話です。\n\n- [豆](https://example.com/2)  \n話です。\n";
    String own = HEAD.replace("title:", "comments:\n  - ''\n  - 豆は好きなのだ。\ntitle:");
    assertThat(read(own + list).articles())
        .extracting(Article::comment)
        .containsExactly("", "豆は好きなのだ。");
    String theme = HEAD.replace("title:", "comments: true\ntitle:");
    assertThat(read(theme + list).articles()).extracting(Article::comment).containsOnly("");
  }

  @Test
  void aPostWithoutArticlesSaysWhatWasExpectedAndWhere() {
    assertThatThrownBy(() -> read(HEAD + "- [お便り投稿フォーム](https://forms.gle/abc)\n"))
        .asInstanceOf(type(Problem.class))
        .extracting(p -> p.diagnostics().get(0))
        .satisfies(
            found -> {
              assertThat(found.line()).isEqualTo(9);
              assertThat(found.message().toString())
                  .isEqualTo(
                      "no article found: expected list items like '- [title](https://…)'"
                          + " below a line '## 関連リンク'");
              assertThat(found.next().isEmpty()).isFalse();
            });
  }

  static Stream<Arguments> markdown() {
    return Stream.of(
        arguments("### 一. 餅\n文です。", List.of("HEADING3 一. 餅", "PARAGRAPH 文です。")),
        arguments("**見出し**\n文です。", List.of("LABEL 見出し", "PARAGRAPH 文です。")),
        arguments("**特徴:** 軽いです。", List.of("LABEL 特徴", "PARAGRAPH 軽いです。")),
        arguments("主な特徴：\n軽いです。", List.of("LABEL 主な特徴", "PARAGRAPH 軽いです。")),
        arguments("次の通りです：\n軽いです。", List.of("PARAGRAPH 次の通りです：", "PARAGRAPH 軽いです。")),
        arguments("■ 概要\n文です。\n・一つ目", List.of("LABEL 概要", "PARAGRAPH 文です。", "BULLET1 一つ目")),
        arguments("○ 概要\n文です。", List.of("LABEL 概要", "PARAGRAPH 文です。")),
        arguments("○×の印です。", List.of("PARAGRAPH ○×の印です。")),
        arguments("餅：豆の菓子\n豆：畑の作物", List.of("PARAGRAPH 餅：豆の菓子", "PARAGRAPH 豆：畑の作物")),
        arguments("餅を焼く\n時刻：夜", List.of("PARAGRAPH 餅を焼く時刻：夜")),
        arguments("(1) 餅を焼く\n(2) 豆を煮る", List.of("NUMBERED1 餅を焼く", "NUMBERED1 豆を煮る")),
        arguments("Step1: 餅を焼く\nStep2: 豆を煮る", List.of("NUMBERED1 餅を焼く", "NUMBERED1 豆を煮る")),
        arguments("・餅\n・豆\nを挙げた。", List.of("BULLET1 餅", "BULLET1 豆", "PARAGRAPH を挙げた。")),
        arguments("- 一\n    - 二\n- 三", List.of("BULLET1 一", "BULLET2 二", "BULLET1 三")),
        arguments(
            "1.  **題**: 文です。\n2. 二", List.of("NUMBERED1 題", "PARAGRAPH1 文です。", "NUMBERED1 二")),
        arguments("**餅（もち）**は**豆（まめ）**です。", List.of("PARAGRAPH 餅（もち）は豆（まめ）です。")),
        arguments(
            "`<think>` と <think> と 2**3 と `{a|b}`",
            List.of("PARAGRAPH <think> と <think> と 2**3 と {a｜b}")),
        arguments("餅は<b>丸い</b>です。<br>豆もです。", List.of("PARAGRAPH 餅は丸いです。", "PARAGRAPH 豆もです。")),
        arguments("```java\nint x;\n```\n文です。", List.of("CODE java", "PARAGRAPH 文です。")),
        arguments("| 名 | 数 |\n|---|---|\n| 餅 | 3 |", List.of("TABLE_ROW 名、数", "TABLE_ROW 餅、3")),
        arguments("> 引用です。", List.of("QUOTE 引用です。")),
        arguments("![餅の写真](a.png)", List.of("IMAGE 餅の写真")),
        arguments("[餅](https://e.com)は丸い。", List.of("PARAGRAPH 餅は丸い。")),
        arguments(
            "<ruby>餅<rp>(</rp><rt>もち</rt><rp>)</rp></ruby>は丸い。", List.of("PARAGRAPH {餅|もち}は丸い。")),
        arguments("{餅|もち}は{丸|○}い。", List.of("PARAGRAPH {餅|もち}は{丸｜○}い。")),
        arguments("文です。[7]終わりです[1][2]。a[0]です。", List.of("PARAGRAPH 文です。終わりです。a[0]です。")),
        arguments("文です。[^1]\n\n[^1]: 注です。", List.of("PARAGRAPH 文です。", "PARAGRAPH 注です。")),
        arguments("文です。（399文字）", List.of("PARAGRAPH 文です。")),
        arguments("タイトル: 題\n\n要約: 文です。", List.of("PARAGRAPH 文です。")),
        arguments("\\n文です。\\n\\n1. **一**", List.of("PARAGRAPH 文です。", "NUMBERED1 一")),
        arguments(
            "「12\\\n  \\ 個」です。\\n\\\n  \\n次です。\"",
            List.of("PARAGRAPH 「12 個」です。", "PARAGRAPH 次です。")),
        arguments("C:\\new と「\\n」と`\\n`です。", List.of("PARAGRAPH C:\\new と「\\n」と\\nです。")),
        arguments("途中で折れた長い\n文です。\n次です。", List.of("PARAGRAPH 途中で折れた長い文です。", "PARAGRAPH 次です。")),
        arguments("a long\nline です。", List.of("PARAGRAPH a long line です。")),
        arguments(
            "{{ page.x | upcase }}文です。{% raw %}{{ y }}{% endraw %}",
            List.of("PARAGRAPH 文です。{{ y }}")),
        arguments(
            "{% include a.html src=\"{{ x }}/a.png\" %}文です。{% if y %}次です。{% endif %}",
            List.of("PARAGRAPH 文です。次です。")),
        arguments("か\u3099くせい\u00A0と\u200Eぬ\u0007け", List.of("PARAGRAPH がくせい とぬけ")),
        arguments("    *   **一:** 二です。", List.of("BULLET1 一", "PARAGRAPH1 二です。")),
        arguments(
            "- **釘**：板を止める\n- **紐**：箱を閉じる\nこれらが箱を守ります。",
            List.of(
                "BULLET1 釘",
                "PARAGRAPH1 板を止める",
                "BULLET1 紐",
                "PARAGRAPH1 箱を閉じる",
                "PARAGRAPH これらが箱を守ります。")),
        arguments(
            "- 板を止める「釘」\n- 箱を閉じる「紐」\n箱の町では、どれも店にあります。",
            List.of("BULLET1 板を止める「釘」", "BULLET1 箱を閉じる「紐」", "PARAGRAPH 箱の町では、どれも店にあります。")),
        arguments(
            "- 釘は3本\n- 貸し出しは5冊まで\n雨の日も開いています。",
            List.of("BULLET1 釘は3本", "BULLET1 貸し出しは5冊まで", "PARAGRAPH 雨の日も開いています。")),
        arguments(
            "- 釘\n板を止めます。\n- 紐\n箱を閉じます。",
            List.of("BULLET1 釘", "PARAGRAPH1 板を止めます。", "BULLET1 紐", "PARAGRAPH1 箱を閉じます。")),
        arguments("- 釘\n- 紐\n  箱を閉じます。", List.of("BULLET1 釘", "BULLET1 紐", "PARAGRAPH1 箱を閉じます。")),
        arguments("- **釘**：板を止める\nこれらの板は箱です。", List.of("BULLET1 釘", "PARAGRAPH1 板を止めるこれらの板は箱です。")),
        arguments(
            "<div><p>一です。</p><ul><li>二</li></ul><script>x</script></div>",
            List.of("PARAGRAPH 一です。", "BULLET1 二")),
        arguments("😀餅です。https://e.com/x を見る。", List.of("PARAGRAPH 😀餅です。https://e.com/x を見る。")));
  }

  @ParameterizedTest
  @MethodSource("markdown")
  void markdownBecomesPlainBlocks(String markdown, List<String> expected) throws IOException {
    assertThat(blocks(markdown)).isEqualTo(expected);
  }

  @Test
  void blocksKnowTheirLines() throws IOException {
    assertThat(article("一です。\n二です。\n\n- 三\n- 四").blocks())
        .extracting(Block::line)
        .containsExactly(14, 15, 17, 18);
  }

  @Test
  void whatLooksWrongIsWarnedOf() throws IOException {
    Post post =
        read(
            HEAD
                + "- [\"題](https://example.com/a)  \n要約: 短い。（3文字）\\n\\n{{ x }}\n"
                + "引用元: https://example.com/b\n- [二](https://example.com/c)  \nページが見つかりません\n");
    assertThat(post.warnings())
        .extracting(it -> it.message().toString())
        .contains(
            "a quotation mark without a partner in title or address",
            "引用元 is https://example.com/b but the article's link is https://example.com/a",
            "a line end written as \\n",
            "the label 要約 was left in",
            "Jekyll evaluates {{ }} and {% %}",
            "'ページが見つかり' sounds like an error page, not a summary");
    assertThat(post.warnings()).allMatch(w -> w.line() > 10 && !w.next().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05 05:00:00 +0900,2026-01-05T05:00+09:00",
    "2026-01-05 05:00:00 +09:00,2026-01-05T05:00+09:00",
    "2020-8-3,2020-08-03T00:00+09:00",
    "2026/01/05 05:00 +0900,2026-01-05T05:00+09:00",
    "2026-01-05T05:00:00Z,2026-01-05T05:00Z",
  })
  void datesAreReadInTheWaysThatPostsWriteThem(String written, String expected) {
    assertThat(PostDates.parse(written)).hasValue(OffsetDateTime.parse(expected));
  }

  @Test
  void aDateOfMailIsReadAndAWrongOneRefused() throws IOException {
    assertThat(PostDates.parse("Fri, 07 Dec 2018 08:00:00 +0900"))
        .hasValue(OffsetDateTime.parse("2018-12-07T08:00+09:00"));
    String item = "- [題](https://example.com/a)  \n";
    assertThatThrownBy(() -> read(HEAD.replace("2026-01-05 05:00:00", "10/1") + item))
        .hasMessage("date: expected 2026-03-18 05:00:00 +0900 but was '10/1 +0900'")
        .asInstanceOf(type(Problem.class))
        .satisfies(p -> assertThat(p.diagnostics().get(0).line()).isEqualTo(5));
    assertThat(read(HEAD.replaceFirst("date:.*\n", "") + item).date())
        .isEqualTo(OffsetDateTime.parse("2026-01-05T00:00+09:00"));
  }

  static Stream<String> hostile() {
    int n = Damage.rounds(10_000, 30_000);
    return Stream.of(
        "[".repeat(n),
        "](".repeat(n),
        "![".repeat(n),
        "*".repeat(n) + "a" + "*".repeat(n),
        "*a ".repeat(n),
        "_a **b ".repeat(n / 2),
        ">".repeat(n),
        "> ".repeat(n) + "a",
        "- ".repeat(n),
        "<div>".repeat(n),
        "<ruby>".repeat(n),
        "<b>a".repeat(n),
        "`".repeat(n) + "a",
        "`a``".repeat(n),
        "{{".repeat(n) + "}}",
        "}}" + "{{".repeat(n),
        "{a|".repeat(n) + "}",
        "\\n".repeat(n),
        "\\\n\\".repeat(n),
        "|a".repeat(2000) + "\n" + "|-".repeat(2000) + "\n" + "|b\n".repeat(2000),
        "a\n".repeat(n),
        "    あ\n\n".repeat(n / 4),
        "[^1]".repeat(n) + "\n\n[^1]: [^1]",
        "[a]: b\n".repeat(n / 4) + "[a]".repeat(n / 4),
        "&amp;".repeat(n),
        "「".repeat(n),
        "お便り".repeat(10 * n),
        "- [a\n".repeat(n),
        "- [" + "a](".repeat(n),
        "### 記事\n".repeat(n / 4),
        nested());
  }

  private static String nested() {
    StringBuilder list = new StringBuilder();
    for (int depth = 0; depth < 800; depth++) {
      list.append("  ".repeat(depth)).append("- あ\n");
    }
    return list.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(60)
  void hostileMarkdownEndsSoon(String body) throws IOException {
    assertThat(article(body).url()).isEqualTo("https://example.com/a");
    assertThat(read(HEAD + body + "\n- [題](https://example.com/b)  \n").articles()).isNotEmpty();
  }

  @Test
  @Timeout(30)
  void aHugeFileIsNoPost() throws IOException {
    Path file = folder.resolve("2026-01-05-8.md");
    Files.write(file, new byte[50 << 20]);
    assertThatThrownBy(() -> Posts.read(file))
        .hasMessage("the file has 52428800 bytes, which is no post");
    assertThatThrownBy(() -> Posts.read(folder.resolve("none.md"))).hasMessage("no such post");
  }

  @Test
  @Timeout(60)
  void randomTextIsReadOrRefused() throws IOException {
    String[] pieces = {
      "- [題](https://e.com)  \n",
      "引用元: https://e.com\n",
      "**",
      "`",
      "\n",
      "\n\n",
      "    ",
      "- ",
      "1. ",
      "> ",
      "#",
      "|",
      "|-|\n",
      "<b>",
      "</b>",
      "<ruby>",
      "<rt>",
      "{餅|もち}",
      "[^1]",
      "\\n",
      "餅です。",
      "\\\n  \\ ",
      "{{",
      "}}",
      "{% raw %}",
      "![a](b)",
      "[",
      "]",
      "(",
      ")",
      "\u0000",
      "か\u3099",
      "😀",
      "---\n",
      "```",
      "<!--",
      "-->",
      "&#x3042;",
      "\t",
      "\r\n",
      "\u2028",
      "要約: ",
      "タイトル: x\n",
      "（1文字）",
    };
    Random random = new Random(20260105);
    for (int round = 0; round < Damage.rounds(100, 300); round++) {
      StringBuilder text = new StringBuilder(HEAD).append("- [題](https://e.com)  \n");
      for (int i = 0; i < 40; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Post post = read(text.toString());
      assertThat(post.articles()).isNotEmpty();
      assertThat(post.articles())
          .flatExtracting(Article::blocks)
          .extracting(Block::text)
          .allMatch(t -> t.chars().noneMatch(Character::isISOControl), text.toString());
    }
  }
}
