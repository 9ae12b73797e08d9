package dev.zundacast.reading.piece;

/** Where a reading comes from. */
public enum Source {
  /** Sent as it is written: the engine reads it right. */
  TEXT("as written"),
  /** An inline {@code {written|spoken}} or a {@code >} line. */
  PERSON("given in the script"),
  /** voices/readings.tsv. */
  LIST("reading list"),
  /** The list of the field's terms that the tool brings. */
  CURATED("built-in terms"),
  /** Loanwords of UniDic. */
  LOANWORD("loanwords"),
  /** A name that is Japanese or Chinese by its spelling. */
  ROMAJI("Japanese or Chinese name"),
  /** The pronunciation of an English dictionary. */
  PRONUNCIATION("English pronunciation"),
  /** Letter by letter. */
  SPELLED("spelled out"),
  /** The letter-to-kana model's guess. */
  MODEL("guessed from the spelling"),
  /** Kanji that engines misread. */
  KANJI("misread by engines"),
  /** A number, size, date or amount. */
  NUMBER("number"),
  /** A sign. */
  SIGN("sign"),
  /** Nothing that can be said. */
  DROPPED("not spoken");

  private final String label;

  Source(String label) {
    this.label = label;
  }

  /** How explanations name it. */
  public String label() {
    return label;
  }
}
