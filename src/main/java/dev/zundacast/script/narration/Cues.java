package dev.zundacast.script.narration;

import dev.zundacast.disk.Resource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is known by the words that a narrator says: cues.tsv. */
final class Cues {
  private static final Pattern NONE = Pattern.compile("(?!)");
  private static final Map<String, String> ROWS = Resource.pairs(Cues.class, "cues.tsv");

  private static final Map<String, Pattern> CUES =
      ROWS.keySet().stream().collect(Collectors.toUnmodifiableMap(cue -> cue, Cues::pattern));

  private Cues() {}

  private static Pattern pattern(String cue) {
    return Pattern.compile(
        ROWS.getOrDefault(cue, "")
            .replace("{TODAY}", "(?:" + ROWS.get("TODAY") + ")")
            .replace("{COUNTED}", ROWS.getOrDefault("COUNTED", "")));
  }

  static boolean has(String cue, String text) {
    return of(cue).matcher(text).find();
  }

  /** What a cue is known by; a cue that there is not stands nowhere. */
  static Pattern of(String cue) {
    return CUES.getOrDefault(cue, NONE);
  }

  /** How clearly a sentence opens the article of this number, from -2 to 4.5. */
  static double opens(String text, int number, int articles) {
    boolean story = has("story", text);
    boolean counted = has(Integer.toString(number), text);
    double value = counted ? 3 : 0;
    if (number == 1 && story && has("first", text)) {
      value = Math.max(value, 2);
    }
    if (number == articles && has("last", text)) {
      value = Math.max(value, story ? 3 : 2);
    }
    if (number > 1 && story && has("next", text)) {
      value = Math.max(value, 2);
    }
    value += has("title", text) ? 1.5 : 0;
    return value - (!counted && story && has("any-ordinal", text) ? 2 : 0);
  }

  /** Whether a sentence opens an article of this number and says that it is one. */
  static boolean tellsOfArticle(String text, int number) {
    Matcher ordinal = of(Integer.toString(number)).matcher(text);
    return ordinal.find() && has("of-article", text.substring(ordinal.end()));
  }
}
