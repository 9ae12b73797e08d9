package dev.zundacast.script.topic;

import dev.zundacast.script.speech.Replacements;
import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Titles as they are said. */
public final class Titles {
  private static final Search JAPANESE = Search.of("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  /** What a name is short for, behind it. */
  static final Search GLOSS = Search.of("、つまり[^、。「」]{1,14}?(?=は|が|を|に|で|と|の|として|という)");

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
