package dev.zundacast.reading.latin;

/** KatakanaEndings of English words that are said the same behind every word. */
final class KatakanaEndings {
  private KatakanaEndings() {}

  /** The kana of a word with such an ending: アドプテッド, ステージ. */
  static String settled(String lower, String kana) {
    String said = lower.contains("tic") ? modern(kana) : kana;
    if (lower.endsWith("ed")) {
      return said.replaceAll("ティッド$", "テッド").replaceAll("ディッド$", "デッド");
    }
    return lower.endsWith("ge") ? said.replaceAll("ジュ$", "ジ") : said;
  }

  /** Old loanwords have プラスチック; new words keep the sound, エージェンティック. */
  static String modern(String kana) {
    return kana.replace("チック", "ティック").replace("チクス", "ティクス").replace("チカル", "ティカル");
  }
}
