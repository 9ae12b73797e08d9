package dev.zundacast.script.narration;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.Morpheme;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote about a post to what in it the post does not say, or nobody says on air. It
 * reads lines of any author.
 */
public final class CopyCheck {
  private static final int LONG_LINE = 120;

  /** A sentence that shares this much with one of the article's tells the same. */
  private static final double SAME = 0.4;

  /** Shorter sentences are alike by chance. */
  private static final double SHORT = 12;

  /** A caution of which less is heard is gone. */
  private static final double TOLD = 0.3;

  private static final Pattern FIGURE =
      Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?\\s*(?:万|億|兆|[%％]|パーセント|割)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.+#-]{2,}");
  private static final Pattern QUOTED =
      Pattern.compile("「([^「」]{8,})」(?:と|って)(?:述べ|語|言っ|言い|話し|コメント|発言|主張|説明)");
  private static final Pattern CAUTION =
      Pattern.compile("^ただし|注意(?:が必要|してください|点は)|デメリットは|対象外|に限[りる]");
  private static final Pattern READING =
      Pattern.compile("([\\p{IsHan}A-Za-z]+)[（(]([ぁ-ゖァ-ヺー]+)[）)]");
  private static final Pattern ANNOUNCED =
      Pattern.compile("(?:全部で|ぜんぶで|記事[をはわ]?|きじ[をはわ]?)\\s*([0-9０-９一二三四五六七八九])\\s*(?:本|つ)");
  private static final Pattern PROMISED =
      Pattern.compile(
          "(?:ポイント|理由|特徴|コツ|機能|方法)[はわが]?、?([2-9２-９二三四五六七八九])つ|([2-9２-９二三四五六七八九])つの(?:ポイント|理由|特徴|コツ|機能|方法)");
  private static final Pattern ITEM = Pattern.compile("([1-9１-９一二三四五六七八九])(?:つ|番)[目め]");
  private static final Pattern DATE = Pattern.compile("([0-9]{1,2})月([0-9]{1,2})日");
  private static final Pattern WEEKDAY = Pattern.compile("([日月火水木金土])曜");
  private static final Pattern TODAY = Pattern.compile("今日|きょう|本日|ほんじつ");
  private static final Pattern TOMORROW = Pattern.compile("また(?:明日|あした)");
  private static final Set<String> NEGATIONS = Set.of("ない", "ん", "ぬ", "まい");
  private static final String DIGITS = "一二三四五六七八九";
  private static final String DAYS = "月火水木金土日";

  private static final Pattern UNSAYABLE =
      Pattern.compile("https?://|www\\.|`|\\*\\*|\\]\\(|^#{1,6} |\\w\\(\\)|[a-z]=\\w|\\w_\\w");
  private static final Pattern OWN_TALK =
      Pattern.compile(
          "承知(?:いた)?しました|かしこまりました|以下[がはに].{0,12}(?:台本|原稿|ナレーション)|いかがでしょうか？?$"
              + "|(?:AI|言語モデル)として|特にない(?:みたい|よう)|\\[(?:番組|名前|日付)");
  private static final Pattern NO_ENDING =
      Pattern.compile("[ねよ]なのだ|(?:まし|でし)たのだ|ますのだ|ですのだ|のだなのだ|なのだです|のだですわ|だなのだ|ですわのだ|なのだわ|のだのだ");

  private final Post post;
  private final Sound sound;
  private final List<Told> articles = new ArrayList<>();

  /** An article as it is compared with what is said of it. */
  private record Told(String text, String heard, List<Sentence> sentences) {}

  private record Sentence(String text, Set<String> grams, boolean negated) {}

  /**
   * @param post what is told
   * @param sound how words are heard
   */
  public CopyCheck(Post post, Sound sound) {
    this.post = post;
    this.sound = sound;
    for (Article article : post.articles()) {
      StringBuilder text = new StringBuilder(article.title()).append('\n');
      List<Sentence> sentences = new ArrayList<>();
      for (Block block : article.blocks()) {
        text.append(block.text()).append('\n');
        for (String it : Sentences.split(block.text())) {
          sentences.add(new Sentence(it, sound.grams(it), isNegated(it)));
        }
      }
      articles.add(new Told(plain(text.toString()), sound.of(text.toString()), sentences));
    }
  }

  /** A line, or a section as a whole, with what is wrong. */
  public record Finding(Line line, String message) {}

  /**
   * What is wrong in a script's lines.
   *
   * @param settled the lines that a person approved
   */
  public List<Finding> of(Script script, Predicate<Line> settled) {
    List<Finding> findings = new ArrayList<>();
    for (Section section : script.sections()) {
      List<Line> lines = section.lines().toList();
      Optional<Told> article = article(section);
      for (Line line : lines) {
        if (!settled.test(line)) {
          any(line, findings);
          article.ifPresent(it -> facts(line, it, findings));
        }
      }
      if (!lines.isEmpty() && !settled.test(lines.get(lines.size() - 1))) {
        article.ifPresent(it -> whole(lines, it, findings));
      }
    }
    return findings;
  }

  private Optional<Told> article(Section section) {
    for (int i = 0; i < articles.size(); i++) {
      Article article = post.articles().get(i);
      if (section.kind() == Section.Kind.ARTICLE
          && (article.url().isEmpty()
              ? article.title().equals(section.title())
              : article.url().equals(section.source()))) {
        return Optional.of(articles.get(i));
      }
    }
    return Optional.empty();
  }

