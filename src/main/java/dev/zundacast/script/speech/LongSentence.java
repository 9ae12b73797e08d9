package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a sentence that is too long for the ear into two where one clause ends and the next begins
 * (〜が, 〜おり, 〜ため, 〜し), so that each says what it said before. Where a cut could change what belongs
 * to what, there is none.
 */
final class LongSentence {
  /** From here on listeners lose the beginning. */
  private static final int LONG = 58;

  private static final int SHORTEST = 13;
  private static final int DEPTH = 3;

  /**
   * An end that says more than that something is so (can, want, should, not): it is for one clause.
   */
  private static final Pattern MODAL =
      Pattern.compile(
          "(?:せん(?:でした)?|ない(?:です)?|なかった(?:です)?|でき(?:る|ます|ました)|可能(?:です|だ)?|[えけせてねべめれげ]ます"
              + "|たい(?:です)?|ましょう|ください|でしょう|(?:ます|です)か|かもしれ.*|はずです|べきです|ようです|そうです|必要.*|られ(?:ます|る))[。！？!?]*$");

  private static final Pattern LASTED = Pattern.compile("[てで](?:いました|いた)[。！]*$");
  private static final Pattern PAST = Pattern.compile("(?:ました|でした|した|った|れた|えた|いた|きた|んだ)[。！]*$");
  private static final Pattern LASTS = Pattern.compile("[てで](?:い|おり)(?:ます|る)[。！]*$");

  /** What somebody says or thinks: a clause before it may be a part of that. */
  private static final Pattern REPORTED =
      Pattern.compile("と(?:いう|いった|述べ|考え|思|指摘|語|説明|報告|主張|警告|強調|明か|の|感じ|判断|予測|見|し(?:て|ました|ます|た))|との");

  private static final Set<String> MAIN_JOINS = Set.of("が", "けど", "けれど", "けれども", "ので", "し", "と");

  private final Morphology morphology;
  private final Polite polite;
  private final List<Joint> joints;
  private final Pattern connected;

  /**
   * One row of joints.tsv.
   *
   * @param host what stands before the ending: polite, plain, stem, any
   * @param end what the first sentence ends with instead
   * @param connective what the second one begins with
   */
  private record Joint(String name, Host host, Pattern ending, String end, String connective) {}

  private enum Host {
    POLITE,
    PLAIN,
    STEM,
    ANY
  }

  /** A place where the sentence may be cut. */
  private record Cut(Joint joint, String first, String second, int cost) {}

