package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Sentences that end with a noun of doing to sentences that end with its verb: 機能が登場。 to
 * 機能が登場しました。, by the rows of deeds.tsv.
 */
final class NominalEndings {
  private static final String MARKS = "。！!";
  private static final String POLITE = "です";
  private static final List<String> MARKERS = List.of("を", "が", "も");
  private static final List<String> OTHERS =
      List.of("に", "へ", "で", "と", "から", "まで", "は", "について", "として", "によって", "に関して", "に対して");

  /** What it leads to, so that the verb is about its subject however far. */
  private static final List<String> RESULTS = List.of("に", "へ", "と");

  /** How something is done is told of what is done again and again. */
  private static final String HOW = "します";

  /** 未公開, 無制限: it is not done. */
  private static final String NOT = "未無非不";

  private static final String DONE = "しました";

  private static final int LONGEST = 8;

  private final Morphology morphology;
  private final Map<String, List<String>> ends = new HashMap<>();
  private final Map<String, Pattern> signs = new HashMap<>();

  /**
   * @param table what is said behind each noun
   * @param signs by which it is known when and of whom it is told
   */
  NominalEndings(Table table, Table signs, Morphology morphology) {
    this.morphology = morphology;
    for (Table.Row row : signs.rows()) {
      this.signs.putIfAbsent(row.cell(0), Table.expression(row, row.cell(1)));
    }
    for (Table.Row row : table.rows()) {
      List<String> said = List.of(row.cell(1), row.cell(2), row.cell(3), row.cell(4), row.cell(5));
      for (String noun : row.cell(0).split("\\|", -1)) {
        ends.putIfAbsent(noun, said);
      }
    }
  }

  private boolean tells(String sign, String text) {
    return Objects.requireNonNull(signs.get(sign)).matcher(text).find();
  }

  String completed(String sentence) {
    int end = sentence.length();
    while (end > 0 && MARKS.indexOf(sentence.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == sentence.length()) {
      return sentence;
    }
    String marks = sentence.substring(end);
    String told = sentence.substring(0, end);
    boolean polite = told.endsWith(POLITE) && end > POLITE.length();
    String body = polite ? told.substring(0, end - POLITE.length()) : told;
    return IntStream.range(Math.max(0, body.length() - LONGEST), body.length())
        .filter(at -> at == 0 || NOT.indexOf(body.charAt(at - 1)) < 0)
        .filter(at -> ends.containsKey(body.substring(at)))
        .filter(at -> !polite || body.substring(at).equals("スタート"))
        .mapToObj(at -> said(ends.getOrDefault(body.substring(at), List.of()), body, at))
        .findFirst()
        .filter(it -> !it.isEmpty())
        .map(it -> body + it + marks)
        .orElse(sentence);
  }

  /** What is said behind a noun; of what is still to come nothing as if it had been. */
  private String said(List<String> ends, String body, int noun) {
    String said = end(ends, body, noun);
    return tells("to-come", body) || tells("whenever", body)
        ? said.replaceFirst("ました$", "ます")
        : said;
  }

  private String end(List<String> ends, String body, int noun) {
    Sentence sentence = Sentence.of(body, morphology);
    List<Morpheme> words = sentence.words();
    Morpheme last = words.get(words.size() - 1);
    Morpheme before = sentence.beforeCompound();
    // 文化 and the like only end like a deed.
    boolean other = !last.is("名詞") || (last.is("名詞-一般") && last.surface().endsWith("化"));
    if (sentence.quoted().get(noun) || other || before.describes() || isNamed(words)) {
      return "";
    }
    int marker = marker(words, sentence.quoted());
    if (marker < 0) {
      return tellsHow(before) ? HOW : "";
    }
    boolean who =
        marker == 0 && words.stream().anyMatch(w -> w.surface().equals("が") && w.is("助詞-格助詞"));
    if (who && !ends.get(MARKERS.size() + 1).isEmpty()) {
      return ends.get(MARKERS.size() + 1);
    }
    boolean story =
        switch (marker) {
          case 0 -> tells("person", body) || tells("once", body);
          case 1 -> tells("doer", body);
          case 2 -> false;
          default -> tells("once", body);
        };
    if (story) {
      return ends.get(0).isEmpty() || ends.get(0).equals(HOW) ? DONE : ends.get(0);
    }
    return ends.get(marker).isEmpty() ? ends.get(0) : ends.get(marker);
  }

  /** 素早く公開: how it is done stands right before it; 離れると停止: when. */
  private static boolean tellsHow(Morpheme before) {
    boolean then = before.is("助詞-接続助詞") && before.surface().equals("と");
    return then || (before.is("形容詞") && before.inflectionForm().equals("連用テ接続"));
  }

  /** 用途は在庫管理: the noun says what the word before は is. */
  private boolean isNamed(List<Morpheme> words) {
    int at = words.size() - 1;
    while (at > 0 && (Sentence.isOfCompound(words.get(at)) || words.get(at).is("記号-読点"))) {
      at--;
    }
    boolean topic = at > 0 && words.get(at).is("助詞-係助詞") && words.get(at).surface().equals("は");
    return topic && tells("name", words.get(at - 1).surface());
  }

  /** The place in a row of what is said behind the particle that the noun belongs to, or -1. */
  private int marker(List<Morpheme> words, BitSet quoted) {
    int nearest = -1;
    boolean result = false;
    for (int i = words.size() - 1; i >= 0; i--) {
      Morpheme word = words.get(i);
      if (quoted.get(word.start())) {
        continue;
      }
      boolean ends = word.is("記号-読点") || (word.is("動詞") && nearest >= 0);
      boolean noun = word.is("助詞-連体化") || isListing(words, i);
      if (noun && nearest < 0) {
        // 業務の効率化, 効率化と品質向上: a thing that is named.
        return -1;
      }
      if (ends) {
        // 性能を、より効率よく実現: the comma only parts the object from how it is done.
        boolean object = nearest < 0 && i > 0 && words.get(i - 1).surface().equals("を");
        return object ? 0 : nearest;
      }
      if (word.isParticle("を")) {
        return 0;
      }
      if (word.is("助詞") && nearest < 0) {
        nearest = kind(word);
        result = RESULTS.contains(word.surface());
      } else if (word.is("助詞") && nearest == 3 && !result) {
        int other = kind(word);
        nearest = other == 1 || other == 2 ? other : nearest;
      }
    }
    return nearest;
  }

  private boolean isListing(List<Morpheme> words, int index) {
    Morpheme word = words.get(index);
    boolean and = word.isParticle("と") || word.isParticle("や");
    boolean deed = and && index > 0 && words.get(index - 1).is("名詞-サ変接続");
    int behind = words.size() - 1 - index;
    Morpheme last = words.get(words.size() - 1);
    boolean compound = behind > 1 && words.get(index + 1).is("名詞-一般");
    return and && (deed || compound) && !tells("takes-to", last.surface());
  }

  private static int kind(Morpheme word) {
    int marker = MARKERS.indexOf(word.surface());
    return marker < 0 && OTHERS.contains(word.surface()) ? MARKERS.size() : marker;
  }
}
