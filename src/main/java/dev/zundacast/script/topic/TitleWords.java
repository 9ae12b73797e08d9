package dev.zundacast.script.topic;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a title that tell its article from others: names, katakana, compounds. */
public final class TitleWords {
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z][A-Za-z0-9.+#-]*[A-Za-z0-9]|[\\p{IsKatakana}ー]{2,}|\\p{IsHan}{2,}");

  /** Words that stand in the title of every other article. */
  private static final Set<String> COMMON =
      Set.of(
          "ai", "llm", "llms", "api", "web", "agent", "agents", "エージェント", "開発", "活用", "登場", "公開",
          "発表");

  private final Set<String> words = new LinkedHashSet<>();

  public TitleWords(String title) {
    Matcher matcher = WORD.matcher(title);
    while (matcher.find()) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      if (!COMMON.contains(word)) {
        words.add(word);
      }
    }
  }

  /** How many of them stand in a text. */
  public int in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return (int) words.stream().filter(word -> holds(lower, word)).count();
  }

  private static boolean holds(String text, String word) {
    int at = text.indexOf(word);
    boolean latin = word.charAt(0) < 128;
    boolean begins = at >= 0 && !(latin && at > 0 && isLatin(text.charAt(at - 1)));
    int end = at + word.length();
    return begins && !(latin && end < text.length() && isLatin(text.charAt(end)));
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetter(c);
  }
}
