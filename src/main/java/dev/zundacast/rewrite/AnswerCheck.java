package dev.zundacast.rewrite;

import dev.zundacast.episode.RewriteSource;
import dev.zundacast.words.Facts;
import dev.zundacast.words.Facts.Statements;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.WordingCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what is wrong with an answer before a word of it is used. Lives for one article. */
final class AnswerCheck {
  private static final int LONGEST_TITLE = 40;
  private static final int LONGEST_RECAP = 29;
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  private static final int LONGEST = 80;
  private static final Pattern END = Pattern.compile("[。！？!?♪…]+$");
  private static final Pattern QUOTED = Pattern.compile("[「『][^「」『』]*[」』]");

  /** Marks of a script file, of Markdown, of HTML and of readings; addresses. */
  private static final Pattern MARKUP =
      Pattern.compile("[{}|<>\\[\\]*#`\\\\_~=@]|https?:|www\\.|[（(][^）)]*[）)]");

  private static final Pattern META =
      Pattern.compile("(?:本|この)(?:記事|稿|要約)(?:では|は|の)|以下の|次の通り|上記|前述");

  /** は is written は, whatever it sounds like. */
  private static final Pattern SOUND = Pattern.compile("[^すまのだよ]わ、|こんにちわ|こんばんわ");

  private static final int MOST_POINTS = 3;
  private static final int MOST_SENTENCES = 3;

  /** An article with fewer sentences may have one point. */
  private static final int SHORT_ARTICLE = 4;

  /** Less than this in common is no summary of those sentences. */
  private static final double SUPPORTED = 0.25;

  private final RewriteSource source;
  private final Morphology morphology;
  private final List<String> endings;
  private final WordingCheck wording;
  private final Facts whole;
  private final List<String> findings = new ArrayList<>();

  private AnswerCheck(RewriteSource source, Morphology morphology) {
    this.source = source;
    this.morphology = morphology;
    this.endings = source.reader().profile().endings();
    this.wording = new WordingCheck(WordingCheck.Manner.of(endings), any -> "");
    this.whole = Facts.of(source.title() + "\n" + String.join("\n", source.sentences()));
  }

  /** What is wrong, an item each; none when every word may be said. */
  static List<String> findings(Answer answer, RewriteSource source, Morphology morphology) {
    AnswerCheck check = new AnswerCheck(source, morphology);
    check.shape(answer);
    check.stated("lead", answer.lead().text(), answer.lead().from());
    for (int i = 0; i < answer.points().size(); i++) {
      Answer.Point point = answer.points().get(i);
      for (String sentence : point.sentences()) {
        check.stated("point " + (i + 1), sentence, point.from());
      }
    }
    check.opinion("comparison", answer.comparison());
    check.opinion("reaction", answer.reaction());
    check.phrase("title", answer.title(), LONGEST_TITLE);
    check.japanese(answer.title());
    check.phrase("recap", answer.recap(), LONGEST_RECAP);
    return List.copyOf(check.findings);
  }

  private void shape(Answer answer) {
    if (answer.article() != 0 && answer.article() != source.number()) {
      add("article", "is " + answer.article() + ", expected " + source.number());
    }
    int fewest = source.sentences().size() < SHORT_ARTICLE ? 1 : 2;
    int points = answer.points().size();
    if (points < fewest || points > MOST_POINTS) {
      add("points", "are " + points + ", expected " + fewest + " to " + MOST_POINTS);
    }
    for (Answer.Point point : answer.points()) {
      int sentences = point.sentences().size();
      if (sentences < 1 || sentences > MOST_SENTENCES) {
        add("points", "one has " + sentences + " sentences, expected 1 to " + MOST_SENTENCES);
      }
    }
  }

