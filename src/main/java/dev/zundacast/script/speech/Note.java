package dev.zundacast.script.speech;

import dev.zundacast.words.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes in brackets, which nobody hears, to something that can be said: a gloss goes or becomes
 * 「つまり…」, a longer one a sentence of its own behind its sentence.
 *
 * @param text the sentence without its brackets
 * @param behind sentences that follow it
 */
record Note(String text, List<String> behind) {
  private static final Pattern NOTE = Pattern.compile("\\s?[（(]([^（()）]*)[）)]\\s?");
  private static final Search QUOTED_NOTE =
      Search.of("「([^「」（）()]{1,28}?)\\s*[（(][^（）()「」]*[）)]([^「」（）()]{0,12})」");

  /** 「SLO（守る目標）」: its note tells what all of the quoted word means. */
  private static final Search QUOTED_TERM =
      Search.of(
          "[「『]([A-Za-z][A-Za-z ._-]{1,24})\\s*[（(]((?=[^）)]*\\p{IsHan})[^（）()「」A-Za-z、。]{2,13})[）)][」』]");

  /** 「Prefill（問いを読む）」: what it does. */
  private static final Search QUOTED_DEED =
      Search.of(
          "(?<![\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9])[「『]([A-Za-z][A-Za-z ._-]{1,24})\\s*[（(]([^（）()「」A-Za-z、。]{1,12}を[^（）()「」A-Za-z、。]{1,6}[うくすつぬむる])[）)][」』]");

  /** Quoted words side by side, which are heard as one without a pause. */
  private static final Search BESIDE = Search.of("([」』]|(?<=[」』])[（(][^（）()「」]*[）)])([「『])");

  private static final Pattern NO_JAPANESE =
      Pattern.compile("[^\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]*");
  private static final Pattern EXAMPLE = Pattern.compile("^(?:例：|例:|例えば、?|たとえば、?|例として、?)\\s*(.+)$");
  private static final Pattern GOES =
      Pattern.compile(
          "^(?:以下|通称|略称|略して|旧称|旧|※|注|出典|参考|図|表|詳細|https?:|http|原題|英語|読み|後述|前述|写真|画像|提供|動画|笑|苦笑|税).*"
              + "|.*(?:https?://|/).*|.*[を](?:参照|含む)$");
  private static final Search CODE = Search.of("[=+*<>\"']");

  /** プルリクエスト： before what it is. */
  private static final Search CALLED = Search.of("^[^：:、。]{1,16}[：:]\\s*");

  private static final Search HIRAGANA = Search.of("\\p{IsHiragana}");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern LATIN_TERM = Pattern.compile("「?[A-Za-z][A-Za-z .+#-]*」?");
  private static final Search WHICH = Search.of("(?:推奨|以降|以前|対応|向け|経由|のみ|だけ)$");
  private static final Pattern FIGURE =
      Pattern.compile("(?:約|およそ|最大|計|合計|全)?[\\d.,]+(?:万|億|兆)?\\p{IsHan}{0,2}");
  private static final Pattern AGE = Pattern.compile("\\d{1,3}歳?");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d年?");
  private static final Search SOMEBODY = Search.of("(?:さん|氏|くん|ちゃん|選手|監督|教授|社長|会長|議員|容疑者|被告|先生)$");
  private static final Search FOREIGN_TERM = Search.of("[A-Za-z][A-Za-z ._-]{2,}[』」]?$");

  /** A katakana word that not everybody knows: of a service or a plan a note tells which one. */
  private static final Search KATAKANA_TERM =
      Search.of(
          "(?<![\\p{IsKatakana}ー\\p{IsHan}])[\\p{IsKatakana}ー]{3,}(?<!サービス|ユーザー?|プラン|モデル|ツール|アプリ|チーム|サーバー?|ページ|データ"
              + "|バージョン|メーカー|エンジニア|プロジェクト|システム|メンバー|ソフト|ソフトウェア|イベント|シリーズ|ゲーム|カメラ|センサー|コード"
              + "|ファイル|メッセージ|パターン|タイプ|レベル|コース|グループ|クラス|キャラ|キャラクター|カード|ボタン|メニュー|リンク|セット|サイズ"
              + "|バイト|パラメータ|ステップ|フェーズ|タスク|テスト|スマホ|スマートフォン|パソコン|コスト|ポイント|プログラム|プロセス|リスト)$");

