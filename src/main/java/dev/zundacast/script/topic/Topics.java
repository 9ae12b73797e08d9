package dev.zundacast.script.topic;

import dev.zundacast.script.speech.Quotes;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences by what they are about: who does what, as a noun that ends with 話. */
public final class Topics {
  static final Pattern NAME = Pattern.compile("「[^」]{2,30}」");

  /** Most stories claim nothing of all: to look for what they claim takes 0.3 % of a script. */
  private static final Search ALL = Search.of("を(?:全て|すべて)");

  /** All of what stands between who does it and the deed. */
  private static final Search ALL_OF = Search.of("(?<=[がは、])([^がは、を]+を)(?:全て|すべて)");

  private static final Search MARKS = Search.of("[。！？!?]+$");

  /** When it was, before who did it. */
  private static final Search WHEN =
      Search.of("^(?:(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?に?|今回|このたび|先日|本日)、(?!\\d{1,2}[月日])");

  /** That it is news says nothing of what happened. */
  private static final Search NEWS =
      Search.of(
          "(?<=[たる])という、?[^、。]{0,14}(?:ニュース|話題|お知らせ)"
              + "(?:を[^、。]{0,8}(?:届け|伝え|紹介)します|です|が[^、。]{1,8})。$"
              + "|(?<=[たる])という(?:出来事|エピソード|体験)が[^、。]{0,12}話題[^、。]{1,8}。$");

  /** 夕焼け工房では、: a workshop does what is done there. */
  private static final Search AT =
      Search.of(
          "^((?:[A-Za-z][A-Za-z0-9.]{2,15}|[\\p{IsHan}\\p{IsKatakana}ーA-Za-z]{2,14}(?:社|大学|研究所|工房|株式会社)))では、(?=[^はが]*$)");

  private static final Pattern TOLD = Pattern.compile("^(.+(?:の|、という))お?話です。$");

  /** What is explained, without how. */
  private static final Search EXPLAINED =
      Search.of(
          "^(?:(?:(?:この|本)[^、。は]{1,8}|記事で)は、)?"
              + "((?:(?!は|が、|(?:氏|さん|社|者|チーム|[A-Za-z])が).){4,}?)について、?(?:(?!について)[^。])*(?:解説|紹介|説明|考察|整理|議論)"
              + "(?:し(?:た|ている)[^。、はがを「」]{0,4}話です|(?:され)?ています|しています)。$");

  /** 時計を直し、店に並べる方法の: without its beginning nobody knows what of. */
  private static final Search LOSES_OBJECT = Search.of("を[^、。「」]{1,14}[りしきちみびえけせねべめれげい]、[^、]+$");

  /** What kind of text it is, which is told like what is in it. */
  private static final Search REPORT = Search.of("(?<=体験談|体験記|登壇資料|インタビュー|レポート)です。$");

  private static final Search ONLY_NAME = Search.of("^「[^」]{2,30}」の話$");

  /** 海のそばで直された古い時計「Sunset」の: of what is too long, its kind and its name. */
  private static final Pattern OF_KIND =
      Pattern.compile(
          "(?<=[たるい]|ための)((?:新しい|[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9 ・+.の])"
              + "[\\p{IsHan}\\p{IsKatakana}ーA-Za-z0-9 ・+.の]{2,22}「[^」]{2,30}」の)$");

  /** 工房が大工が作った時計を…: of two the first one does it. */
  private static final Pattern OUTER = Pattern.compile("^([^、。はがをにでへとも「」]{2,16})が[^、。がを「」]{2,16}が");

  private static final Pattern OWN_SUBJECT =
      Pattern.compile("(「[^」]{2,30}」|[\\p{IsKatakana}ーA-Za-z0-9 .+-]{3,24})が$");

  /** It points at what is not told, or is nobody's deed. */
  private static final Search BROKEN =
      Search.of(
          "^(?:という|その|この|これ|それ|ここ|そこ|など|とは|と(?!こ|も|り|け|い))|(?:からの|と思う|かもしれない|でしょう|多い|ことの|ための|と話題の|にもの|のの|必要がある|ことがある|(?:重要|大事|大切)(?:な|だという)|欠かせない|求められ(?:る|ている)|増え(?:る|ている)|高まっている|進んでいる)話$");

  /** 工房が眠りを守る時計を作った: without a pause it is the workshop that keeps the sleep. */
  private static final Search DOES_OF =
      Search.of(
          "^([^、がを「」]{2,20})が(?=(?:(?!か、|という|かを)[^、]){2,}を[^、]*[うくすつぬぶむるた](?:(?!という)[^、])*を"
              + "[^、を]*(?:発表|公開|リリース|導入|開発|追加|提供|拡張|開始|発売|搭載|採用)(?:した|している)話$)");

