package dev.zundacast.script.speech;

import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A written sentence to the sentences that say the same on the radio: nothing about the article
 * itself, no brackets, plain words, no sentence that is too long. What it says stays as it is.
 * Every rule is a row of a table, which {@code styles/} in the voices folder may add to.
 */
public final class ForTheEar {
  /** The table of words that are written, and those that people say. */
  public static final String PLAIN_WORDS = "plain-words.tsv";

  /** Characters by which an end is known to be the same. */
  private static final int END = 5;

  /** {@code scripts/} as the name of something. */
  private static final Search FOLDER = Search.of("^([a-z][\\w.-]*)/$");

  /** What may say something of the article, and is not polite, as the rows of meta.tsv are. */
  private static final Search PLAIN = Search.of("[るただ]。$");

  /** What a sentence holds that may be about its article. */
  private static final Search ITSELF =
      Search.of("記事|稿|要約|レポート|トピック|まとめ|資料|ドキュメント|ニュース|以下|次の(?:通り|とおり)|参照|ご覧");

  private final Replacements meta;
  private final Replacements once;
  private final PlainWords plainWords;
  private final LongSentence longSentence;
  private final Polite polite;

  /**
   * Sentences for the ear.
   *
   * @param texts in their order, none when the sentence is not said
   * @param rules the rows that made them so
   * @param once the kind of phrase that an episode has only once, "" for none
   */
  public record Reworded(List<String> texts, List<String> rules, String once) {
    public Reworded {
      texts = List.copyOf(texts);
      rules = List.copyOf(rules);
    }

    /** The rows that made this one of the texts so. */
    public List<String> rules(String text) {
      return rules.stream().filter(it -> !PlainWords.isElsewhere(it, text)).distinct().toList();
    }
  }

  /**
   * @param folders of voices, the show's own first
   */
  public ForTheEar(List<Path> folders, Morphology morphology) {
    this(
        Replacements.load(folders, "meta.tsv"),
        Replacements.load(folders, "once.tsv"),
        PlainWords.load(folders, PLAIN_WORDS),
        new LongSentence(folders, morphology),
        new Polite(morphology));
  }

  private ForTheEar(
      Replacements meta,
      Replacements once,
      PlainWords plainWords,
      LongSentence longSentence,
      Polite polite) {
    this.meta = meta;
    this.once = once;
    this.plainWords = plainWords;
    this.longSentence = longSentence;
    this.polite = polite;
  }

  /** The same with the plain words of this table before the common ones. */
  public ForTheEar withPlainWords(List<Path> folders, String file) {
    PlainWords own = PlainWords.load(folders, file, PLAIN_WORDS);
    return new ForTheEar(meta, once, own, longSentence, polite);
  }

  /** One sentence as it is said. */
  public Reworded hear(String sentence) {
    List<String> rules = new ArrayList<>();
    Optional<String> about = about(sentence.strip(), rules);
    if (about.isEmpty() || about.get().isBlank()) {
      return new Reworded(List.of(), rules, "");
    }
    Note note = Note.of(about.get(), rules);
    List<String> texts = new ArrayList<>();
    texts.addAll(spoken(note.text(), rules));
    note.behind().forEach(text -> texts.addAll(spoken(text, rules)));
    return new Reworded(texts, rules, once.found(String.join("", texts)));
  }

  /**
   * A sentence as it is said, in one piece where it was cut only where a clause goes on: what it is
   * about is all of it.
   */
  public String whole(String sentence, List<String> rules) {
    if (rules.stream().noneMatch(LongSentence::isCoordinated)) {
      return "";
    }
    List<String> none = new ArrayList<>();
    String about = about(sentence.strip(), none).orElse("");
    return plainWords.apply(Listing.shorten(Note.of(about, none).text(), none), none);
  }

  /** A sentence without what it says of its article; the rows know it by its polite end. */
  private Optional<String> about(String sentence, List<String> rules) {
    if (!PLAIN.in(sentence) || !ITSELF.in(sentence)) {
      return meta.apply(sentence, rules);
    }
    String politely = polite.ended(sentence);
    List<String> found = new ArrayList<>();
    Optional<String> about = meta.apply(politely, found);
    if (about.filter(politely::equals).isPresent()) {
      return Optional.of(sentence);
    }
    if (about.filter(it -> it.endsWith(politely.substring(politely.length() - END))).isPresent()) {
      // Only its beginning has changed: it keeps its own end.
      return meta.apply(sentence, rules);
    }
    rules.addAll(found);
    return about;
  }

  /** A few words as they are said: without notes, in plain words. */
  public String words(String phrase) {
    String said = plainWords.apply(Note.without(phrase), new ArrayList<>()).strip();
    return FOLDER.replaceFirst(said, "$1フォルダ");
  }

  /**
   * An item's name as it is said, with what a foreign word in it means where its note tells that.
   */
  public String name(String phrase) {
    return plainWords.apply(Note.glossed(phrase), new ArrayList<>()).strip();
  }

  private List<String> spoken(String sentence, List<String> rules) {
    String listed = Listing.shorten(sentence, rules);
    return longSentence.cut(plainWords.apply(listed, rules), rules);
  }

  /** Whether the sentence begins with a word that joins it to the one before. */
  public boolean isConnected(String sentence) {
    return longSentence.isConnected(sentence);
  }

  /** Enumerations of many names in one sentence, shortened where they claim to be no whole. */
  private static final class Listing {
    /** A list of five and more short things that ends with など or といった. */
    private static final Pattern LIST =
        Pattern.compile(
            "(?<=[はがをにでとの]、?|^)((?!また|さらに|例えば|たとえば|特に|主に|そして|それに)(?:[^、。（）「」はがをにでとの]{1,24}|「[^」]{1,24}」)"
                + "(?:、(?:[^、。（）「」はがをにで]{1,40}|「[^」]{1,24}」)){4,}?)(など|といった)");

    /** So many commas stand in a list of five; looking for lists takes a hundredth of a script. */
    private static final int LEAST = 4;

    private static final int KEPT = 3;

    private Listing() {}

    static String shorten(String sentence, List<String> used) {
      int end = Math.max(sentence.lastIndexOf("など"), sentence.lastIndexOf("といった"));
      if (end < 0 || sentence.chars().limit(end).filter(c -> c == '、').count() < LEAST) {
        return sentence;
      }
      BitSet quoted = Quotes.in(sentence);
      Matcher matcher = LIST.matcher(sentence);
      StringBuilder result = new StringBuilder();
      while (matcher.find()) {
        String said = matcher.group();
        if (!quoted.get(matcher.start()) || sentence.charAt(matcher.start()) == '「') {
          said = kept(matcher.group(1)) + matcher.group(2);
          used.add("listing");
        }
        matcher.appendReplacement(result, Matcher.quoteReplacement(said));
      }
      return matcher.appendTail(result).toString();
    }

    private static String kept(String list) {
      String[] things = list.split("、(?![^「]*」)", -1);
      return String.join("、", Arrays.asList(things).subList(0, KEPT));
    }
  }
}
