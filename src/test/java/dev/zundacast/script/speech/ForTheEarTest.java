package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.script.Wording;
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
    "この記事では、歯車の直し方にも触れ、木の時計の良さを示唆しています。,記事では、歯車の直し方にも触れ、木の時計の良さを示唆しています。",
    "この記事では、工房の山田さんは歯車の直し方を提案しています。,工房の山田さんは歯車の直し方を提案しています。",
    "この記事では、歯車を三つに分類し、それぞれの直し方や使い分けについて解説しています。,歯車を三つに分類し、それぞれの直し方や使い分けを解説しています。",
    "新しい針は、先ほど紹介したSunsetの歯車で動きます。,新しい針は、Sunsetの歯車で動きます。",
    "前述の「Sunset」が鳴ります。,「Sunset」が鳴ります。",
    "今回ご紹介する「Sunset」は、木の時計です。,「Sunset」は、木の時計です。",
    "この記事は、歯車の直し方について学ぶことができます。,歯車の直し方について学ぶことができます。",
    "本資料は、歯車の直し方について解説した登壇資料です。,歯車の直し方について解説した登壇資料です。",
    "この記事は、弟子が初めて歯車を直した体験談を紹介しています。,弟子が初めて歯車を直した体験談です。",
    "記事では、紙の歯車が割れにくいと述べています。,記事では、紙の歯車が割れにくいと書いています。",
    "新人エンジニアの皆さんも、試してみてください。,試してみてください。",
    "夕焼け工房の新しい時計「Sunset」に関する紹介記事です。,夕焼け工房の新しい時計「Sunset」の話です。",
    "記事では、古い紙を貼り合わせ、歯車を作っています。,記事では、古い紙を貼り合わせ、歯車を作っています。",
    "この記事では、紙の歯車がなぜ割れないのかを、新人エンジニアの方にも分かりやすく解説します。,紙の歯車がなぜ割れないのか、という話です。",
    "記事では、歯車の数が紹介されています。,歯車の数の話も出てきます。",
    "木の時計の作り方と、割れにくい理由について分かりやすく解説します。,木の時計の作り方と、割れにくい理由の話です。",
    "紙の歯車を静かに動かす方法を紹介します。,紙の歯車を静かに動かす方法の話です。",
    "当番の人に古い時計の動かし方を説明します。,当番の人に古い時計の動かし方を説明します。",
    "職人は、紙の歯車の作り方を紹介します。,職人は、紙の歯車の作り方を紹介します。",
    "記事では、職人が歯車を作っています。,職人が歯車を作っています。",
    "木の時計が一般的になります。,木の時計がふつうになります。",
    "木の音は、油のおかげで劇的に改善します。,木の音は、油のおかげでぐんと良くなります。",
    "工房は、音を劇的に改善します。,工房は、音をぐんと良くします。",
    "職人が歯車を作ったという珍しいニュースが届きました。,職人が歯車を作った。",
    "この記事は、夕焼け工房の山田氏が、町での時計作りの事例を紹介したものです。,夕焼け工房の山田氏が、町での時計作りの事例を紹介しています。",
    "この記事は、夕焼け工房の山田氏が作った時計を紹介したものです。,夕焼け工房の山田氏が作った時計の話です。",
    "この仕組みを、新人エンジニアにも分かりやすく説明します。,この仕組みを説明します。",
    "主な部品は以下の通りです：,主な部品は、こうです。",
    "【コツ】部品を磨きます。,部品を磨きます。",
    "部品は以下の3つです。,部品は3つです。",
    "重さは100g以下のままです。,重さは100g以下のままです。",
    "五つ以下の部品で、平均以下の音です。,五つ以下の部品で、平均以下の音です。",
    "5つ以下の3種を使います。,5つ以下の3種を使います。",
    "町には以下の店があります。,町には次の店があります。",
    "主に以下の3つを使います。,主に3つを使います。",
    "木で時計を構築したい人がいます。,木で時計を構築したい人がいます。",
    "本記事では、木の時計の作り方について解説している。,木の時計の作り方の話です。",
    "本記事は、木の時計を町で広めた取り組みをまとめたものである。,木の時計を町で広めた取り組みの話です。",
    "この記事では、職人が歯車を作っている。,職人が歯車を作っている。",
    "部品は以下の通りである。,部品は、こうです。",
    "測った条件は以下。,測った条件は、こうです。",
    "重さは百グラム以下。,重さは百グラム以下。",
    "Q. 時計はどこにありますか。,時計はどこにありますか。",
    "町の人は資料を箱にしまった。,町の人は資料を箱にしまった。",
    "誰も時計を見なくなった——。,誰も時計を見なくなった。",
    "――鳴らなかったのはいつですか。,鳴らなかったのはいつですか。",
    "方法は①油を差す、②布で拭く、③箱にしまう、です。,方法は油を差す、布で拭く、箱にしまう、です。",
  })
  void saysNothingAboutTheArticleItself(String written, String said) {
    assertThat(heard(written)).isEqualTo(said);
  }

  @Test
  void cutsALongSentenceAtACommaWithSignsBehindIt() {
    assertThat(heard("木の時計を机の上に置くときには少しだけ場所を選ぶ必要がありますが、「--quiet」の札を" + "使うことで、夜のあいだも静かな部屋で休めます。"))
        .isEqualTo("木の時計を机の上に置くときには少しだけ場所を選ぶ必要があります。|" + "でも、「--quiet」の札を使うことで、夜のあいだも静かな部屋で休めます。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本要約が、皆さんの理解の一助となれば幸いです。",
        "詳細な情報や作り方については、記事の原文を参照してください。",
        "時計を作りたい方は、この記事で紹介されている結果を参考に、木を選ぶことをお勧めします。",
        "詳細は元の記事をご確認ください。",
        "※本要約は記事の一部です。",
        "を挙げています。",
        "新人エンジニアの皆さん、こんにちは！"
      })
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
    "大工の山田さん（52）が箱を作りました。,大工の山田さんが箱を作りました。",
    "次の版（2.5）は軽いです。,次の版、2.5は軽いです。",
    "値段はWooden（追加料金なし）です。,値段はWoodenです。",
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
    "工房が生まれた当初の木を使います。,工房が生まれた当初の木を使います。",
    "必要に応じて磨きます。,必要に応じて磨きます。",
    "季節に応じて磨きます。,季節に合わせて磨きます。",
    "紙の場合、折れます。,紙の場合、折れます。",
    "折れた場合、直します。,折れたとき、直します。",
    "雨に遭遇しなかった人です。,雨に遭遇しなかった人です。",
    "聴く体験を向上させます。,聴く体験を良くします。",
    "硬さを向上させます。,硬さを上げます。",
    "音の響きが改善し、眠れます。,音の響きが良くなり、眠れます。",
    "市が開始します。,市が始まります。",
    "許可を取得して売ります。,許可を取って売ります。",
    "気温を取得して鳴ります。,気温を取ってきて鳴ります。",
    "膨大な手間がかかります。,ものすごい手間がかかります。",
    "多くの場合、木を使います。,たいてい、木を使います。",
    "天気に鑑み、休みます。,天気に照らし、休みます。",
    "違いが顕著になります。,違いが顕著になります。",
    "本取り組みは続きます。,この取り組みは続きます。",
    "本日より店で売ります。,今日から店で売ります。",
    "木の軽さは紙に及びません。,木の軽さは紙に及びません。",
    "木及び紙を使います。,木と紙を使います。",
    "木並びに紙を使います。,木と紙を使います。",
    "各種の道具を、各種そろえました。,いろいろな道具を、各種そろえました。",
    "各種設定を見ます。,いろいろな設定を見ます。",
    "木および紙を使います。,木と紙を使います。",
    "直しは数年におよびました。,直しは数年におよびました。",
    "音は隣の町に及び、犬が吠えました。,音は隣の町に及び、犬が吠えました。",
    "木の良さを見極めて買います。,木の良さを見極めて買います。",
    "木は極めて軽いです。,木はとても軽いです。",
    "なにより、軽いことが大事です。,なにより、軽いことが大事です。",
    "木のみならず、紙も使います。,木だけでなく、紙も使います。",
    "見出し、本文、絵を入れます。,見出し、本文、絵を入れます。",
    "木の良さを見出した人です。,木の良さを見つけた人です。",
    "三枚のうち一層は木です。,三枚のうち一層は木です。",
    "音が一層小さくなります。,音がもっと小さくなります。",
    "板を数字の並びに変えます。,板を数字の並びに変えます。",
    "工房からは当初、反対されました。,工房からは最初、反対されました。",
    "毎朝見る利用者が増えました。,毎朝見る利用者が増えました。",
    "店では利用者が増えました。,店では使う人が増えました。",
    "日本企画の箱です。,日本企画の箱です。",
    "これにより町が静かになります。,これによって町が静かになります。",
    "特に注目すべき点は、軽さです。,特に注目したい点は、軽さです。",
    "注目すべきは、軽さです。,注目したいのは、軽さです。",
    "一部の箱のみの公開です。,一部の箱だけの公開です。",
    "鍵は木の箱のみとなります。,鍵は木の箱だけになります。",
    "雨で音質が劣化します。,雨で音質が落ちます。",
    "箱を大幅に変更します。,箱を大きく変えます。",
    "箱を大幅に軽くします。,箱をぐっと軽くします。",
    "木の方がずっと効果的になります。,木の方がずっと効果的になります。",
    "鐘を適切に設定します。,鐘をきちんと設定します。",
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
    "夕焼け工房は、机の上の明かりだけで一年のあいだずっと静かに動き続ける力を持つ木の時計「Sunset」を公開しました。,"
        + "夕焼け工房は、木の時計「Sunset」を公開しました。|「Sunset」は、机の上の明かりだけで一年のあいだずっと静かに動き続ける力を持ちます。",
    "夕焼け工房は、机の上の明かりだけで一年のあいだずっと静かに動き続ける力を持つ木の時計「Sunset」の試作品を公開しました。,"
        + "夕焼け工房は、木の時計「Sunset」の試作品を公開しました。|「Sunset」は、机の上の明かりだけで一年のあいだずっと静かに動き続ける力を持ちます。",
    "夕焼け工房は、夜のあいだも町の人の眠りを少しもさまたげないで静かに時を知らせるための新しい時計Sunsetを公開しました。,"
        + "夕焼け工房は、新しい時計Sunsetを公開しました。|Sunsetは、夜のあいだも町の人の眠りを少しもさまたげないで静かに時を知らせるためのものです。",
    "夕焼け工房は、隣の町の大工が作った音のとても静かな置き時計である「Moon」が、海の向こうの町でも買えるようになったことを発表しました。,"
        + "夕焼け工房は、「Moon」が、海の向こうの町でも買えるようになったことを発表しました。|「Moon」は、隣の町の大工が作った音のとても静かな置き時計です。",
    "夕焼け工房は、隣の町の古い大工と共同で、夜のあいだも小さな音で鳴ることに特化した木の時計「Sunset」を公開しました。,"
        + "夕焼け工房は、隣の町の古い大工と共同で、夜のあいだも小さな音で鳴ることに特化した木の時計「Sunset」を公開しました。",
    "夕焼け工房は、夜のあいだも眠りをさまたげないように小さな音で鳴ることに特化した木の時計「Sunset」を公開しました。,"
        + "夕焼け工房は、木の時計「Sunset」を公開しました。|「Sunset」は、夜のあいだも眠りをさまたげないように小さな音で鳴ることに特化しています。",
  })
  void cutsLongSentencesWhereClausesEnd(String written, String said) {
    assertThat(heard(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "これまでの時計は朝になるたびにねじを巻く必要がありましたが、この時計は机の上の明かりだけで一年のあいだ動き続けます。,でも、この時計は",
    "工房では歯車を細い木を何枚も重ねて貼り合わせた板から切り出すことで、この形を雨の多い季節にも同じ大きさに保っています。,これによって、この形を",
    "この時計は寝室の棚の上で針が夜のあいだも光るように作られているため、それぞれの家でこれを置いておく人がとても増えています。,そのため、それぞれの",
    "この時計は寝室の棚の上で針が夜のあいだも光るように作られているため、そのため棚の上に置いておく人がこの町でとても増えています。,そのため棚の",
  })
  void joinsWhatPointsBackByAConnective(String written, String second) {
    assertThat(EAR.hear(written).texts()).hasSize(2).last().asString().startsWith(second);
  }

  @ParameterizedTest
  @CsvSource({
    "この道具は、職人がよく使うやすり（Rasp）の一種です。,この道具は、職人がよく使うやすりの一種です。",
    "ハーネス（細かく磨いて油を塗ってから組むこと）を学びます。,ハーネスを学びます。|ハーネスとは、細かく磨いて油を塗ってから組むことです。",
    "ハーネス（板をていねいに磨いて油を塗る）を学びます。,ハーネスを学びます。",
    "製作工程（切断・研磨・塗装・組立・検査・梱包）を学びます。,製作工程を学びます。",
    "12トークン（部品をしまうための小さな入れ物）を買います。,12トークンを買います。",
    "f('木の箱')のように書きます。,f('木の箱')のように書きます。",
  })
  void explainsOnlyWhatANoteTells(String written, String said) {
    assertThat(heard(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "この記事では、時計を三つの種類に分類し、それぞれの形と値段について解説しています。,時計を三つの種類に分類し、それぞれの形と値段を解説しています。",
    "この記事は、職人である林さんが十年の経験に基づき、木と紙の違いを整理したものです。,職人である林さんが十年の経験をもとに、木と紙の違いを整理しています。",
    "記事では、箱の作り方として以下の2つを紹介しています。,箱の作り方として2つを紹介しています。",
    "時計を作りたい新人エンジニアにとって、良い道具です。,時計を作りたい人にとって、良い道具です。",
    "この説明は、要点に絞っています。,''",
  })
  void keepsTheArticlesVerbWhereAClauseNeedsIt(String written, String said) {
    assertThat(heard(written)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "町で一番古い木の時計を三十年かけて作ってきた工房の主人であり、いまは隣の町に住んでいる林さんが、新しい工房を開きました。",
        "たとえば「白い箱」のように、実際には部品を何も入れておかないけれど、職人が順番を忘れないための目印として使う道具があります。",
        "丸い形の食べ物として町の人に馴染みが深いのが月餅であるため、思い浮かべる絵がいつのまにか入れ替わる面白さを指摘しています。",
        "部品の値段が高いことや、修理に時間がかかることから、この町の人たちは古い時計を使い続けるかどうかをいま迷っています。",
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
  void explainsNothingInAName() {
    assertThat(EAR.words("Rasp（木のやすり）の使いやすさ")).isEqualTo("Raspの使いやすさ");
    assertThat(EAR.words("Rasp (木のやすり) Saw")).isEqualTo("Rasp Saw");
    assertThat(EAR.words("板をf(x)で削る")).isEqualTo("板をf(x)で削る");
    assertThat(heard("木と紙といった異なる板です。")).isEqualTo("木と紙といった異なる板です。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"わぁぁぁぁぁぁぁぁぁぁぁぁぁぁぁため", "ーーーーーーーーーーーーーーーため", "〜〜〜〜〜〜〜〜〜〜〜〜〜〜〜て", "！！！！！！！！！！！！！！が"})
  void whatIsNoSentenceIsNotCut(String front) {
    String rest = "、とても長い声が町の広場の端から端まで響いて、木の時計の針を震わせながら朝まで続きました。";
    assertThat(EAR.hear(front + rest).texts()).isNotEmpty();
    assertThat(EAR.hear(front + "、" + "…".repeat(40)).texts()).isNotEmpty();
  }

  @Test
  void tellsOfEachPieceWhichRowsMadeIt() {
    ForTheEar.Reworded said =
        EAR.hear("これまでの時計は様々な道具でねじを巻く必要がありましたが、新しい時計は机の上の明かりを用いて一年のあいだ動き続けます。");
    assertThat(said.rules(said.texts().get(0)))
        .containsExactly("plain-words 様々な → いろんな", "joints but");
    assertThat(said.rules(said.texts().get(1)))
        .containsExactly("plain-words 用いて → 使って", "joints but");
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

  @Test
  void aFolderIsNamedAsOne() {
    assertThat(EAR.words("gears/")).isEqualTo("gearsフォルダ");
    assertThat(heard("歯車はgears/に入っています。")).isEqualTo("歯車はgearsフォルダに入っています。");
    assertThat(heard("歯車はgears/フォルダに入っています。")).isEqualTo("歯車はgearsフォルダに入っています。");
  }
}
