package dev.zundacast.script.outline;

import dev.zundacast.words.Search;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a heading promises, and whether the sentences that are said below it keep that. */
final class HeadingTopics {
  /** 蓋と鍵, 蓋・鍵. */
  private static final Pattern AND =
      Pattern.compile(
          "(?<=[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9」）)])(?:と|・|、|および)(?=[\\p{IsHan}\\p{IsKatakana}A-Za-z「])");

  /** Two characters in kanji, or a foreign word. */
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}{2}|[\\p{IsKatakana}ー]{3,}|[A-Za-z0-9]{2,}");

  /** So many characters of a foreign word are no other word. */
  private static final int ENOUGH = 5;

  /** Words that any heading may have. */
  private static final Search GENERAL =
      Search.of("今後|これから|それぞれ|具体|主[なにで要]|概要|紹介|について|ための|による|における|方法|仕組|特徴|特長|内容|重要|必要");

  /** What a heading names by its last word, and one of the words that tell of it. */
  private static final Map<Search, Search> PROMISES =
      Map.of(
          Search.of("(?:課題|問題点?|壁|限界|弱点|デメリット|短所|リスク)$"),
          Search.of(
              "課題|問題|難し|ない|ません|限界|負担|困難|不足|ボトルネック|遅|しま[うっい]|リスク|弱|欠|壁|恐れ|おそれ|脅威|危険|コスト|時間がかか|悩|攻撃"),
          Search.of("(?:制約|制限|制約事項|制限事項)$"),
          Search.of("ない|ません|必要|のみ|だけ|限|まだ|現時点|注意|リスク|課題|プレビュー|有料|条件|ただ|でも"),
          Search.of("(?:展望|今後の予定|ロードマップ|今後の計画)$"),
          Search.of("今後|これから|予定|将来|目指|期待|計画|いずれ|続け|進め|続く|だろう|でしょう|可能性"));

  private HeadingTopics() {}

  /** Whether what is said below a heading tells of all that it names. */
  static boolean areMet(Point heading, String below) {
    String written = heading.source().strip();
    boolean kept =
        PROMISES.entrySet().stream()
            .filter(promise -> promise.getKey().in(written))
            .allMatch(promise -> promise.getValue().in(below));
    String[] parts = AND.split(written, -1);
    if (parts.length < 2) {
      return kept;
    }
    for (String part : parts) {
      kept &= isNamed(part, below);
    }
    return kept;
  }

  /** Whether one of its words is said. */
  private static boolean isNamed(String part, String below) {
    List<String> words =
        WORD.matcher(GENERAL.replaceAll(part, " ")).results().map(MatchResult::group).toList();
    return words.isEmpty()
        || words.stream()
            .map(word -> word.substring(0, Math.min(ENOUGH, word.length())))
            .anyMatch(below::contains);
  }
}
