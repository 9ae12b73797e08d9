package dev.zundacast.script.narration;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a narrator opens an article, announces what comes, sums up and leaves. */
final class Cues {
  private static final String STORY = "記事|きじ|ニュース|にゅーす|話|はなし|タイトル|たいとる|トピック|話題|わだい|紹介";
  private static final String TODAY = "今日|きょう|本日|ほんじつ|今回";
  private static final String COUNTED = "\\s*(?:つ|本|個|番|ほん|ぽん|ぼん|ばん)\\s*(?:目|め)";

  private static final List<String> NUMBERS =
      List.of(
          "[1１一]|ひと|いち|いっ",
          "[2２二]|ふた|に",
          "[3３三]|みっ|さん",
          "[4４四]|よっ|よん",
          "[5５五]|いつ|ご",
          "[6６六]|むっ|ろっ|ろく",
          "[7７七]|なな",
          "[8８八]|やっ|はっ|はち",
          "[9９九]|ここの|きゅう");

  private static final List<Pattern> ORDINALS =
      NUMBERS.stream().map(it -> Pattern.compile("(?:" + it + ")" + COUNTED)).toList();
  private static final Pattern ANY_ORDINAL =
      Pattern.compile("(?:[0-9０-９一二三四五六七八九]|ひと|ふた|みっ|よっ|いつ)" + COUNTED);
  private static final Pattern OF_STORY = Pattern.compile(STORY);
  private static final Pattern TITLE = Pattern.compile("タイトル|たいとる|題し");
  private static final Pattern FIRST =
      Pattern.compile("^.{0,30}(?:最初|さいしょ|まず|さっそく|トップバッター)", Pattern.MULTILINE);
  private static final Pattern NEXT =
      Pattern.compile("^.{0,12}(?:次|つぎ|続いて|つづいて|(?:続|つづ)きまして)", Pattern.MULTILINE);
  private static final Pattern LAST = Pattern.compile("^.{0,15}(?:最後|さいご|ラスト)", Pattern.MULTILINE);

  private static final Pattern ANNOUNCES =
      Pattern.compile(
          "(?:"
              + TODAY
              + ").{0,25}(?:[0-9一二三四五]\\s*(?:つ|本)|ラインナップ|(?:紹介|しょうかい)(?:する|して)|(?:お届け|おとどけ)"
              + "|ピックアップ)|全部で|ぜんぶで|こんにち|ごきげんよう|やっほー|ヤッホー|ハロー");

  private static final Pattern ENDS =
      Pattern.compile(
          "(?:"
              + TODAY
              + ")[わは、も]?.{0,60}(?:(?:紹介|しょうかい|お届け|おとどけ|お送り)(?:いた)?しました|(?:紹介|しょうかい|お届け|おとどけ|お送り)した"
              + "|見てきた)|おさらい|振り返|ふりかえ|エンディング|(?:お別|おわか)れの"
              + "|(?:終わり|おわり|おしまい|お時間|おじかん).{0,8}(?:時間|じかん|です|なのだ|だよ|なっちゃ|近づ|迫)"
              + "|(?:"
              + TODAY
              + ")の?(?:紹介|放送|番組|ところ)?[わは、も]{0,2}(?:ここまで|このへん|この辺|以上)"
              + "|お付き合い(?:いただき|ありがとう)|あっという間|あっというま|(?:"
              + TODAY
              + ")の(?:放送|まとめ)");

  private static final Pattern GOODBYE =
      Pattern.compile(
          "感想|かんそう|お便り|おたより|募集|ぼしゅう|ばいばい|バイバイ|また(?:明日|あした|来週|らいしゅう|次回|じかい|ね)|お相手|ごきげんよう"
              + "|[聞聴]いてくれて|最後まで");

  private static final Pattern OF_TODAY = Pattern.compile(TODAY);

  private Cues() {}

  /** How clearly a sentence opens the article of this number, from -2 to 4.5. */
  static double opens(String text, int number, int articles) {
    boolean story = OF_STORY.matcher(text).find();
    boolean counted = number <= ORDINALS.size() && ORDINALS.get(number - 1).matcher(text).find();
    double value = counted ? 3 : 0;
    if (number == 1 && story && FIRST.matcher(text).find()) {
      value = Math.max(value, 2);
    }
    if (number == articles && LAST.matcher(text).find()) {
      value = Math.max(value, story ? 3 : 2);
    }
    if (number > 1 && story && NEXT.matcher(text).find()) {
      value = Math.max(value, 2);
    }
    value += TITLE.matcher(text).find() ? 1.5 : 0;
    return value - (!counted && story && ANY_ORDINAL.matcher(text).find() ? 2 : 0);
  }

  /** Whether a sentence opens an article of this number and says that it is one. */
  static boolean tellsOfArticle(String text, int number) {
    Matcher ordinal = ORDINALS.get(number - 1).matcher(text);
    return ordinal.find() && text.substring(ordinal.end()).matches("の?(?:記事|きじ|ニュース|話題).*");
  }

  static boolean announces(String text) {
    return ANNOUNCES.matcher(text).find();
  }

  static boolean ends(String text) {
    return ENDS.matcher(text).find();
  }

  static boolean saysGoodbye(String text) {
    return GOODBYE.matcher(text).find();
  }

  static boolean isOfToday(String text) {
    return OF_TODAY.matcher(text).find();
  }
}
