package dev.zundacast.script.topic;

import dev.zundacast.script.speech.Quotes;
import dev.zundacast.script.speech.Replacements;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Styled;
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

/** Sentences by what they are about: who does what, as a noun that ends with 話. */
public final class Topics {
  private static final Pattern NAME = Pattern.compile("「[^」]{2,30}」");

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

  private static final String STORY = "話";

  private static final String ABOUT = "about";

  /** The rules of sentences that tell a deed. */
  private static final Set<String> DEEDS = Set.of("verb", "verb-past", "deed");

  private final Replacements ends;
  private final SpeechStyles styles;
  private final Morphology morphology;
  private final Clauses clauses;

  /**
   * @param folders of voices, the show's own first
   */
  public Topics(List<Path> folders, Morphology morphology, SpeechStyles styles) {
    this.ends = Replacements.load(folders, "about-ends.tsv");
    this.styles = styles;
    this.morphology = morphology;
    this.clauses = new Clauses(morphology);
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
    String sentence = Titles.GLOSS.matcher(news).replaceAll("");
    Matcher told = TOLD.matcher(sentence);
    if (told.find()) {
      Optional<String> story = Optional.of(Clauses.shortened(told.group(1), limit) + STORY);
      return story.filter(it -> it.length() <= limit + LITTLE).or(() -> topic(sentence));
    }
    List<String> chunks = clauses.chunks(sentence, sentence.replaceFirst("[。！？!?]+$", "").length());
    Optional<String> topic = clauses.subject(chunks);
    Optional<String> doer = topic.isPresent() ? Optional.empty() : clauses.doer(chunks);
    Optional<String> subject = topic.or(() -> doer);
    int from = topic.isPresent() ? 1 : 0;
    List<String> rest = chunks.subList(Math.min(from, chunks.size() - 1), chunks.size());
    String last = clauses.listed(rest);
    if (from == 1 && chunks.size() == 1) {
      return subject.map(it -> it + "の" + STORY);
    }
    String whole = Clauses.shortened(last, limit - LEFT);
    String deed = REPORTED.matcher(whole).replaceFirst("");
    Optional<String> other = deed.equals(whole) ? Optional.empty() : reported(rest);
    boolean topical = topic.isPresent() && chunks.get(0).endsWith("は");
    String brief = clauses.condensed(deed, limit - LEFT);
    boolean alone = topical ? !clauses.losesSubject(deed, brief) : !clauses.hasSubject(last);
    Matcher outer = OUTER.matcher(topical ? "" : last);
    Optional<String> agent =
        other
            .or(() -> subject.filter(it -> alone))
            .or(() -> outer.find() ? Optional.of(outer.group(1)) : Optional.empty());
    Styled styled = styles.about(brief + "。", ABOUT);
    int who = agent.map(it -> it.length() + 1).orElse(0);
    if (styled.text().length() - 1 + who > limit && !OWN.matcher(styled.text()).find()) {
      styled =
          clauses.fitted(deed, limit - LEFT - who)
              .filter(it -> !clauses.losesSubject(deed, it))
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

  /** What a sentence is about, in as few words as can be: a quoted name, or its subject. */
  public Optional<String> topic(String sentence) {
    Matcher name = NAME.matcher(sentence);
    Optional<String> subject = clauses.subject(clauses.chunks(sentence, sentence.length()));
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
}
