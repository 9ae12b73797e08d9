package dev.zundacast.script.article;

import dev.zundacast.episode.Block;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.Sentence;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.Morphology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of lists to their labels and what is told of them, and both to speech. */
final class Labels {
  private static final Pattern LABELLED =
      Pattern.compile(
          "^([^：:。、「」（()）]{1,40}?(?:[（(][^（()）]*[）)])?)\\s*(?:：|:\\s|(?<=\\s)[-–—]\\s|(?<=\\s)[→⇒]\\s(?![^。]*[→⇒]))\\s*(\\S.*)$",
          Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\s*(?:\\[[ xX]]\\s+|[(（]?\\d{1,2}[.)．）]\\s*(?=\\D)|[①-⑳■●◆・▼]\\s*"
              + "|[^\\s。、：:①-⑳]{1,8}[①-⑳](?:\\s*[：:]\\s*|\\s+)(?=.))");
  private static final Pattern MARK = Pattern.compile("[。！？!?]$");

  /** Auxiliaries that what is done or is not ends with. */
  private static final Set<String> ENDS = Set.of("た", "ない");

  /** Names that are said in one breath. */
  private static final int BREATH = 90;

  private static final int LONGEST_NAME = 24;

  private final Rules rules;
  private final Morphology morphology;
  private final Brackets brackets;

  Labels(Rules rules, Morphology morphology) {
    this.rules = rules;
    this.morphology = morphology;
    this.brackets = new Brackets(rules, "");
  }

  /**
   * One row.
   *
   * @param body what is told of the label, "" where there is nothing else
   * @param rest what belongs to it besides
   */
  record Row(String label, String body, boolean isLabelled, List<Block> rest) {
    /** Whether it is a name that something is told of. */
    boolean tells() {
      return isLabelled && !body.isEmpty();
    }
  }

  /** A heading or a row without its number and marks. */
  String bare(String text) {
    return NUMBER.matcher(text).replaceFirst("").replaceFirst("\\s*[：:]\\s*$", "").strip();
  }

  /**
   * A row of a list.
   *
   * @param inside what stands below it, of which a first paragraph tells of its name
   */
  Row row(String item, List<Block> inside) {
    String text = rules.rewritten("row", bare(item));
    Matcher labelled = LABELLED.matcher(text);
    if (labelled.matches() && !rules.finds("spoken-row", text)) {
      return new Row(labelled.group(1).strip(), labelled.group(2).strip(), true, inside);
    }
    if (MARK.matcher(text).find() || Sentences.split(text).size() > 1) {
      return new Row("", text, false, inside);
    }
    if (!inside.isEmpty() && inside.get(0).kind() == Block.Kind.PARAGRAPH) {
      return new Row(text, inside.get(0).text(), isName(text), inside.subList(1, inside.size()));
    }
    boolean tells = rules.finds("row-tells", text) || rules.finds("timed", text);
    boolean name = isName(text) && !tells;
    return new Row(name ? text : "", name ? "" : text, name, inside);
  }

  /** A row that is a phrase as what it names. */
  Row asName(Row row) {
    boolean phrase = row.label().isEmpty() && !MARK.matcher(row.body()).find();
    return phrase ? new Row(row.body(), "", true, row.rest()) : row;
  }

  /** A row that is a deed as what is told, as in a list of sentences: all are heard alike. */
  Row asTold(Row row) {
    boolean deed =
        row.isLabelled() && row.body().isEmpty() && isDone(Sentence.of(row.label(), morphology));
    return deed ? new Row("", row.label(), false, row.rest()) : row;
  }

  /** Whether a row is a name or a phrase rather than a sentence. */
  boolean isName(String text) {
    String bare = bare(text);
    return !MARK.matcher(bare).find()
        && !LABELLED.matcher(bare).matches()
        && !rules.finds("sentence-end", bare);
  }

  /** A label as it is said: its brackets gone, what is to be done as こと. */
  String said(String label) {
    String bare = brackets.spoken(bare(label)).strip();
    Sentence sentence = Sentence.of(bare, morphology);
    boolean done = isDone(sentence);
    String stage = sentence.endsInDeed() ? "label-noun" : done ? "label-deed" : "label";
    return rules.rewritten(stage, bare + "。").replaceFirst("。$", "");
  }

  private static boolean isDone(Sentence sentence) {
    return sentence
        .lastWord()
        .filter(it -> it.is("動詞") || it.is("形容詞") || ENDS.contains(it.base()))
        .filter(it -> it.isPlain())
        .isPresent();
  }

  /** Whether a label is a sentence itself. */
  boolean isTold(String label) {
    Sentence sentence = Sentence.of(label, morphology);
    boolean named = sentence.hasTopic(label.length()) || sentence.hasSubject(0, label.length());
    return named && isDone(sentence);
  }

  /** From ten on things are counted by 個. */
  String ordinal(int nth) {
    return nth + (nth < 10 ? "つ" : "個") + "目は、";
  }

  /** Before an item of so many that nobody counts. */
  String next(int index, int count) {
    return List.of("まずは、", "次は、", "続いては、", "最後は、").get(place(index, count));
  }

  /** Before a sentence that is one of so many. */
  String step(int index, int count) {
    return List.of("まず、", "次に、", "続いて、", "最後に、").get(place(index, count));
  }

  /** The first, others in turn, and the last of three and more. */
  private static int place(int index, int count) {
    boolean last = count > 2 && index == count - 1;
    return index == 0 ? 0 : last ? 3 : 2 - index % 2;
  }

  /** A label that stands alone, a foreign one with what it means: Sense（感知） as Sense、感知. */
  private String explained(String label) {
    return said(rules.rewritten("label-gloss", bare(label)));
  }

  /** An item that is only a name. */
  String alone(String ordinal, String label) {
    String said = explained(label);
    // What is to be checked (箱が開くか) asks nothing.
    boolean thing =
        Sentence.of(said, morphology)
            .lastWord()
            .filter(it -> it.is("名詞") || it.surface().equals("か"))
            .isPresent();
    return closed(ordinal + said + (!ordinal.isEmpty() && thing ? "です" : ""));
  }

  /** What is said of a row before its body. */
  String opening(String ordinal, Row row) {
    String label = explained(row.label());
    if (label.isEmpty()) {
      return ordinal;
    }
    if (row.body().startsWith(label) && label.length() > 1) {
      return ordinal.replaceFirst("は、$", "。");
    }
    if (ordinal.isEmpty() && isDefined(row)) {
      return label + "は、";
    }
    boolean happened = !ordinal.isEmpty() && isDone(Sentence.of(label, morphology));
    return ordinal + (happened ? rules.rewritten("label-past", label + "。") : label + "。");
  }

  /** カラクリ, 木の箱を作る道具。: what is told of a name says what it is. */
  boolean isDefined(Row row) {
    if (row.body().isEmpty()) {
      return false;
    }
    String label = said(row.label());
    String first = Sentences.split(row.body()).get(0);
    Sentence name = Sentence.of(label, morphology);
    return label.length() <= LONGEST_NAME
        && rules.finds("kind", first)
        && !rules.finds("owner", label)
        && name.isThing()
        && Sentence.of(rules.rewritten("bare-end", first), morphology).isThing();
  }

  /** Whether a row is the name of something and tells nothing of it. */
  boolean isThing(Row row) {
    Sentence sentence = Sentence.of(said(row.label()), morphology);
    return row.body().isEmpty()
        && !sentence.hasTopic(sentence.text().length())
        && sentence.lastWord().filter(it -> it.is("名詞")).isPresent();
  }

  /** What a heading asks about where the sentence below it does not name it, "" else. */
  String topic(String heading, String sentence) {
    String asked = brackets.spoken(heading);
    String what = rules.rewritten("what-is", asked);
    boolean named =
        what.equals(asked)
            || sentence.contains(what.replaceFirst(".、$", ""))
            || Sentence.of(sentence, morphology).hasTopic(sentence.length());
    return named ? "" : what;
  }

  /** A heading that asks what the text below it answers without saying it, "" for none. */
  String question(String heading, String answer) {
    String asked = rules.rewritten("mark", heading);
    boolean leans = !asked.equals(heading) || rules.finds("answers", answer);
    return leans && rules.finds("question", asked) ? asked : "";
  }

  /** Whether a label says nothing of what is told of it. */
  boolean isGeneral(Row row) {
    String label = said(row.label());
    return rules.finds("empty-heading", label) || rules.finds("countable", label);
  }

  /** A row with a mark at its end. */
  String closed(String text) {
    return MARK.matcher(text).find() || (text.endsWith("」") && text.startsWith("「"))
        ? text
        : text.replaceFirst("[：:、]\\s*$", "") + "。";
  }

  /** The names of all rows in one sentence; empty where they are too many or no names. */
  Optional<String> together(List<Row> rows, boolean isAnnounced) {
    List<String> names = rows.stream().map(row -> said(row.label())).toList();
    boolean fit =
        names.stream().noneMatch(it -> it.isEmpty() || it.contains("、"))
            && names.stream().allMatch(it -> it.length() <= LONGEST_NAME)
            && String.join("、", names).length() <= BREATH;
    String all = String.join("、", names);
    String said = isAnnounced ? "それは、" + all : all + "の" + names.size() + "つ";
    return fit ? Optional.of(said + "です。") : Optional.empty();
  }

  /** What a heading says as the lead of a list, "" where it says nothing. */
  String lead(String heading, int count) {
    String bare = rules.rewritten("heading", brackets.spoken(bare(heading)).strip());
    if (bare.isEmpty() || rules.finds("empty-heading", bare)) {
      return "";
    }
    String said = rules.rewritten("lead-counted", said(bare) + "。");
    boolean counts = rules.finds("countable", bare);
    return counted(counts ? said : rules.rewritten("lead-other", said), count);
  }

  /** A lead that says how many there are. */
  String counted(String lead, int count) {
    String said = rules.rewritten("lead-said", closed(lead));
    return said.replace("〓", Integer.toString(count));
  }
}
