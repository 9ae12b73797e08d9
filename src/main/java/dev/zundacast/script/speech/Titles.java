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
import java.util.stream.Stream;

/** Titles as they are said, and articles by what they are about. */
public final class Titles {
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
  private static final Pattern SUBJECT = Pattern.compile("^(.{1,32}?)(?:は|が)、?$");
  private static final Pattern NAME = Pattern.compile("「[^」]{2,30}」");
  private static final Pattern POINTS =
      Pattern.compile(
          "^(?:これ(?!まで)|それ(?!ぞれ)|この|その|ここ|本|今[回度]?|いま|現在|以前|当初|最近|従来|近年|筆者|著者|投稿者|私|記事).*|.*(?:[にでとへ]|的に|[るたい]の)、?[はが]、?$");

  /** この「時計」は is the clock that has been named. */
  private static final Pattern POINTED = Pattern.compile("^(?:この|その)(?=[「A-Z])");

  /** When it was, before who did it. */
  private static final Pattern WHEN =
      Pattern.compile("^(?:(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?に?|今回|このたび|先日|本日)、");

  /** That it is news says nothing of what happened. */
  private static final Pattern NEWS =
      Pattern.compile(
          "(?<=[たる])という、?[^、。]{0,14}(?:ニュース|話題|お知らせ)"
              + "(?:を[^、。]{0,8}(?:届け|伝え|紹介)します|です|が[^、。]{1,8})。$");

  private static final Pattern TOLD = Pattern.compile("^(.+(?:の|、という))お?話です。$");

  /** 工房が大工が作った時計を…: of two the first one does it. */
  private static final Pattern OUTER = Pattern.compile("^([^、。はがをにでへとも「」]{2,16})が[^、。がを「」]{2,16}が");

  /** How it was when it was done. */
  private static final Pattern MEANWHILE = Pattern.compile("(?:てお|でお|てい|でい)り?て?$");

  /** What is named, and what is done with it. */
  private static final Pattern OBJECT = Pattern.compile("「[^「」]+」を$");

  /** What something is for, before what it is. */
  private static final Pattern PURPOSE = Pattern.compile("^.*ための");

  /** The first of two that are named. */
  private static final Pattern PAIR = Pattern.compile("「[^「」]+」と$");

  /** What is asked, before その that points at it. */
  private static final Pattern ASKED = Pattern.compile("(?<!と)か$");

  private static final Pattern OWN_SUBJECT =
      Pattern.compile("(「[^」]{2,30}」|[\\p{IsKatakana}ーA-Za-z0-9 .+-]{3,24})が$");

  /** It points at what is not told, or is nobody's deed. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "^(?:という|その|この|これ|それ|ここ|そこ|など|とは|と(?!こ|も|り|け|い))|(?:からの|と思う|かもしれない|でしょう|多い|ことの|ための|と話題の|にもの|のの|必要がある|ことがある|重要な|大事な|大切な|欠かせない|求められ(?:る|ている)|増え(?:る|ている)|高まっている|進んでいる)話$");

  private static final Pattern ABOUT_WHAT = Pattern.compile("について|に関する|をめぐ");

  /** Words that name nothing of which somebody could not have heard yet. */
  private static final Pattern GENERAL =
      Pattern.compile(
          "(?i)(?<![A-Za-z])(?:AI|SNS|LLMs?|IT|PC|APIs?|GPU|CPU|Web|DX|OSS?|SaaS|ML)(?![A-Za-z])");

  private static final Pattern SPECIFIC =
      Pattern.compile(
          "[A-Za-z]{2}|「(?=[^」]*[A-Za-z\\p{IsKatakana}])[^」をは]{2,30}」|『|[\\p{IsKatakana}ー]{6}");

  /** A name, of which not everybody knows what it is. */
  private static final Pattern PROPER = Pattern.compile("[A-Za-z「『]");

  /** A topic of its own: ではない has none. */
  private static final Pattern HAS_TOPIC =
      Pattern.compile("(?<!で)は(?![なあ])|(?<=[\\p{IsHan}\\p{IsKatakana}ー])も");

  /** A subject of its own: what comes out (ことが判明した) did nothing. */
  private static final Pattern OWN = Pattern.compile("(?<!こと)が");

  /** Who says so is its subject, and what it says is told. */
  private static final Pattern REPORTED =
      Pattern.compile("(?<=[たるい])(?:と|ことを)(?:発表|公表|報告|明らかに)し(?:ました|た|ています)$");

  /** Characters that a noun needs behind a predicate. */
  private static final int LEFT = 6;

  /** So many characters more do no harm. */
  private static final int LITTLE = 16;

