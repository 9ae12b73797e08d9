package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts one sentence into a style: finds the endings at its end and inside, and replaces each by
 * what the style says for it. Everything else stays character for character. Lives for one call.
 */
final class SentenceStyler {
  private static final String MARKS = "。．.！？!?…‥♪☆★〜～";
  private static final String BEFORE_FINAL = MARKS + "）)：:】";
  private static final Set<String> NO_TAILS = Set.of("か", "の");
  private static final String QUESTION = "？";
  private static final String FULL_STOP = "。";
  private static final String COMMA = "、";

  private final String text;
  private final Style style;
  private final Endings endings;
  private final Morphology morphology;
  private final Sentence sentence;
  private final SentenceEnd end;
  private final List<Edit> edits = new ArrayList<>();
  private String rule = "";

  /** The text from {@code from} to {@code to} becomes this one. */
  private record Edit(int from, int to, String text) {}

  SentenceStyler(String text, Style style, Endings endings, Morphology morphology) {
    this.text = text;
    this.style = style;
    this.endings = endings;
    this.morphology = morphology;
    this.sentence = Sentence.of(text, morphology, endings.wholeWords());
    this.end = SentenceEnd.of(text);
  }

  Styled style() {
    for (Morpheme word : sentence.words()) {
      if (!sentence.quoted().get(word.start()) && word.start() >= covered()) {
        polite(word);
      }
    }
    if (rule.isEmpty() && covered() < end.offset()) {
      bareEnd();
    }
    return new Styled(applied(), rule);
  }

  private int covered() {
    return edits.isEmpty() ? 0 : edits.get(edits.size() - 1).to();
  }

  private void polite(Morpheme word) {
    int at = word.start();
    boolean contrasts = sentence.contrastsAt(word) && text.startsWith(COMMA, word.end());
    String joined =
        contrasts ? word.surface() : sentence.conjunctionAt(word, style.joins().keySet());
    if (!joined.isEmpty()) {
      String join = style.joins().getOrDefault(joined, joined);
      edits.add(new Edit(at, at + joined.length(), join));
      return;
    }
    for (Endings.Ending ending : endings.longestFirst()) {
      if (ending.polite() && isAt(ending, at) && hasHost(ending, at)) {
        replace(new Found(ending, at));
        return;
      }
    }
  }

  private boolean isAt(Endings.Ending ending, int at) {
    int after = at + ending.suffix().length();
    // The ください of くださいます is the stem of a verb, no request.
    return text.startsWith(ending.suffix(), at)
        && sentence.endsAt(after)
        && sentence.startingAt(after).filter(next -> next.base().equals("ます")).isEmpty();
  }

  private boolean hasHost(Endings.Ending ending, int at) {
    return ending.host().isBefore(sentence, at, ending.suffix())
        && (!ending.wonders() || sentence.wonderAt(at));
  }

  /** An ending without politeness at the very end. */
  private void bareEnd() {
    int tailless = withoutTail(end.offset());
    for (Endings.Ending ending : endings.longestFirst()) {
      int at = tailless - ending.suffix().length();
      if (at < 0 || ending.polite() || !text.startsWith(ending.suffix(), at)) {
        continue;
      }
      boolean whole = ending.suffix().isEmpty() || sentence.startingAt(at).isPresent();
      if (whole && hasHost(ending, at)) {
        if (ending.closed() && !end.isClosed()) {
          rule = "label";
        } else if (ending.suffix().isEmpty() || !sentence.quoted().get(at)) {
          replace(new Found(ending, at));
        }
        return;
      }
    }
  }

  /** Where the sentence would end without ね and よ. */
  private int withoutTail(int offset) {
    int at = offset;
    Optional<Morpheme> last = sentence.endingAt(at);
    while (last.isPresent() && isTail(last.get()) && last.get().start() > 0) {
      at = last.get().start();
      last = sentence.endingAt(at);
    }
    return at;
  }

  private boolean isTail(Morpheme word) {
    return word.is("助詞-終助詞") && !NO_TAILS.contains(word.surface()) && !sentence.forbids(word);
  }

  private int tailFrom(int offset) {
    int at = offset;
    Optional<Morpheme> next = sentence.startingAt(at);
    while (next.isPresent() && isTail(next.get())) {
      at = next.get().end();
      next = sentence.startingAt(at);
    }
    return at;
  }

