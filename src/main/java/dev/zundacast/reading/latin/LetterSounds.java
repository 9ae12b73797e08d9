package dev.zundacast.reading.latin;

import dev.zundacast.disk.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The letters of a name that no list has to kana, by the sounds that they mostly stand for. */
final class LetterSounds {
  private static final String VOWELS = "aiueo";

  /** A consonant before each vowel and, last, before none. */
  private static final List<String[]> ROWS = rows("syllables.tsv");

  /** A consonant that melts with a y behind it: きゃ. */
  private static final String MELTING = "kgnhbpmr";

  private static final Map<String, String> SYLLABLES = syllables();

  /** What letters are written for others, in this order. */
  private static final List<String[]> SPELLINGS = rows("spellings.tsv");

  /** A doubled consonant, a syllable, a consonant alone, a drawn vowel. */
  private static final Pattern SOUND =
      Pattern.compile(
          "([bdfgkpstz])(?=\\1)|c(?=ch)|(["
              + MELTING
              + "])y([auo])|(sh|ch|ts|[a-z&&[^aiueo]])?([aiueo])?|-");

  /** A short vowel before a last stop: ビット. */
  private static final Pattern LAST_STOP = Pattern.compile("(?<=[^aiueo-][aiueo])([ptk])$");

  /** Hepburn's way of writing Japanese. */
  private static final Pattern HEPBURN =
      Pattern.compile(
          "(?:[kstp](?=[kstp])|n(?![aiueoy])|(?:[kgsztdnhbpmr]|sh|ch|ts|[jyfw]|[kgnhbpmr]y)?[aiueo])++");

  private static final Pattern NOT_HEPBURN =
      Pattern.compile("si|ti|tu|di|du|hu|w[iueo]|y[ie]|f[aieo]|je|che|she");

  /** What hardly a European name has beside syllables like these. */
  private static final Pattern JAPANESE = Pattern.compile("ts|sh|[kyw]|hi|ji|fu|zu|moto|mura|naga");

  /** English says these as it likes: ge as in gender, a mute e or -en at the end. */
  private static final Pattern ENGLISH = Pattern.compile("g[ei]|nn|[aiueo]{2}|[en]$");

  private static final Pattern SYLLABLE = Pattern.compile("[aiueo]+");

  private static final int FEWEST_SYLLABLES = 3;

  private LetterSounds() {}

  private static List<String[]> rows(String table) {
    return Resource.rows(LetterSounds.class, table).stream()
        .map(row -> row.split("\t", -1))
        .toList();
  }

  private static Map<String, String> syllables() {
    Map<String, String> syllables = new HashMap<>();
    for (String[] row : ROWS) {
      for (int vowel = 0; vowel < VOWELS.length(); vowel++) {
        syllables.put(row[0] + VOWELS.charAt(vowel), row[vowel + 1]);
      }
      syllables.put(row[0], row[VOWELS.length() + 1]);
    }
    return syllables;
  }

  /** The kana of a Japanese name that English dictionaries may know too: Okinawa. */
  static Optional<String> japanese(String lower) {
    boolean sure = JAPANESE.matcher(lower).find() && !ENGLISH.matcher(lower).find();
    return sure && isHepburn(lower) ? Optional.of(sounds(lower)) : Optional.empty();
  }

  /** The kana of any name. */
  static String guess(String lower) {
    if (isHepburn(lower) && (JAPANESE.matcher(lower).find() || !lower.endsWith("e"))) {
      return sounds(lower);
    }
    String respelled = lower;
    for (String[] spelling : SPELLINGS) {
      respelled = respelled.replaceAll(spelling[0], spelling[1]);
    }
    return sounds(LAST_STOP.matcher(respelled).replaceAll("$1$1"));
  }

  private static boolean isHepburn(String lower) {
    return HEPBURN.matcher(lower).matches()
        && !NOT_HEPBURN.matcher(lower).find()
        && SYLLABLE.matcher(lower).results().count() >= FEWEST_SYLLABLES;
  }

  private static String sounds(String letters) {
    StringBuilder kana = new StringBuilder();
    Matcher sound = SOUND.matcher(letters);
    for (int at = 0; at < letters.length(); at = Math.max(at + 1, sound.end())) {
      if (letters.charAt(at) == '-') {
        kana.append('ー');
        sound.region(at, letters.length()).lookingAt();
      } else if (sound.region(at, letters.length()).lookingAt()) {
        kana.append(kana(sound));
      }
    }
    return kana.toString();
  }

  private static String kana(Matcher sound) {
    if (sound.group(1) != null || sound.group().equals("c")) {
      return "ッ";
    }
    if (sound.group(2) != null) {
      String small = Map.of("a", "ャ", "u", "ュ", "o", "ョ").getOrDefault(sound.group(3), "");
      return SYLLABLES.getOrDefault(sound.group(2) + "i", "") + small;
    }
    return SYLLABLES.getOrDefault(sound.group(), "");
  }
}
