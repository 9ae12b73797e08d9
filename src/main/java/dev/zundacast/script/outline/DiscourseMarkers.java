package dev.zundacast.script.outline;

import dev.zundacast.words.Search;

/** Words by which a sentence shows what it tells, and what it needs. */
final class DiscourseMarkers {
  static final Search FIGURE = Search.of("\\d[\\d,.]*");

  static final Search NAME = Search.of("「[^」]{2,30}」|[A-Za-z][A-Za-z0-9.+#-]{2,}");

  /** Hakoは、町で作られた時計です。: what it is may be told once more in other words. */
  static final Search IS_A =
      Search.of(
          "^(「[^」]{2,30}」|[A-Za-z][A-Za-z0-9 .+-]{1,30})は、.*?([\\p{IsHan}\\p{IsKatakana}ー]{2,})"
              + "(?<!必要|可能|不要|無料|有料|重要|便利|有効|簡単|最適|大切|大事|人気|有名)です。$");

  static final Search CONSEQUENCE =
      Search.of("これによって|これにより|その結果|結果|できるように|可能に|実現|成功|達成|上が|減ら|減り|増え|速く|安く|防");

  static final Search NEWS = Search.of("公開し|公開され|発表|リリース|登場|追加|新し|新た|初め|導入|始め|始ま|対応し|搭載");

  static final Search NAMED = Search.of("「|[A-Z][a-z]+|\\d");

  static final Search ASIDE = Search.of("^(?:なお|ちなみに|たとえば|例えば|具体例)");

  /** Words that any article could end with. */
  static final Search GENERAL =
      Search.of(
          "(?:きっかけ|ヒント|参考|助け|一助|備え)(?:に|と)な|大[事き]な一歩|役立[つてちっ]|満載|魅力的な選択肢|可能性を(?:感じ|広げ|示)|興味のある(?:方|人)|必見|考えさせ|学び(?:に|の)(?:満ち|多い)|目が離せ|注目(?:です|が集ま|していき)|と言えるでしょう|(?:重要|大切|大事)(?:です|になります)。$|(?:興味深い|驚くべき)(?:結果|もの)[^。、]{0,8}(?:です|ます|でした)。$");

  /** Whom it is about only the sentences before tell. */
  static final Search THEY = Search.of("^(?:彼ら|彼女|彼)[はがも]");

  static final Search ADDRESSED = Search.of("(?:ください|ましょう|でしょうか)[。！？]?$");

  static final Search UNSAYABLE =
      Search.of(
          "https?://|(?<![\\w.-])(?:[\\w.-]+/){2,}[\\w.-]+|(?<![\\w-])--?[a-z]{3,}|(?<!\\w)\\w+\\(\\)|(?<![A-Za-z])[a-z][A-Za-z]{2,}(?:[.:][A-Za-z]*[a-z][A-Z]|配下)");

  private static final Search LEANS =
      Search.of(
          "^(?:これ|この|こんな|そんな(?!中)|それ|その|そこ|こう|そう|しかし|でも|だが|一方|ただ|だから|そのため|次の(?!よう|通り|点|もの)|逆に|むしろ|つまり|具体的には|たとえば|例えば|ここ|同じ|彼ら|すると|いずれも|どちら|両者|両社|両方|前者|後者|上記|同社|同氏|同チーム|まるで|ちょうど、|いわば、?|(?:次に、)?もし(?!も|皆さん|あなた)|また、[^、。]{1,20}(?:について|に関して)も)|(?:でも|も)(?:同じ|同様)です。$");

  /** Somebody whose name stands elsewhere. */
  static final Search TEAM = Search.of("^(?:この|同)?((?:研究|開発)?(?:チーム|グループ))(?:は|では|が)");

  /** A short name in capitals, which stands in brackets where it is introduced. */
  static final Search SHORT_NAME = Search.of("^([A-Z][A-Za-z]{0,3}[A-Z])(?:は|が|では|を|も)");

  /** One side of two. */
  private static final Search SIDE = Search.of("^[^、。はが]{1,12}側は");

  /** 針の数も、: the same is told of something else. */
  private static final Search TOO =
      Search.of(
          "^(?!今|い[まつ]|何|誰|どれ|どの|最も|とても|もっと|必ずし)[^、。はがをもに]{2,20}+(?<![にでとへらかりて])も(?![っしうのと])"
              + "|^[^、。はがをもに]{2,20}+による[^、。はがをもに]{1,20}+も(?![っしうのと])");

  /** When it was the sentence before told, or what came first. */
  private static final Search AT_THAT_TIME =
      Search.of("(?:^|、)この(?:段階|時点|過程)で|^(?:フェーズ|ステップ|ステージ)\\s?[2-9]");