  private void replace(Found found) {
    if (found.start() < covered()) {
      return;
    }
    int tail = tailFrom(found.end());
    boolean last = tail == end.offset();
    if (last || tail >= text.length() || BEFORE_FINAL.indexOf(text.charAt(tail)) >= 0) {
      Optional<String> output = style.output(found.ending.name());
      if (output.isPresent()) {
        finish(found, output.get(), tail);
      }
      if (last) {
        rule = output.isPresent() ? found.ending.name() : "";
      }
    } else if (style.middle() == Style.Politeness.DROPPED && !text.startsWith("・", tail)) {
      // です・ます: there it speaks about the words.
      inside(found);
    }
  }

  private void finish(Found found, String output, int tail) {
    String ne = text.substring(found.end(), tail).contains("ね") ? "ね" : "";
    boolean asks = output.endsWith(QUESTION);
    boolean states = output.endsWith(FULL_STOP);
    String said = asks || states ? output.substring(0, output.length() - 1) : output;
    found.dropPrefix();
    int from = found.start();
    int to = output.equals("{same}") ? found.end() : tail;
    edits.add(new Edit(from, to, found.fill(said.replace("{ne}", ne))));
    if (asks) {
      ask(to);
    } else if (states) {
      state(to);
    }
  }

  /** Where the marks of the sentence that ends here begin; a note may stand before them. */
  private int markOf(int at) {
    boolean note = at < end.mark() && !text.substring(at, end.mark()).isBlank();
    return at == end.offset() && !note ? end.mark() : at;
  }

  /** Makes the question that ends here a statement. */
  private void state(int at) {
    int mark = markOf(at);
    if (mark < text.length() && "？?".indexOf(text.charAt(mark)) >= 0) {
      edits.add(new Edit(mark, mark + 1, FULL_STOP));
    }
  }

  /** Makes the sentence that ends here a question. */
  private void ask(int at) {
    int mark = markOf(at);
    char next = mark < text.length() ? text.charAt(mark) : ' ';
    if (at == end.offset() && end.isClosed() && "？?".indexOf(text.charAt(end.mark())) >= 0) {
      return;
    }
    boolean exclaims = "！!".indexOf(next) >= 0 && !text.substring(mark).matches(".*[？?].*");
    if (next == '。' || exclaims) {
      edits.add(new Edit(mark, mark + 1, QUESTION));
    } else if ("？?！!".indexOf(next) < 0) {
      edits.add(new Edit(at, at, QUESTION));
    }
  }

  private void inside(Found found) {
    int at = found.end();
    String follows = sentence.startingAt(at).map(Morpheme::surface).orElse("");
    boolean attributive = sentence.startingAt(at).map(SentenceStyler::wantsNoun).orElse(false);
    String plain = attributive ? found.ending.attributive() : found.ending.plain();
    found.dropPrefix();
    edits.add(new Edit(found.start(), at, found.fill(plain)));
    String join = style.joins().get(follows);
    if (join != null && sentence.startingAt(at).filter(w -> w.is("助詞-接続助詞")).isPresent()) {
      edits.add(new Edit(at, at + follows.length(), join));
    }
  }

  private static boolean wantsNoun(Morpheme next) {
    return next.is("名詞") || next.surface().equals("ので") || next.surface().equals("のに");
  }

