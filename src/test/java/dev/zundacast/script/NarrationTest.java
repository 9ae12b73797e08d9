package dev.zundacast.script;

import static dev.zundacast.script.Examples.SHOW;
import static dev.zundacast.script.Examples.article;
import static dev.zundacast.script.Examples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.script.NarrationSource.Take;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrationTest {
  /** How the names of the post are spoken. */
  private static final UnaryOperator<String> SPOKEN =
      text -> text.replace("ClockHub", "クロックハブ").replace("AI", "エーアイ");

  private static final Post POST =
      post(
          List.of("ずんだもん"),
          List.of(
              article(1, "ClockHubの小さな腕時計", "ClockHubが公開した腕時計は、三日に一度だけ鳴ります。"),
              article(2, "川を渡る白い犬", "白い犬は毎朝、橋のない川を泳いで渡ります。"),
              article(3, "AIが選ぶ夕焼け", "写真のAIが、町でいちばん赤い夕焼けを選びます。")));

  private static final String OPENING = "やあ、みんな！\n今日は記事を全部で3本紹介するのだ。\n";
  private static final String CLOCK = "クロックハブの小さな腕時計のお話なのだ。\n公開した腕時計わ、三日に一度だけ鳴るのだ。\n";
  private static final String DOG = "川を渡る白い犬がいるのだ。\n白い犬わ毎朝、橋のない川を泳いで渡るのだ。\n";
  private static final String SUNSET = "エーアイが選ぶ夕焼けなのだ。\n写真のエーアイが、町でいちばん赤い夕焼けを選ぶのだ。\n";
  private static final String ENDING = "今日紹介したのわ、腕時計と白い犬と夕焼けだったのだ。\n感想を待っているのだ。\nまた明日なのだ！\n";

  @TempDir Path folder;

  private Script imported(String narration, Take take) throws IOException {
    Path script = folder.resolve("script.txt");
    Scripts scripts = new Scripts(Examples.voices(), new Morphology(), SPOKEN, folder);
    NarrationSource source = new NarrationSource(Path.of("n.txt"), Optional.of(narration), take);
    scripts.save(
        scripts
            .of(POST, SHOW, script, ScriptOptions.DEFAULTS.withNarration(Optional.of(source)))
            .update());
    return scripts.open(script).script();
  }

  private List<String> outline(String narration) throws IOException {
    return imported(narration, Take.ASKED).sections().stream()
        .map(s -> s.id() + " " + s.lines().count())
        .toList();
  }

  private List<Diagnostic> refused(String narration) {
    Problem problem = catchThrowableOfType(Problem.class, () -> imported(narration, Take.ASKED));
    assertThat(folder.resolve("script.txt")).doesNotExist();
    return problem.diagnostics();
  }

  @Test
  void placesEachSentenceByWhatItSays() throws IOException {
    List<String> wanted =
        List.of("opening 3", "a1 2", "a2 2", "a3 2", "recap 1", "letters 1", "closing 1");
    assertThat(outline(OPENING + CLOCK + DOG + SUNSET + ENDING)).isEqualTo(wanted);
  }

  @Test
  void placesTheSameWithDashesAndInOneRow() throws IOException {
    String text = OPENING + "----" + CLOCK + "----" + DOG + "\n----\n" + SUNSET + "----" + ENDING;
    assertThat(outline(text)).startsWith("opening 3", "a1 2", "a2 2", "a3 2");
    assertThat(outline((OPENING + CLOCK + DOG + SUNSET + ENDING).replace("\n", "")))
        .startsWith("opening 2", "a1 1", "a2 1", "a3 1", "recap 1");
  }

  @Test
  void saysNoHeadingsSpeakersOrStageDirections() throws IOException {
    Script script =
        imported(
            "# 台本\n（BGM）\n**ずんだもん**：" + OPENING + "## 一つ目\n- " + CLOCK + DOG + SUNSET + ENDING,
            Take.ASKED);
    assertThat(script.lines().map(Line::written))
        .startsWith("やあ、みんな！")
        .noneMatch(line -> line.contains("台本") || line.contains("BGM") || line.contains("一つ目"));
  }

  @Test
  void saysNoMarksOfListsAndSourcesAndNoDirectionsInARow() throws IOException {
    String marked = "> 豆まきの日！（BGM アップ）\n（笑）始まるのだ。【1, 2】\n豆（SE）もまくのだ。\n";
    Script script = imported(marked + CLOCK + DOG + SUNSET + ENDING, Take.ASKED);
    assertThat(script.lines().map(Line::written)).contains("豆まきの日！", "始まるのだ。", "豆（SE）もまくのだ。");
  }

  @Test
  void joinsASentenceThatWasCutBeforeItsClosingMarks() throws IOException {
    Script script = imported("「えっ、本当！\n？」って聞いたのだ。\n" + CLOCK + DOG + SUNSET + ENDING, Take.ASKED);
    assertThat(script.lines().map(Line::written)).startsWith("「えっ、本当！？」って聞いたのだ。");
  }

  @Test
  void spellsForPeopleWhatIsHeardTheSame() throws IOException {
    Script script = imported(OPENING + CLOCK + DOG + SUNSET + ENDING, Take.ASKED);
    assertThat(script.lines().map(Line::written))
        .contains(
            "ClockHubの小さな腕時計のお話なのだ。",
            "公開した腕時計は、三日に一度だけ鳴るのだ。",
            "白い犬は毎朝、橋のない川を泳いで渡るのだ。",
            "AIが選ぶ夕焼けなのだ。");
  }

  @Test
  void leavesAloneWhatSoundsLikeAParticle() throws IOException {
    String words = "わたくし、かわいいお花にわくわくしますわね、素敵ですわ。\n";
    Script script = imported(words + CLOCK + DOG + SUNSET + ENDING, Take.ASKED);
    assertThat(script.lines().map(Line::written)).startsWith(words.strip());
  }

  @Test
  void refusesANarrationThatLeavesAnArticleOut() {
    List<Diagnostic> faults = refused(OPENING + CLOCK + SUNSET + ENDING);
    assertThat(faults)
        .extracting(it -> it.message().toString())
        .containsExactly("the narration does not tell article a2 '川を渡る白い犬'");
    assertThat(faults.get(0).sourceLine().toString())
        .contains("  a2: 1 sentence, not told: ", "  a3: 2 sentences, surely: ");
    assertThat(faults.get(0).next().toString()).contains("--narration-partly");
  }

  @Test
  void refusesANarrationThatTellsMoreArticles() {
    assertThat(refused(OPENING + CLOCK + DOG + SUNSET + "続いて4つ目の記事なのだ。\n" + ENDING))
        .extracting(it -> it.message().toString())
        .containsExactly("the narration tells of an article 4, the post has fewer");
  }

  @Test
  void hasTheRulesSayWhatIsMissing() throws IOException {
    Script script = imported(OPENING + CLOCK + SUNSET + ENDING, Take.PARTLY);
    assertThat(script.sections().get(2).title()).isEqualTo("川を渡る白い犬");
    assertThat(script.sections().get(2).lines()).isNotEmpty();
    assertThat(Files.readString(folder.resolve("script.txt"))).contains("# この記事は原稿にないので、規則の文です。");
  }

  @Test
  void aPersonDecidesWhereArticlesBegin() throws IOException {
    assertThat(refused("## a2\n犬。\n## a1\n時計。\n"))
        .extracting(Diagnostic::line, it -> it.message().toString())
        .containsExactly(tuple(4, "no article a1 can begin here"));
    String text =
        "## opening\n"
            + "やあ。\n"
            + "## a1\n"
            + "時計。\n"
            + "次は時計。\n"
            + "@article a2\n"
            + "白い犬わ泳ぐのだ。\n"
            + "## a3\n"
            + "夕焼け。\n"
            + "## ending\n"
            + "さらば。\n";
    assertThat(outline(text)).containsExactly("opening 2", "a1 2", "a2 1", "a3 1", "closing 1");
  }

  @Test
  void takesSlidesByTheirAddresses() throws IOException {
    StringBuilder slides = new StringBuilder("[{\"type\":\"title\",\"notes\":\"やあ、みんな。\"}");
    for (int i = 0; i < 3; i++) {
      String url = POST.articles().get(i).url();
      slides.append(",\n{\"type\":\"section\",\"url\":\"").append(url);
      slides.append("\",\"notes\":\"これなのだ。\"},{\"type\":\"content\",\"notes\":\"どうなのだ？\"}");
    }
    slides.append(",{\"type\":\"closing\",\"notes\":\"今日はここまでなのだ。またね！\"}]");
    assertThat(outline(slides.toString()))
        .startsWith("opening 2", "a1 2", "a2 2", "a3 2")
        .hasSizeGreaterThan(4);
  }

  @Test
  void saysNothingThatAModelSaysAroundItsNarration() throws IOException {
    String answer =
        "<think>\n記事は三つだ。\n</think>\nはい、承知しました。\n```markdown\n**## Opening**\nやあ。[1]\n"
            + "## a1: ClockHub\n"
            + CLOCK
            + "**a2**\n"
            + DOG.replace("渡るのだ。", "渡るのだ。[2, 3]")
            + "### a3 夕焼け\n"
            + SUNSET
            + "## ending\nまたね。\n```\n";
    assertThat(imported(answer, Take.ASKED).lines().map(Line::written))
        .startsWith("やあ。", "この番組は、合成音声でお送りしているのだ。", "ClockHubの小さな腕時計のお話なのだ。")
        .contains("白い犬は毎朝、橋のない川を泳いで渡るのだ。")
        .endsWith("またね。")
        .hasSize(9);
  }

  @Test
  void keepsTheLengthOfAVowelThatTheNarrationSays() throws IOException {
    String longer = CLOCK.replace("クロックハブ", "クロックハブー");
    assertThat(imported(OPENING + longer + DOG + SUNSET + ENDING, Take.ASKED).lines())
        .extracting(Line::written)
        .contains("{ClockHub|クロックハブー}の小さな腕時計のお話なのだ。");
  }

  @Test
  void spellsInKanjiWhatThePostDoes() throws IOException {
    String dog = "川を渡る白い犬、このばんぐみの人気者なのだ。\nまいあさ、橋のない川を泳いで、遅れないようにわたるのだ。\nみんなのかんそうもまっているのだ。\n";
    Post post =
        post(
            List.of("ずんだもん"),
            List.of(article(1, "川を渡る白い犬", "白い犬は橋のない川を泳いで渡ります。内容は人気番組の紹介です。毎日練習します。")));
    Path script = folder.resolve("script.txt");
    Scripts scripts = new Scripts(Examples.voices(), new Morphology(), SPOKEN, folder);
    NarrationSource source = new NarrationSource(Path.of("n.txt"), Optional.of(dog), Take.PARTLY);
    ScriptOptions options = ScriptOptions.DEFAULTS.withNarration(Optional.of(source));
    assertThat(scripts.of(post, SHOW, script, options).update().text())
        .contains("この番組の人気者なのだ。", "遅れないように", "みんなのかんそうもまっているのだ。");
  }

  @Test
  void leavesTheScriptAloneOnTheNextRun() throws IOException {
    imported(OPENING + CLOCK + DOG + SUNSET + ENDING, Take.ASKED);
    Scripts scripts = Examples.scripts();
    Path script = folder.resolve("script.txt");
    assertThat(scripts.of(POST, SHOW, script, ScriptOptions.DEFAULTS).update().changes()).isFalse();
  }

  @Test
  void refusesANarrationThatSaysNothing() {
    assertThat(refused(" \n----\n"))
        .extracting(it -> it.message().toString())
        .containsExactly("the narration says nothing");
  }

  @Test
  void takesWhatTheSettingsNameOnlyWhenItIsNew() throws IOException {
    Path script = folder.resolve("script.txt");
    Scripts scripts = new Scripts(Examples.voices(), new Morphology(), SPOKEN, folder);
    NarrationSource place =
        new NarrationSource(folder.resolve("{post}.txt"), Optional.empty(), Take.NEW);
    ScriptOptions options = ScriptOptions.DEFAULTS.withNarration(Optional.of(place));
    String name = String.valueOf(POST.file().getFileName()).replace(".md", ".txt");
    scripts.save(scripts.of(POST, SHOW, script, options).update());
    assertThat(Files.readString(script)).doesNotContain("@narration");
    Files.writeString(folder.resolve(name), OPENING + CLOCK + DOG + SUNSET + ENDING);
    scripts.save(scripts.of(POST, SHOW, script, options).update());
    assertThat(Files.readString(script)).contains("@narration " + name, "白い犬は毎朝");
    assertThat(scripts.of(POST, SHOW, script, options).update().changes()).isFalse();
    Files.writeString(
        folder.resolve(name), OPENING + CLOCK + DOG.replace("毎朝", "毎晩") + SUNSET + ENDING);
    assertThat(scripts.of(POST, SHOW, script, options).update().text()).contains("白い犬は毎晩");
  }
}
