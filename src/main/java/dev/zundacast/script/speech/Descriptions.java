package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with a long description before a name to two: what is done with it, and what it is.
 */
final class Descriptions {
  private static final String DEED = "(?:発表|公開|リリース|開発|提供|追加|導入|投入|配信|発売)(?:し|され)(?:ました|ます|ています)。$";

  /** Somebody does something with 「a thing」, or with a part of it. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "^([^「」。]{1,48}?(?<![でにと])(?:は、?|が、))([^「」『』]+)([「『][^「」『』]{2,40}[」』]|(?<![\\p{IsLatin}0-9"
              + " .+-])\\p{Lu}[\\p{IsLatin}0-9 .+-]{2,28})"
              + "(?:(?:の|についての|に関する)[^、。「」を]{1,24})?を[^、。「」]{0,8}"
              + DEED);

  private static final Search DONE = Search.of(DEED);

  /** How, where or with whom it is done, before what is done it with. */
  private static final Search WITH = Search.of("(?:で|に|と|から|として|によって|により|うえ)、");

  /** Somebody does something with 「a thing」 that is told to be one. */
  private static final Search THING =
      Search.of("^([^「」。は]{1,30}は、)([^「」。は]{16,}?)である([「『][^「」『』]{2,40}[」』])((?:が|を)[^。]{8,}。)\\z");

  /** 「A thing」 with a description does something. */
  private static final Search NAMED_SUBJECT =
      Search.of("^([^「」、。][^「」。]{20,}?)([「『][^「」『』]{2,40}[」』])(は|が)、?(.{18,})\\z");

  /** Words that are no part of a noun's description. */
  private static final Search ADVERBIAL =
      Search.of("(?:[\\p{IsHiragana}]|[年月日時前後中]|現在|今回|昨年|今年|最近|先日)、");

  private static final int DESCRIPTION = 22;

  /** How something is since it came to be so. */
  private static final Search STATE = Search.of("(?:特化し|対応し|優れ|適し|兼ね備え|もとにし)た$");

  private final Morphology morphology;
  private final Polite polite;
  private final Search connected;

  /**
   * @param connected finds the words at its beginning that join a sentence to the one before
   */
  Descriptions(Morphology morphology, Polite polite, Search connected) {
    this.morphology = morphology;
    this.polite = polite;
    this.connected = connected;
  }

  /**
   * A thing with a long description before its name, as two sentences: what is done with it, and
   * what it is.
   */
  List<String> told(String sentence, List<String> used) {
    Matcher object = OBJECT.matcher(sentence);
    if (DONE.in(sentence) && object.matches()) {
      int noun = nounStart(sentence, object.start(3));
      String subject = object.group(1) == null ? "" : object.group(1);
      String about = sentence.substring(subject.length(), noun);
      boolean own = about.endsWith("ための") || !WITH.in(about);
      if (about.length() >= DESCRIPTION && isAttributive(about) && own) {
        used.add("description");
        String first = subject + sentence.substring(noun);
        return List.of(first, object.group(3) + "は、" + toldOf(about) + "。");
      }
    }
    Optional<Matcher> thing = THING.first(sentence);
    if (thing.isPresent()) {
      used.add("description");
      String name = thing.get().group(3);
      String first = thing.get().group(1) + name + thing.get().group(4);
      return List.of(first, name + "は、" + thing.get().group(2) + "です。");
    }
    return NAMED_SUBJECT
        .first(sentence)
        .flatMap(it -> namedFirst(sentence, it, used))
        .orElse(List.of(sentence));
  }

  /** What a name is, and then what it does; empty where what stands before it is no description. */
  private Optional<List<String>> namedFirst(String sentence, Matcher named, List<String> used) {
    String about = named.group(1);
    Optional<String> first =
        isAttributive(about)
            ? polite.sentence(about)
            : Optional.of(about + "です").filter(it -> isThing(about));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    used.add("description");
    String rest = (named.group(3).equals("は") ? "" : "その") + sentence.substring(named.start(2));
    return Optional.of(List.of(named.group(2) + "は、" + first.get() + "。", rest));
  }

  /** Whether these words are one noun with all that describes it: 町で人気の時計, not 昨日、町で. */
  private boolean isThing(String words) {
    List<Morpheme> all = morphology.analyse(words);
    Morpheme last = all.get(all.size() - 1);
    boolean topic = all.stream().anyMatch(w -> w.is("助詞-係助詞") || w.is("助詞-接続助詞"));
    boolean plain = last.is("名詞") && !last.is("名詞-非自立") && !last.is("名詞-サ変接続");
    return plain && !topic && !ADVERBIAL.in(words) && !connected.in(words);
  }

  /** What describes a thing as what is said of it: 時を刻む as 時を刻みます, 町で作られた as 町で作られたものです. */
  private String toldOf(String about) {
    if (STATE.in(about)) {
      return about.substring(0, about.length() - 1) + "ています";
    }
    return polite
        .sentence(about)
        .filter(it -> it.endsWith("ます") && !about.endsWith("た"))
        .orElse(about + "ものです");
  }

  /**
   * Whether a clause that describes a noun ends here, with nothing in it that is of the sentence.
   */
  private boolean isAttributive(String about) {
    List<Morpheme> words = morphology.analyse(about);
    Morpheme last = words.get(words.size() - 1);
    boolean ends =
        ((last.is("動詞") || last.is("助動詞")) && last.inflectionForm().equals("基本形"))
            || about.endsWith("ための");
    boolean topic = words.stream().anyMatch(w -> w.surface().equals("は") && w.is("助詞-係助詞"));
    boolean listed = about.matches(".*(?:や|か|、(?:また|さらに))、.*") || connected.in(about);
    boolean own = words.stream().anyMatch(w -> w.surface().equals("が") && w.is("助詞-格助詞"));
    if (listed || (own && !about.endsWith("ための"))) {
      return false;
    }
    return ends
        && !topic
        && about.chars().filter(c -> c == '「').count()
            == about.chars().filter(c -> c == '」').count();
  }

  /** Where the noun begins that stands right before this place. */
  private int nounStart(String sentence, int end) {
    int start = end;
    for (Morpheme word : morphology.analyse(sentence)) {
      if (word.end() <= end) {
        boolean noun =
            (word.is("名詞") && !word.is("名詞-非自立"))
                || word.is("接頭詞")
                || word.is("形容詞")
                || (word.is("記号") && !word.is("記号-読点"))
                || (word.surface().equals("の") && word.is("助詞-連体化"))
                || (word.surface().equals("な") && word.is("助動詞"));
        boolean aim = word.surface().equals("の") && sentence.startsWith("ため", word.start() - 2);
        start = noun && !aim ? Math.min(start, word.start()) : end;
        start = noun && !aim ? start : word.end();
      }
    }
    return Math.min(start, end);
  }
}
