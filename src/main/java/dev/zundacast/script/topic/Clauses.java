package dev.zundacast.script.topic;

import dev.zundacast.script.speech.Quotes;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.Search;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sentence by its parts: what it is about, who does it, and what is done. */
final class Clauses {
  private static final Pattern SUBJECT = Pattern.compile("^(.{1,32}?)(?:は|が)、?$");

  private static final Pattern POINTS =
      Pattern.compile(
          "^(?:これ(?!まで)|それ(?!ぞれ)|この|その|ここ|本|今[回度]?|いま|現在|以前|当初|最近|従来|近年|筆者|著者|投稿者|私|記事).*|.*(?:[にでとへ]|的に|[るたい]の)、?[はが]、?$");

  /** この「時計」は is the clock that has been named. */
  private static final Search POINTED = Search.of("^(?:この|その)(?=[「A-Z])");

  /** How it was when it was done. */
  private static final Search MEANWHILE = Search.of("(?:てお|でお|てい|でい)り?て?$");

  /** What is named, and what is done with it. */
  private static final Pattern OBJECT = Pattern.compile("「[^「」]+」を$");

  /** What something is for, before what it is. */
  private static final Search PURPOSE = Search.of("^.*ための");

  /** The first of two that are named. */
  private static final Pattern PAIR = Pattern.compile("「[^「」]+」と$");

  /** What is asked, before その that points at it. */
  private static final Search ASKED = Search.of("(?<!と)か$");

  /** 4月26日, before another day. */
  private static final Search DATED = Search.of("\\d[月日]$");

  private static final Search DAY = Search.of("^\\d{1,2}[月日]");

  /** 海や, and no adverb: いまや, もはや. */
  static final Search LISTED = Search.of("(?<!いま|今|もは|はや|またも)や$");

  /** A longer part is no mere name in a list. */
  private static final int A_NAME = 16;

  private static final int MOST_OF_A_DOER = 28;

  private static final int MOST_OF_A_HEAD = 24;

  private final Morphology morphology;

  Clauses(Morphology morphology) {
    this.morphology = morphology;
  }

  /** Whether somebody else does it: whoever stands before that does not. */
  boolean hasSubject(String text) {
    BitSet closed = Quotes.in(text);
    return morphology.analyse(text).stream()
        .anyMatch(it -> it.surface().equals("が") && it.is("助詞-格助詞") && !closed.get(it.start()));
  }

  /** Whether what is said is somebody's deed: 町が使う時計を売った tells nothing of who sold it. */
  boolean hasMainSubject(String text) {
    if (text.indexOf('が') < 0) {
      return false;
    }
    BitSet closed = Quotes.in(text);
    List<Morpheme> words = morphology.analyse(text);
    List<Integer> subjects = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Morpheme word = words.get(i);
      if (word.surface().equals("が") && word.is("助詞-格助詞") && !closed.get(word.start())) {
        subjects.add(i);
      }
    }
    boolean described = subjects.size() == 1 && describesNoun(words, subjects.get(0));
    return !subjects.isEmpty() && !described;
  }

  private static boolean describesNoun(List<Morpheme> words, int from) {
    for (int i = from + 1; i + 1 < words.size(); i++) {
      Morpheme next = words.get(i + 1);
      if (words.get(i).surface().equals("、")) {
        return false;
      }
      if (isAttributive(words.get(i)) && next.is("名詞")) {
        boolean purpose = i + 2 < words.size() && words.get(i + 2).surface().equals("の");
        return !next.is("名詞-非自立") || purpose;
      }
    }
    return false;
  }

  static boolean isAttributive(Morpheme word) {
    return (word.is("動詞") || word.is("助動詞")) && word.inflectionForm().equals("基本形");
  }

  /** Where the last part begins when the parts before it are the first names of its list. */
  String listed(List<String> parts) {
    int from = parts.size() - 1;
    String last = parts.get(from);
    String before = from > 0 ? parts.get(from - 1) : "";
    Matcher pair = PAIR.matcher(before);
    if (pair.find() && last.indexOf('「') >= 0) {
      return pair.group() + last.substring(last.indexOf('「'));
    }
    Matcher object = OBJECT.matcher(before);
    if (object.find() && last.indexOf('を') < 0) {
      // With another verb between, the pause tells that the object is not that one's.
      return object.group() + (last.contains("ことで") ? "、" : "") + last;
    }
    while (from > 0 && isListedWith(parts.get(from - 1), parts.get(from))) {
      from--;
    }
    if (from > 0 && parts.get(from).startsWith("その") && ASKED.in(parts.get(from - 1))) {
      from--;
    }
    return String.join("、", parts.subList(from, parts.size()));
  }

  /** Whether a list or a date goes on behind a comma: 海や、山の町, 4月26日、27日. */
  private boolean isListedWith(String part, String next) {
    return isOneDate(part, next) || LISTED.in(part) || isNoun(part);
  }

  /** Whether a comma stands inside a date: 4月26日、27日. */
  static boolean isOneDate(String before, String behind) {
    return DAY.in(behind) && DATED.in(before);
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

  Optional<String> subject(List<String> chunks) {
    if (chunks.size() > 2 && chunks.get(1).endsWith("が") && isNamedAfter(chunks.get(0))) {
      return Optional.of(chunks.get(1).substring(0, chunks.get(1).length() - 1));
    }
    String first = POINTED.replaceFirst(chunks.get(0), "");
    Matcher whole = SUBJECT.matcher(first);
    if (whole.matches()) {
      return Optional.of(whole.group(1)).filter(it -> !POINTS.matcher(first).matches());
    }
    return first.endsWith("が") || first.endsWith("は")
        ? head(first.substring(0, first.length() - 1))
        : Optional.empty();
  }

  /** 町の大工、山田さんが: what somebody is stands before the name. */
  private boolean isNamedAfter(String part) {
    List<Morpheme> words = morphology.analyse(part);
    Morpheme last = words.get(words.size() - 1);
    return last.is("名詞-一般") && words.stream().noneMatch(it -> it.is("助詞-係助詞"));
  }

  /** 町で時計を作った人: the person, without what the person did. */
  private Optional<String> head(String clause) {
    String phrase = PURPOSE.replaceFirst(clause, "");
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

  Optional<String> doer(List<String> chunks) {
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
        words.get(words.size() - 1).inflectionForm().startsWith("連用") && !MEANWHILE.in(clause);
    String doer = end > 2 ? clause.substring(0, end) : "";
    boolean told = doer.length() <= MOST_OF_A_DOER && !POINTS.matcher(doer + "が").matches();
    return Optional.of(doer).filter(it -> it.length() > 2 && goesOn && told);
  }

  /** The parts between commas that stand in no quote; a subject is a part of its own. */
  List<String> chunks(String written, int end) {
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
