package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sentence's morphemes, and what may follow each of them. */
record Words(String text, List<Morpheme> all) {
  /** Auxiliaries that end a plain sentence in their dictionary form. */
  private static final Set<String> PLAIN_AUXILIARIES =
      Set.of("た", "だ", "ない", "たい", "らしい", "ぬ", "ん", "まい", "う");

  private static final String STEM_ENDS_I = "いきぎしちにびみり";
  private static final String STEM_ENDS_U = "うくぐすつぬぶむる";
  private static final String STEM_ENDS_E = "えけげせてねべめれ";

  private static final Set<String> ASIDES =
      Set.of("に", "へ", "と", "で", "から", "まで", "の", "・", "「", "」", "『", "』");

  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "何", "なに", "なん", "なぜ", "誰", "だれ", "どう", "どうして", "どこ", "どちら", "どっち", "どの", "どれ", "どんな",
          "どれほど", "いつ", "いくつ", "いくら");

  /** Particles that make a question word part of a statement (何か, どこでも). */
  private static final Set<String> ANSWERS = Set.of("か", "かも", "も", "でも", "ても", "とも");

  static Words of(String text, Morphology morphology, Endings.WholeWords whole) {
    return new Words(text, whole.in(morphology.analyse(text)));
  }

  boolean endsAt(int offset) {
    return all.stream().anyMatch(it -> it.end() == offset);
  }

  Optional<Morpheme> startingAt(int offset) {
    return all.stream().filter(it -> it.start() == offset).findFirst();
  }

  /** The word that ends here, white space skipped. */
  Optional<Morpheme> endingAt(int offset) {
    int at = indexEndingAt(offset);
    return at < 0 ? Optional.empty() : Optional.of(all.get(at));
  }

  private int indexEndingAt(int offset) {
    int end = text.substring(0, offset).stripTrailing().length();
    int at = all.size() - 1;
    while (at >= 0 && all.get(at).end() != end) {
      at--;
    }
    return at;
  }

  /** Whether such a host stands before this place. */
  boolean hasHost(Host host, String suffix, int at) {
    if (host == Host.ANY) {
      return true;
    }
    int index = indexEndingAt(at);
    if (index < 0) {
      return host == Host.OPENING;
    }
    Morpheme word = all.get(index);
    return switch (host) {
      case VERB -> isStem(word) || (suffix.startsWith("ま") && isUnknownStem(index));
      case TE -> word.is("助詞") && (word.surface().equals("て") || word.surface().equals("で"));
      case PLAIN -> isPlain(index) || isExplained(word, suffix);
      case FACT -> isPlain(index) && !word.surface().equals("う");
      case NOUN -> isDreamLike(index) || (!isPlain(index) && Host.mayBeNoun(word));
      case NOMINAL -> Host.isNominal(word) && !isWish(index);
      case DEED -> isDeed(index);
      case WILL -> isWill(index);
      case HELLO -> word.is("感動詞");
      case POLITE_O -> word.is("名詞-サ変接続") || politeWord(at).isPresent();
      case OPENING -> word.is("記号");
      case ANY -> true;
    };
  }

  /**
   * Whether the sentence asks: a question word stands before this place, and nothing answers it.
   */
  boolean wonderAt(int at) {
    boolean wonders = false;
    for (Morpheme word : all) {
      if (word.start() >= at) {
        break;
      }
      boolean answered = word.is("助詞") && ANSWERS.contains(word.surface());
      boolean ended = word.is("記号-句点");
      wonders = !answered && !ended && (wonders || QUESTION_WORDS.contains(word.surface()));
    }
    return wonders;
  }

  /** Whether this な forbids (使うな). */
  boolean forbids(Morpheme word) {
    return word.surface().equals("な")
        && endingAt(word.start()).filter(w -> w.is("動詞") && isPlain(w)).isPresent();
  }

  /**
   * The conjunction that begins at this word: one of the dictionary's, or です with what follows it
   * at the beginning of a sentence (ですので、…). "" for none.
   */
  String conjunctionAt(Morpheme word, Set<String> known) {
    if (word.is("接続詞")) {
      if (word.surface().equals("が") && isBehindName(word.start())) {
        // Behind a blank or a Latin word it is the particle (VM が動く).
        return "";
      }
      return known.contains(word.surface()) ? word.surface() : "";
    }
    boolean begins = endingAt(word.start()).filter(w -> !w.is("記号-句点")).isEmpty();
    if (!begins || !word.base().equals("です")) {
      return "";
    }
    return known.stream()
        .filter(k -> k.length() > word.surface().length())
        .filter(k -> text.startsWith(k, word.start()) && endsAt(word.start() + k.length()))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /** Whether this word is the が of a plain clause and what speaks against it (軽いが、高い). */
  boolean contrastsAt(Morpheme word) {
    boolean but = word.is("助詞-接続助詞") && word.surface().equals("が");
    return but
        && endingAt(word.start()).filter(it -> it.inflectionForm().equals("基本形")).isPresent();
  }

  private boolean isBehindName(int at) {
    char before = at == 0 ? '。' : text.charAt(at - 1);
    return before < 128 || before == '）' || before == '」';
  }

  private static boolean isExplained(Morpheme word, String suffix) {
    boolean na = word.surface().equals("な") && word.is("助動詞");
    return na && (suffix.startsWith("の") || suffix.startsWith("ん"));
  }

  private static boolean isStem(Morpheme word) {
    boolean verb = word.is("動詞") || (word.is("助動詞") && word.base().equals("ござる"));
    return verb && word.inflectionForm().equals("連用形");
  }

  /** A word that the dictionary takes for a noun, before ます. */
  private boolean isUnknownStem(int index) {
    Morpheme word = all.get(index);
    char last = word.surface().charAt(word.surface().length() - 1);
    boolean kana = STEM_ENDS_I.indexOf(last) >= 0 || STEM_ENDS_E.indexOf(last) >= 0;
    boolean cut = index > 0 && word.surface().equals("て") && all.get(index - 1).is("動詞");
    return kana && (cut || !word.is("助詞") || word.is("助詞-格助詞-連語"));
  }

  private boolean isPlain(int index) {
    return (isPlain(all.get(index)) && !isDreamLike(index)) || isWish(index);
  }

  /** 夢みたい is like a dream; the dictionary takes it for the wish to dream (夢みる). */
  private boolean isDreamLike(int index) {
    return text.substring(0, all.get(index).end()).endsWith("夢みたい");
  }

  /** みたい behind て wishes to try (みる), elsewhere it compares. */
  private boolean isWish(int index) {
    return index > 0 && all.get(index).surface().equals("みたい") && all.get(index - 1).is("助詞-接続助詞");
  }

  private static boolean isPlain(Morpheme word) {
    if (!word.inflectionForm().equals("基本形")) {
      return false;
    }
    if (word.is("助動詞")) {
      boolean copula = word.base().equals("だ") && !word.inflectionType().equals("特殊・タ");
      return PLAIN_AUXILIARIES.contains(word.base()) && !copula;
    }
    // あり ends a note (在庫あり), it tells nothing.
    return (word.is("動詞") && !word.inflectionType().equals("ラ変")) || word.is("形容詞");
  }

  /**
   * A noun of doing whose object stands before it; what is done with it, to or by may be between.
   */
  private boolean isDeed(int index) {
    boolean known = all.get(index).isAny("名詞-サ変接続", "名詞-接尾-サ変接続");
    int at = index;
    while (at > 0 && (all.get(at).is("名詞") || (known && isAside(all.get(at))))) {
      at--;
    }
    boolean object = all.get(at).surface().equals("を");
    return object && (known || all.get(index).surface().matches("[ァ-ー]*"));
  }

  /** モデルを「基礎」と定義, 道具を外部の機械で細かく調整. */
  private static boolean isAside(Morpheme word) {
    return ASIDES.contains(word.surface())
        || word.isAny("接頭詞", "副詞")
        || (word.is("形容詞") && word.inflectionForm().equals("連用テ接続"));
  }

  private boolean isWill(int index) {
    return index > 0
        && all.get(index).surface().equals("う")
        && all.get(index - 1).inflectionForm().equals("未然ウ接続");
  }

  /** The verb whose stem ends here. */
  Verb verbEndingAt(int at) {
    Morpheme word = endingAt(at).orElseThrow();
    if (isStem(word) || word.is("助動詞")) {
      return new Verb(word.base(), word.inflectionType());
    }
    String stem = text.substring(verbStart(at), word.end());
    char last = stem.charAt(stem.length() - 1);
    int row = STEM_ENDS_I.indexOf(last);
    return row < 0
        ? new Verb(stem + "る", "一段")
        : new Verb(stem.substring(0, stem.length() - 1) + STEM_ENDS_U.charAt(row), "五段");
  }

  /** Where the verb whose stem ends here begins. */
  int verbStart(int at) {
    Morpheme word = endingAt(at).orElseThrow();
    if (word.is("助詞") && word.surface().startsWith("に")) {
      return word.start() + 1;
    }
    boolean cut = word.is("助詞") && word.surface().equals("て");
    return cut ? endingAt(word.start()).orElseThrow().start() : word.start();
  }

  /** Where the word with お or ご that ends here begins. */
  Optional<Integer> politeWord(int at) {
    int index = indexEndingAt(at);
    for (int i = index; i >= 0 && i > index - 4; i--) {
      Morpheme word = all.get(i);
      if (!word.isAny("名詞", "動詞", "接頭詞")) {
        break;
      }
      if (startsPolitely(word.surface()) && (word.is("接頭詞") || word.surface().length() > 1)) {
        return Optional.of(word.start());
      }
    }
    return Optional.empty();
  }

  static boolean startsPolitely(String word) {
    return word.startsWith("お") || word.startsWith("ご") || word.startsWith("御");
  }
}
