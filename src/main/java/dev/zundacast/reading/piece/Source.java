package dev.zundacast.reading.piece;

import dev.zundacast.message.Message;

/** Where a reading comes from. */
public enum Source {
  /** Sent as it is written: the engine reads it right. */
  TEXT("piece.written"),
  /** An inline {@code {written|spoken}} or a {@code >} line. */
  PERSON("piece.givenScript"),
  /** voices/readings.tsv. */
  LIST("doctor.readingList"),
  /** The list of the field's terms that the tool brings. */
  CURATED("piece.builtTerms"),
  /** Loanwords of UniDic. */
  LOANWORD("piece.loanwords"),
  /** A name that is Japanese or Chinese by its spelling. */
  ROMAJI("piece.japaneseChineseName"),
  /** The pronunciation of an English dictionary. */
  PRONUNCIATION("piece.englishPronunciation"),
  /** Letter by letter. */
  SPELLED("piece.spelledOut"),
  /** The letter-to-kana model's guess. */
  MODEL("piece.guessedFromSpelling"),
  /** Kanji that engines misread. */
  KANJI("piece.misreadEngines"),
  /** A number, size, date or amount. */
  NUMBER("piece.number"),
  /** A sign. */
  SIGN("piece.sign"),
  /** Nothing that can be said. */
  DROPPED("piece.notSpoken");

  private final String key;

  Source(String key) {
    this.key = key;
  }

  /** How explanations name it. */
  public Message label() {
    return Message.of(key);
  }
}
