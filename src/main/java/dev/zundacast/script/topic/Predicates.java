package dev.zundacast.script.topic;

import dev.zundacast.script.speech.Quotes;
import dev.zundacast.script.speech.Replacements;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is done, in few words, and as a noun that ends with 話. */
final class Predicates {
  private static final int SHORTEST = 10;

  /** An object of fewer characters is no name of anything without what describes it. */
  private static final int AN_OBJECT = 3;

  /** 針も見える時計 of 音がして、針も見える時計: も without what it is said besides. */
  private static final Pattern TOO =
      Pattern.compile(
          "^[^はがをにでと「」]{1,12}も[^はがをにでと「」]{1,8}[るたい](?=[\\p{IsKatakana}\\p{IsHan}A-Z「])");

  /** 山の町、海の町、: names that are told together. */
  private static final Search ONE_OF_SEVERAL =
      Search.of(
          "(?:^|、)[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9・"
              + " の]{2,}、[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9・ の]{2,}$");

  /** 「Sunset」のアップデートとなる v4: what a version is one of. */
  private static final Search NEW_OF =
      Search.of("(「[^」]{2,30}」の)(?:メジャー|大型|最新|新しい)?(?:アップデート|バージョン|版|更新|改良)(?:となる|である|の)$");

  private static final String ABOUT = "about";
  private static final String STORY = Topics.STORY;

  private final Replacements ends;
  private final SpeechStyles styles;
  private final Morphology morphology;
  private final Clauses clauses;

  Predicates(List<Path> folders, Morphology morphology, SpeechStyles styles, Clauses clauses) {
    this.ends = Replacements.load(folders, "about-ends.tsv");
    this.styles = styles;
    this.morphology = morphology;
    this.clauses = clauses;
  }

  /** A predicate as a noun that ends with 話, where a rule makes one of it. */
  Styled styled(String predicate) {
    return styles.about(predicate + "。", ABOUT);
  }

  /** Whether who does it went with how it is done: 町で時計を売った of 大工が町で時計を売った. */
  boolean losesSubject(String deed, String brief) {
    String lost = deed.substring(0, Math.max(0, deed.length() - brief.length()));
    return lost.endsWith("で") && clauses.hasSubject(lost);
  }

  /** The last of several clauses as it is said without them. */
  static String alone(String clause) {
    return TOO.matcher(clause).replaceFirst("");
  }

  /** A phrase that is too long from the quoted name on that it is about, where it has one. */
  static String shortened(String phrase, int limit) {
    int comma = phrase.lastIndexOf('、');
    while (comma > 0
        && (phrase.startsWith("という", comma + 1)
            || Clauses.isOneDate(phrase.substring(0, comma), phrase.substring(comma + 1)))) {
      comma = phrase.lastIndexOf('、', comma - 1);
    }
    boolean inside = comma < phrase.lastIndexOf('」') && comma > phrase.lastIndexOf('「');
    if (phrase.length() > limit && comma > 0 && joinsNext(phrase, comma)) {
      return phrase; // Without the first of two it is another story.
    }
    if (phrase.length() > limit && comma > 0 && ONE_OF_SEVERAL.in(phrase.substring(0, comma))) {
      return phrase; // The last of several did not do it alone.
    }
    if (phrase.length() > limit && comma > 0 && !inside && phrase.length() - comma > SHORTEST) {
      return phrase.substring(comma + 1);
    }
    int name = phrase.lastIndexOf('「');
    int end = phrase.indexOf('」', Math.max(0, name));
    if (name > 1 && phrase.startsWith("」と", name - 2)) {
      name = phrase.lastIndexOf('「', name - 1);
    }
    boolean verb =
        end >= 0 && end + 1 < phrase.length() && "すしさで".indexOf(phrase.charAt(end + 1)) >= 0;
    boolean quoted = name > 0 && end > name && !verb;
    return phrase.length() > limit && quoted ? phrase.substring(name) : phrase;
  }

  /** Whether what stands before the comma is the first of several: 山と、 海や、. */
  private static boolean joinsNext(String phrase, int comma) {
    return phrase.charAt(comma - 1) == 'と' || Clauses.LISTED.in(phrase.substring(0, comma));
  }

  /**
   * A predicate that is too long from behind a phrase that only tells how, or what its object is
   * like: 町の市場で木で作った時計を売り出しました to 時計を売り出しました. With the name of what it is a version of it may be
   * longer than asked for.
   */
  String condensed(String phrase, int limit) {
    int object = phrase.lastIndexOf('を');
    if (phrase.length() <= limit || object < 0) {
      return phrase;
    }
    BitSet closed = Quotes.in(phrase);
    List<Morpheme> words = morphology.analyse(phrase);
    for (int i = 1; i + 1 < words.size(); i++) {
      int from = words.get(i).end();
      boolean fits = phrase.length() - from <= limit && from < object && !closed.get(from);
      boolean tellsHow = words.get(i).is("助詞-格助詞") && words.get(i).surface().equals("で");
      boolean noun = words.get(i + 1).is("名詞") && !words.get(i + 1).is("名詞-非自立");
      boolean named = object - from >= AN_OBJECT || tellsHow;
      if (fits && noun && named && (tellsHow || Clauses.isAttributive(words.get(i)))) {
        return newOf(phrase.substring(0, from)) + phrase.substring(from);
      }
    }
    return phrase;
  }

  /** 「Sunset」の: what something is a new version of, where that is left out. */
  private static String newOf(String left) {
    return NEW_OF.first(left).map(it -> it.group(1)).orElse("");
  }

  /** A predicate with room for who does it, where that leaves enough of it. */
  Optional<String> fitted(String deed, int room) {
    return Optional.of(condensed(shortened(deed, room), room)).filter(it -> it.length() <= room);
  }

  String ended(String story) {
    boolean adjective = story.endsWith("の" + STORY) && isAdjective(story);
    String stem = story.substring(0, Math.max(0, story.length() - 2));
    boolean clause = adjective ? hasSubject(stem) : isClause(story);
    String said = clause ? stem + "だという" + STORY : adjective ? stem + "な" + STORY : story;
    return simplified(said);
  }

  /** A story in fewer words, where the table has them. */
  String simplified(String story) {
    return ends.apply(story, new ArrayList<>()).orElse(story);
  }

  private boolean hasSubject(String clause) {
    return clause.indexOf('が') > 0 && clauses.hasSubject(clause);
  }

  /** 一つが時計の話: a clause whose predicate is a noun. */
  private boolean isClause(String story) {
    int subject = story.lastIndexOf('が');
    if (!story.endsWith("の" + STORY)
        || story.endsWith("話題の話")
        || subject < 0
        || Quotes.in(story).get(subject)) {
      return false;
    }
    List<Morpheme> words = morphology.analyse(story.substring(0, story.length() - 2));
    boolean open = words.stream().anyMatch(it -> it.start() == subject && it.is("助詞-格助詞"));
    return open
        && words.stream()
            .filter(it -> it.start() > subject)
            .allMatch(it -> it.is("名詞") || it.is("記号") || it.is("接頭詞") || it.is("助詞-連体化"));
  }

  /** 大事の話: the word before の tells what something is like. */
  private boolean isAdjective(String story) {
    List<Morpheme> words = morphology.analyse(story.substring(0, story.length() - 2));
    return !words.isEmpty() && words.get(words.size() - 1).is("名詞-形容動詞語幹");
  }
}
