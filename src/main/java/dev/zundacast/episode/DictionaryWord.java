package dev.zundacast.episode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reading in full-width katakana with the mora of its accent's core, from 1, 0 for flat (heiban),
 * as engines' user dictionaries take it.
 */
public record DictionaryWord(String surface, String reading, int accent) {
  private static final Pattern ASCII = Pattern.compile("[!-~]");
  private static final Pattern MORA = Pattern.compile(".[ァィゥェォャュョヮ]?");

  /** A surface as engines keep it, and as they bring texts before they analyse them. */
  public static String fullWidth(String surface) {
    return ASCII
        .matcher(surface)
        .replaceAll(it -> Character.toString(it.group().charAt(0) + 0xFEE0))
        .replace(' ', '\u3000');
  }

  /** Its reading with a mark behind the core, as in ハ'タケ; without one where it is flat. */
  public String notation() {
    Matcher mora = MORA.matcher(reading);
    int core = 0;
    for (int i = 0; i < accent && mora.find(); i++) {
      core = mora.end();
    }
    return core == 0 ? reading : reading.substring(0, core) + "'" + reading.substring(core);
  }
}
