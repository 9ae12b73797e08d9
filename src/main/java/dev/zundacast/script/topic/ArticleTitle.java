package dev.zundacast.script.topic;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.script.outline.Point;
import dev.zundacast.script.speech.ForTheEar;
import dev.zundacast.words.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is said for an article's title: the title itself, or what the article is about. Asked for
 * again, it says the same.
 */
public final class ArticleTitle {
  /** Most characters of what the recap says of an article. */
  private static final int SHORT = 46;

  /** Most characters of what is said in place of a title. */
  private static final int MIDDLE = 64;

  /** Most characters where they are all of the first sentence, which is not said then. */
  private static final int WHOLE = 88;

  /** What the first sentences do not tell the recap does not either. */
  private static final int SENTENCES = 5;

  /** What says less than this says it worse than a title that is short. */
  private static final double GOOD = 2;

  /** An item of a list tells a part, and so does what only limits what was told. */
  private static final Search LISTED =
      Search.of(
          "^(?:\\d+つ目[はに]|まず(?:は|、)|次[はに]|(?:続いて|その次)は|最後[はに]|たとえば|(?:もっとも|とはいえ|なお|ちなみに|ただし)、)");

  /** Who does not know who did it knows what was done. */
  private static final int LONG = 24;

  /** Who does it, and nothing else. */
  private static final Search BARELY = Search.of("^[^がをにとの]+が[^がをにとの]+話$");

  private static final int BARE = 20;

  /** Nobody is told to have done it. */
  private static final Search CAME_SO = Search.of("(?:され|られ|まれ|かれ|わっ|なっ|登場し)た話$");

  /** 時計「Sunset」の新しい型で、 or Sunsetに、. */
  private static final Search IN_SOMETHING =
      Search.of("(「[^」]{2,30}」(?:[^、。はがをに]{0,14}で|に)|^[A-Za-z][A-Za-z0-9 .+-]{2,24}に)は?、");

  /** Most characters of what names what the title names. */
  private static final int FULLER = 62;

  /** Stories that end with the same characters tell the same. */
  private static final int SAME = 5;

  /** The second and later pieces of a sentence have its text and their number as their source. */
  private static final Search GOES_ON = Search.of("\\n\\d$");

  /** More words of the title make it no better. */
  private static final int MOST_SHARED = 4;

  private static final double FAIR = 1;

  /** What is said of a thing in the first sentence. */
  private static final double NAMING = 0.5;

  private static final double POOR = -1.6;

  private static final Search PAST = Search.of("(?<!かっ|だっ)た話$");

  private static final Search ANAPHOR =
      Search.of("^(?:この|その|それ(?!ぞれ))|これら|こうした|このような|彼ら|彼女|同社|同氏|同様");

  private static final Search DEED =
      Search.of(
          "(?:発表|公開|リリース|開発|追加|導入|開始|発売|提案|搭載|実現|達成|成功|統合|強化|提供|作成|配信|拡張|更新|比較|検証|考察|報告|判明|調査)(?:を始め|さ?せ|さ?れ)?(?:した|された|始めた|しました|ている)?話$|について|(?:方法|手法|仕組み|考え方|事例|体験)の?話$");

  /** What somebody made or found out. */
  private static final Search MADE =
      Search.of("を(?:自作|制作|開発|構築|実装|評価|検証|比較|発表|公開|リリース)(?:した|している)話$|を(?:作っ|書い|まとめ)(?:た|ている)話$");

  /** Something that has a name, or what is asked of it. */
  private static final Search THING = Search.of("[\\p{IsHan}\\p{IsKatakana}ー」A-Za-z]の話$|か、という話$");