  /** It stands in a list, so that what it means would be heard of all that is listed. */
  private static final Search LISTED =
      Search.of(
          "[\\p{IsKatakana}ーA-Za-z0-9」](?:[、や]|または|もしくは|あるいは)「?[\\p{IsKatakana}ーA-Za-z .+#-]+」?$");

  /** フェーズ1（下ごしらえ）: the note is its name. */
  private static final Search NUMBERED = Search.of("(?:フェーズ|ステップ|ステージ|レベル|段階|パート)\\s?\\d+$");

  /** 運指（どの指で弾くか）: what a word of experts means. */
  private static final Pattern ASKS =
      Pattern.compile("(?:どの|どう|どこ(?!も)|[何誰](?!も)|いつ(?!も)|いくつ)[^、（）]{1,15}[うくすつぬむるただい]か");

  private static final Pattern LIST_GOES_ON =
      Pattern.compile("^(?:や|または|もしくは|あるいは|と(?!して|いう|は|の|も|、|呼)).*");

  private static final Pattern WHEN = Pattern.compile(".*(?:直前|直後|時点)");

  /** Which version it is: what is only a preview is not said to be more. */
  private static final Pattern VERSION =
      Pattern.compile("(?:パブリック)?(?:プレビュー|ベータ|アルファ|β|α|試用|体験|試験|先行|開発|無料|有料|オープンソース)版");

  /** What somebody wins or enters: a name of it, and not who does. */
  private static final Search KIND = Search.of("(?:コンペ|大会)$");

  /** What a foreign word means, in words of which one is written with kanji. */
  private static final Pattern MEANING =
      Pattern.compile(
          "(?![^（）]*(?:から|への))(?!重要|必須|推奨|任意|補足|参考|注意|未)(?=.*\\p{IsHan})[^\\dA-Za-z]{2,}(?<![版時中前後年用製系社氏向け済以上])(?<!なし|あり|込み|無料|有料|不要|必須|可能?|限定|予定|未定|同額|以外)");

  /** What a note explains: a term, in quotes or not. */
  private static final Pattern TERM =
      Pattern.compile(
          "(「[^「」]{1,24}」|[\\p{IsKatakana}ー・A-Za-z0-9][\\p{IsKatakana}ー・A-Za-z0-9 .+#-]{1,28}"
              + "|[\\p{IsHan}\\p{IsKatakana}ー]{3,12})$");

  private static final Pattern CLAUSE =
      Pattern.compile(".*(?:ます|です|ました|でした|ません|した|いた|えた|れた|ない|だ|った|る|す|く|う|つ|む|ぶ)[ねよ]*$");
  private static final int GLOSS = 14;
  private static final int LONGEST = 60;
  private static final String THAT_IS = "、つまり";

  /** So long a sentence might not be said at all. */
  private static final int LONG = 76;

  Note {
    behind = List.copyOf(behind);
  }

  static Note of(String sentence, List<String> used) {
    if (sentence.indexOf('（') < 0 && sentence.indexOf('(') < 0) {
      return new Note(sentence, List.of());
    }
    List<String> behind = new ArrayList<>();
    String now = unquoted(sentence);
    for (int round = 0; round < 3 && NOTE.matcher(now).find(); round++) {
      now = round(now, behind, used);
    }
    return new Note(now.replaceAll("、{2,}", "、").replaceAll("、。", "。"), behind);
  }