  private static final int TOPIC = 60;

  /** A few words that tell no more than a name. */
  private static final int SHORT = 14;

  private static final int SHORTEST = 10;

  /** A longer part is no mere name in a list. */
  private static final int A_NAME = 16;

  private static final int MOST_OF_A_DOER = 28;

  private static final int MOST_OF_A_HEAD = 24;

  /** An object of fewer characters is no name of anything without what describes it. */
  private static final int AN_OBJECT = 3;

  private static final double NEARLY_ALL = 0.9;
  private static final Pattern GLOSS =
      Pattern.compile("、つまり[^、。「」]{1,14}?(?=は|が|を|に|で|と|の|として|という)");
  private static final String STORY = "話";
  private static final String ABOUT = "about";

  /** The rules of sentences that tell a deed. */
  private static final Set<String> DEEDS = Set.of("verb", "verb-past", "deed");

  private final Replacements tails;
  private final Replacements ends;
  private final SpeechStyles styles;
  private final Morphology morphology;

  /**
   * @param folders of voices, the show's own first
   */
  public Titles(List<Path> folders, Morphology morphology, SpeechStyles styles) {
    this.tails = Replacements.load(folders, "titles.tsv");
    this.ends = Replacements.load(folders, "about-ends.tsv");
    this.styles = styles;
    this.morphology = morphology;
  }

  /** The title without the names of sites and the like. */
  public String said(String title) {
    String said = tails.apply(title, new ArrayList<>()).orElse(title).strip();
    return said.isEmpty() ? title : said;
  }

  /** Whether listeners understand the title: whether anything in it is Japanese. */
  public static boolean isJapanese(String title) {
    return JAPANESE.matcher(title).find();
  }

  /** Whether nearly all that a sentence names stands in the title. */
  public static boolean tells(String title, String written) {
    String sentence = GLOSS.matcher(written).replaceAll("");
    int all = 0;
    int found = 0;
    for (int i = 0; i + 1 < sentence.length(); i++) {
      if (isContent(sentence.charAt(i)) && isContent(sentence.charAt(i + 1))) {
        all++;
        found += title.contains(sentence.substring(i, i + 2)) ? 1 : 0;
      }
    }
    return all > 3 && found >= NEARLY_ALL * all;
  }

  private static boolean isContent(char c) {
    return Character.isLetterOrDigit(c) && !(c >= 'ぁ' && c <= 'ん');
  }

  /**
   * What an article is about, as a noun that ends with 話, from its first sentence; empty where the
   * sentence does not say.
   *
   * @param written the sentence
   * @param limit most characters
   */
  public Optional<String> about(String written, int limit) {
    String news = NEWS.matcher(WHEN.matcher(written).replaceFirst("")).replaceFirst("。");
    String sentence = GLOSS.matcher(news).replaceAll("");
    Matcher told = TOLD.matcher(sentence);
    if (told.find()) {
      Optional<String> story = Optional.of(shortened(told.group(1), limit) + STORY);
      return story.filter(it -> it.length() <= limit + LITTLE).or(() -> topic(sentence));
    }
    List<String> chunks = chunks(sentence, sentence.replaceFirst("[。！？!?]+$", "").length());
    Optional<String> topic = subject(chunks);
    Optional<String> doer = topic.isPresent() ? Optional.empty() : doer(chunks);
    Optional<String> subject = topic.or(() -> doer);
    int from = topic.isPresent() ? 1 : 0;
    List<String> rest = chunks.subList(Math.min(from, chunks.size() - 1), chunks.size());
    String last = listed(rest);
    if (from == 1 && chunks.size() == 1) {
      return subject.map(it -> it + "の" + STORY);
    }
    String whole = shortened(last, limit - LEFT);
    String deed = REPORTED.matcher(whole).replaceFirst("");
    Optional<String> other = deed.equals(whole) ? Optional.empty() : reported(rest);
    boolean topical = topic.isPresent() && chunks.get(0).endsWith("は");
    String brief = condensed(deed, limit - LEFT);
    boolean alone = topical ? !losesSubject(deed, brief) : !hasSubject(last);
    Matcher outer = OUTER.matcher(topical ? "" : last);
    Optional<String> agent =
        other
            .or(() -> subject.filter(it -> alone))
            .or(() -> outer.find() ? Optional.of(outer.group(1)) : Optional.empty());
    Styled styled = styles.about(brief + "。", ABOUT);
    int who = agent.map(it -> it.length() + 1).orElse(0);
    if (styled.text().length() - 1 + who > limit && !OWN.matcher(styled.text()).find()) {
      styled =
          fitted(deed, limit - LEFT - who)
              .filter(it -> !losesSubject(deed, it))
              .map(it -> styles.about(it + "。", ABOUT))
              .orElse(styled);
    }
    String story = ended(styled.text().replaceFirst("。$", ""));
    if (styled.fits()
        && story.endsWith(STORY)
        && story.length() <= limit + LITTLE / 2
        && story.length() > 5
        && !story.endsWith("がちの話")) {
      String all =
          doer.isPresent() && other.isEmpty()
              ? agent.map(it -> done(story, it, limit)).orElse(story)
              : named(story, styled.rule(), agent, limit);
      boolean bare = other.isPresent() && all.equals(story);
      return Optional.of(bare ? other.get() + "の" + STORY : all);
    }
    Matcher name = NAME.matcher(sentence);
    if (subject.isEmpty() && name.find()) {
      return Optional.of(name.group() + "の" + STORY);
    }
    return subject.filter(it -> it.length() > 2).map(it -> it + "の" + STORY);
  }

