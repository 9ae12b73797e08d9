package dev.zundacast.script.topic;

import dev.zundacast.script.speech.Replacements;
import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Titles as they are said. */
public final class Titles {
  private static final Search JAPANESE = Search.of("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  /** What a name is short for, behind it. */
  static final Search GLOSS = Search.of("、つまり[^、。「」]{1,14}?(?=は|が|を|に|で|と|の|として|という)");

  /** A longer title is heard once, not twice. */
  static final int LONG = 44;

  /** A part of so many characters is no mere word. */
  private static final int A_WORD = 12;

  /** Words that do not end here. */
  private static final Pattern OPEN = Pattern.compile("(?:[てがをには、]|(?<!ま)で|(?<!こ)と)$");

  /** A sentence that says nothing without the next one. */
  private static final Pattern LEADS_ON = Pattern.compile("(?:[てがをは、]|(?<!ま)で|(?<!こ)と)$");

  /** Where a title has parts. */
  private static final Pattern PARTS =
      Pattern.compile("(?<=[？！?!。])\\s*|\\s*[：:|｜〜~―—–]+\\s*|\\s-\\s");

  /** A story, and what others said to it. */
  private static final Pattern ANSWERED =
      Pattern.compile(
          "^(.{15,}?(?:[たるうかすよい？！?!」』]|話|漫画|画像|写真|動画))\\s*(?:→|(?<=話)[…「『]).*$"
              + "|^(.{15,}?[いたるだ神])\\s*(?:「[^「」]*」|『[^『』]*』){1,3}$"
              + "|^(.{15,}?)とは…[^…]{2,14}$");

  /** What somebody said, before the story that it is about. */
  private static final Pattern CRIED =
      Pattern.compile(
          "^[「『](?=[^「」『』]*[ぁ-ん])(?:[^「」『』]{12,}|[^「」『』]{4,}[…！？!?])[」』][\\s"
              + "　]*+(?![のにをがはでともへやなだ、・「『（(×＋&+/—―─–:：|｜-]|的|って|という|から|まで|より|だけ|など|さん|シリーズ|問題|論|発言|時代|不安|アプリ|サービス|機能|ツール|技術|方法|手法|現象|宣言|計画|事件|騒動|疑惑|説|派|系|式|型|人|本|曲|番組|増補)(.{15,})$");

  /** A long title that is two sentences: the first one is its headline. */
  private static final Pattern SENTENCES_OF_IT = Pattern.compile("^([^。]{15,}?)。.+$");

  /** A long title with another one behind a dash. */
  private static final Pattern SUBTITLED =
      Pattern.compile(
          "^(.{15,}?)(?<![—―─–\\s])\\s*(?:[—―─–]{1,3}+|-{2,3}+(?![A-Za-z])|(?<![\\d年月日時分])[〜～]++(?![とっかてのし]))\\s*+.{8,}$");

  private static final double NEARLY_ALL = 0.9;

  private final Replacements tails;

  /**
   * @param folders of voices, the show's own first
   */
  public Titles(List<Path> folders) {
    this.tails = Replacements.load(folders, "titles.tsv");
  }

  /** The title without the names of sites and the like. */
  public String said(String title) {
    String said = tails.apply(title, new ArrayList<>()).orElse(title).strip();
    return said.isEmpty() ? title : said;
  }

  /** A long title without what others said to its story. */
  static String withoutAnswers(String title) {
    Matcher matcher = ANSWERED.matcher(title);
    if (title.length() <= LONG || !matcher.find()) {
      return withoutCry(title);
    }
    String story =
        Stream.of(1, 2, 3).map(matcher::group).filter(Objects::nonNull).findFirst().orElse(title);
    return withoutCry(isBalanced(story) ? story : title);
  }

  /** A long title without what somebody is quoted with before it tells its story. */
  private static String withoutCry(String title) {
    Matcher matcher = CRIED.matcher(title);
    boolean cried = title.length() > LONG && matcher.find() && isBalanced(matcher.group(1));
    return cried ? matcher.group(1) : title;
  }

  /** A long title by its headline. */
  static String headline(String title) {
    return first(first(title, SENTENCES_OF_IT), SUBTITLED);
  }

  private static String first(String title, Pattern parts) {
    Matcher matcher = parts.matcher(title);
    boolean two = title.length() > LONG && matcher.matches();
    return two && isBalanced(matcher.group(1)) && !LEADS_ON.matcher(matcher.group(1)).find()
        ? matcher.group(1)
        : title;
  }

  /** The part of a long title that tells most: its first one that is no mere word. */
  static String part(String title) {
    for (String part : PARTS.split(title, -1)) {
      String bare = part.strip().replaceFirst("。$", "");
      if (bare.length() >= A_WORD && isBalanced(bare) && !OPEN.matcher(bare).find()) {
        return bare;
      }
    }
    return title;
  }

  /** Whether every bracket that opens closes behind it. */
  private static boolean isBalanced(String part) {
    int open = 0;
    for (int i = 0; i < part.length(); i++) {
      char mark = part.charAt(i);
      open += "「『（(".indexOf(mark) >= 0 ? 1 : "」』）)".indexOf(mark) >= 0 ? -1 : 0;
      if (open < 0 || "[]$=".indexOf(mark) >= 0) {
        return false;
      }
    }
    return open == 0;
  }

  /** Whether listeners understand the title: whether anything in it is Japanese. */
  public static boolean isJapanese(String title) {
    return JAPANESE.in(title);
  }

  /** Whether nearly all that a sentence names stands in the title. */
  public static boolean tells(String title, String written) {
    String sentence = GLOSS.replaceAll(written, "");
    int all = 0;
    int found = 0;
    for (int i = 0; i + 1 < sentence.length(); i++) {
      if (isContent(sentence.charAt(i)) && isContent(sentence.charAt(i + 1))) {
        all++;
        found += title.contains(sentence.substring(i, i + 2)) ? 1 : 0;
      }
    }
    return all > 3 && found >= NEARLY_ALL * all;
  }

  private static boolean isContent(char c) {
    return Character.isLetterOrDigit(c) && !(c >= 'ぁ' && c <= 'ん');
  }
}