  /** A sentence that states what its sources say. */
  private void stated(String part, String sentence, List<Integer> from) {
    sentence(part, sentence);
    List<Integer> strange = from.stream().filter(it -> !isSentence(it)).toList();
    if (from.isEmpty() || !strange.isEmpty()) {
      add(part, from.isEmpty() ? "names no sentence that it comes from" : "names " + strange);
      return;
    }
    String sources = from.stream().map(this::text).collect(Collectors.joining("\n"));
    Facts facts = Facts.of(source.title() + "\n" + sources);
    Facts stated = Facts.of(sentence);
    facts.lacks(stated).forEach(it -> add(part, it + " is not in its sentences " + from));
    Statements said = stated.statements(morphology);
    Statements known = Facts.of(sources).statements(morphology);
    said.turned(known).forEach(it -> add(part, it));
    if (said.sharedWith(known) < SUPPORTED) {
      add(part, "says what its sentences " + from + " do not: " + sentence);
    }
    names(part, said);
  }

  private boolean isSentence(int number) {
    return number >= 1 && number <= source.sentences().size();
  }

  private String text(int number) {
    return source.sentences().get(number - 1);
  }

  private void names(String part, Statements said) {
    String all =
        source.title()
            + source.reader().name()
            + source.reader().profile().firstPerson()
            + String.join("\n", source.sentences());
    said.names().stream()
        .filter(name -> !all.contains(name))
        .forEach(name -> add(part, "the name " + name + " is not in the article"));
  }

  /** The character's own words: they may be left out, and state nothing. */
  private void opinion(String part, String sentence) {
    if (!sentence.isEmpty()) {
      sentence(part, sentence);
      whole.lacks(Facts.of(sentence)).forEach(it -> add(part, it + " is not in the article"));
    }
  }

  private void phrase(String part, String phrase, int longest) {
    said(part, phrase, longest);
    if (END.matcher(phrase).find() || phrase.contains("。")) {
      add(part, "is a sentence, expected a phrase that ends with a noun: " + phrase);
    }
    whole.lacks(Facts.of(phrase)).forEach(it -> add(part, it + " is not in the article"));
    names(part, Facts.of(phrase).statements(morphology));
  }

  /** Listeners hear it in place of a title that they would not understand. */
  private void japanese(String title) {
    if (!title.isEmpty() && !JAPANESE.matcher(title).find()) {
      add("title", "is not Japanese: " + title);
    }
  }

  /** One sentence that the character says. */
  private void sentence(String part, String sentence) {
    said(part, sentence, LONGEST);
    String own = QUOTED.matcher(sentence).replaceAll("");
    String body = END.matcher(own).replaceFirst("");
    if (body.equals(own)) {
      add(part, "does not end with 。, ！ or ？: " + sentence);
    }
    if (body.matches(".*[。！？].*")) {
      add(part, "holds more than one sentence: " + sentence);
    }
    if (!endings.isEmpty() && endings.stream().noneMatch(body::endsWith)) {
      add(part, "ends with none of " + String.join(", ", endings) + ": " + sentence);
    }
  }

  private void said(String part, String text, int longest) {
    wording.findings(text).forEach(it -> add(part, it.toString()));
    if (text.isBlank()) {
      add(part, "is empty");
    }
    if (text.codePointCount(0, text.length()) > longest) {
      add(part, "has more than " + longest + " characters: " + text);
    }
    if (MARKUP.matcher(text).find() || !text.codePoints().allMatch(AnswerCheck::isSaid)) {
      add(part, "holds marks that nobody hears: " + text);
    }
    if (META.matcher(text).find()) {
      add(part, "speaks about the text itself: " + text);
    }
    if (SOUND.matcher(text).find()) {
      add(part, "is written as it sounds: " + text);
    }
  }

  /** Whether somebody hears the character, or its pause; nobody hears an emoji or a line's end. */
  private static boolean isSaid(int c) {
    int type = Character.getType(c);
    boolean symbol = type == Character.OTHER_SYMBOL && c != '♪';
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    return SourceText.isSeen(c) && c != '\n' && c != '\t' && !symbol && !mark;
  }

  private void add(String part, String what) {
    findings.add(part + ": " + what);
  }
}