  /** How things stand that the news stands before. */
  private static final Search BACKGROUND =
      Search.of(
          "(?:少ない|多い|難しい|(?:複雑|困難|面倒|不便)[なだ]|大変だった(?:りする)?|大変な|だった(?:りする)?|課題になってい[るた]|注目(?:を集めて|されて)いる|期待され(?:る|ている)|使われ(?:る|ている)|採用されている|知られ(?:る|ている)|愛用されている|激増している|急増している|進化(?:して|し続けて)いる|訪れている|変わりつつある|なりつつある|言葉がある|つながりかねない|盛り上がっている|声がある|活発になっている|役立つ|重要になる|必要になる|できる|一般的だった|積極的ではなかった|考えられている|考えられる|人もい[るた]|土台になる|鍵になる|声が(?:上が|あ)っている|見られる|反応が.{1,8}|ことが多い|状態の|(?:では|じゃ)ない|止まらない|目的と(?:して|する)(?:いる)?|優れている|(?:たら|れば)困る|(?:情報|指針|ヒント|視点)を提供し(?:た|ている)|(?:が|され)話題になっている)(?:という)?話$");

  /** What somebody says of something that is not told, see {@link #isRemark}. */
  private static final Search REMARK =
      Search.of("(?:しい|ない|いる|だ|[たる])と(?:指摘|主張|批判|評価|説明)し(?:た|ている)話$");

  /** What somebody aims at is told, and not what came of it. */
  private static final Search AIMED = Search.of("を目指して[^をが]{1,6}た話$");

  /** What is said, and nobody knows by whom. */
  private static final Search SAID = Search.of("と(?:警鐘を鳴らし|訴え|呼びかけ|述べ|話し|警告し)(?:た|ている)話$");

  private static final Search TURNS = Search.of("^(?:でも|しかし|ところが|だが|一方で?)(?:、|驚|意外)");

  /** What is news is what nobody expected. */
  private static final Search SURPRISES = Search.of("^(?:でも|しかし|ところが|だが)、?(?:驚|意外)");

  /** It is written there, and nobody knows where. */
  private static final Search THERE = Search.of("^そこ(?:に|で)は");

  /** How, and nobody knows what for where no clause stands before it. */
  private static final Search HOW = Search.of("を(?:使った|用いた|活用した)(?:方法|手法|やり方|例)の話$");

  /** What something is the reason of has to be told with it. */
  private static final Search WHY = Search.of("(?:原因|理由|ため(?:だ|で|と))[^をが]{0,12}話$");

  /** A part of something that is not told. */
  private static final Search PART = Search.of("^「[^」]{2,30}」が(?:実現|追加|導入|搭載|採用|強化)された話$");

  /** What was done, and nobody knows to what where no が stands before it. */
  private static final Search DONE = Search.of("(?:さ|ら|か|わ|ま)れ(?:た|ている)話$");

  /** What is done to something, which has to be told. */
  private static final Search TO_SOMETHING =
      Search.of(
          "(?<!について|についても|と|も|まで|(?<!熱烈|一斉|すぐ|完全)に)(?:破壊|開発|作成|公開|導入|修正|購入|販売|更新|紹介|解説|反対|賛成|批判)し(?:た|ている)話$");

  /** By what it was made is told, and not what. */
  private static final Search WITH_SOMETHING =
      Search.of("^[^をが]*を使って[^をが]*(?:設計|開発|構築|作成|公開|実装|リリース)(?:、[^をが]*)?し(?:、[^をが]*)?た[^をが]*話$");

  /** What somebody does, who has to be told. */
  private static final Search BY_SOMEBODY =
      Search.of("(?:(?<!研究|成果|結果|論文)を発表した|を公開した|の検討を始めた|記事を書いた)話$");

  /** A few words that name nothing but who it is about. */
  private static final int THIN = 12;

  /** What stands before it is not told. */
  private static final Search POINTS =
      Search.of(
          "^(?:その|この|これ|それ|ここ|そこ)|^[^をが]*+(?<=点|特徴|理由|ポイント|魅力)が|^(?:最も|特に|一番|いちばん)?[^がを、「」]{1,14}[いるたな]のが|^[\\d.,]+[万億兆人円件倍%％]*(?:から|まで|より)|(?<!を.{0,99})が(?:論じ|語っ|話し|解説し|説明し|考察し|述べ)た話$|(?<=が.{0,99})(?<![をと].{0,99})(?:作る|使う|捨てる|書く|選ぶ|買う|読む|決める)話$|程度の話$|(?<!」)と(?:回答し|答え)(?:た|ている)話$|が(?:大きな)?話題(?:になっ(?:た|ている)|を呼んで(?:いる|いた))話$|(?:でしょう|だそうの|というのの|ことの|ようの|からの|のの)話$|の(?:基本)?(?:理念|目的|狙い|背景|歴史)の話$|^(?:たくさん|多く)の[^を]{1,20}の話$");

