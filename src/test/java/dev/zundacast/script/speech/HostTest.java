package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends that vary, and reactions. */
class HostTest {
  private static final Path VOICES = Path.of("voices");

  @ParameterizedTest
  @CsvSource({
    "nanoda,を磨くのだ。 を削るのだ。 を読むのだ。",
    "dayo,を磨くよ。 を削るよ。 を読むよ。 を拭いたよ。",
    "desuwa,を磨きますわ。 を削りましたわ。 を読みますわ。",
  })
  void letsNoFourSentencesEndAlike(String style, String ends) {
    String[] end = ends.split(" ");
    for (int seed = 0; seed < 50; seed++) {
      EndingVariation variety = EndingVariation.of(List.of(VOICES), style).apply(seed);
      List<String> heard = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String said = variety.vary("箱の" + "板".repeat(i % 7) + end[i % end.length], true);
        heard.add(said.substring(said.length() - 2));
      }
      for (int i = 3; i < heard.size(); i++) {
        assertThat(heard.subList(i - 3, i + 1).stream().distinct().count()).isGreaterThan(1);
      }
    }
  }

  /** よ and よ！ are one end to whoever listens. */
  @Test
  void endsOtherwiseAfterTwoThatDifferOnlyInTheirMark() {
    for (int seed = 0; seed < 50; seed++) {
      EndingVariation variety = EndingVariation.of(List.of(VOICES), "dayo").apply(seed);
      List<String> heard = new ArrayList<>();
      for (String end : List.of("を磨くよ。", "が始まるよ！", "を削るよ。", "ができるよ！", "を読むよ。", "を拭くよ。")) {
        String said = variety.vary("箱" + end, true);
        heard.add(said.substring(said.length() - 2, said.length() - 1));
      }
      for (int i = 2; i < heard.size(); i++) {
        assertThat(heard.subList(i - 2, i + 1).stream().distinct().count()).isGreaterThan(1);
      }
    }
  }

  @Test
  void saysHearsayAsHearsay() {
    EndingVariation variety = EndingVariation.of(List.of(VOICES), "nanoda").apply(0);
    assertThat(variety.vary("紙は燃えにくいと報じられているのだ。", true)).isEqualTo("紙は燃えにくいらしいのだ。");
    assertThat(variety.vary("紙は燃えにくいとされているのだ。", true)).startsWith("紙は燃えにくいとされているのだ");
    assertThat(EndingVariation.of(List.of(VOICES), "dayo").apply(0).vary("沈んだよ。", true))
        .startsWith("沈んだよ");
  }

  @Test
  void whatSeemsSoIsSaidWithOneEnding() {
    EndingVariation variety = EndingVariation.of(List.of(VOICES), "nanoda").apply(0);
    assertThat(variety.vary("新しい油は有効なようなのだ。", true)).startsWith("新しい油は有効みたいなのだ");
    assertThat(variety.vary("町が箱になるようなのだ。", true)).startsWith("町が箱になるようなのだ");
  }

  @Test
  void nobodyCallsOutATrouble() {
    for (int seed = 0; seed < 50; seed++) {
      EndingVariation variety = EndingVariation.of(List.of(VOICES), "nanoda").apply(seed);
      for (String said : List.of("箱を磨くのだ。", "箱を削るのだ。", "懸念が増えているのだ。", "規制の影響が増えているのだ。")) {
        assertThat(variety.vary(said, true)).doesNotEndWith("増えているのだ！");
      }
    }
  }

  @Test
  void whatIsCountedIsNoNews() {
    for (int seed = 0; seed < 50; seed++) {
      EndingVariation variety = EndingVariation.of(List.of(VOICES), "nanoda").apply(seed);
      for (String said : List.of("1つ目は、油なのだ。", "2つ目は、針なのだ。", "3つ目は、蓋なのだ。", "4つ目は、鍵を新しくできることなのだ。")) {
        assertThat(variety.vary(said, true)).isEqualTo(said);
      }
    }
  }

  private static Optional<String> said(String style, int seed, String... sentences) {
    Reactions reactions = new Reactions(List.of(VOICES), style);
    return reactions.to(List.of(sentences), List.of(sentences), new HashSet<>(), seed);
  }

  @Test
  void reactsOnlyWhereTheKindIsCertain() {
    assertThat(said("nanoda", 0, "道具は無料で使えます。")).isPresent();
    assertThat(said("nanoda", 0, "道具は無料で使えません。")).isEmpty();
    assertThat(said("nanoda", 0, "歯車を木で作りました。")).isEmpty();
    assertThat(said("nanoda", 0, "歯車を木で作りました。", "道具は無料で使えます。")).isPresent();
    assertThat(said("nanoda", 0, "道具は無料で使えます。")).isNotEqualTo(said("nanoda", 1, "道具は無料で使えます。"));
  }

  /** A title is known by its mark: a sentence that ends like one is none. */
  @Test
  void knowsWhoTriedItselfByTheTitle() {
    assertThat(said("nanoda", 0, "題：木の時計を作ってみた")).isPresent();
    assertThat(said("nanoda", 0, "題：木の時計を作ってみたい人へ")).isEmpty();
    assertThat(said("nanoda", 0, "木の時計を作ってみた")).isEmpty();
  }

  @Test
  void saysTheSameOfNoSecondArticle() {
    Reactions reactions = new Reactions(List.of(VOICES), "nanoda");
    List<String> free = List.of("道具は無料で使えます。");
    Set<String> told = new HashSet<>();
    assertThat(reactions.to(free, free, told, 0)).isPresent();
    assertThat(reactions.to(free, free, told, 1)).isEmpty();
  }

  /** A kind word makes no joke of what an article tells elsewhere; a warning stays one. */
  @ParameterizedTest
  @ValueSource(strings = {"nanoda", "dayo", "desuwa"})
  void isGladOfNothingSad(String style) {
    Reactions reactions = new Reactions(List.of(VOICES), style);
    List<String> fun = List.of("箱が届きました。", "クスッと笑える箱の話です。");
    assertThat(reactions.to(fun, fun, new HashSet<>(), 0)).isPresent();
    for (String sad : List.of("飼い猫が亡くなりました。", "箱で怪我をして手術をしました。", "珍しい病気の話です。")) {
      List<String> all = Stream.concat(fun.stream(), Stream.of(sad)).toList();
      assertThat(reactions.to(fun, all, new HashSet<>(), 0)).as(sad).isEmpty();
    }
    assertThat(said(style, 0, "鍵の脆弱性が見つかりました。")).isPresent();
  }

  @Test
  void criesNothingOfAGraveArticle() {
    Reactions reactions = new Reactions(List.of(VOICES), "nanoda");
    assertThat(reactions.isGrave(List.of("工房の先生が亡くなりました。"))).isTrue();
    assertThat(
            reactions.isGrave(
                List.of("速さを犠牲にして軽くしました。", "精度を犠牲にせずに速くしました。", "損失を相殺します。", "鍵の脆弱性が見つかりました。")))
        .isFalse();
    EndingVariation quiet = EndingVariation.of(List.of(VOICES), "nanoda").apply(0);
    assertThat(quiet.vary("新しい箱を公開したのだ！", false)).isEqualTo("新しい箱を公開したのだ。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nanoda", "dayo", "desuwa"})
  void reactionsStateNoFact(String style) {
    Table.layered(List.of(), style + "-reactions.tsv").rows().stream()
        .map(row -> row.cell(1))
        .forEach(text -> assertThat(text).doesNotContainPattern("[0-9A-Za-z「」]"));
  }
}
