package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings, labels and list items to sentences that can be said, by the rows of headings.tsv. */
public final class Headings {
  private static final String DROP = "drop";
  private static final String LABEL = "label";
  private static final String NTH = "nth";
  private static final String FIRST = "first";
  private static final String ALONE = "alone";
  private static final String SEVERAL = "several";
  private static final String OWN_WORDS = "{h}";
  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\s*(?:[（(]?(\\d{1,2})(?:[.)．）、:：](?!\\d)|\\s(?=\\S))|[①-⑳]|[Ss]tep\\s*(\\d+)\\s*[:：.]?|ステップ\\s*(\\d+)\\s*[:：.])\\s*");

  /** 最適化①： before what it is. */
  private static final Search COUNTED =
      Search.of("^(?=[^：:「」、。]{2,9}+[：:])[^：:「」、。]+(?<=[①-⑳\\d])[：:]\\s*");

  private static final Search MARKS_BEFORE = Search.of("^[【■●◆・\\s\\p{So}\\x{FE0F}\\x{200D}]+");
  private static final Search MARKS_BEHIND = Search.of("[】：:。\\s]+$");
  private static final Pattern QUESTION =
      Pattern.compile(".*(?:[?？]|(?:なぜ|どう|何|どこ|誰|いつ|どれ|どの|どんな).*(?:の)?か)$|.*とは$");
  private static final Search TELLS_WHAT =
      Search.of(
          "(?:(?:手法|方法|技術|仕組み|機能|もの|こと|ツール|サービス|方式|概念|考え方|攻撃|状態|役割|能力|プロセス)(?:です)?|とは[^。]*)。$");

  /** 「なぜ鳴るの？」: somebody asks it in the label. */
  private static final Search ASKED = Search.of("[？?]」$");

  /** Between a heading's subject and what it says of it; nobody hears it. */
  private static final Pattern COLON = Pattern.compile("\\s*：\\s*|:\\s+");