  private void any(Line line, List<Finding> findings) {
    String text = line.display();
    find(UNSAYABLE, text)
        .ifPresent(it -> findings.add(new Finding(line, "'" + it + "' is nothing that is said")));
    find(OWN_TALK, text)
        .ifPresent(it -> findings.add(new Finding(line, "'" + it + "' is a model's own talk")));
    find(NO_ENDING, text)
        .ifPresent(it -> findings.add(new Finding(line, "'" + it + "' is no ending")));
    if (text.length() > LONG_LINE) {
      findings.add(
          new Finding(
              line,
              "a line of "
                  + text.length()
                  + " characters: more than "
                  + LONG_LINE
                  + " are no breath"));
    }
    Matcher reading = READING.matcher(text);
    while (reading.find()) {
      if (sound.of(reading.group(1)).equals(sound.of(reading.group(2)))) {
        findings.add(
            new Finding(line, "a reading that would be said twice: '" + reading.group() + "'"));
      }
    }
    Matcher announced = ANNOUNCED.matcher(text);
    if (announced.find() && number(announced.group(1)) != articles.size()) {
      findings.add(
          new Finding(
              line,
              "'" + announced.group() + "', but the post has " + articles.size() + " articles"));
    }
    date(line, text, findings);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private void date(Line line, String text, List<Finding> findings) {
    LocalDate date = post.date().toLocalDate();
    Matcher said = DATE.matcher(plain(text));
    Matcher weekday = WEEKDAY.matcher(text);
    boolean today = TODAY.matcher(text).find();
    boolean other =
        said.find()
            && !(Integer.parseInt(said.group(1)) == date.getMonthValue()
                && Integer.parseInt(said.group(2)) == date.getDayOfMonth());
    boolean otherDay =
        weekday.find() && DAYS.indexOf(weekday.group(1)) != date.getDayOfWeek().getValue() - 1;
    if (today && (other || otherDay)) {
      String found = other ? said.group() : weekday.group();
      findings.add(new Finding(line, "'" + found + "', but the post is of " + date));
    }
    if (date.getDayOfWeek() == DayOfWeek.FRIDAY && TOMORROW.matcher(text).find()) {
      findings.add(new Finding(line, "'また明日', but the post is of a Friday"));
    }
  }

  private void facts(Line line, Told article, List<Finding> findings) {
    String text = plain(line.display());
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      if (!isSaid(figure.group().strip(), article.text())) {
        findings.add(new Finding(line, "the article has no '" + figure.group().strip() + "'"));
      }
    }
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      String lower = name.group().toLowerCase(Locale.ROOT);
      if (!article.text().toLowerCase(Locale.ROOT).contains(lower)
          && !article.heard().contains(sound.of(name.group()))) {
        findings.add(new Finding(line, "the article does not name '" + name.group() + "'"));
      }
    }
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      if (!article.heard().contains(sound.of(quoted.group(1)))) {
        findings.add(new Finding(line, "the article does not say 「" + quoted.group(1) + "」"));
      }
    }
    negation(line, article, findings);
  }

  private void negation(Line line, Told article, List<Finding> findings) {
    Set<String> grams = sound.grams(line.display());
    article.sentences().stream()
        .filter(it -> shared(grams, it.grams()) >= SAME)
        .max(Comparator.comparingDouble(it -> shared(grams, it.grams())))
        .filter(it -> it.negated() != isNegated(line.display()))
        .ifPresent(
            it -> findings.add(new Finding(line, "the article says the opposite: " + it.text())));
  }

  /** How much of the longer one is in the other. */
  private static double shared(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common.size() / Math.max(SHORT, Math.max(one.size(), other.size()));
  }

  private boolean isNegated(String text) {
    return sound.morphemes(text).stream().anyMatch(CopyCheck::isNegation);
  }

  private static boolean isNegation(Morpheme it) {
    return (it.is("助動詞") || it.is("形容詞")) && NEGATIONS.contains(it.base());
  }

  private void whole(List<Line> lines, Told article, List<Finding> findings) {
    Set<String> said = new HashSet<>();
    int items = 0;
    Optional<Line> promise = Optional.empty();
    int promised = 0;
    for (Line line : lines) {
      said.addAll(sound.grams(line.display()));
      Matcher count = PROMISED.matcher(line.display());
      if (promise.isEmpty() && count.find()) {
        promise = Optional.of(line);
        promised = number(count.group(1) == null ? count.group(2) : count.group(1));
      }
      Matcher item = ITEM.matcher(line.display());
      while (promise.isPresent() && item.find()) {
        items = Math.max(items, number(item.group(1)));
      }
    }
    if (promise.isPresent() && items > 0 && items != promised) {
      String message = "says " + promised + ", but " + items + " are told";
      findings.add(new Finding(promise.get(), message));
    }
    Line last = lines.get(lines.size() - 1);
    for (Sentence sentence : article.sentences()) {
      Set<String> common = new HashSet<>(sentence.grams());
      common.retainAll(said);
      boolean gone = common.size() < TOLD * sentence.grams().size();
      if (gone && CAUTION.matcher(sentence.text()).find()) {
        findings.add(new Finding(last, "what the article warns of is gone: " + sentence.text()));
      }
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("(?<=\\d),(?=\\d)", "");
  }

  private static int number(String digit) {
    int kanji = DIGITS.indexOf(digit);
    return kanji >= 0 ? kanji + 1 : Character.digit(digit.charAt(0), 10);
  }

  /** Counts up to ten are said of anything; 8割 is 80%. */
  private static boolean isSaid(String figure, String text) {
    String number = figure.replaceAll("[^0-9.]", "");
    boolean bare = figure.matches("[0-9]+");
    if ((bare && number.length() == 1) || number.equals("10")) {
      return true;
    }
    if (figure.endsWith("割")) {
      return text.contains(number + "割")
          || text.matches("(?s).*(?<![0-9])" + number + "0(?:%|パーセント).*");
    }
    return text.matches("(?s).*(?<![0-9.])" + Pattern.quote(number) + "(?![0-9]).*");
  }
}
