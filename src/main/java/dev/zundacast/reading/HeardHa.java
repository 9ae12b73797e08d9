package dev.zundacast.reading;

import dev.zundacast.reading.piece.Kana;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whether any は of a text can be what an engine read ハ, told by the kana of both alone: most lines
 * need no dictionary for it, and loading that takes longer than all else that one line takes.
 *
 * <p>A text is a row of units: a kana is one mora character, anything else a run of a length that
 * is known roughly. All ways to lay the row beside the moras are followed from both ends at once; a
 * は can be read ハ where a way from the left and one from the right meet at a ハ.
 */
final class HeardHa {
  /** 承る and 志 are the longest: ウケタマワ, ココロザシ. */
  private static final int LONGEST_KANJI = 6;

  /** Of a digit, a letter or a sign: キュウヒャク, ダブリュウ, プラスマイナス. */
  private static final int LONGEST_OTHER = 8;

  private static final String SILENT = "、。，．！？!?「」『』（）()【】…・“” 　\n";

  /** Alone between pauses it is an answer. */
  private static final String YES = "はい";

  private static final String DRAWN = "アイウエオー";

  /**
   * What takes part of the moras.
   *
   * @param kana in katakana, or 0 for what has no kana
   * @param least characters of moras
   * @param most characters of moras
   * @param asked whether it is a は that may be a particle
   */
  private record Unit(char kana, int least, int most, boolean asked) {
    static Unit of(String text, int at) {
      char letter = text.charAt(at);
      char kana = Kana.katakana(letter);
      // 九ヶ月 is キュウカゲツ: read like a kanji.
      if (kana == 'ー' || (kana >= 'ァ' && kana <= 'ヴ')) {
        return new Unit(kana, 1, 1, letter == 'は' && !isYes(text, at));
      }
      boolean kanji = letter >= '一' && letter <= '鿿';
      boolean spoken = kanji || Character.isLetterOrDigit(letter);
      return new Unit('\0', spoken ? 1 : 0, kanji ? LONGEST_KANJI : LONGEST_OTHER, false);
    }

    private static boolean isYes(String text, int at) {
      int end = at + YES.length();
      return text.startsWith(YES, at)
          && (at == 0 || SILENT.indexOf(text.charAt(at - 1)) >= 0)
          && (end == text.length() || SILENT.indexOf(text.charAt(end)) >= 0);
    }

    boolean isRun() {
      return kana == 0;
    }

    /** This run and the next: of 今日 and of a word in letters one mora may be all that is sure. */
    Unit with(Unit next) {
      return new Unit(kana, Math.max(least, next.least), most + next.most, false);
    }

    boolean mayBe(char heard) {
      return kana == heard
          || switch (kana) {
            case 'ハ' -> heard == 'ワ';
            case 'ヘ' -> heard == 'エ';
            case 'ヲ' -> heard == 'オ';
            case 'ヂ' -> heard == 'ジ';
            case 'ヅ' -> heard == 'ズ';
            // いう is heard ユウ.
            case 'イ' -> heard == 'ユ' || DRAWN.indexOf(heard) >= 0;
            default -> DRAWN.indexOf(kana) >= 0 && DRAWN.indexOf(heard) >= 0;
          };
    }
  }

  private final List<Unit> units;
  private final String heard;

  private HeardHa(List<Unit> units, String heard) {
    this.units = units;
    this.heard = heard;
  }

  /**
   * Whether a は of {@code text} can be a ハ of {@code heard}; also true where the two cannot be laid
   * beside each other, as nothing is known then.
   *
   * @param heard moras in katakana without pauses
   */
  static boolean mayBeIn(String text, String heard) {
    return new HeardHa(units(text), heard).mayBe();
  }

  /** Whether the text can be laid beside the moras. */
  static boolean fits(String text, String heard) {
    HeardHa laid = new HeardHa(units(text), heard);
    return laid.fits(laid.fromLeft());
  }

  private static List<Unit> units(String text) {
    List<Unit> units = new ArrayList<>(text.length());
    for (int at = 0; at < text.length(); at++) {
      if (SILENT.indexOf(text.charAt(at)) >= 0) {
        continue;
      }
      Unit unit = Unit.of(text, at);
      int last = units.size() - 1;
      if (unit.isRun() && last >= 0 && units.get(last).isRun()) {
        units.set(last, units.get(last).with(unit));
      } else {
        units.add(unit);
      }
    }
    return units;
  }

  private boolean mayBe() {
    List<BitSet> starts = fromLeft();
    if (!fits(starts)) {
      return true;
    }
    BitSet ends = only(heard.length());
    for (int i = units.size() - 1; i >= 0; i--) {
      if (units.get(i).asked() && meetAtHa(starts.get(i), ends)) {
        return true;
      }
      ends = before(units.get(i), ends);
    }
    return false;
  }

  private boolean fits(List<BitSet> starts) {
    return starts.get(units.size()).get(heard.length());
  }

  private boolean meetAtHa(BitSet starts, BitSet ends) {
    for (int at = heard.indexOf('ハ'); at >= 0; at = heard.indexOf('ハ', at + 1)) {
      if (starts.get(at) && ends.get(at + 1)) {
        return true;
      }
    }
    return false;
  }

  /** For each unit where it may start; behind the last one, where the row may end. */
  private List<BitSet> fromLeft() {
    List<BitSet> starts = new ArrayList<>(units.size() + 1);
    starts.add(only(0));
    for (Unit unit : units) {
      starts.add(behind(unit, starts.get(starts.size() - 1)));
    }
    return starts;
  }

  private BitSet behind(Unit unit, BitSet starts) {
    BitSet ends = new BitSet(heard.length() + 1);
    for (int at = starts.nextSetBit(0); at >= 0; at = starts.nextSetBit(at + 1)) {
      int least = at + unit.least();
      if (least <= heard.length() && (unit.isRun() || unit.mayBe(heard.charAt(at)))) {
        ends.set(least, Math.min(heard.length(), at + unit.most()) + 1);
      }
    }
    return ends;
  }

  private BitSet before(Unit unit, BitSet ends) {
    BitSet starts = new BitSet(heard.length() + 1);
    for (int at = ends.nextSetBit(0); at >= 0; at = ends.nextSetBit(at + 1)) {
      int latest = at - unit.least();
      if (latest >= 0 && (unit.isRun() || unit.mayBe(heard.charAt(latest)))) {
        starts.set(Math.max(0, at - unit.most()), latest + 1);
      }
    }
    return starts;
  }

  private static BitSet only(int at) {
    BitSet one = new BitSet(at + 1);
    one.set(at);
    return one;
  }
}
