package dev.zundacast.script;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;

/** Counts the moras that a text takes to say, without asking an engine. */
final class Moras {
  /** Small kana belong to the mora before them; ッ, ン and ー are moras of their own. */
  private static final String SMALL = "ァィゥェォャュョヮぁぃぅぇぉゃゅょゎ";

  /** A letter of an English word, spoken in katakana (インファレンス: 9 letters, 7 moras). */
  private static final double A_LETTER = 0.75;

  /** A capital spoken by its name (エーアイ: 2 letters, 4 moras). */
  private static final double A_CAPITAL = 2.2;

  /** A figure with its place (256: にひゃくごじゅうろく, 8 moras). */
  private static final double A_DIGIT = 2.6;

  /** A kanji that the dictionary does not know. */
  private static final double A_KANJI = 1.9;

  private final Morphology morphology;

  Moras(Morphology morphology) {
    this.morphology = morphology;
  }

  double count(String text) {
    double moras = 0;
    for (Morpheme morpheme : morphology.analyse(text)) {
      String reading = morpheme.reading();
      boolean read = !reading.isEmpty() && !morpheme.is("記号") && !isAscii(morpheme.surface());
      moras += read ? ofKana(reading) : ofSurface(morpheme.surface());
    }
    return moras;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static int ofKana(String kana) {
    return (int) kana.chars().filter(c -> SMALL.indexOf(c) < 0).count();
  }

  private static double ofSurface(String surface) {
    boolean capitals = surface.chars().noneMatch(Character::isLowerCase);
    return surface.chars().mapToDouble(c -> ofCharacter(c, capitals)).sum();
  }

  private static double ofCharacter(int c, boolean capitals) {
    if (Character.isDigit(c)) {
      return A_DIGIT;
    }
    if (c < 128) {
      return Character.isLetter(c) ? capitals ? A_CAPITAL : A_LETTER : 0;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN -> A_KANJI;
      case HIRAGANA, KATAKANA -> SMALL.indexOf(c) < 0 ? 1 : 0;
      default -> 0;
    };
  }
}