  /** An item's name with whose it is, or what it means, where a note behind it tells that. */
  static String glossed(String name) {
    Matcher matcher = NOTE.matcher(name);
    if (!matcher.find() || matcher.end() < name.length()) {
      return without(name);
    }
    String before = name.substring(0, matcher.start());
    String note = matcher.group(1).strip();
    if (SOMEBODY.in(note) && note.length() < GLOSS) {
      return note + "の" + without(before);
    }
    return isShortMeaning(note) && isTerm(before, "") && !note.contains("、")
        ? without(before) + THAT_IS + note
        : without(name);
  }

  /** A few words without their notes: nothing is explained in a name. */
  static String without(String phrase) {
    String bare = unquoted(phrase);
    Matcher matcher = NOTE.matcher(bare);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String before = bare.substring(0, matcher.start());
      String after = bare.substring(matcher.end());
      String gone = isLatinEnd(before) && isLatinStart(after) ? " " : "";
      String said = isCall(before, matcher.group()) || isInQuote(before) ? matcher.group() : gone;
      matcher.appendReplacement(text, Matcher.quoteReplacement(said));
    }
    return matcher.appendTail(text).toString();
  }

  /**
   * A quoted term with a note in its quotes: what it does goes before it, what it means behind its
   * quotes, and any other note goes. It has other quotes then, as it is not what was written.
   */
  private static String unquoted(String sentence) {
    String deeds = QUOTED_DEED.replaceAll(sentence, "$2『$1』");
    String moved = QUOTED_TERM.replaceAll(deeds, "『$1』（$2）");
    return QUOTED_NOTE.in(moved) || !moved.equals(sentence)
        ? QUOTED_NOTE.replaceAll(BESIDE.replaceAll(moved, "$1、$2"), "『$1$2』")
        : moved;
  }

  private static String round(String sentence, List<String> behind, List<String> used) {
    Matcher matcher = NOTE.matcher(sentence);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String before = sentence.substring(0, matcher.start());
      String after = sentence.substring(matcher.end());
      String said =
          isCall(before, matcher.group()) || isInQuote(before)
              ? matcher.group()
              : said(before, matcher.group(1).strip(), after, behind, used);
      matcher.appendReplacement(text, Matcher.quoteReplacement(said));
    }
    return matcher.appendTail(text).toString();
  }

  /** f(x), w() and =LEFT(A2,3) are names and code. */
  private static boolean isCall(String before, String note) {
    if (!note.startsWith("(") || before.isEmpty()) {
      return false;
    }
    boolean attached = before.charAt(before.length() - 1) < 128 && !before.endsWith(" ");
    return note.equals("()")
        || (attached
            && (CODE.in(note) || NO_JAPANESE.matcher(note).matches())
            && note.strip().indexOf(' ') < 0);
  }

  private static String said(
      String before, String note, String after, List<String> behind, List<String> used) {
    String space = isLatinEnd(before) && isLatinStart(after) ? " " : "";
    boolean gone = GOES.matcher(note).matches() || isName(note) || isAge(before, note);
    if (note.isEmpty() || gone) {
      used.add("note gone");
      return space;
    }
    Matcher example = EXAMPLE.matcher(note);
    if (example.matches()) {
      used.add("note example");
      addExample(example.group(1), behind);
      return space;
    }
    Optional<String> joined = joined(before, note, after, used);
    if (joined.isPresent()) {
      return joined.get();
    }
    boolean atEnd = after.matches("[。！？!?]*");
    Matcher term = TERM.matcher(before);
    boolean clause = CLAUSE.matcher(note).matches();
    if (note.length() <= LONGEST && clause && !note.endsWith("く") && atEnd) {
      used.add("note sentence");
      behind.add(note + "。");
      return "";
    }
    boolean list = note.contains("、") || note.endsWith("など") || note.endsWith("等");
    String meaning = CALLED.replaceFirst(note, "");
    if (term.find() && !list && !clause && tellsWhat(term.group(1), meaning)) {
      used.add("note term");
      String end = meaning.endsWith("こと") ? "です。" : "のことです。";
      behind.add(term.group(1) + "とは、" + meaning + end);
      return space;
    }
    used.add("note gone");
    return space;
  }

  /** A note that is said where it stands; empty where it is none of these. */
  private static Optional<String> joined(
      String before, String note, String after, List<String> used) {
    boolean room = before.length() + note.length() + after.length() < LONG;
    if (room && NUMBERED.in(before) && isShortMeaning(note)) {
      return joined("note name", "、" + note, used);
    }
    if (ASKS.matcher(note).matches() && startsWithParticle(after) && !isListed(before, after)) {
      return joined("note gloss", THAT_IS + note, used);
    }
    boolean clause = CLAUSE.matcher(note).matches();
    if (after.startsWith("の") && KIND.in(note)) {
      // Sunset、つまり朝の大会の勝者 would be the winner.
      return Optional.empty();
    }
    if (note.length() >= GLOSS || clause || note.contains("、") || !startsWithParticle(after)) {
      return Optional.empty();
    }
    if (FIGURE.matcher(note).matches() && !isListed(before, after)) {
      return joined("note figure", "、" + note, used);
    }
    if (WHEN.matcher(note).matches()) {
      return joined("note when", "、" + note, used);
    }
    if (VERSION.matcher(note).matches() && !before.endsWith("版")) {
      return joined("note version", "の" + note, used);
    }
    return isTerm(before, after) && isShortMeaning(note)
        ? joined("note gloss", THAT_IS + note, used)
        : Optional.empty();
  }

  private static Optional<String> joined(String rule, String said, List<String> used) {
    used.add(rule);
    return Optional.of(said);
  }

  /** Whether these few words say what something is. */
  private static boolean isShortMeaning(String note) {
    return note.length() < GLOSS && MEANING.matcher(note).matches();
  }

  private static boolean isTerm(String before, String after) {
    return (FOREIGN_TERM.in(before) || KATAKANA_TERM.in(before)) && !isListed(before, after);
  }

  /** Whether it is one of two or more, of which the others say no note. */
  private static boolean isListed(String before, String after) {
    return LISTED.in(NOTE.matcher(before).replaceAll("")) || LIST_GOES_ON.matcher(after).matches();
  }

  /** 大工の山田さん（52）, 前の版（2019）: how old somebody or something is. */
  private static boolean isAge(String before, String note) {
    return YEAR.matcher(note).matches() || (AGE.matcher(note).matches() && SOMEBODY.in(before));
  }

  /** Whether these words say what something is, not what it is called, or which one it is. */
  private static boolean tellsWhat(String term, String meaning) {
    boolean words = HIRAGANA.in(meaning) || LATIN_TERM.matcher(term).matches();
    return words
        && meaning.length() <= LONGEST
        && meaning.length() >= GLOSS
        && DIGIT.matcher(meaning).results().findAny().isEmpty()
        && !Character.isDigit(term.charAt(0))
        && !WHICH.in(meaning);
  }

  private static void addExample(String example, List<String> behind) {
    boolean sentence = CLAUSE.matcher(example).matches();
    String plain = example.replaceFirst("(?:など|等)$", "");
    boolean asks = plain.endsWith("か");
    if (!sentence
        && !asks
        && plain.length() <= LONGEST
        && plain.length() >= 4
        && !plain.contains("「")) {
      behind.add("例えば、" + plain + "です。");
    }
  }

  private static boolean isName(String note) {
    return NO_JAPANESE.matcher(note).matches() && !note.matches("[\\d.,%％倍〜~–-]+");
  }

  private static boolean isInQuote(String before) {
    return before.chars().filter(c -> c == '「' || c == '『').count()
        > before.chars().filter(c -> c == '」' || c == '』').count();
  }

  private static boolean startsWithParticle(String after) {
    return after.matches(
        "^(?:は|が|を|に|で|と|も|な(?![どんく])|の(?!で)|へ|から|まで|より|や|として|という|といった|によ|につ|にお).*");
  }

  private static boolean isLatinEnd(String text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) < 128;
  }

  private static boolean isLatinStart(String text) {
    return !text.isEmpty() && text.charAt(0) < 128 && Character.isLetterOrDigit(text.charAt(0));
  }
}