  /** Most sentences have none of these words, and need not be looked at closer. */
  private static final Search POINTING = Search.of("こ[のうれ]|そ[うのん]");

  private static final Search POINTS_BACK =
      Search.of(
          "^(?:[^、。]{1,24}[はがも]、?(?:これら|そんな|この「|こうした|そうした|このよう|この(?:課題|問題|限界|弱点|欠点|悩み|壁|状況|傾向|流れ|アプローチ|方針|やり方|設計|仕組み|取り組み|手法))|[^。]{1,30}、(?:これら|こうした)の|[^、。]{1,30}[はが]、この[^、。「」A-Z]{1,14}(?:課題|問題|リスク|現象|状況)[をにが]|[^、。]{1,16}では、?この(?!\\d|[０-９数春夏秋冬先]|ところ|ほど|たび|記事|論文|[「A-Z])|[^はが「、]{4,40}、その[^、。]{1,10}[はがも])");

  /** ほかの町にもこの機能が: it goes further with what has been told. */
  private static final Search FURTHER = Search.of("[にでかと]もこの(?:機能|技術|仕組み|手法|攻撃|問題)[がをは]");

  /**
   * One of several that the text counts: the others, and what it is that is counted, stand before
   * it.
   */
  static final Search COUNTS = Search.of("^(?:[一二三四五六1-6１-６]つ目|もう(?:一|ひと)つ|第[二三四五])");

  /** A word of a glossary. */
  static final Search TERM =
      Search.of("^([A-Za-z\\p{IsKatakana}ー][A-Za-z0-9\\p{IsKatakana}ー .+-]+?)(?:は|とは)、[^。]*です。$");

  /** What a word means, in a sentence of its own. */
  static final Search EXPLAINS = Search.of("とは、[^。]*ことです。$");

  static final Search DEFINES =
      Search.of("^これは、?|^(?:これ|それ)らを解決する|^この(?:課題|問題|状況)を[^、。]{0,6}(?:解決|解消)する");

  /** It only names what the next sentence tells of. */
  static final Search INTRODUCES = Search.of("(?:が|は、?)「[^」]{2,30}」(?:という[^。、]{1,12})?です。$");

  /** It ends on the name of what the next sentence tells of: 町を支えるのが「Hako」です. */
  static final Search ENDS_ON_A_NAME =
      Search.of(
          "(?:のが|のは、)[^、。]{0,30}「[^」]{2,30}」(?:や「[^」]{2,30}」)?(?:(?:という|による)[^、。は]{1,12}|[^、。はがをにで]{0,8})です。$"
              + "|「[^」]{2,30}」という(?:考え方|仕組み|手法|機能|方法|技術|アプローチ|概念)が(?:[^、。]{0,6}に)?(?:あります|役立ちます|役立ちました|登場します)。$");

  /** What the sentence before it named is of this kind. */
  static final Search IS_KIND =
      Search.of("^これは、[^。]*(?:コマンド|取り組み|考え方|技術|仕組み|ツール|手法|機能|サービス|方式)です。$");

  /** It says what is not so for what the next sentence says is so. */
  static final Search DENIES = Search.of("(?:わけでは|だけでは)(?:ありません|ないです)。$");

  /** What is compared is told for what came of it. */
  static final Search COMPARES = Search.of("(?:比較|検証|測定|評価|調査|分析|実験)(?:し|を行い?|を行っ)[^。、]{0,6}。$");

  /** What came of what was compared. */
  static final Search RESULTS = Search.of("^(?:その)?結果[、は]|^[^、。]{0,10}した結果、|^その結果");

  /** A plain verb: of a clause that the next sentence sums up (時計が町を起こす。そんな朝が…), or of a hint. */
  static final Search PLAIN_VERB = Search.of("(?:(?<!ましょ|でしょ|だろ)う|[くつぬむるぶぐ]|(?<![まで])す)。$");

  /** そんな朝: it sums up the sentence before. */
  static final Search SUCH_A = Search.of("^(?:そんな|そういう|そういった|そうした)(?![中にら])");

  /** Nothing is marked by は but where or how. */
  private static final String NO_TOPIC = "^(?!.*(?<![にで])は)";

  /** What is judged or explained stands in the sentence before: …を割り当てる仕組みです. */
  private static final Search JUDGES =
      Search.of(
          NO_TOPIC
              + "(?!.*(?:のが|点が|[A-Za-z」ー]が|[A-Za-z」]も)).*[うくすつぬむるたい](?:とても|大変|最も|良い|いい|大きな|強力な|大事な)?"
              + "(?:仕組み|事例|ツール|機会)(?:です|[とに]な(?:ります|りました|るでしょう|りそうです))。$");