  /** A title that is told where no sentence tells what the article is about. */
  private static final int LONG_OWN = 60;

  /** A title that is a sentence, not a noun. */
  private static final Search CLAUSE =
      Search.of("(?:[？！?!るたいすだかよ]|(?:[るい]|った)[わねぞぜ]|\\p{IsHan}[くぐつぬぶむう]|敗北|成功|決定|登場|発表|公開|開始|判明)$");

  /** What nobody would say in a few words. */
  private static final Search UNSAYABLE = Search.of("[\\[\\]$=]");

  /** Sunset - 時計と町の話題. */
  private static final Search NAMED_SITE = Search.of("^([A-Za-z][A-Za-z0-9]+)\\s+[-–—|｜:：]\\s");

  /** What a title in two parts begins with. */
  private static final Search BEFORE_COLON = Search.of("^([A-Z][A-Za-z0-9.-]*[A-Za-z0-9])[:：]\\s");

  /** What kind of thing stands behind a name, at once. */
  private static final String KIND =
      "(?:プロジェクト|モデル|ツール|サービス|ライブラリ|フレームワーク|アプリ|プラグイン|言語)?(?![A-Za-z0-9\\p{IsHan}\\p{IsKatakana}ー])";

  /** What makes news by being done, by whoever did it. */
  private static final Search ANNOUNCED =
      Search.of("を([^、。「」をに]{0,8}(?:に(?=統合|追加))?)(発表|公開|リリース|提供|統合|追加)した話$");

  /** A deed, which may be done with something; 挑んだ and 生きた are none. */
  private static final Search DONE_WITH = Search.of("(?:[しっいえけせてべめれ]た|ている)話$");

  /** With what something was done, by its name. */
  private static final Search BY_MEANS =
      Search.of(
          "(?<![\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9・」])"
              + "(?<![A-Za-z0-9.+-] )([\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9]*「[^」]{2,30}」(?:と[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9]*「[^」]{2,30}」)?"
              + "|[A-Za-z][A-Za-z0-9 .+-]{1,24}(?:の[\\p{IsKatakana}ーA-Za-z]{2,12})?)"
              + "(を(?:使って|用いて|題材に(?:して)?)(?=、)|を(?=活用し、|使い、))");

  /** What may describe a name behind it. */
  private static final Search DESCRIBING = Search.of("[るたうくすつぬむぐぶい]$");

  /** What a title is of. */
  private static final Search OF =
      Search.of("\\b(?:of|for|with|from|on)\\s([A-Z][A-Za-z0-9.-]*(?: [A-Z0-9][A-Za-z0-9.-]*)*)$");

  private static final String STORY = "話";

  private final boolean foreign;

  /** Without the names of sites, and what others said to it. */
  private final String whole;

  /** What the title says that it is of: Another Clock for Sunset. */
  private final Optional<String> isOf;

  /** What is said of it. */
  private final String said;

  private final List<String> sentences;
  private final Topics topics;
  private final TitleWords words;

  /** Those of what is not said of the title, too: 【Sunset】新しい針が動いた. */
  private final TitleWords allWords;

  private final Optional<Rewrite> rewrite;

  /** A title in Japanese that the article begins with. */
  private final Optional<String> heading;

  private final Optional<String> instead;
  private final Optional<String> recap;