  private String applied() {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Edit edit : edits) {
      result.append(text, from, edit.from()).append(edit.text());
      style.tidies().forEach((end, contracted) -> tidy(result, end, contracted));
      from = edit.to();
    }
    return result.append(text, from, text.length()).toString();
  }

  private static void tidy(StringBuilder result, String end, String contracted) {
    int at = result.length() - end.length();
    if (at >= 0 && result.indexOf(end, at) == at) {
      result.replace(at, result.length(), contracted);
    }
  }

  /** An ending at its place in the sentence. */
  private final class Found {
    private final Endings.Ending ending;
    private final int suffix;
    private final Optional<Integer> politeWord;
    private final Optional<Verb> verb;

    Found(Endings.Ending ending, int suffix) {
      this.ending = ending;
      this.suffix = suffix;
      this.politeWord =
          ending.host() == Host.POLITE_O ? sentence.politeWord(suffix) : Optional.empty();
      this.verb = verb();
    }

    int start() {
      return switch (ending.host()) {
        case VERB -> sentence.verbStart(suffix);
        case POLITE_O ->
            politeWord.orElseGet(() -> sentence.endingAt(suffix).orElseThrow().start());
        default -> suffix;
      };
    }

    int end() {
      return suffix + ending.suffix().length();
    }

    private Optional<Verb> verb() {
      return switch (ending.host()) {
        case VERB -> Optional.of(everyday(endings.meant(sentence.verbEndingAt(suffix))));
        case POLITE_O -> Optional.of(favour(deed(text.substring(start(), suffix).strip())));
        default -> Optional.empty();
      };
    }

    private Verb everyday(Verb polite) {
      return style.humble() == Style.Politeness.KEPT
          ? polite
          : endings.everyday(polite.base()).orElse(polite);
    }

    /** お試しください asks for 試す; お試しくださいます tells that somebody does it for us. */
    private Verb favour(Verb deed) {
      boolean tells = ending.name().startsWith("verb");
      return tells ? new Verb(deed.te() + "くれる", "一段") : deed;
    }

    /** お試し to 試す, ご参照 to 参照する. */
    private Verb deed(String word) {
      Optional<Verb> known = endings.everyday(word);
      if (known.isPresent()) {
        return known.get();
      }
      String bare = Sentence.startsPolitely(word) ? word.substring(1) : word;
      Sentence asVerb = Sentence.of(bare + "ます", morphology, endings.wholeWords());
      boolean verbal = word.startsWith("お") && Host.VERB.isBefore(asVerb, bare.length(), "ます");
      if (!verbal) {
        return new Verb(bare + "する", "サ変・スル");
      }
      Verb last = asVerb.verbEndingAt(bare.length());
      String front = bare.substring(0, asVerb.verbStart(bare.length()));
      return new Verb(front + last.base(), last.inflection());
    }

    /** ご紹介いたします loses its ご with its いたす. */
    void dropPrefix() {
      if (ending.host() != Host.VERB || verb.filter(v -> v.base().equals("する")).isEmpty()) {
        return;
      }
      Optional<Morpheme> noun = sentence.endingAt(start()).filter(w -> w.is("名詞-サ変接続"));
      Optional<Morpheme> prefix = noun.flatMap(n -> sentence.endingAt(n.start()));
      boolean humble = !sentence.verbEndingAt(suffix).base().equals("する");
      prefix
          .filter(p -> humble && p.is("接頭詞") && Sentence.startsPolitely(p.surface()))
          .filter(p -> p.start() >= covered())
          .ifPresent(p -> edits.add(new Edit(p.start(), p.end(), "")));
    }

    String fill(String output) {
      String filled =
          output
              .replace("{same}", text.substring(start(), end()))
              .replace("{stem}", text.substring(start(), suffix));
      if (verb.isEmpty() || filled.indexOf('{') < 0) {
        return filled;
      }
      Verb v = verb.get();
      return filled
          .replace("{base}", v.base())
          .replace("{past}", v.past())
          .replace("{not}", v.not())
          .replace("{notpast}", v.notPast())
          .replace("{te}", v.te())
          .replace("{let}", v.let());
    }
  }

  /**
   * Where a sentence's last word ends, its marks and a note in brackets left aside.
   *
   * @param offset behind the last word
   * @param mark where the closing marks begin, behind a note
   * @param length of the text
   */
  private record SentenceEnd(int offset, int mark, int length) {
    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9]\\($");

    static SentenceEnd of(String text) {
      int mark = text.length();
      while (mark > 0 && isMark(text.codePointBefore(mark))) {
        mark -= Character.charCount(text.codePointBefore(mark));
      }
      int offset = mark;
      boolean again = true;
      while (again) {
        int opener = noteBefore(text, offset);
        again = opener > 0;
        offset = again ? opener : offset;
        while (offset > 0 && Character.isWhitespace(text.charAt(offset - 1))) {
          offset--;
        }
      }
      return new SentenceEnd(offset, mark, text.length());
    }

    private static boolean isMark(int c) {
      return MARKS.indexOf(c) >= 0
          || Character.isWhitespace(c)
          || (Character.getType(c) == Character.OTHER_SYMBOL && !isUnit(c))
          || c == 0xFE0F;
    }

    /** 5℃, 5㎏: a sign that is a word. */
    private static boolean isUnit(int c) {
      return c == '°' || (c >= 0x2100 && c < 0x2150) || (c >= 0x3300 && c < 0x3400);
    }

    /** Where the brackets open that close before this place, or -1. */
    private static int noteBefore(String text, int end) {
      String same = text.replace('(', '（').replace(')', '）');
      int opener = Quotes.pairs(same, "（", "）").previousClearBit(Math.max(0, end - 1)) + 1;
      // f(x) is one word, not a word with a note.
      return opener >= end || CALL.matcher(text.substring(0, opener + 1)).find() ? -1 : opener;
    }

    /** Whether a mark stands behind the sentence. */
    boolean isClosed() {
      return mark < length;
    }
  }
}