  LongSentence(Path folder, Morphology morphology) {
    this.morphology = morphology;
    this.polite = new Polite(morphology);
    Table table = Table.layered(folder, "joints.tsv");
    List<Joint> all = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      try {
        Host host = Host.valueOf(row.cell(1).toUpperCase(java.util.Locale.ROOT));
        Pattern ending = Pattern.compile("(?:" + row.cell(2) + ")$");
        all.add(new Joint(row.cell(0), host, ending, row.cell(3), row.cell(4)));
      } catch (IllegalArgumentException e) {
        throw table.wrong(row, "no such joint: " + e.getMessage());
      }
    }
    this.joints = List.copyOf(all);
    this.connected = connectives(folder);
  }

  private static Pattern connectives(Path folder) {
    StringBuilder words = new StringBuilder("^(?:");
    for (Table.Row row : Table.layered(folder, "connectives.tsv").rows()) {
      words.append(row.cell(0)).append('|');
    }
    return Pattern.compile(words.append("(?!))").toString());
  }

  /** Whether the sentence begins with a word that joins it to the one before. */
  boolean isConnected(String sentence) {
    return connected.matcher(sentence).find();
  }

  List<String> cut(String sentence, List<String> used) {
    return cut(sentence, used, DEPTH);
  }

  private List<String> cut(String sentence, List<String> used, int depth) {
    Optional<Cut> best = sentence.length() < LONG || depth == 0 ? Optional.empty() : best(sentence);
    if (best.isEmpty()) {
      return List.of(sentence);
    }
    Cut cut = best.get();
    used.add("joints " + cut.joint().name());
    List<String> pieces = new ArrayList<>(cut(cut.first(), used, depth - 1));
    pieces.addAll(cut(cut.second(), used, depth - 1));
    return pieces;
  }

  private Optional<Cut> best(String sentence) {
    BitSet closed = Quotes.in(sentence);
    closed.or(Quotes.notesIn(sentence));
    List<Morpheme> words = morphology.analyse(sentence);
    Cut best = null;
    for (int i = 1; i < words.size() - 2; i++) {
      Morpheme comma = words.get(i);
      boolean place = comma.surface().equals("、") && !closed.get(comma.start());
      if (place && comma.start() >= SHORTEST && sentence.length() - comma.end() >= SHORTEST) {
        Cut cut = at(sentence, words, i);
        if (cut != null && (best == null || cut.cost() < best.cost())) {
          best = cut;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private @org.jspecify.annotations.Nullable Cut at(
      String sentence, List<Morpheme> words, int comma) {
    String front = sentence.substring(0, words.get(comma).start());
    String back = sentence.substring(words.get(comma).end()).strip();
    for (int row = 0; row < joints.size(); row++) {
      Joint joint = joints.get(row);
      Matcher matcher = joint.ending().matcher(front);
      if (!matcher.find() || (joint.host() != Host.POLITE && REPORTED.matcher(back).find())) {
        continue;
      }
      Optional<String> first = first(joint, front, matcher, words, comma, sentence);
      if (first.isPresent()) {
        String connective = isConnected(back) ? "" : joint.connective();
        int away = Math.abs(sentence.length() / 2 - front.length());
        return new Cut(joint, first.get() + "。", connective + back, away + row);
      }
    }
    return null;
  }

  private Optional<String> first(
      Joint joint,
      String front,
      Matcher matcher,
      List<Morpheme> words,
      int comma,
      String sentence) {
    String stem = front.substring(0, matcher.start());
    return switch (joint.host()) {
      case POLITE -> Optional.of(front.substring(0, matcher.end(1)));
      case ANY -> Optional.of(stem + joint.end());
      case PLAIN -> polite.sentence(stem).map(said -> said + joint.end());
      case STEM -> coordinate(front, words, comma, sentence);
    };
  }

  /** 〜し、…しました: a clause of its own when nothing behind it could be what it belongs to. */
  private Optional<String> coordinate(
      String front, List<Morpheme> words, int comma, String sentence) {
    Morpheme stem = words.get(comma - 1);
    boolean verb = stem.is("動詞") && stem.inflectionForm().equals("連用形");
    if (!verb || MODAL.matcher(sentence).find() || belongsToNoun(words, comma)) {
      return Optional.empty();
    }
    Verb base = Polite.verb(stem);
    String before = front.substring(0, stem.start());
    if (LASTED.matcher(sentence).find()) {
      return Optional.of(before + base.te() + "いました");
    }
    if (PAST.matcher(sentence).find()) {
      return Optional.of(before + base.polite() + "ました");
    }
    boolean lasts = LASTS.matcher(sentence).find();
    return Optional.of(before + (lasts ? base.te() + "います" : base.polite() + "ます"));
  }

  /** Whether a verb before the sentence's own one stands behind this place. */
  private static boolean belongsToNoun(List<Morpheme> words, int comma) {
    for (int i = comma + 1; i + 1 < words.size(); i++) {
      Morpheme word = words.get(i);
      boolean finite =
          word.inflectionForm().equals("基本形")
              && !word.base().equals("ます")
              && !word.base().equals("です");
      boolean ends = words.get(i + 1).is("記号-句点");
      if (finite && !ends) {
        return !MAIN_JOINS.contains(words.get(i + 1).surface());
      }
      boolean joins = word.is("助詞-接続助詞") && !word.surface().equals("て");
      if (joins && word.surface().equals("が")) {
        return false;
      }
    }
    return false;
  }
}