  /** …のと似ています, …ことを示しています, …だけです, ぜひこれらの…: and nobody knows what. */
  private static final Search LIKENS =
      Search.of(
          NO_TOPIC
              + ".*(?:のと(?:似てい|同じ)|こと(?:を示唆し|を示し|を物語っ|を教えてくれ))[^。は]{0,6}。$|^ぜひ、?(?:これら|こうした)|^[^はも]*だけです。$");

  /** 設定後、: what was set up stands in the sentence before. */
  private static final Search AFTER_IT =
      Search.of("^(?:構築|設定|導入|登録|認証|準備|接続|起動|インストール)(?:が?完了)?(?:後|したら|すると|した後|したあと)、");

  /** 料金は、: and of what stands in the sentence before. */
  private static final Search PRICE =
      Search.of("^(?:試用期間|料金|価格|使い方|精度|動作環境)[はも]、?(?![^。]*(?:[A-Za-z「]|[\\p{IsKatakana}ー]{3}))");

  static final Search FIRST_OF_ALL = Search.of("^[一1１]つ目");

  /** The first of a list's items, which the sentence above the list leads to. */
  static final Search BEGINS = Search.of("^(?:まずは、|まずは[^、。]{1,24}で、|[一1１]つ目[はに])");

  /** It begins with a name that it tells something of, not what it is. */
  static final Search ABOUT_A_NAME =
      Search.of(
          "^(?:でも、|しかし、|また、|さらに、)?([A-Za-z0-9\\p{IsKatakana}ー][A-Za-z0-9\\p{IsKatakana}ー"
              + " .・-]{2,24}+)(?:は|には|が|では|も)(?![^。]*です。$)");

  /** It is told for what the next sentence says against it. */
  static final Search CONCEDES =
      Search.of("^(?:これまで|従来|以前|もともと|一見|もちろん|確かに|たしかに)|かもしれません。$|がちです。$|思われ(?:がち|ています)");

  /** It is told for what is done about it. */
  static final Search PROBLEM =
      Search.of(
          "(?:課題|問題(?:点)?|リスク|懸念|弱点|限界|壁|負担)(?:が|に|と|も|で)?、?(?:です|でした|あります|ありました|なります|なりました"
              + "|なって(?:い|おり)(?:ます|ました)|残り(?:ます|ました)|され(?:ます|ました|てい(?:ます|ました)))。$");

  static final Search SOLVES =
      Search.of("^(?:そこで|これに対し|これを(?:解決|防|避)|この(?:課題|問題|リスク|限界|弱点|壁|負担)(?:を|に|への)|解決策|対策として)");

  static final Search CONCLUDES = Search.of("^(?:だから|ですから|そのため|したがって|つまり|このように|こうして)、");

  static final Search AGAINST =
      Search.of("^(?:でも|しかし|ところが|だが|ただし|そこで|(?:いま|現在|今)(?:は|では)、|これを|この(?:課題|問題))");

  /** It counts what may be left out, where that is no list of its own. */
  static final Search COUNTED_ALONE =
      Search.of("(?:ポイント|特徴|要素|理由|メリット|利点)(?:は|が)、?[^。、]{0,6}\\d+(?:点|つ)(?:です|あります)。$");

  /** It only may seem so: what is really the case comes next. */
  static final Search SEEMS = Search.of("(?:感じ|思|見え|聞こえ)[^。、]{0,8}かもしれません。$");

  /** It promises what comes next: how many there are, a result, what is new. */
  static final Search PROMISES =
      Search.of(
          "(?:[2-9二三四五]つ|いくつか|複数)[^。は]{0,16}(?:(?:紹介|提案)されて|挙げられて|示されて|紹介して|挙げて)います。$"
              + "|(?:興味深い|驚くべき|意外な|驚きの)(?:結果|事実|発見|違い|傾向)が[^。]{0,16}。$"
              + "|^特に(?:注目|重視)[^、。]{0,6}のは、[^。]{2,24}です。$"
              + "|いよいよ[^。、]{2,16}です。$"
              + "|(?:最適な|いい|良い|よい|別の|新しい)(?:アプローチ|方法|手法|やり方|解決策|選択肢)が(?:あります|あると[^。、]{2,8}ます)。$");

  /** What several sentences told. */
  static final Search THESE = Search.of("^(?:これら|それら)の");