  public ArticleTitle(
      Article article,
      List<Point> points,
      Titles titles,
      Topics topics,
      ForTheEar ear,
      Optional<Rewrite> rewrite) {
    this.topics = topics;
    this.rewrite = rewrite;
    this.whole = Titles.withoutAnswers(withItsEnd(titles.said(article.title()), article));
    this.isOf = OF.first(whole).map(it -> it.group(1));
    this.said = Titles.headline(whole);
    this.words = new TitleWords(whole);
    this.allWords = new TitleWords(article.title());
    this.sentences =
        points.stream()
            .filter(point -> point.kind() == Point.Kind.SENTENCE && point.item() < 0)
            .filter(point -> !LISTED.in(point.text()))
            .map(point -> whole(point, ear))
            .filter(it -> !it.isEmpty())
            .limit(SENTENCES)
            .toList();
    // Behind the words and sentences, of which it asks.
    this.foreign = !Titles.isJapanese(article.title()) || isOfSite(article);
    this.heading = isForeign() ? heading(article) : Optional.empty();
    this.recap = rewrite.map(Rewrite::recap).or(this::inShort);
    // Of a title that is understood hardly anybody asks: that saves a third of what titles take.
    this.instead =
        rewrite.map(ArticleTitle::story).or(() -> isForeign() ? whatItIsAbout() : Optional.empty());
  }

  /** A rewrite keeps its words; what the rules tell goes without the title, and without a doer. */
  private String asHeard(String about) {
    return rewrite.isPresent() ? about : byNobody(withoutTitle(about));
  }

  /** What was announced, where nobody is told to have done so: 時計を公開した話 as 時計が公開された話. */
  private static String byNobody(String about) {
    return about.indexOf('が') < 0 && about.indexOf('は') < 0
        ? ANNOUNCED.replaceFirst(about, "が$1$2された話")
        : about;
  }

  /** What a foreign title names, without the title itself: its article says it soon enough. */
  private String withoutTitle(String about) {
    String named = "、" + said + "の" + STORY;
    return foreign && about.endsWith(named)
        ? about.substring(0, about.length() - named.length()) + "の" + STORY
        : about;
  }

  /** A title with the name at its end where that is what it tells of, and no site's. */
  private static String withItsEnd(String said, Article article) {
    String title = article.title();
    String end = title.startsWith(said) ? title.substring(said.length()).strip() : "";
    boolean described = !end.isEmpty() && !said.isEmpty() && DESCRIBING.in(said);
    return described && article.blocks().stream().anyMatch(it -> it.text().contains(end))
        ? title
        : said;
  }

  /** Whether the title is that of the site: its name and what it is, and no word of the article. */
  private boolean isOfSite(Article article) {
    return NAMED_SITE
        .first(article.title())
        .map(it -> it.group(1).toLowerCase(Locale.ROOT))
        .filter(name -> article.url().toLowerCase(Locale.ROOT).startsWith("https://" + name + "."))
        .filter(name -> sentences.stream().allMatch(it -> words.in(it) == 0))
        .isPresent();
  }

  /** The article in a few words, or in some more where those leave out what its title names. */
  private Optional<String> inShort() {
    Optional<String> about = about(SHORT);
    return about.map(
        few ->
            sentences.stream()
                .filter(it -> words.in(it) > words.in(few) && Titles.tells(it, few))
                .findFirst()
                .flatMap(it -> topics.about(it, FULLER))
                .filter(more -> isFuller(more, few))
                .orElseGet(() -> withItsThing(few)));
  }

  /**
   * A story with the named thing that its sentence tells it of, or that it was done with, where the
   * title names that.
   */
  private String withItsThing(String few) {
    if (CAME_SO.in(few)) {
      return behind(few, it -> IN_SOMETHING.first(it).map(in -> in.group(1)));
    }
    return DONE_WITH.in(few) ? behind(few, ArticleTitle::means) : few;
  }

  private static Optional<String> means(String sentence) {
    return BY_MEANS
        .first(sentence)
        .map(it -> it.group(1) + (it.group(2).equals("を") ? "を使って" : it.group(2)));
  }

