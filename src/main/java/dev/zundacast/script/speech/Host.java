package dev.zundacast.script.speech;

/** What may stand before a sentence's ending; the words of the second column of endings.tsv. */
enum Host {
  VERB("verb"),
  TE("te"),
  PLAIN("plain"),
  FACT("fact"),
  NOUN("noun"),
  NOMINAL("nominal"),
  DEED("deed"),
  WILL("will"),
  HELLO("hello"),
  POLITE_O("polite-o"),
  OPENING("opening"),
  ANY("any");

  private final String word;

  Host(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
