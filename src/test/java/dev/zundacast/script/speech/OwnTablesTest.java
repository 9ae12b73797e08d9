package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.script.topic.Titles;
import dev.zundacast.script.topic.Topics;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private List<String> heard(String sentence) {
    return new ForTheEar(folders, WORDS).hear(sentence).texts();
  }

  private String styled(String sentence) {
    return new SpeechStyles(folders, WORDS).styled(sentence, "nanoda").text();
  }

  private Topics topics() {
    return new Topics(folders, WORDS, new SpeechStyles(folders, WORDS));
  }

  private Headings headings() {
    return new Headings(folders, WORDS, new ForTheEar(folders, WORDS));
  }

  @Test
  void meta() throws IOException {
    own("meta.tsv", "ours\t^工房から、\t-");
    assertThat(heard("工房から、時計が届きました。")).containsExactly("時計が届きました。");
    assertThat(heard("詳細は元の記事をご確認ください。")).isEmpty();
  }

  @Test
  void once() throws IOException {
    own("once.tsv", "ours\t枝豆");
    ForTheEar ear = new ForTheEar(folders, WORDS);
    assertThat(ear.hear("枝豆を食べました。").once()).isEqualTo("ours");
    assertThat(ear.hear("成功が期待されています。").once()).isEqualTo("closing");
  }

  @Test
  void joints() throws IOException {
    own("joints.tsv", "ours\tplain\t折\t-\t折も折、");
    assertThat(heard("工房の人たちが長いあいだ待っていた新しい板がやっと海の向こうの町から届いた折、隣の町の店からも大きな注文がいくつも入りました。"))
        .containsExactly(
            "工房の人たちが長いあいだ待っていた新しい板がやっと海の向こうの町から届きました。", "折も折、隣の町の店からも大きな注文がいくつも入りました。");
  }

  @Test
  void connectives() throws IOException {
    own("connectives.tsv", "さあさあ");
    ForTheEar ear = new ForTheEar(folders, WORDS);
    assertThat(ear.isConnected("さあさあ、時計です。")).isTrue();
    assertThat(ear.isConnected("しかし、時計です。")).isTrue();
    assertThat(ear.isConnected("時計です。")).isFalse();
  }

  @Test
  void headingsOfTheShow() throws IOException {
    own("headings.tsv", "工房の一日\t工房をのぞいてみます。", "背景\tdrop", "several\t小物");
    assertThat(headings().known("工房の一日")).contains("工房をのぞいてみます。");
    assertThat(headings().known("背景")).contains("");
    assertThat(headings().known("手順")).contains("やり方は、こうです。");
    assertThat(headings().listed("机の上の小物", false)).isEqualTo("机の上の小物は、こうです。");
    assertThat(headings().listed("机の道具", false)).isEqualTo("机の道具の話です。");
  }

  @Test
  void titlesOfTheShow() throws IOException {
    own("titles.tsv", "ours\t^夕焼け便り\\s*\t-");
    assertThat(new Titles(folders).said("夕焼け便り 木の時計が完成")).isEqualTo("木の時計が完成");
  }

  @Test
  void about() throws IOException {
    own("about.tsv", "verb-past\t{past}という便り話");
    assertThat(topics().about("夕焼け工房は、木の時計を公開しました。", 46)).get().asString().contains("公開したという便り");
  }

  @Test
  void endsOfWhatItIsAbout() throws IOException {
    own("about-ends.tsv", "ours\t公開した話$\t公開しちゃった話");
    assertThat(topics().about("夕焼け工房は、木の時計を公開しました。", 46)).contains("夕焼け工房が木の時計を公開しちゃった話");
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
    Variety variety = Variety.of(folders, "nanoda").apply(0);
    assertThat(variety.vary("枝豆は緑なのだ。")).isEqualTo("枝豆は緑なのだぞ。");
    assertThat(variety.vary("紙は燃えにくいとされているのだ。")).isEqualTo("紙は燃えにくいらしいのだ。");
  }

  @Test
  void kindsAndReactions() throws IOException {
    own("kinds.tsv", "beans\t枝豆");
    own("nanoda-reactions.tsv", "beans\t豆なのだ！");
    Reactions reactions = Reactions.of(folders, "nanoda");
    assertThat(reactions.to(List.of("枝豆を作りました。"), 0, it -> true))
        .get()
        .extracting("text")
        .isEqualTo("豆なのだ！");
    assertThat(reactions.to(List.of("道具は無料で使えます。"), 0, it -> true)).isPresent();
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
    String rows = new WholeWords(folders).in("時計台", WORDS.analyse("時計台")).toString();
    assertThat(rows).contains("時計台");
    assertThat(new WholeWords(folders).in("かんたん", WORDS.analyse("かんたん"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "headings.tsv, (背景|drop",
    "headings.tsv, several|(背景",
    "connectives.tsv, (さあ",
    "joints.tsv, ours|plain|(折|-|折も折、",
    "meta.tsv, ours|(工房|-",
    "plain-words.tsv, 工房(|店",
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
    assertThat(place.message()).isEqualTo("no pattern: Unclosed group");
  }

  /** Reads all tables, as a script does. */
  private void read() {
    headings();
    Variety.of(folders, "nanoda");
    Reactions.of(folders, "nanoda");
  }
}
