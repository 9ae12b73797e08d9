package dev.zundacast.reading.latin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that are Japanese by their spelling (Kaminashi, Tanaka) to kana. */
final class Romaji {
  private static final String VOWELS = "aiueo";

  /** Rows of kana by their consonants; a blank stands for a syllable that Hepburn has not. */
  private static final String[][] ROWS = {
    {"", "ア", "イ", "ウ", "エ", "オ"},
    {"k", "カ", "キ", "ク", "ケ", "コ"},
    {"g", "ガ", "ギ", "グ", "ゲ", "ゴ"},
    {"s", "サ", " ", "ス", "セ", "ソ"},
    {"sh", "シャ", "シ", "シュ", " ", "ショ"},
    {"z", "ザ", " ", "ズ", "ゼ", "ゾ"},
    {"j", "ジャ", "ジ", "ジュ", " ", "ジョ"},
    {"t", "タ", " ", " ", "テ", "ト"},
    {"ch", "チャ", "チ", "チュ", " ", "チョ"},
    {"ts", " ", " ", "ツ", " ", " "},
    {"d", "ダ", " ", " ", "デ", "ド"},
    {"n", "ナ", "ニ", "ヌ", "ネ", "ノ"},
    {"h", "ハ", "ヒ", " ", "ヘ", "ホ"},
    {"f", " ", " ", "フ", " ", " "},
    {"b", "バ", "ビ", "ブ", "ベ", "ボ"},
    {"p", "パ", "ピ", "プ", "ペ", "ポ"},
    {"m", "マ", "ミ", "ム", "メ", "モ"},
    {"y", "ヤ", " ", "ユ", " ", "ヨ"},
    {"r", "ラ", "リ", "ル", "レ", "ロ"},
    {"w", "ワ", " ", " ", " ", " "},
    {"ky", "キャ", " ", "キュ", " ", "キョ"},
    {"gy", "ギャ", " ", "ギュ", " ", "ギョ"},
    {"ny", "ニャ", " ", "ニュ", " ", "ニョ"},
    {"hy", "ヒャ", " ", "ヒュ", " ", "ヒョ"},
    {"by", "ビャ", " ", "ビュ", " ", "ビョ"},
    {"py", "ピャ", " ", "ピュ", " ", "ピョ"},
    {"my", "ミャ", " ", "ミュ", " ", "ミョ"},
    {"ry", "リャ", " ", "リュ", " ", "リョ"},
  };

  private static final Map<String, String> SYLLABLES = syllables();

  /** A doubled consonant, an ん, or a syllable. */
  private static final Pattern SYLLABLE =
      Pattern.compile("([kstp])(?=\\1|tch)|(n)(?![aiueoy])|([b-df-hj-np-tv-z]{0,2}[aiueo])");

  private static final Pattern VOWEL = Pattern.compile("[aiueo]");
  private static final Pattern TWO_VOWELS = Pattern.compile("[aiueo]{2}");

  /** English says these as it likes: ge as in gender, a mute e or -en at the end. */
  private static final Pattern ENGLISH = Pattern.compile("g[ei]|nn|[aiueo]{2}|[en]$");

  /** What hardly a European name has beside syllables like these. */
  private static final Pattern JAPANESE = Pattern.compile("ts|sh|[kyw]|hi|ji|fu|zu|moto|mura|naga");

  private static final int FEWEST_SYLLABLES = 3;

  private Romaji() {}

  private static Map<String, String> syllables() {
    Map<String, String> syllables = new HashMap<>();
    for (String[] row : ROWS) {
      for (int vowel = 0; vowel < VOWELS.length(); vowel++) {
        if (!row[vowel + 1].equals(" ")) {
          syllables.put(row[0] + VOWELS.charAt(vowel), row[vowel + 1]);
        }
      }
    }
    return syllables;
  }

  /** The kana of a name in small letters that no English word is spelled like. */
  static Optional<String> name(String lower) {
    boolean silent = lower.endsWith("e") && !JAPANESE.matcher(lower).find();
    boolean brief = isShort(lower) && !isSurelyJapanese(lower);
    return brief || silent ? Optional.empty() : read(lower);
  }

  /** The kana of a word that English dictionaries know too, if it is a Japanese name: Okinawa. */
  static Optional<String> sure(String lower) {
    boolean japanese = JAPANESE.matcher(lower).find() && !ENGLISH.matcher(lower).find();
    return japanese && !isShort(lower) ? read(lower) : Optional.empty();
  }

  /** Three vowels between letters that no European name has: Chiaki. */
  private static boolean isSurelyJapanese(String lower) {
    return JAPANESE.matcher(lower).find()
        && VOWEL.matcher(lower).results().count() >= FEWEST_SYLLABLES;
  }

  private static boolean isShort(String lower) {
    return VOWEL.matcher(TWO_VOWELS.matcher(lower).replaceAll("a")).results().count()
        < FEWEST_SYLLABLES;
  }

  /** Any word spelled in Hepburn's way, empty for every other one. */
  private static Optional<String> read(String lower) {
    StringBuilder kana = new StringBuilder();
    Matcher syllable = SYLLABLE.matcher(lower);
    int at = 0;
    while (at < lower.length()) {
      if (!syllable.region(at, lower.length()).lookingAt()) {
        return Optional.empty();
      }
      String spoken = kana(syllable);
      if (spoken.isEmpty()) {
        return Optional.empty();
      }
      kana.append(spoken);
      at = syllable.end();
    }
    return Optional.of(kana.toString());
  }

  private static String kana(Matcher syllable) {
    if (syllable.group(1) != null) {
      return "ッ";
    }
    return syllable.group(2) != null ? "ン" : SYLLABLES.getOrDefault(syllable.group(3), "");
  }
}
