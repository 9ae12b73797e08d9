package dev.zundacast.reading.latin;

import dev.zundacast.reading.number.NumberReader;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.reading.piece.SpokenRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Latin words and names in a text: whole terms first, then a run of letters, digits and
 * joining signs piece by piece from left to right. Dictionaries are loaded when a word needs them.
 */
public final class LatinRun {
  /** A hump of a name: HTML|Parser, Lang|Chain, v|LLM, DINO|v3; LLMs and McCarthy left whole. */
  private static final Pattern HUMP =
      Pattern.compile(
          "Mc\\p{Lu}\\p{Ll}+|\\p{Lu}{2,}(?=v\\d)|"
              + "\\p{Lu}{2,}s(?!\\p{IsLatin})|\\p{Lu}{2,4}\\p{Ll}(?!\\p{IsLatin})|\\p{Lu}o\\p{Lu}{1,2}(?!\\p{IsLatin})"
              + "|\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?=\\p{Lu}\\p{Ll})");

  private static final Pattern GENITIVE = Pattern.compile("['’]([sS]|ll|ve|d|m)(?!\\p{IsLatin})");

  /** What is left of will, have, would and am; that of is sounds like a plural. */
  private static final Map<String, String> SHORTENED =
      Map.of("ll", "ル", "ve", "ブ", "d", "ド", "m", "ム");

  /** A path: with a leading dot, or to a file with an extension. */
  private static final Pattern PATH =
      Pattern.compile("\\.[\\w/.-]+|[\\w-]+(?:/[\\w-]+)++\\.[a-z]{1,4}(?![\\w])");

  private static final Pattern INITIALS = Pattern.compile("\\p{IsLatin}(?:\\.\\p{IsLatin})++");

  private static final SpokenRules JOINTS =
      SpokenRules.of(LatinRun.class, "joints.tsv", Map.of(), NumberReader::word, Source.SIGN);

  /** What goes on with a run where a letter or digit stands behind it. */
  static final String JOINING = "-_./+&@‐‑";

  /** Letters and a word: AItuber, APIkey. */
  private static final Pattern LETTERS_AND_WORD = Pattern.compile("(\\p{Lu}{2,})(\\p{Ll}{3,})");

  private final String text;
  private final int start;
  private final List<PieceReading> pieces = new ArrayList<>();
  private int at;

  private LatinRun(String text, int from) {
    this.text = text;
    this.start = from;
    this.at = from;
  }

  /** Whether a Latin word, name or file name begins at {@code from}. */
  public static boolean startsAt(String text, int from) {
    char c = text.charAt(from);
    return LatinText.isLetter(c)
        || (c == '.' && from + 1 < text.length() && LatinText.isLetter(text.charAt(from + 1)))
        || isDigitTerm(text, from);
  }

  /** Whether a name with a digit in front (1Password) begins at {@code from}. */
  public static boolean isDigitTerm(String text, int from) {
    return LatinText.isDigit(text.charAt(from))
        && (from == 0 || "0123456789.,".indexOf(text.charAt(from - 1)) < 0)
        && CuratedTerms.lengthAt(text, from) > 0;
  }

  /** The pieces of the run that begins at {@code from}; their written sides join to it. */
  public static List<PieceReading> read(String text, int from) {
    return new LatinRun(text, from).read();
  }

  private List<PieceReading> read() {
    if (text.charAt(at) == '.' && CuratedTerms.lengthAt(text, at) == 0) {
      add(1, "ドット", Source.SIGN);
    }
    do {
      step();
    } while (at < text.length() && goesOn());
    trailingPlus();
    lastPoint();
    return pieces;
  }

  /** U.S., a.m.: the last point belongs to the letters. */
  private void lastPoint() {
    boolean point = at < text.length() && text.charAt(at) == '.';
    if (point && INITIALS.matcher(text).region(start, at).matches()) {
      add(1, "", Source.SIGN);
    }
  }

  private void step() {
    char c = text.charAt(at);
    int term = LatinText.isEdge(text, at) ? CuratedTerms.lengthAt(text, at) : 0;
    if (term > 0) {
      String written = text.substring(at, at + term);
      add(written, CuratedTerms.find(written).orElseThrow());
    } else if (LatinText.isLetter(c)) {
      hump();
    } else {
      joint();
    }
    genitive();
  }

  /** Whether a letter or digit stands here, or a sign that joins one to what was read. */
  private boolean goesOn() {
    char c = text.charAt(at);
    boolean joined = at + 1 < text.length() && LatinText.isWordy(text.charAt(at + 1));
    return LatinText.isWordy(c) || (joined && JOINING.indexOf(c) >= 0);
  }

  private void hump() {
    int letters = at;
    while (letters < text.length() && LatinText.isLetter(text.charAt(letters))) {
      letters++;
    }
    // The β of Fβ is a small letter, too.
    Matcher hump = HUMP.matcher(text).region(at, letters).useTransparentBounds(true);
    int length = hump.lookingAt() ? hump.end() - at : 1;
    Matcher mixed = LETTERS_AND_WORD.matcher(text).region(at, letters);
    if (mixed.lookingAt() && EnglishWords.isAbbreviationBefore(mixed.group(1), mixed.group(2))) {
      length = mixed.end(1) - at;
    }
    String written = text.substring(at, at + length);
    if (written.length() > 2 && written.matches(".*\\p{Lu}s")) {
      Term stem = EnglishWords.read(written.substring(0, length - 1));
      add(written, Term.of(stem.kana() + "ズ", stem.source()));
    } else if (written.length() > 1 && !isOneHump(written)) {
      add(written, Term.spelled(written));
    } else {
      add(written, EnglishWords.read(written));
    }
  }

  /** Small letters with or without a capital in front, or capitals alone. */
  static boolean isOneHump(String word) {
    return word.startsWith("Mc")
        || word.substring(1).chars().noneMatch(Character::isUpperCase)
        || word.chars().noneMatch(Character::isLowerCase);
  }

  private void genitive() {
    Matcher genitive = GENITIVE.matcher(text).region(at, text.length());
    if (!pieces.isEmpty() && genitive.useTransparentBounds(true).lookingAt()) {
      PieceReading last = pieces.remove(pieces.size() - 1);
      String shortened = SHORTENED.get(genitive.group(1));
      String spoken =
          shortened == null ? Inflection.withS(last.spoken()) : last.spoken() + shortened;
      pieces.add(new PieceReading(last.written() + genitive.group(), spoken, last.source()));
      at = genitive.end();
    }
  }

  /** A number or a sign. */
  private void joint() {
    char c = text.charAt(at);
    boolean path = c == '/' && PATH.matcher(text).region(start, text.length()).lookingAt();
    PieceReading read =
        JOINTS.at(text, at).orElse(new PieceReading(String.valueOf(c), "", Source.SIGN));
    Source source = LatinText.isDigit(c) ? Source.NUMBER : Source.SIGN;
    add(read.written().length(), path ? "スラッシュ" : read.spoken(), source);
  }

  private void trailingPlus() {
    while (at < text.length() && text.charAt(at) == '+') {
      add(1, "プラス", Source.SIGN);
    }
  }

  private void add(String written, Term term) {
    pieces.add(new PieceReading(written, term.kana(), term.source(), term.words()));
    at += written.length();
  }

  private void add(int length, String spoken, Source source) {
    pieces.add(new PieceReading(text.substring(at, at + length), spoken, source));
    at += length;
  }
}