  /** It only tells which of several it is: 事例1：町の工房. */
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?:ポイント|その|事例|ケース|課題|方法|手法|ステップ|レベル|パターン|フェーズ|対策|理由|特徴|機能|例|補足|注意点?|結論|まとめ|背景|概要|目的|結果|番外編|前編|後編|基礎編|応用編|Case|Phase|Part|Tips?|Re)\\s*[\\dA-ZⅠ-Ⅹ①-⑳一二三四五]*|第.{1,2}[章部回]|.");

  private static final int LONGEST_LABEL = 28;
  private static final int LONGEST_JOINED = 78;

  /** A sentence that begins with so many characters of a label says what it says. */
  private static final int REPEATED = 6;

  private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9.+#]*");
  private static final String SAYS_DEED = "(?:し(?:ます|ました|ています)|する|した|を行います)?。";
  private static final Pattern DEED = Pattern.compile("\\p{IsHan}{2}$|[\\p{IsKatakana}ー]{3,}$");

  /** A word that somebody gave to something. */
  private static final Search NAME = Search.of("[A-Za-z0-9.+#]$");

  /** A foreign word that the dictionary does not know is somebody's name for something. */
  private static final Search KATAKANA = Search.of("[\\p{IsKatakana}ー]$");

  /** Who made it or gives it: what was made is the name before. */
  private static final Search MADE_BY =
      Search.of(
          "^[^がをはも、]{1,20}が(?:[^がをはも、]{0,12})(?:開発|提供|公開|発表|運営|制作|提唱|主導)(?:し(?:た|ました|ています|ている))?。$");

  /** What somebody else says. */
  private static final Search SAID_BY = Search.of("^[^、]{1,30}に(?:よれば|よると|よりますと)、");

  /** Foreign words that tell what something is like. */
  private static final Search LIKE = Search.of("(?:ティブ|シブ|ブル|カル|ナル|アス|レス|フル|リー|ック)$");

  /** Products and the like, and nothing about them. */
  private static final Search NAMES =
      Search.of(
          "^[A-Za-z][A-Za-z0-9 .+-]*(?:（[^（）]*）)?(?:、[A-Za-z][A-Za-z0-9 .+-]*(?:（[^（）]*）)?)*(?:です)?。$");

  /** A sentence that says what something is, or of what kind. */
  private static final Search NOMINAL =
      Search.of(
          "(?<=[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9」）)%％]|など|こと|もの)です。$"
              + "|^[^を]*(?:[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9」%％]|など|こと|もの)。$");

  /** What something is for, or does: told by a deed. */
  private static final Search PURPOSE =
      Search.of("(?:目的|狙い|役割|用途|課題|対策|効果|メリット|利点|デメリット|方法|手順|目標|仕事|機能|特徴)$");

  /** 背景：なぜ…か: the question asks for itself. */
  private static final Search ASIDE = Search.of("^[^：:「」]{1,12}[：:]\\s*(?=なぜ|どう|どの|何|いつ|誰)");

  /** A case, of which is told what is done then. */
  private static final Search WHEN = Search.of("(?:場合|とき|時)$");

  private static final Search SO_MANY = Search.of("[2-9二三四五]つの");

  private static final Search CASE = Search.of("(?:場合|とき)$");

  /** 3つ目は広い分野で、… is heard as where it is done. */
  private static final Search DEED_OR_PLACE =
      Search.of("(?:こと|領域|環境|現場|分野|場所|場面|段階|市場|業界|国内|海外|世界)$");

  /** Behind these で tells where, when or by what. */
  private static final Search PLACE_OR_MEANS =
      Search.of(
          "(?:こと|環境|場所|場|場面|シーン|領域|サイト|画面|ページ|システム|サーバー|クラウド|アプリ|ツール|機能|言語|形式|方式|方法|手段|手順|段階|分野|現場|業界"
              + "|市場|会社|社内|国内|海外|世界|日本|条件|価格|パフォーマンス|性能|速度|理由|原因|前|後|中|(?<!向)上|下|間|面|点|時|日|年|月|側|全体|単位|範囲|場合|予定|準備|領域|記述)$");

  private static final Pattern SET_UP =
      Pattern.compile(
          "^([\\p{IsKatakana}ーA-Za-z][\\p{IsKatakana}ーA-Za-z0-9"
              + " .+-]{2,}?)の?(?:導入|セットアップ|インストール|設定|設置)$");

  /** What nobody looks at: 針が止まる話を見て. */
  private static final Search TOLD = Search.of("(?:こと|(?<![対会電神童通])話)$");

  /** 町で、 and 道具で板を: what follows an item's name with で can not begin so. */
  private static final Search BEGINS_WITH_DE =
      Search.of(
          "^[^、。「」]{1,20}(?:で|において|にて)、|^[^、。「」はがを]{1,14}で[\\p{IsHan}\\p{IsKatakana}ー]{1,10}を");

  /** Somebody likes or dislikes it, not the name that the item has. */
  private static final Search LIKES = Search.of("を(?:[^、。をは]{0,6})(?:嫌い|好み|望み|嫌が)[^、。]{0,4}ます。$");

  /** 設定可能 is said as what one can do with it. */
  private static final Search CAN_BE =
      Search.of("(?<=[\\p{IsHan}\\p{IsKatakana}ー]{2})(?<!持続|再生)可能$");

  private final Morphology morphology;
  private final Phrases phrases;
  private final ForTheEar ear;
  private final List<Form> forms = new ArrayList<>();
  private final List<String> nth = new ArrayList<>();
  private final List<String> first = new ArrayList<>();
  private final List<String> alone = new ArrayList<>();

  /** What a list is made of. */
  private final Search several;

  private record Form(Search whole, String said) {}

  /**
   * @param folders of voices, the show's own first
   */
  public Headings(List<Path> folders, Morphology morphology, ForTheEar ear) {
    this.morphology = morphology;
    this.phrases = new Phrases(morphology);
    this.ear = ear;
    StringJoiner nouns = new StringJoiner("|", "(?:", ")$");
    for (Table.Row row : Table.layered(folders, "headings.tsv").rows()) {
      switch (row.cell(0)) {
        case NTH -> nth.add(row.cell(1));
        case FIRST -> first.add(row.cell(1));
        case ALONE -> alone.add(row.cell(1));
        case SEVERAL -> nouns.add(Table.expression(row, row.cell(1), Pattern::compile).pattern());
        default ->
            forms.add(new Form(Table.expression(row, row.cell(0), Headings::whole), row.cell(1)));
      }
    }
    this.several = Search.of(nouns.toString());
  }

  /** The number that a heading begins with. */
  public Optional<String> number(String heading) {
    Matcher matcher = NUMBER.matcher(heading);
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return Optional.of(matcher.group(group));
      }
    }
    return Optional.of("");
  }

  /** An item without its own number (Step 1: …), where it says more than that. */
  public String unnumbered(String item) {
    String without = NUMBER.matcher(item).replaceFirst("").strip();
    return without.isEmpty() ? item : without;
  }

  /** The heading without its number and without marks at its ends. */
  public String bare(String heading) {
    String numberless = NUMBER.matcher(heading).replaceFirst("");
    String uncounted = COUNTED.replaceFirst(numberless, "");
    return MARKS_BEHIND.replaceFirst(MARKS_BEFORE.replaceFirst(uncounted, ""), "").strip();
  }

  /** A search finds a part of a text; a row is for a heading as a whole. */
  private static Search whole(String heading) {
    return Search.of("^(?:" + heading + ")\\z");
  }

  /** What the table says for this heading; "" for nothing, empty when no row fits. */
  public Optional<String> known(String heading) {
    String bare = bare(heading);
    for (Form form : forms) {
      if (!form.said().equals(LABEL) && form.whole().in(bare)) {
        boolean dropped = form.said().equals(DROP);
        return Optional.of(dropped ? "" : form.said().replace(OWN_WORDS, noun(bare)));
      }
    }
    return Optional.empty();
  }

  /** Whether an item's name only tells what kind of sentence follows. */
  public boolean isLabel(String name) {
    String bare = bare(name);
    return forms.stream().anyMatch(form -> form.said().equals(LABEL) && form.whole().in(bare));
  }

  /**
   * The heading as a sentence that leads to what follows.
   *
   * @param place the next heading has the next number
   * @param isFirst whether no other heading stands before it
   */
  public String lead(String heading, int place, boolean isFirst) {
    if (isQuestion(heading)) {
      return question(heading);
    }
    List<String> leads = isFirst && !first.isEmpty() ? first : nth;
    return led(leads.get(place % leads.size()), heading);
  }

  /** The name of the only item of a list as a sentence that leads to what is told about it. */
  public String alone(String name) {
    return isQuestion(name) ? question(name) : led(alone.get(0), name);
  }

  /**
   * A heading as a sentence that leads to the list below it: what that is made of, or about.
   *
   * @param names whether the list only names things
   */
  public String listed(String heading, boolean names) {
    String noun = noun(subject(heading));
    return noun + (names || several.in(noun) ? "は、こうです。" : "の話です。");
  }

  private String led(String lead, String heading) {
    String noun = noun(subject(bare(heading))).replaceFirst("(?<=なる|向かう)こと$", "話");
    String looks =
        TOLD.in(noun) ? lead.replace("を見てみます。", "の話です。").replaceFirst("^では、", "さて、") : lead;
    return looks
        // Not all of three may be said below it.
        .replace(OWN_WORDS, SO_MANY.replaceAll(heard(noun), ""))
        .replaceFirst("こと(?:の話|という話)", "話")
        .replaceFirst("話の話", "話");
  }

  /** What a heading is about, 直し方：三つの道具 as 直し方: its sentences say the rest. */
  public String subject(String heading) {
    String[] parts = COLON.split(heading, 2);
    boolean two = parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank();
    two = two && !Quotes.in(heading).get(parts[0].length());
    return two ? parts[ORDINAL.matcher(parts[0]).matches() ? 1 : 0].strip() : heading;
  }

  private static String heard(String noun) {
    return COLON.matcher(noun).replaceAll("、");
  }

  /** Whether the heading asks. */
  public boolean isQuestion(String heading) {
    return QUESTION.matcher(bare(heading)).matches();
  }

  /** なぜ新しい言語が必要になるのか as a question. */
  public String question(String heading) {
    String asked = ASIDE.replaceFirst(bare(heading), "");
    String bare = ear.words(asked).replaceAll("[?？]+$", "");
    if (bare.endsWith("とは")) {
      return bare + "、何でしょうか？";
    }
    if (bare.endsWith("か")) {
      return bare + "？";
    }
    return bare + (isClause(bare) ? "のでしょうか？" : "でしょうか？");
  }

  /** The words as a noun that です can follow. */
  public String noun(String phrase) {
    String said = ear.words(phrase);
    String noun = phrases.noun(said);
    return noun.isEmpty() ? phrase : noun;
  }

  /** The words as a sentence of their own: 部品は十個 says what it says, and is no noun. */
  public String statement(String phrase) {
    return phrases.statement(phrase);
  }

  /** Whether the words say something of something, as a sentence does that lacks its end. */
  public boolean isStatement(String phrase) {
    return phrases.isStatement(phrase);
  }

  /** Whether the words tell what is done, without a verb: 箱を整理. */
  public boolean isDone(String phrase) {
    return phrases.isDone(phrase);
  }

  /** 箱を軽くする and 箱を整理 as a sentence that says what something is. */
  public Optional<String> deed(String phrase) {
    String noun = noun(bare(phrase));
    return noun.endsWith("こと") ? Optional.of(noun + "です。") : Optional.empty();
  }

  /** Whether the words end like a sentence. */
  public boolean isClause(String phrase) {
    List<Morpheme> words = morphology.analyse(phrase);
    return !words.isEmpty() && Phrases.isClause(words.get(words.size() - 1));
  }

  /**
   * 「Explorer」 and 「コードベースを調査する」 as one sentence; empty where the sentence has a subject of its
   * own, or where the label is none that could do it or be it.
   */
  public Optional<String> topic(String label, String sentence) {
    String name = ear.words(bare(label));
    if (name.isEmpty() || name.length() > LONGEST_LABEL || isClause(name) || isQuestion(name)) {
      return Optional.empty();
    }
    if (isDeed(name) && !TELLS_WHAT.in(sentence)) {
      return Optional.empty();
    }
    boolean madeBy = isName(name) && MADE_BY.in(sentence);
    if (name.endsWith("は") || ear.isConnected(sentence) || (!madeBy && hasSubject(sentence))) {
      return Optional.empty();
    }
    if (sentence.contains(name)) {
      return Optional.of(sentence);
    }
    String bare = sentence.replaceFirst("。$", "");
    if (PURPOSE.in(name)) {
      String deed = isClause(bare) ? bare + "こと" : phrases.noun(bare);
      if (deed.endsWith("こと") && !bare.endsWith("こと")) {
        return Optional.of(name + "は、" + deed + "です。");
      }
    }
    return isName(name) || WHEN.in(name) || NOMINAL.in(sentence)
        ? Optional.of(glossed(label).orElse(name) + "は、" + sentence)
        : Optional.empty();
  }

  /** Whether the words name somebody or something: what does a thing, not what it is like. */
  private boolean isName(String name) {
    if (name.endsWith("」") || name.endsWith("』")) {
      return true;
    }
    List<Morpheme> words = morphology.analyse(name);
    Morpheme last = words.get(words.size() - 1);
    boolean qualified =
        words.stream().anyMatch(w -> w.is("助詞") || w.is("助動詞") || w.is("形容詞") || w.is("動詞"));
    boolean foreign = KATAKANA.in(name) && last.reading().isEmpty();
    boolean word = foreign && !LIKE.in(name);
    return !qualified && (NAME.in(name) || last.is("名詞-固有名詞") || word);
  }

  /**
   * An item's name and what is told about it as one sentence, 「1つ目は命名規則で、表と列の名前をそろえます」; empty where
   * both together are too long, or where the name could be where or by what something is done and
   * no products follow, which it then is told of.
   *
   * @param lead what the item begins with
   */
  public Optional<String> joined(String lead, String label, String sentence) {
    String noun = heard(noun(bare(label)));
    boolean counted = lead.contains("つ目") || lead.startsWith("最後");
    boolean fits = lead.length() + noun.length() + sentence.length() < LONGEST_JOINED;
    boolean clear = !(counted ? DEED_OR_PLACE : PLACE_OR_MEANS).in(noun);
    boolean open =
        noun.contains("、")
            || SAID_BY.in(sentence)
            || WHEN.in(noun)
            || isQuestion(label)
            || ASKED.in(label)
            // …による分離で、 would be by what something is done.
            || label.contains("による")
            || isClause(bare(label))
            || told(noun).endsWith("なこと")
            || sentence.contains("とは、")
            || (isDeed(noun) && NOMINAL.in(sentence))
            || (LIKES.in(sentence) && !hasSubject(sentence))
            || BEGINS_WITH_DE.in(sentence);
    boolean then = CASE.in(noun) && !SAID_BY.in(sentence) && !isQuestion(label);
    if (counted && fits && then && !ear.isConnected(sentence) && !hasTopic(sentence)) {
      return Optional.of(lead.replaceFirst("は、$", "に、") + noun + "は、" + sentence);
    }
    if (fits && !clear && !open && NAMES.in(sentence)) {
      // メインツールで、… would be what something is done with.
      return Optional.of(lead + noun + "の" + sentence);
    }
    if (!fits || !clear || open || ear.isConnected(sentence) || hasTopic(sentence)) {
      return Optional.empty();
    }
    if (counted && sentence.startsWith(noun.substring(0, Math.min(REPEATED, noun.length())))) {
      // The sentence names it again.
      return Optional.of(lead.replaceFirst("は、$", "に、") + sentence);
    }
    boolean repeated = isDeed(noun) && isRepeated(noun, sentence);
    if (!NOMINAL.in(sentence) && (repeated || isSetUp(noun, sentence))) {
      return Optional.of(lead.replaceFirst("は、$", counted(lead)) + sentence);
    }
    return Optional.of(
        lead.replaceFirst("は、$", "は") + glossed(label).orElse(noun) + "で、" + sentence);
  }

  /** An item's foreign name with what its note says that it means; empty where no note does. */
  private Optional<String> glossed(String label) {
    String bare = bare(label);
    return Optional.of(ear.name(bare)).filter(it -> !it.equals(ear.words(bare)));
  }

  /** An item's name as what is told of next, with what it means where its note tells that. */
  public String item(String name) {
    String bare = bare(name);
    // 小さな箱から大きな箱へ has no verb: which one it is nobody knows.
    boolean open = bare.endsWith("へ") && bare.indexOf('「') < 0;
    return open ? "「" + bare + "」" : glossed(name).orElseGet(() -> told(noun(bare)));
  }

  /** 油差しの導入 of 油差しを買います: the sentence tells of it what is done. */
  private static boolean isSetUp(String name, String sentence) {
    Matcher thing = SET_UP.matcher(name);
    return thing.find() && sentence.contains(thing.group(1));
  }

  /** How a sentence is counted that needs no name: 1つ目に、, まず、 and 次に、. */
  private static String counted(String lead) {
    return lead.startsWith("まず") || lead.startsWith("続いて") ? "、" : "に、";
  }

  /**
   * Whether the sentence ends with what its name ends with, 歯車の交換 and 歯車を交換します, and has the name's
   * foreign words.
   */
  private static boolean isRepeated(String name, String sentence) {
    Matcher deed = DEED.matcher(name);
    return deed.find()
        && LATIN.matcher(name).results().allMatch(it -> sentence.contains(it.group()))
        && sentence.matches(".*" + deed.group() + SAYS_DEED);
  }

  /** A name that says too little for a sentence of its own as what is told of next, 柔軟 as 柔軟なこと. */
  public String told(String name) {
    String noun = heard(name);
    List<Morpheme> words = morphology.analyse(noun);
    if (CAN_BE.in(noun)) {
      return CAN_BE.replaceFirst(noun, "できること");
    }
    if (!words.isEmpty() && words.get(words.size() - 1).is("名詞-形容動詞語幹")) {
      return words.stream().noneMatch(it -> it.is("助詞")) ? noun + "なこと" : noun;
    }
    return isDone(noun) ? noun + "の話" : noun;
  }

  /** Whether the sentence says itself what it is about: 以前は is only when it was so. */
  private boolean hasTopic(String sentence) {
    var closed = Quotes.in(sentence);
    List<Morpheme> words = morphology.analyse(sentence);
    for (int i = 1; i < words.size(); i++) {
      Morpheme word = words.get(i);
      boolean topic = word.is("助詞-係助詞") && "はも".contains(word.surface());
      boolean when = words.get(i - 1).is("名詞-副詞可能") || words.get(i - 1).is("助詞");
      if (topic && !when && !closed.get(word.start())) {
        return true;
      }
    }
    return false;
  }

  /** The name of something that is done does nothing itself (データ汚染の防止). */
  private boolean isDeed(String name) {
    List<Morpheme> words = morphology.analyse(name);
    Morpheme last = words.get(words.size() - 1);
    return last.is("名詞-サ変接続")
        || last.is("名詞-接尾-サ変接続")
        || words.stream().anyMatch(w -> w.surface().equals("を"));
  }

  /** Whether the sentence says itself who does it, or what it is about. */
  private boolean hasSubject(String sentence) {
    return isMarkedOutside(sentence, "助詞-係助詞", Set.of("は", "も")) || hasDoer(sentence);
  }

  /** Whether the sentence says itself who does it; who is told of its last noun does nothing. */
  private boolean hasDoer(String sentence) {
    var closed = Quotes.in(sentence);
    closed.or(Quotes.notesIn(sentence));
    List<Morpheme> words = morphology.analyse(sentence);
    boolean nominal = NOMINAL.in(sentence);
    for (int i = 0; i < words.size(); i++) {
      Morpheme word = words.get(i);
      boolean subject = word.is("助詞-格助詞") && word.surface().equals("が");
      if (subject && !closed.get(word.start()) && !(nominal && tellsOfNoun(words, i))) {
        return true;
      }
    }
    return false;
  }

  /** 工房が作る、新しい歯車: a verb behind this place tells of a noun. */
  private static boolean tellsOfNoun(List<Morpheme> words, int from) {
    for (int i = from + 1; i + 1 < words.size(); i++) {
      boolean comma = words.get(i + 1).is("記号-読点") && i + 2 < words.size();
      Morpheme next = words.get(comma ? i + 2 : i + 1);
      boolean thing = !next.is("名詞-非自立") || next.surface().equals("もの");
      boolean noun = next.is("接頭詞") || (next.is("名詞") && thing);
      if (Phrases.isClause(words.get(i)) && noun) {
        return true;
      }
    }
    return false;
  }

  private boolean isMarkedOutside(String sentence, String kind, Set<String> particles) {
    var closed = Quotes.in(sentence);
    closed.or(Quotes.notesIn(sentence));
    return morphology.analyse(sentence).stream()
        .anyMatch(it -> it.is(kind) && particles.contains(it.surface()) && !closed.get(it.start()));
  }
}