  private String behind(String few, Function<String, Optional<String>> front) {
    return sentences.stream()
        .filter(it -> Titles.tells(it, few))
        .flatMap(it -> front.apply(it).stream())
        .map(it -> it + "、" + few)
        .filter(more -> allWords.in(more) > allWords.in(few) && more.length() <= FULLER)
        .findFirst()
        .orElse(few);
  }

  /** Whether it tells the same story with more of the title's words, and of nobody else. */
  private boolean isFuller(String more, String few) {
    String end = few.substring(Math.max(0, few.length() - SAME));
    boolean same = more.endsWith(end) && more.length() <= FULLER;
    boolean others =
        more.replace("が", "").length() - more.length()
            < few.replace("が", "").length() - few.length();
    return same && (!others || lacksOne(few)) && words.in(more) > words.in(few);
  }

  /** The whole sentence where a point is only its first clause, "" for its next ones. */
  private static String whole(Point point, ForTheEar ear) {
    String whole = ear.whole(point.source(), point.rules());
    boolean next = !whole.isEmpty() && GOES_ON.in(point.source());
    return next ? "" : whole.isEmpty() ? point.text() : whole;
  }

  private static Optional<String> heading(Article article) {
    return article.blocks().stream()
        .limit(1)
        .filter(it -> it.kind() == Block.Kind.HEADING || it.kind() == Block.Kind.LABEL)
        .map(Block::text)
        .filter(it -> Titles.isJapanese(it) && it.length() > THIN)
        .map(it -> quoted(Titles.part(it)))
        .findFirst();
  }

  private static String story(Rewrite rewrite) {
    String title = rewrite.title();
    return title.endsWith(STORY) ? title : title + "の" + STORY;
  }

  /** The title without the names of sites. */
  public String said() {
    return said;
  }

  /** Whether the title tells listeners nothing: it is foreign, or that of the site. */
  public boolean isForeign() {
    return foreign;
  }

  /** The article in a few words. */
  public Optional<String> recap() {
    return recap.map(this::asHeard);
  }

  /**
   * In place of a title: all that the first sentence says, or little enough not to say it twice.
   */
  public Optional<String> instead() {
    Optional<String> about = instead.or(this::whatItIsAbout).map(this::asHeard);
    boolean again =
        foreign && rewrite.isEmpty() && about.filter(it -> it.contains(said)).isPresent();
    return again ? recap().filter(it -> !it.contains(said)).or(() -> about) : about;
  }

  private Optional<String> whatItIsAbout() {
    List<Told> told = told(MIDDLE);
    return heading
        .or(() -> subjectOfTitle(told))
        .or(() -> first(told))
        .or(() -> best(told).filter(this::tellsAll).map(Told::about))
        .or(this::told)
        .or(() -> whole(told(WHOLE), sentences))
        .or(() -> recap);
  }

  /** What the first sentence tells, where that is all of it: then it is not said again. */
  private Optional<String> first(List<Told> told) {
    return told.stream()
        .filter(it -> it.sentence() == 0 && tellsAll(it))
        .map(Told::about)
        .findFirst();
  }

  /** The whole first sentence, where it tells what happened and not only how the times are. */
  private static Optional<String> whole(List<Told> told, List<String> sentences) {
    return told.stream()
        .filter(it -> it.sentence() == 0 && it.score() > 0)
        .map(Told::about)
        .filter(it -> !BACKGROUND.in(it) && Titles.tells(it, sentences.get(0)))
        .findFirst();
  }

  /** What is named, with what it is where the recap tells that of it. */
  private Optional<String> told() {
    return named().map(name -> recap.filter(it -> tellsMore(it, name)).orElse(name));
  }

  private static boolean tellsMore(String recap, String name) {
    String bare = name.substring(0, name.length() - STORY.length() - 1);
    return recap.contains(bare) && recap.endsWith("の" + STORY);
  }

  private boolean tellsAll(Told told) {
    return told.score() > 1 && Titles.tells(told.about(), sentences.get(told.sentence()));
  }