  /** It says that there is something to tell. */
  static final Search ANNOUNCES =
      Search.of(
          "^[^。]{0,20}(?:工夫|コツ|注意点?|ポイント|条件)(?:も|が)(?:必要|いくつかあり|あり)[^。]{0,6}。$"
              + "|^[^。]{0,20}(?:\\d+|[二三四五])つの(?:フェーズ|段階|ステップ|工程)(?:に|から)[^。]{2,10}。$");

  /** So short is what only says that. */
  static final int ANNOUNCEMENT = 36;

  /** It is asked for what the next sentence answers. */
  static final Search ASKS = Search.of("か[。？?]$");

  /** It asks what something is, which whoever has not heard of it wants to know first. */
  static final Search ASKS_WHAT =
      Search.of("とは、?(?:いったい|一体)?(?:何|なん|どんな|どのような|どういう)[^。]{0,12}か[。？?]$");

  /** Who does it, or what it is about. */
  static final Search TELLS_WHO = Search.of("^[^、。]{1,30}[はも](?![なあ])");

  /** これにより、… and これを使うと、…: who does it stands in the sentence before. */
  static final Search RESULTS_FROM_IT = Search.of("^これ(?:によ(?:って|り)|を使(?:えば|うと)|なら)");

  /** What a whole is made of: one part alone is nobody's. */
  static final Search LEADS_TO_PARTS =
      Search.of("(?:コンポーネント|モジュール|構成要素|部品|パーツ|ステップ|手順|段階|層|レイヤー?)(?:から|で|に|が|を)[^。]*。$");

  /** One step of several, which means nothing without the others. */
  static final Search STEP = Search.of("^(?:最終的に|最後に|次に|続いて|その後|それから|まず)は?[^はがも]");

  /** What a word of everybody's means here, which nobody asks who has not heard of the rest. */
  static final Search PART =
      Search.of(
          "^[\\p{IsHan}ぁ-ん]{2,10}は、[^。]*(?:[\\p{IsHan}\\p{IsKatakana}ー]|など|こと|もの|方)(?:です)?。$");

  /** It goes on with what its paragraph has told. */
  static final Search ADDS = Search.of("^(?:また、|さらに|加えて|そして、|最後に、|それに|同様に|他にも|ほかにも|もう(?:ひと|一)つ)");

  /** How the times are, which an article about anything could begin with. */
  static final Search TIMES =
      Search.of(
          "^(?:近年|最近|昨今|いま|現在|今|これまで).{0,30}(?:増え|進|注目|普及|広が|変わ|変化|登場して)|日々進化|進化が(?:目覚|止ま|著し)|目覚ましい|急速に(?:進|普及|発展|変化|広)|(?:大きな|大きく)変(?:化が訪れ|わりつつ)|当たり前になり|欠かせない存在|(?:ニュース|話題)です[。！]$|(?:でしょうか|ませんか|ないですか)[。？]?$");

  /** A reason or a kind of something, which stands before it where it is not named: 遅れるためです。 */
  private static final Search PART_OF_OTHER =
      Search.of("(?:(?<![、。\\d])点|ため|(?<!との)こと|[たるい]仕組み|[たるいん]から)(?:です|でした)。$");

  private static final Search QUOTED = Search.of("「[^」]*」|『[^』]*』");

  private static final Search ABOUT =
      Search.of("(?<![でにとへもら]|また)[はも](?![っしうのと]|じめ|ず)|が(?!、)|[てで](?:ください|みて)|ましょう");

  private static final Search DEFINED = Search.of("^[^、。]{1,30}とは");

  /** 箱が要る場面: who does what only tells of a noun. */
  private static final Search OF_NOUN =
      Search.of("が[^、。はがを]{1,16}[うくすつぬぶむるた](?=[\\p{IsHan}\\p{IsKatakana}A-Za-z])");

  private static final Search BUT = Search.of("^[^。]*(?:です|ます|た)が、");

  private DiscourseMarkers() {}

  /** Whether a sentence has neither a topic nor a subject outside its quotes. */
  static boolean isAboutNothing(String text) {
    return !DEFINED.in(text) && !ABOUT.in(OF_NOUN.replaceAll(QUOTED.replaceAll(text, ""), ""));
  }

  /** Whether a sentence points at the one before it, or tells of what is named there. */
  static boolean leans(String text) {
    return LEANS.in(text)
        || SIDE.in(text)
        || TOO.in(text)
        || AT_THAT_TIME.in(text)
        || (POINTING.in(text) && POINTS_BACK.in(text))
        || FURTHER.in(text)
        || JUDGES.in(text)
        || LIKENS.in(text)
        || AFTER_IT.in(text)
        || PRICE.in(text)
        || (PART_OF_OTHER.in(text) && BUT.replaceFirst(text, "").indexOf('は') < 0);
  }
}
