package dev.zundacast.reading.kanji;

import dev.zundacast.words.Morpheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells 行って of 行う (to do) from that of 行く (to go), which engines take every one for. */
final class Okonau {
  /** What is gone along rather than done. */
  private static final Pattern WAY = Pattern.compile(".*[道路街先旅]");

  /** How something is done: nobody goes 自動で. */
  private static final Pattern MANNER =
      Pattern.compile(
          "(?:全|半)?自動|手動|手作業|単独|独自|共同|一括|並列|並行|同時|無料|有料|自力|内部|裏側|裏|少人数|形|方法|環境|上|側|自身|自社");

  /** What goes well, or where somebody often goes. */
  private static final Pattern GOES = Pattern.compile("うまく|上手く|巧く|旨く|[よ良]く|[遠近早]く|どう");

  private Okonau() {}

  static List<Respelling> in(List<Morpheme> morphemes, String text) {
    List<Respelling> found = new ArrayList<>();
    for (int i = 1; i < morphemes.size(); i++) {
      Morpheme verb = morphemes.get(i);
      if (verb.surface().equals("行っ") && !isTried(morphemes, i) && isDone(morphemes, i)) {
        found.add(Respelling.plain(verb.start(), verb.end(), "おこなっ"));
      }
    }
    return found;
  }

  /** 会議、行ってみたい: nobody tries to do what no を makes an object. */
  private static boolean isTried(List<Morpheme> morphemes, int verb) {
    return !morphemes.get(verb - 1).surface().equals("を")
        && verb + 2 < morphemes.size()
        && morphemes.get(verb + 1).surface().equals("て")
        && morphemes.get(verb + 2).base().equals("みる");
  }

  private static boolean isDone(List<Morpheme> morphemes, int verb) {
    Morpheme before = morphemes.get(verb - 1);
    Morpheme noun = morphemes.get(Math.max(0, verb - 2));
    return switch (before.surface()) {
      case "を" -> !WAY.matcher(noun.surface()).matches();
      case "に" -> noun.surface().endsWith("的") || noun.is("名詞-形容動詞語幹") || noun.is("副詞");
      case "まで", "も", "は", "から", "だけ", "のみ", "など", "、" ->
          noun.is("名詞-サ変接続") || isDeed(morphemes, verb);
      case "で" -> MANNER.matcher(noun.surface()).matches() || isDeed(morphemes, verb);
      case "が" -> isDeed(morphemes, verb);
      default -> before.is("名詞-サ変接続") || isManner(before);
    };
  }

  private static boolean isManner(Morpheme word) {
    boolean manner = word.surface().endsWith("く") || word.is("副詞");
    return manner && !GOES.matcher(word.surface()).matches();
  }

  /** 行った研修, 行った調査: what is done stands behind. */
  private static boolean isDeed(List<Morpheme> morphemes, int verb) {
    int at = verb + 1;
    if (at < morphemes.size() && morphemes.get(at).surface().equals("て")) {
      return at + 1 < morphemes.size() && morphemes.get(at + 1).surface().matches("い|おり|いる|る");
    }
    at++;
    while (at < morphemes.size() && morphemes.get(at).is("名詞")) {
      if (morphemes.get(at).is("名詞-サ変接続")) {
        return true;
      }
      at++;
    }
    return false;
  }
}