  /** A few words that name what the title names. */
  private Optional<String> named() {
    return sentences.stream()
        .flatMap(it -> topics.topic(it).stream())
        .filter(it -> words.in(it) > 0 && topics.isNamed(it))
        .filter(it -> !POINTS.in(it) && !isOnlyOf(it))
        .filter(it -> it.length() > THIN || it.contains("「"))
        .findFirst();
  }

  /** Whether the title is of it and about something else: Another Clock for Sunset. */
  private boolean isOnlyOf(String about) {
    return isOf.filter(name -> about.matches(Pattern.quote(name) + "(?![A-Za-z0-9]).*"))
        .isPresent();
  }

  /** What the title begins with, where the first sentences only tell what it is of. */
  private Optional<String> subjectOfTitle(List<Told> told) {
    boolean only = told.stream().anyMatch(it -> isOnlyOf(it.about()));
    Optional<String> head = BEFORE_COLON.first(whole).map(it -> it.group(1)).filter(it -> only);
    return head.flatMap(
            it -> sentences.stream().flatMap(in -> withItsKind(it, in).stream()).findFirst())
        .map(it -> it + "の" + STORY);
  }

  /** A name with the kind of thing that it is said to be: Sunset工房. */
  private static Optional<String> withItsKind(String name, String sentence) {
    return Pattern.compile("(?<![A-Za-z])" + Pattern.quote(name) + KIND)
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .findFirst();
  }

  /**
   * What one of the first sentences tells.
   *
   * @param score how well it says what the article is about
   */
  private record Told(String about, int sentence, double score) {}

  /** What the article is about, from its first sentences, or its title where they do not tell. */
  private Optional<String> about(int limit) {
    List<Told> told = told(limit);
    Optional<Told> best = best(told);
    return subjectOfTitle(told)
        .or(() -> best.filter(it -> it.score() >= GOOD).map(Told::about))
        .or(() -> best(told.stream().filter(this::isInItsWords).toList()).map(Told::about))
        .or(() -> heading)
        .or(() -> ownWords(Titles.LONG))
        .or(() -> best.filter(this::isFair).map(Told::about))
        .or(() -> ownWords(LONG_OWN))
        .or(() -> best.filter(it -> it.score() > 0).map(Told::about))
        .or(() -> isForeign() ? named() : Optional.empty())
        .or(() -> best.filter(it -> it.score() > POOR).map(Told::about))
        .or(() -> isForeign() ? best.map(Told::about) : Optional.of(quoted(said())));
  }

  /** A deed or a thing in words of the title, which need not be said again then. */
  private boolean isInItsWords(Told told) {
    boolean deed = MADE.in(told.about()) && told.score() >= 0;
    boolean thing = THING.in(told.about()) && told.sentence() == 0 && told.score() >= NAMING;
    return (deed || thing) && words.in(told.about()) > 0;
  }

  /** The first sentence with a word of the title. */
  private boolean isFair(Told told) {
    return told.score() >= FAIR && told.sentence() == 0 && words.in(told.about()) > 0;
  }

  private static Optional<Told> best(List<Told> told) {
    return told.stream().max(Comparator.comparingDouble(Told::score));
  }

