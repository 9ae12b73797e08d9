package dev.zundacast.reading.latin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How far a kana reading is from an English pronunciation: both become strings of rough sounds, and
 * the distance counts what must be changed, little for what Japanese does not tell apart.
 */
final class Sounds {
  private static final double CHEAP = 0.3;

  private static final Map<String, String> PHONES =
      Map.ofEntries(
          Map.entry("AA", "o"), Map.entry("AE", "a"), Map.entry("AH", "a"), Map.entry("AO", "o:"),
          Map.entry("AW", "au"), Map.entry("AY", "ai"), Map.entry("EH", "e"), Map.entry("ER", "a:"),
          Map.entry("EY", "e:"), Map.entry("IH", "i"), Map.entry("IY", "i:"), Map.entry("OW", "o:"),
          Map.entry("OY", "oi"), Map.entry("UH", "u"), Map.entry("UW", "u:"), Map.entry("B", "b"),
          Map.entry("CH", "C"), Map.entry("D", "d"), Map.entry("DH", "z"), Map.entry("F", "f"),
          Map.entry("G", "g"), Map.entry("HH", "h"), Map.entry("JH", "j"), Map.entry("K", "k"),
          Map.entry("L", "r"), Map.entry("M", "m"), Map.entry("N", "n"), Map.entry("NG", "ng"),
          Map.entry("P", "p"), Map.entry("R", "r"), Map.entry("S", "s"), Map.entry("SH", "S"),
          Map.entry("T", "t"), Map.entry("TH", "s"), Map.entry("V", "b"), Map.entry("W", "w"),
          Map.entry("Y", "y"), Map.entry("Z", "z"), Map.entry("ZH", "j"));

  /** A vowel without stress is written as its letter suggests. */
  private static final char SCHWA = '@';

  private static final String VOWELS = "aiueo@";

  private static final String ROWS =
      "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ Si ス su セ se ソ so タ ta チ Ci ツ tu テ te ト"
          + " to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu"
          + " ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze"
          + " ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ bu ー :"
          + " ッ q";

  private static final Map<Character, String> KANA = kana();
  private static final String SMALL = "ァィゥェォャュョ";
  private static final String[] SMALL_VOWELS = {"a", "i", "u", "e", "o", "a", "u", "o"};

  private Sounds() {}

  private static Map<Character, String> kana() {
    Map<Character, String> kana = new java.util.HashMap<>();
    String[] fields = ROWS.split(" +", -1);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      kana.put(fields[i].charAt(0), fields[i + 1]);
    }
    return Map.copyOf(kana);
  }

  /** The sounds of ARPAbet phones. */
  static String of(List<String> phones) {
    StringBuilder sounds = new StringBuilder();
    for (String phone : phones) {
      boolean vowel = Character.isDigit(phone.charAt(phone.length() - 1));
      String name = vowel ? phone.substring(0, phone.length() - 1) : phone;
      boolean weak = phone.endsWith("0") && (name.equals("AH") || name.equals("IH"));
      sounds.append(weak ? String.valueOf(SCHWA) : PHONES.getOrDefault(name, ""));
    }
    return sounds.toString();
  }

  /** The sounds of katakana; the vowels that only carry a consonant (ク, ト) are marked by '. */
  static String of(String katakana) {
    List<String> moras = new ArrayList<>();
    for (int i = 0; i < katakana.length(); i++) {
      char c = katakana.charAt(i);
      int small = SMALL.indexOf(c);
      if (small >= 0 && !moras.isEmpty()) {
        String before = moras.remove(moras.size() - 1);
        String consonant = before.length() > 1 ? before.substring(0, before.length() - 1) : "w";
        boolean glide = small >= 5 && "kgnhbpmrfdt".contains(consonant);
        moras.add(consonant + (glide ? "y" : "") + SMALL_VOWELS[small]);
      } else {
        moras.add(KANA.getOrDefault(c, ""));
      }
    }
    return String.join("", moras);
  }

  /** The least cost to change one into the other. */
  static double distance(String kana, String phones) {
    double[] before = new double[phones.length() + 1];
    for (int j = 1; j <= phones.length(); j++) {
      before[j] = before[j - 1] + drop(phones, j - 1);
    }
    for (int i = 1; i <= kana.length(); i++) {
      double[] row = new double[phones.length() + 1];
      row[0] = before[0] + drop(kana, i - 1);
      for (int j = 1; j <= phones.length(); j++) {
        double change = before[j - 1] + change(kana.charAt(i - 1), phones.charAt(j - 1));
        double less = before[j] + drop(kana, i - 1);
        double more = row[j - 1] + drop(phones, j - 1);
        row[j] = Math.min(change, Math.min(less, more));
      }
      before = row;
    }
    return before[phones.length()];
  }

  private static double drop(String sounds, int at) {
    char c = sounds.charAt(at);
    if (c == 'q') {
      return 0.1;
    }
    if (c == ':') {
      return CHEAP;
    }
    boolean filler = (c == 'u' || c == 'o' || c == 'i') && at > 0 && VOWELS.indexOf(sounds.charAt(at - 1)) < 0;
    return filler || c == 'y' || c == 'r' ? CHEAP : 1;
  }

  private static double change(char kana, char phone) {
    if (kana == phone) {
      return 0;
    }
    boolean vowels = VOWELS.indexOf(kana) >= 0 && VOWELS.indexOf(phone) >= 0;
    if (vowels) {
      return phone == SCHWA ? 0.1 : (kana == 'a' && phone == 'o') || (kana == 'o' && phone == 'a') ? CHEAP : 0.8;
    }
    return (kana == 'n' && phone == 'm') || (kana == 'm' && phone == 'n') || (kana == 'u' && phone == 'w') || (kana == 'i' && phone == 'y') || (kana == 'z' && phone == 's') || (kana == 's' && phone == 'z') || (kana == 'j' && phone == 'z') || (kana == 'S' && phone == 's') || (kana == 'C' && phone == 't') || (kana == 'j' && phone == 'd') ? CHEAP : 1.2;
  }
}