  /** How something is, where what it is got lost: 丈夫で軽い話. */
  private static final Search ONLY_HOW =
      Search.of("^[\\p{IsHan}\\p{IsKatakana}ー]{2,6}で[^をがにへと「]{1,14}(?:ない|しい|い|な)話$");

  private static final Search ABOUT_WHAT = Search.of("について|に関する|をめぐ");

  /** Words that name nothing of which somebody could not have heard yet. */
  private static final Search GENERAL =
      Search.of(
          "(?i)(?<![A-Za-z])(?:AI|SNS|LLMs?|IT|PC|APIs?|GPU|CPU|Web|DX|OSS?|SaaS|ML)(?![A-Za-z])");

  private static final Search SPECIFIC =
      Search.of(
          "[A-Za-z]{2}|「(?=[^」]*[A-Za-z\\p{IsKatakana}])[^」をは]{2,30}」|『|[\\p{IsKatakana}ー]{6}|\\p{IsHan}{7}");

  /** Who says so is its subject, and what it says is told. */
  private static final Search REPORTED =
      Search.of("(?<=[たるい])(?:と|ことを)(?:発表|公表|報告|明らかに)し(?:ました|た|ています)$");

  /** Characters that a noun needs behind a predicate. */
  private static final int LEFT = 6;

  /** So many characters more do no harm. */
  private static final int LITTLE = 16;

  private static final int TOPIC = 60;

  private static final int SHORTEST = 5;

  /** What each of them ends with. */
  static final String STORY = "話";

  private final Morphology morphology;

  private final Clauses clauses;

  private final Predicates predicates;

  /**
   * @param folders of voices, the show's own first
   */
  public Topics(List<Path> folders, Morphology morphology, SpeechStyles styles) {
    this.morphology = morphology;
    this.clauses = new Clauses(morphology);
    this.predicates = new Predicates(folders, morphology, styles, clauses);
  }

  /**
   * What an article is about, as a noun that ends with 話, from its first sentence; empty where the
   * sentence does not say.
   *
   * @param written the sentence
   * @param limit most characters
   */
  public Optional<String> about(String written, int limit) {
    // With who did it the rows find what they did not find in the deed alone.
    return story(written, limit)
        .map(about -> claimed(about, written))
        .map(predicates::simplified)
        .filter(about -> !ONLY_HOW.in(about))
        .map(
            about ->
                about.indexOf('を') == about.lastIndexOf('を')
                    ? about
                    : DOES_OF.replaceFirst(about, "$1が、"));
  }

  /** 山田が出る芝居を全て止めた without who is in them are not all. */
  private static String claimed(String about, String written) {
    Optional<Matcher> all = ALL.in(about) ? ALL_OF.first(about) : Optional.empty();
    int at = all.map(it -> written.indexOf(it.group())).orElse(-1);
    boolean cut = at > 0 && "がはも、".indexOf(written.charAt(at - 1)) < 0;
    return cut ? ALL_OF.replaceFirst(about, "$1") : about;
  }

  /** Asked only where the word stands, as the expression spans the sentence: 0.4 % of a script. */
  private static String explained(String sentence) {
    return sentence.contains("について") ? EXPLAINED.replaceFirst(sentence, "$1の話です。") : sentence;
  }

  private Optional<String> story(String written, int limit) {
    String news = NEWS.replaceFirst(WHEN.replaceFirst(written, ""), "。");
    String explained = REPORT.replaceFirst(explained(news), "の話です。");
    String sentence = AT.replaceFirst(Titles.GLOSS.replaceAll(explained, ""), "$1は、");
    Matcher told = TOLD.matcher(sentence);
    if (told.find()) {
      int room = LOSES_OBJECT.in(told.group(1)) ? limit + LITTLE : limit;
      String whole = predicates.ended(Predicates.shortened(told.group(1), room) + STORY);
      Optional<String> story = Optional.of(whole).filter(it -> it.length() <= limit + LITTLE);
      return story
          .filter(it -> !ONLY_NAME.in(it))
          .or(() -> kind(told.group(1)))
          .or(() -> story)
          .or(() -> topic(sentence));
    }
    Statement statement = statement(sentence, limit);
    if (statement.predicate().isEmpty()) {
      return statement.topic().map(it -> it + "の" + STORY);
    }
    String brief = predicates.condensed(statement.deed(), limit - LEFT);
    Optional<String> agent = agent(statement, brief);
    Styled styled = styled(statement.deed(), brief, agent, limit);
    String story = predicates.ended(styled.text().replaceFirst("。$", ""));
    return styled.fits() && isStory(story, limit)
        ? Optional.of(byAgent(statement, story, styled.rule(), agent, limit))
        : named(sentence, statement.subject());
  }

