package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.script.article.Headline;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row in the show's folder changes what each table says, and the program's other rows stay. */
class OwnTablesTest {
  private static final Morphology WORDS = new Morphology();

  @TempDir Path show;
  private List<Path> folders = List.of();

  @BeforeEach
  void folders() {
    folders = List.of(show, Path.of("voices"));
  }

  private void own(String table, String... rows) throws IOException {
    Path file = show.resolve("styles").resolve(table);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", rows) + "\n");
  }

  private String styled(String sentence) {
    return new SpeechStyles(folders, WORDS).styled(sentence, "nanoda").text();
  }

  @Test
  void rulesAndSetsOfTheShow() throws IOException {
    own("sets.tsv", "WORKSHOP\t工房|作業場");
    own("rules.tsv", "clean\tours\t^{WORKSHOP}から、\t-");
    Rules rules = Rules.load(folders);
    assertThat(rules.rewritten("clean", "作業場から、時計が届きました。", new ArrayList<>()))
        .isEqualTo("時計が届きました。");
    assertThat(rules.finds("call", "詳細は元の記事をご確認ください。")).isTrue();
  }

  @Test
  void wordsThatTheShowDoesNotSay() throws IOException {
    Files.writeString(show.resolve("not-said.tsv"), "# ours\n毒きのこ\n");
    Rules rules = Rules.load(folders);
    assertThat(rules.found("silent", "毒きのこを食べました。")).isEqualTo("not said on air");
    assertThat(rules.finds("silent", "枝豆を食べました。")).isFalse();
  }

  @Test
  void titlesOfTheShow() throws IOException {
    own("titles.tsv", "ours\t^夕焼け便り\\s*\t-");
    Headline headline =
        new Headline(folders, Rules.load(folders), WORDS, new SpeechStyles(folders, WORDS));
    assertThat(headline.of("夕焼け便り 木の時計が完成", List.of()).title()).isEqualTo("木の時計が完成");
  }

  @Test
  void closings() throws IOException {
    own("closings.tsv", "ours\tという次第です。$\tというわけです。");
    assertThat(styled("歯車は木という次第です。")).isEqualTo("歯車は木というわけなのだ。");
  }

  @Test
  void deeds() throws IOException {
    own("deeds.tsv", "登場\t-\tするかもしれません\t-\t-");
    assertThat(styled("木の時計が登場。")).isEqualTo("木の時計が登場するかもしれないのだ。");
    assertThat(styled("木の時計が完成し、値段が決定。")).isEqualTo("木の時計が完成し、値段が決定したのだ。");
  }

  @Test
  void otherEnds() throws IOException {
    own("nanoda-endings.tsv", "always\tのだ。\tのだぞ。\t枝豆\t-");
    EndingVariation variety = EndingVariation.of(folders, "nanoda").apply(0);
    assertThat(variety.vary("枝豆は緑なのだ。", true)).isEqualTo("枝豆は緑なのだぞ。");
    assertThat(variety.vary("紙は燃えにくいと報じられているのだ。", true)).isEqualTo("紙は燃えにくいらしいのだ。");
  }

  @Test
  void kindsAndReactions() throws IOException {
    own("kinds.tsv", "beans\t枝豆");
    own("nanoda-reactions.tsv", "beans\t豆なのだ！");
    Reactions reactions = new Reactions(folders, "nanoda");
    List<String> beans = List.of("枝豆を作りました。");
    assertThat(reactions.to(beans, beans, new HashSet<>(), 0)).contains("豆なのだ！");
    List<String> free = List.of("道具は無料で使えます。");
    assertThat(reactions.to(free, free, new HashSet<>(), 0)).isPresent();
  }

  @Test
  void waysOfSpeaking() throws IOException {
    own("nanoda.tsv", "verb-past\t{past}ぞなのだ");
    assertThat(styled("時計を作りました。")).isEqualTo("時計を作ったぞなのだ。");
    assertThat(styled("時計を作ります。")).isEqualTo("時計を作るのだ。");
  }

  @Test
  void endings() throws IOException {
    own("endings.tsv", "verb-past\tverb\tましたとさ\t{past}\t{past}\tpolite");
    assertThat(styled("時計を作りましたとさ。")).isEqualTo("時計を作ったのだ。");
  }

  @Test
  void humbleWords() throws IOException {
    own("humble.tsv", "仕る\tする\tサ変・スル");
    assertThat(styled("修理いたします。")).isEqualTo("修理するのだ。");
    own("humble.tsv", "いたす\tやる\t五段・ラ行");
    assertThat(styled("修理をいたします。")).isEqualTo("修理をやるのだ。");
  }

  @Test
  void verbs() throws IOException {
    assertThat(styled("目標に達します。")).isEqualTo("目標に達するのだ。");
    own("verbs.tsv", "達す\t達す\t五段・サ行");
    assertThat(styled("目標に達します。")).isEqualTo("目標に達すのだ。");
  }

  @Test
  void wholeWords() throws IOException {
    own("words.tsv", "時計台\t名詞-一般\t時計台");
    String rows = Endings.load(folders).wholeWords().in("時計台", WORDS.analyse("時計台")).toString();
    assertThat(rows).contains("時計台");
    assertThat(Endings.load(folders).wholeWords().in("かんたん", WORDS.analyse("かんたん"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "rules.tsv, clean|ours|(工房|-",
    "kinds.tsv, beans|(枝豆",
    "nanoda-endings.tsv, always|(のだ|のだぞ|枝豆|-",
    "nanoda-endings.tsv, always|のだ|のだぞ|枝豆(|-"
  })
  void namesTheLineThatIsNoPattern(String table, String row) throws IOException {
    own(table, "# ours", row.replace("|", "\t"));
    Problem problem = catchThrowableOfType(Problem.class, this::read);
    Diagnostic place = problem.diagnostics().get(0);
    assertThat(place.file()).isEqualTo(show.resolve("styles").resolve(table));
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.message().toString()).isEqualTo("no pattern: Unclosed group");
  }

  /** Reads all tables, as a script does. */
  private void read() {
    Rules.load(folders);
    EndingVariation.of(folders, "nanoda");
    new Reactions(folders, "nanoda");
  }
}