  /** Whether somebody else does it: whoever stands before that does not. */
  private boolean hasSubject(String text) {
    BitSet closed = Quotes.in(text);
    return morphology.analyse(text).stream()
        .anyMatch(it -> it.surface().equals("が") && it.is("助詞-格助詞") && !closed.get(it.start()));
  }

  /** Whether who does it went with how it is done: 町で時計を売った of 大工が町で時計を売った. */
  private boolean losesSubject(String deed, String brief) {
    String lost = deed.substring(0, Math.max(0, deed.length() - brief.length()));
    return lost.endsWith("で") && hasSubject(lost);
  }

  /** What is told of, where somebody reports it: 工房は、「時計」が、…ことを発表しました is about the clock. */
  private static Optional<String> reported(List<String> chunks) {
    if (chunks.size() < 2) {
      return Optional.empty();
    }
    String before = chunks.get(chunks.size() - 2);
    Matcher named = OWN_SUBJECT.matcher(before);
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  private String ended(String story) {
    boolean adjective = story.endsWith("の" + STORY) && isAdjective(story);
    String stem = story.substring(0, Math.max(0, story.length() - 2));
    String said = adjective ? stem + "な" + STORY : isClause(story) ? stem + "だという" + STORY : story;
    return ends.apply(said, new ArrayList<>()).orElse(said);
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

  /** Whether something is named in it that not everybody has heard of. */
  public boolean isNamed(String about) {
    return SPECIFIC.matcher(GENERAL.matcher(about).replaceAll("")).find();
  }

  /**
   * Whether listeners learn from it who does something, or what of: something is done by somebody
   * or to something that is named, or it is about something that is named.
   */
  public boolean isWhole(String about) {
    if (BROKEN.matcher(about).find()) {
      return false;
    }
    boolean named = isNamed(about);
    boolean thing = about.endsWith("の" + STORY) || !about.endsWith(STORY);
    if ((named && thing) || ABOUT_WHAT.matcher(about).find()) {
      return true;
    }
    if (about.indexOf('が') < 0 && (!named || about.indexOf('を') < 0)) {
      return false;
    }
    boolean subject = false;
    boolean object = false;
    BitSet closed = Quotes.in(about);
    for (Morpheme word : morphology.analyse(about)) {
      boolean open = word.is("助詞-格助詞") && !closed.get(word.start());
      subject |= open && word.surface().equals("が") && !about.startsWith("こと", word.start() - 2);
      object |= open && word.surface().equals("を");
    }
    return subject || (named && object);
  }

  /** A phrase that is too long from the quoted name on that it is about, where it has one. */
  private static String shortened(String phrase, int limit) {
    int comma = phrase.lastIndexOf('、');
    while (comma > 0 && phrase.startsWith("という", comma + 1)) {
      comma = phrase.lastIndexOf('、', comma - 1);
    }
    boolean inside = comma < phrase.lastIndexOf('」') && comma > phrase.lastIndexOf('「');
    if (phrase.length() > limit && comma > 0 && phrase.charAt(comma - 1) == 'と') {
      return phrase; // Without the first of two it is another story.
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

  /**
   * A predicate that is too long from behind a phrase that only tells how, or what its object is
   * like: 町の市場で木で作った時計を売り出しました to 時計を売り出しました.
   */
  private String condensed(String phrase, int limit) {
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
      if (fits && noun && named && (tellsHow || isAttributive(words.get(i)))) {
        return phrase.substring(from);
      }
    }
    return phrase;
  }

  private static boolean isAttributive(Morpheme word) {
    return (word.is("動詞") || word.is("助動詞")) && word.inflectionForm().equals("基本形");
  }

  /** A predicate with room for who does it, where that leaves enough of it. */
  private Optional<String> fitted(String deed, int room) {
    return Optional.of(condensed(shortened(deed, room), room)).filter(it -> it.length() <= room);
  }

  /** Where the last part begins when the parts before it are the first names of its list. */
  private String listed(List<String> parts) {
    int from = parts.size() - 1;
    String last = parts.get(from);
    String before = from > 0 ? parts.get(from - 1) : "";
    Matcher pair = PAIR.matcher(before);
    if (pair.find() && last.indexOf('「') >= 0) {
      return pair.group() + last.substring(last.indexOf('「'));
    }
    Matcher object = OBJECT.matcher(before);
    if (object.find() && last.indexOf('を') < 0) {
      return object.group() + last;
    }
    while (from > 0 && isNoun(parts.get(from - 1))) {
      from--;
    }
    if (from > 0 && parts.get(from).startsWith("その") && ASKED.matcher(parts.get(from - 1)).find()) {
      from--;
    }
    return String.join("、", parts.subList(from, parts.size()));
  }

  private boolean isNoun(String part) {
    if (part.length() > A_NAME) {
      return false;
    }
    List<Morpheme> words = morphology.analyse(part);
    Morpheme last = words.get(words.size() - 1);
    boolean time = last.is("名詞-副詞可能") || last.is("名詞-接尾-助数詞");
    time |= "年月日時週頃".indexOf(part.charAt(part.length() - 1)) >= 0;
    boolean noun = last.is("名詞") && !time && !last.is("名詞-非自立");
    return noun && words.stream().noneMatch(it -> it.is("助詞-係助詞"));
  }

  /** What a sentence is about, in as few words as can be: a quoted name, or its subject. */
  public Optional<String> topic(String sentence) {
    Matcher name = NAME.matcher(sentence);
    Optional<String> subject = subject(chunks(sentence, sentence.length()));
    if (name.find() && (subject.isEmpty() || name.start() < TOPIC)) {
      return Optional.of(name.group() + "の" + STORY);
    }
    return subject.filter(it -> it.length() > 2).map(it -> it + "の" + STORY);
  }

  /** Who does the first part does this as well. */
  private static String done(String story, String doer, int limit) {
    boolean own = OWN.matcher(story).find() || HAS_TOPIC.matcher(story).find();
    return own || story.length() + doer.length() + 1 > limit ? story : doer + "が" + story;
  }

  /** Who does it, before what is done. */
  private static String named(String story, String rule, Optional<String> subject, int limit) {
    boolean own = story.contains("が") || HAS_TOPIC.matcher(story).find();
    if (subject.isEmpty()) {
      return story;
    }
    if (own) {
      String all = story.substring(0, story.length() - 2) + "、" + subject.get() + "の" + STORY;
      boolean what = rule.equals("noun") && story.endsWith("の" + STORY);
      return what && PROPER.matcher(subject.get()).find() && all.length() <= limit ? all : story;
    }
    boolean thing =
        rule.equals("noun")
            || rule.equals("headline")
            || rule.equals("da")
            || story.endsWith("の" + STORY);
    if (DEEDS.contains(rule) && story.endsWith("の" + STORY)) {
      return story; // Who tells it is not who it is about.
    }
    boolean named = PROPER.matcher(subject.get()).find();
    boolean tooLong = story.length() + subject.get().length() + 1 > limit;
    String brief = brief(subject.get(), limit) + "の" + STORY;
    if (thing && (!named || (tooLong && brief.length() > SHORT))) {
      return brief;
    }
    if (tooLong) {
      return story;
    }
    return thing && story.endsWith("の" + STORY)
        ? story.substring(0, story.length() - 2) + "、" + subject.get() + "の" + STORY
        : subject.get() + "が" + story;
  }

  /** A subject that is too long by the name that stands in it. */
  private static String brief(String subject, int limit) {
    Matcher name = NAME.matcher(subject);
    return subject.length() > limit / 2 && name.find() ? name.group() : subject;
  }

  private Optional<String> subject(List<String> chunks) {
    if (chunks.size() > 2 && chunks.get(1).endsWith("が") && isNamedAfter(chunks.get(0))) {
      return Optional.of(chunks.get(1).substring(0, chunks.get(1).length() - 1));
    }
    String first = POINTED.matcher(chunks.get(0)).replaceFirst("");
    Matcher whole = SUBJECT.matcher(first);
    if (whole.matches()) {
      return Optional.of(whole.group(1)).filter(it -> !POINTS.matcher(first).matches());
    }
    return first.endsWith("が") ? head(first.substring(0, first.length() - 1)) : Optional.empty();
  }

  /** 町の大工、山田さんが: what somebody is stands before the name. */
  private boolean isNamedAfter(String part) {
    List<Morpheme> words = morphology.analyse(part);
    Morpheme last = words.get(words.size() - 1);
    return last.is("名詞-一般") && words.stream().noneMatch(it -> it.is("助詞-係助詞"));
  }

  /** 町で時計を作った人: the person, without what the person did. */
  private Optional<String> head(String clause) {
    String phrase = PURPOSE.matcher(clause).replaceFirst("");
    if (phrase.length() < clause.length() && phrase.length() <= MOST_OF_A_HEAD) {
      return Optional.of(phrase);
    }
    List<Morpheme> words = morphology.analyse(phrase);
    int did = 0;
    int like = 0;
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean verb = words.get(i).is("動詞") || words.get(i).is("助動詞");
      Morpheme next = words.get(i + 1);
      boolean noun = (next.is("名詞") && !next.is("名詞-非自立")) || next.surface().equals("「");
      did = verb && noun && !words.get(i).surface().equals("な") ? words.get(i).end() : did;
      like = verb && noun ? words.get(i).end() : like;
    }
    return Stream.of(did, like)
        .map(phrase::substring)
        .filter(it -> it.length() > 1 && it.length() < phrase.length())
        .filter(it -> it.length() <= MOST_OF_A_HEAD)
        .findFirst();
  }

  private Optional<String> doer(List<String> chunks) {
    Optional<String> doer =
        chunks.stream().limit(chunks.size() - 1).flatMap(it -> doer(it).stream()).findFirst();
    String before = chunks.size() > 1 ? chunks.get(chunks.size() - 2) : "";
    return doer.isEmpty() && before.endsWith("が")
        ? head(before.substring(0, before.length() - 1))
        : doer;
  }

  /** 工房の人が町へ行き、…: whoever goes to town does the rest, too. */
  private Optional<String> doer(String clause) {
    if (clause.indexOf('が') < 0) {
      return Optional.empty();
    }
    List<Morpheme> words = morphology.analyse(clause);
    BitSet closed = Quotes.in(clause);
    int end = -1;
    for (int i = 0; i < words.size(); i++) {
      Morpheme word = words.get(i);
      boolean subject = word.surface().equals("が") && word.is("助詞-格助詞");
      if (subject && !closed.get(word.start()) && end < 0 && i > 0 && words.get(i - 1).is("名詞")) {
        end = word.start();
      } else if (isAttributive(word)
          && i + 1 < words.size()
          && words.get(i + 1).is("名詞")
          && !closed.get(word.start())) {
        return Optional.empty();
      }
    }
    boolean goesOn =
        words.get(words.size() - 1).inflectionForm().startsWith("連用")
            && !MEANWHILE.matcher(clause).find();
    String doer = end > 2 ? clause.substring(0, end) : "";
    boolean told = doer.length() <= MOST_OF_A_DOER && !POINTS.matcher(doer + "が").matches();
    return Optional.of(doer).filter(it -> it.length() > 2 && goesOn && told);
  }

  /** The parts between commas that stand in no quote; a subject is a part of its own. */
  private List<String> chunks(String written, int end) {
    String sentence = written.substring(0, end);
    BitSet closed = Quotes.in(sentence);
    List<String> chunks = new ArrayList<>();
    int from = 0;
    boolean subject = false;
    // With its mark, as it has just been analysed for its style.
    for (Morpheme word : morphology.analyse(written)) {
      if (word.end() > end) {
        break;
      }
      boolean open = !closed.get(word.start());
      boolean comma = word.surface().equals("、") || word.surface().equals("，");
      boolean topic = !subject && chunks.isEmpty() && isTopic(word, sentence) && word.start() < 34;
      if (open && (comma || topic) && word.end() > from + 1) {
        chunks.add(sentence.substring(from, topic ? word.end() : word.start()));
        from = word.end();
        subject = true;
      } else if (open && comma) {
        from = word.end();
      }
    }
    if (from < sentence.length()) {
      chunks.add(sentence.substring(from));
    }
    return chunks.isEmpty() ? List.of(sentence) : chunks;
  }

  /** は, or が with a comma behind it: が alone may stand in a clause of its own. */
  private static boolean isTopic(Morpheme word, String sentence) {
    return (word.surface().equals("は") && word.is("助詞-係助詞"))
        || (word.surface().equals("が")
            && word.is("助詞-格助詞")
            && sentence.startsWith("、", word.end()));
  }
}
