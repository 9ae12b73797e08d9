package dev.zundacast.reading.piece;

import dev.zundacast.message.Message;

/** Where a reading comes from. */
public enum Source {
  /** Sent as it is written: the engine reads it right. */
  TEXT("piece.written"),
  /** An inline {@code {written|spoken}} or a {@code >} line. */
  PERSON("piece.person"),
  /** voices/readings.tsv. */
  LIST("piece.list"),
  /** The list of the field's terms that the tool brings. */
  CURATED("piece.terms"),
  /** Loanwords of UniDic. */
  LOANWORD("piece.loanword"),
  /** A name that is Japanese or Chinese by its spelling. */
  ROMAJI("piece.name"),
  /** The pronunciation of an English dictionary. */
  PRONUNCIATION("piece.english"),
  /** Letter by letter. */
  SPELLED("piece.spelled"),
  /** The letter-to-kana model's guess. */
  MODEL("piece.guess"),
  /** Kanji that engines misread. */
  KANJI("piece.kanji"),
  /** A number, size, date or amount. */
  NUMBER("piece.number"),
  /** A sign. */
  SIGN("piece.sign"),
  /** Nothing that can be said. */
  DROPPED("piece.dropped");

  private final String key;

  Source(String key) {
    this.key = key;
  }

  /** How explanations name it. */
  public Message label() {
    return Message.of(key);
  }
}