  /**
   * A sentence by what it states.
   *
   * @param topic what it is about
   * @param doer who does it, where it has no topic
   * @param reported what is told of, where somebody reports it
   * @param topical whether the topic is marked as one
   * @param predicate what is said of it, "" where that is nothing
   * @param deed the same in few words, without who reports it
   */
  private record Statement(
      Optional<String> topic,
      Optional<String> doer,
      Optional<String> reported,
      boolean topical,
      String predicate,
      String deed) {
    Optional<String> subject() {
      return topic.or(() -> doer);
    }
  }

  private Statement statement(String sentence, int limit) {
    int end = MARKS.replaceFirst(sentence, "").length();
    List<String> parts = clauses.chunks(sentence, end);
    Optional<String> topic = clauses.subject(parts);
    Optional<String> doer = topic.isPresent() ? Optional.empty() : clauses.doer(parts);
    List<String> rest = topic.isPresent() ? parts.subList(1, parts.size()) : parts;
    if (rest.isEmpty()) {
      return new Statement(topic, doer, Optional.empty(), false, "", "");
    }
    String predicate = clauses.listed(rest);
    boolean last = rest.size() > 1 && predicate.equals(rest.get(rest.size() - 1));
    String whole =
        Predicates.shortened(last ? Predicates.alone(predicate) : predicate, limit - LEFT);
    String deed = REPORTED.replaceFirst(whole, "");
    Optional<String> reported = deed.equals(whole) ? Optional.empty() : reported(rest);
    boolean topical = topic.isPresent() && parts.get(0).endsWith("は");
    return new Statement(topic, doer, reported, topical, predicate, deed);
  }

  /** Who does what is told, where that is neither lost nor somebody else. */
  private Optional<String> agent(Statement statement, String brief) {
    boolean alone =
        statement.topical()
            ? !predicates.losesSubject(statement.deed(), brief)
            : !clauses.hasMainSubject(statement.predicate());
    Matcher outer = OUTER.matcher(statement.topical() ? "" : statement.predicate());
    return statement
        .reported()
        .or(() -> statement.subject().filter(it -> alone))
        .or(() -> outer.find() ? Optional.of(outer.group(1)) : Optional.empty());
  }

  /** The deed as a story, shorter where who does it would have no room. */
  private Styled styled(String deed, String brief, Optional<String> agent, int limit) {
    Styled styled = predicates.styled(brief);
    int who = agent.map(it -> it.length() + 1).orElse(0);
    if (styled.text().length() - 1 + who <= limit || Doers.OWN.in(styled.text())) {
      return styled;
    }
    return predicates
        .fitted(deed, limit - LEFT - who)
        .filter(it -> !predicates.losesSubject(deed, it))
        .map(predicates::styled)
        .orElse(styled);
  }

  private static boolean isStory(String story, int limit) {
    return story.endsWith(STORY)
        && story.length() <= limit + LITTLE / 2
        && story.length() > SHORTEST
        && !story.endsWith("がちの話");
  }

  private static String byAgent(
      Statement statement, String story, String rule, Optional<String> agent, int limit) {
    Optional<String> reported = statement.reported();
    String all =
        statement.doer().isPresent() && reported.isEmpty()
            ? agent.map(it -> Doers.done(story, it, limit)).orElse(story)
            : Doers.named(story, rule, agent, limit);
    return reported.filter(it -> all.equals(story)).map(it -> it + "の" + STORY).orElse(all);
  }

  /** What is named behind all that is told of it, with its kind. */
  private static Optional<String> kind(String about) {
    Matcher named = OF_KIND.matcher(about);
    return named.find() ? Optional.of(named.group(1) + STORY) : Optional.empty();
  }

  /** What is named in a sentence of which no more can be told. */
  private static Optional<String> named(String sentence, Optional<String> subject) {
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

  /** Whether something is named in it that not everybody has heard of. */
  public boolean isNamed(String about) {
    return SPECIFIC.in(GENERAL.replaceAll(about, ""));
  }

  /**
   * Whether listeners learn from it who does something, or what of: something is done by somebody
   * or to something that is named, or it is about something that is named.
   */
  public boolean isWhole(String about) {
    if (BROKEN.in(about)) {
      return false;
    }
    boolean named = isNamed(about);
    boolean thing = about.endsWith("の" + STORY) || !about.endsWith(STORY);
    if ((named && thing) || ABOUT_WHAT.in(about)) {
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
}
