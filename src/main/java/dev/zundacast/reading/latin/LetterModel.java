package dev.zundacast.reading.latin;

/** Guesses. */
final class LetterModel {
  static LetterModel load() {
    return new LetterModel();
  }

  String read(String word) {
    return Spelling.spell(word);
  }
}