  /** What the first sentences tell, without those that cannot tell it better than one before. */
  private List<Told> told(int limit) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      int sentence = i;
      double most = most(sentence);
      if (told.stream().noneMatch(it -> it.score() >= most)) {
        topics
            .about(sentences.get(i), limit)
            .ifPresent(it -> told.add(new Told(it, sentence, score(it, sentence, limit))));
      }
    }
    return told;
  }

  /** What a sentence would score at best: by the title's words that it has, and a deed. */
  private double most(int sentence) {
    return 1 - later(sentence) + Math.min(MOST_SHARED, words.in(sentences.get(sentence))) + 1;
  }

  private double later(int sentence) {
    return (isForeign() ? 0.7 : 0.8) * sentence;
  }

  /** It says who does what, in the title's words, and soon. */
  private double score(String about, int sentence, int limit) {
    int shared = words.in(about);
    double score = 1 - later(sentence);
    score += Math.min(MOST_SHARED, shared);
    score -= sentence > 0 && shared == 0 && !isForeign() ? 1 : 0;
    score += DEED.in(about) ? 1 : PAST.in(about) ? 0.5 : 0;
    score -= topics.isWhole(about) ? 0 : about.contains("を") && about.length() > LONG ? 1 : 2.5;
    score -= about.length() < BARE && BARELY.in(about) ? 1.5 : 0;
    score -= !BACKGROUND.in(about) ? 0 : isTurned(sentence) ? 4.5 : 2.5;
    score -= SURPRISES.in(next(sentence)) ? 6 : 0;
    score -= isRemark(about) ? 3 : 0;
    score -= isDone(about) || PART.in(about) ? 2.5 : 0;
    score -= isOnlyOf(about) ? 4 : 0;
    boolean ofWhat =
        THERE.in(sentences.get(sentence)) || tellsHow(about) || tellsWhy(about, sentence);
    score -= ofWhat ? 4 : 0;
    score -= lacksObject(about) ? 9 : lacksOne(about) ? 4 : 0;
    score -= ANAPHOR.in(about) ? 2 : 0;
    score -= about.length() > THIN ? 0 : shared > 0 ? 2 : 4;
    score -= about.length() > limit ? 1.5 : 0;
    return POINTS.in(about) ? -9 : score;
  }

  /** Whether it is told what is said, and not of what, or by whom. */
  private static boolean isRemark(String about) {
    int doer = about.indexOf('が');
    boolean ofOne = about.indexOf('は') < 0 && about.lastIndexOf('が') == doer;
    return (ofOne && REMARK.in(about)) || (doer < 0 && SAID.in(about)) || AIMED.in(about);
  }

  private static boolean isDone(String about) {
    return about.indexOf('が') < 0 && DONE.in(about);
  }

  private static boolean tellsHow(String about) {
    return about.indexOf('、') < 0 && HOW.in(about);
  }

  /** Whether a reason is told, and not of what: 町が静かなのは、…が原因という説です. */
  private boolean tellsWhy(String about, int sentence) {
    return WHY.in(about) && !about.contains("のは") && sentences.get(sentence).contains("のは、");
  }

  /** Whether the next sentence turns from it to what the article is about. */
  private boolean isTurned(int sentence) {
    return TURNS.in(next(sentence));
  }

  /** The sentence behind one, "" behind the last. */
  private String next(int sentence) {
    return sentence + 1 < sentences.size() ? sentences.get(sentence + 1) : "";
  }

  /** Whether it tells what somebody does without who or to what. */
  private static boolean lacksOne(String about) {
    return lacksObject(about) || (!hasDoer(about) && BY_SOMEBODY.in(about));
  }

  private static boolean lacksObject(String about) {
    return WITH_SOMETHING.in(about)
        || (hasDoer(about) && about.indexOf('を') < 0 && TO_SOMETHING.in(about));
  }

  private static boolean hasDoer(String about) {
    return about.indexOf('が') >= 0 || about.indexOf('、') >= 0;
  }

  /** A title that is short enough to be told as it is. */
  private Optional<String> ownWords(int limit) {
    String part = whole.length() > Titles.LONG ? Titles.part(whole) : whole;
    boolean open = part.length() > Titles.LONG && !part.endsWith(STORY) && !CLAUSE.in(part);
    if (isForeign() || part.length() > limit || open || UNSAYABLE.in(part)) {
      return Optional.empty();
    }
    return Optional.of(quoted(part));
  }

  private static String quoted(String title) {
    String bare = title.replaceFirst("。$", "");
    String quoted = "「" + bare + "」";
    String joint = CLAUSE.in(bare) ? "という" : "の";
    return bare.endsWith(STORY) ? quoted : quoted + joint + STORY;
  }

  /** Whether the title, or what is said in its place, says all that this point says. */
  public boolean tells(Point point) {
    return rewrite.isEmpty()
        && Titles.tells(isForeign() ? instead().orElse("") : said(), point.text());
  }
}
