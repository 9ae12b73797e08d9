package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForTheEarTest {
  private static final Morphology WORDS = new Morphology();
  private static final ForTheEar EAR = new ForTheEar(List.of(Path.of("voices")), WORDS);

  private static String heard(String sentence) {
    return String.join("|", EAR.hear(sentence).texts());
  }

  @ParameterizedTest
  @CsvSource({
    "この記事では、木の時計の作り方について詳しく解説しています。,木の時計の作り方の話です。",
    "本記事は、木の時計についての解説記事です。,木の時計の話です。",
    "記事では、紙の歯車が割れにくいと述べています。,紙の歯車が割れにくいと話しています。",
    "新人エンジニアの皆さんも、試してみてください。,試してみてください。",
    "この仕組みを、新人エンジニアにも分かりやすく説明します。,この仕組みを、説明します。",
    "主な部品は以下の通りです：,主な部品は、こうです。",
    "部品は以下の3つです。,部品は3つです。",
    "重さは100g以下のままです。,重さは100g以下のままです。",
  })
  void saysNothingAboutTheArticleItself(String written, String said) {
    assertThat(heard(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"本要約が、皆さんの理解の一助となれば幸いです。", "詳細は元の記事をご確認ください。", "新人エンジニアの皆さん、こんにちは！"})
  void leavesOutWhatIsOnlyForReaders(String sentence) {
    assertThat(EAR.hear(sentence).texts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "大きな模型（Large Model）を作りました。,大きな模型を作りました。",
    "新しいWidget（動く部品）を試しました。,新しいWidget、つまり動く部品を試しました。",
    "箱の98%以上（335個）が木です。,箱の98%以上、335個が木です。",
    "道具（例：小さなのこぎり）を使います。,道具を使います。|例えば、小さなのこぎりです。",
    "ハーネス（馬を正しい方向へ導くための革の道具）を作りました。,ハーネスを作りました。|ハーネスとは、馬を正しい方向へ導くための革の道具のことです。",
    "f(x)とw()を呼びます。,f(x)とw()を呼びます。",
    "「速い箱（Fast Box）」を作りました。,速い箱を作りました。",
  })
  void turnsNotesInBracketsIntoWords(String written, String said) {
    assertThat(heard(written).replace("たとえば", "例えば")).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "様々な顧客に道具を用いて説明しました。,いろんなお客さんに道具を使って説明しました。",
    "「様々な顧客」と書いてあります。,「様々な顧客」と書いてあります。",
    "今後様々な箱を作ります。,今後いろんな箱を作ります。",
    "困難に屈しない職人です。,困難に屈しない職人です。",
    "修理が困難になります。,修理が難しくなります。",
    "道具は再利用する予定です。,道具は再利用する予定です。",
    "実際に、箱を開けます。,実際に、箱を開けます。",
    "資料を共有する人がいます。,資料を共有する人がいます。",
    "ご利用いただけます。,ご利用いただけます。",
    "水によって、紙が膨らみます。,水によって、紙が膨らみます。",
  })
  void saysPlainWords(String written, String said) {
    assertThat(heard(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "これまでの時計は朝になるたびにねじを巻く必要がありましたが、新しい時計は机の上の明かりだけで一年のあいだ動き続けます。,"
        + "これまでの時計は朝になるたびにねじを巻く必要がありました。|でも、新しい時計は机の上の明かりだけで一年のあいだ動き続けます。",
    "歯車は細い木を何枚も重ねて貼り合わせた板から切り出されており、雨の多い季節にも形が変わらないように薄い油が塗られています。,"
        + "歯車は細い木を何枚も重ねて貼り合わせた板から切り出されています。|雨の多い季節にも形が変わらないように薄い油が塗られています。",
    "この時計は音が小さいだけでなく針が夜のあいだも光るように作られているため、寝室の棚の上に置いておく人がとても増えています。,"
        + "この時計は音が小さいだけでなく針が夜のあいだも光るように作られています。|そのため、寝室の棚の上に置いておく人がとても増えています。",
  })
  void cutsLongSentencesWhereClausesEnd(String written, String said) {
    assertThat(heard(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "職人は、軽い板を何枚も選び、それを一枚ずつ磨いて組み立てる仕組みを、この町の小さな工房で三十年かけて考えました。",
        "この道具を使えば、固い板を薄く削り、曲がった部品もまっすぐに直し、細かな傷まで一度にきれいに消すことができます。",
        "隣の町の人たちが、古い橋が流されたため、毎朝遠い道を歩いて学校へ通っているという話が、新聞に載りました。",
      })
  void leavesWholeWhatACutCouldChange(String sentence) {
    assertThat(EAR.hear(sentence).texts()).hasSize(1);
  }

  @Test
  void shortensOnlyListsThatClaimToBeNoWhole() {
    assertThat(heard("木、紙、布、糸、革などを使います。")).isEqualTo("木、紙、布などを使います。");
    assertThat(heard("木、紙、布、糸、革を使います。")).isEqualTo("木、紙、布、糸、革を使います。");
  }

  @Test
  void putsRowsOfTheVoicesFolderBeforeItsOwn(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("styles/plain-words.tsv");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "様々な\t山ほどの\n非常に\t非常に\n");
    ForTheEar ear = new ForTheEar(List.of(folder), WORDS);
    assertThat(ear.hear("様々な箱が非常に人気です。").texts()).isEqualTo(List.of("山ほどの箱が非常に人気です。"));
  }

  @Test
  void wordsThatOnlyLeadToAListAreNotSaid() {
    assertThat(heard("具体的には、です。")).isEmpty();
    assertThat(heard("といった機能を持っています。")).isEqualTo("こんな機能を持っています。");
  }

  @Test
  void aCharactersOwnWordsGoBeforeTheCommonOnes(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("styles/nanoda-plain-words.tsv");
    Files.createDirectories(table.getParent());
    Files.writeString(table, "様々な\tいっぱいの\n");
    List<Path> folders = List.of(folder);
    Wording wording = Wording.load(folders, WORDS, new SpeechStyles(folders, WORDS));
    assertThat(wording.in("nanoda").ear().hear("様々な箱を用いて作ります。").texts())
        .containsExactly("いっぱいの箱を使って作ります。");
    assertThat(wording.in("as-written").ear().hear("様々な箱です。").texts()).containsExactly("いろんな箱です。");
  }
}
