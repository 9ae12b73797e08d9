package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chinese names in pinyin (Zhejiang, Hunyuan) to kana, by the syllables of {@code pinyin.tsv}. */
final class Pinyin {
  /** What no other language spells so. */
  private static final Pattern SURE =
      Pattern.compile("zh|^q(?!u)|^x|[iu]ang|[a-z]q(?!u)i|gx|nx|ngs|ngy|nyu");

  private static final Pattern LIKELY =
      Pattern.compile(SURE.pattern() + "|uan|uo$|ao$|ei$|ong|ang|eng|ui$|ian$");

  private static final int LONGEST = 6;

  private final Map<String, String> syllables = new HashMap<>();

  static Pinyin load() {
    Pinyin pinyin = new Pinyin();
    for (String line : Resource.rows(Pinyin.class, "pinyin.tsv")) {
      String[] row = line.split("\t", -1);
      pinyin.syllables.put(row[0], row[1]);
    }
    return pinyin;
  }

  /** The kana of a name that can be nothing else, though English dictionaries may know it. */
  Optional<String> sure(String lower) {
    return SURE.matcher(lower).find() ? read(lower) : Optional.empty();
  }

  /** The kana of a name that no dictionary knows. */
  Optional<String> likely(String lower) {
    return LIKELY.matcher(lower).find() ? read(lower) : Optional.empty();
  }

  /** Two syllables or more. */
  private Optional<String> read(String lower) {
    return syllables.containsKey(lower) ? Optional.empty() : rest(lower);
  }

  private Optional<String> rest(String rest) {
    if (rest.isEmpty()) {
      return Optional.of("");
    }
    for (int length = Math.min(LONGEST, rest.length()); length > 0; length--) {
      String kana = syllables.get(rest.substring(0, length));
      if (kana != null) {
        Optional<String> behind = rest(rest.substring(length));
        if (behind.isPresent()) {
          return Optional.of(kana + behind.get());
        }
      }
    }
    return Optional.empty();
  }
}
