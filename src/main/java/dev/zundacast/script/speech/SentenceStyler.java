package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.BitSet;
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
  private static final Pattern CALL = Pattern.compile("[A-Za-z0-9]\\($");

  private final String text;
  private final Style style;
  private final Endings endings;
  private final Morphology morphology;
  private final Sentence sentence;

  /** Where the closing marks begin. */
  private final int mark;

  /** Where the last word ends, a note in brackets behind it left aside. */
  private final int end;

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
    this.mark = mark(text);
    this.end = end(text, mark);
  }

  private static int mark(String text) {
    int mark = text.length();
    while (mark > 0 && isMark(text.codePointBefore(mark))) {
      mark -= Character.charCount(text.codePointBefore(mark));
    }
    return mark;
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

  private static int end(String text, int mark) {
    BitSet notes = Quotes.pairs(text.replace('(', '（').replace(')', '）'), "（", "）");
    int end = mark;
    int opener = end;
    do {
      end = text.substring(0, opener).stripTrailing().length();
      opener = notes.previousClearBit(Math.max(0, end - 1)) + 1;
      // f(x) is one word, not a word with a note.
    } while (opener > 0 && opener < end && !CALL.matcher(text.substring(0, opener + 1)).find());
    return end;
  }

  Styled style() {
    for (Morpheme word : sentence.words()) {
      if (!sentence.quoted().get(word.start()) && word.start() >= covered()) {
        polite(word);
      }
    }
    if (rule.isEmpty() && covered() < end) {
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
        replace(found(ending, at));
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
    int tailless = withoutTail();
    for (Endings.Ending ending : endings.longestFirst()) {
      int at = tailless - ending.suffix().length();
      if (at < 0 || ending.polite() || !text.startsWith(ending.suffix(), at)) {
        continue;
      }
      boolean whole = ending.suffix().isEmpty() || sentence.startingAt(at).isPresent();
      if (whole && hasHost(ending, at)) {
        if (ending.closed() && mark == text.length()) {
          rule = "label";
        } else if (ending.suffix().isEmpty() || !sentence.quoted().get(at)) {
          replace(found(ending, at));
        }
        return;
      }
    }
  }

  /** Where the sentence would end without ね and よ. */
  private int withoutTail() {
    int at = end;
    Optional<Morpheme> last = sentence.endingAt(at);
    while (last.filter(it -> isTail(it) && it.start() > 0).isPresent()) {
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
    while (next.filter(this::isTail).isPresent()) {
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
    boolean last = tail == end;
    if (last || tail >= text.length() || BEFORE_FINAL.indexOf(text.charAt(tail)) >= 0) {
      Optional<String> output = style.output(found.ending().name());
      output.ifPresent(it -> finish(found, it, tail));
      if (last) {
        rule = output.isPresent() ? found.ending().name() : "";
      }
    } else if (!style.keepsPolite() && !text.startsWith("・", tail)) {
      // です・ます: there it speaks about the words.
      inside(found);
    }
  }

  private void finish(Found found, String output, int tail) {
    String ne = text.substring(found.end(), tail).contains("ね") ? "ね" : "";
    boolean asks = output.endsWith(QUESTION);
    boolean states = output.endsWith(FULL_STOP);
    String said = asks || states ? output.substring(0, output.length() - 1) : output;
    int to = output.equals("{same}") ? found.end() : tail;
    edit(found, to, said.replace("{ne}", ne));
    if (asks) {
      ask(to);
    } else if (states) {
      state(to);
    }
  }

  /** Where the marks of the sentence that ends here begin; a note may stand before them. */
  private int markOf(int at) {
    return at == end && text.substring(at, mark).isBlank() ? mark : at;
  }

  /** Makes the question that ends here a statement. */
  private void state(int at) {
    int from = markOf(at);
    if (hasMark(from, "？?")) {
      edits.add(new Edit(from, from + 1, FULL_STOP));
    }
  }

  /** Makes the sentence that ends here a question. */
  private void ask(int at) {
    int from = markOf(at);
    boolean exclaims = hasMark(from, "！!") && !text.substring(from).matches(".*[？?].*");
    if (at == end && hasMark(mark, "？?")) {
      return;
    }
    if (hasMark(from, FULL_STOP) || exclaims) {
      edits.add(new Edit(from, from + 1, QUESTION));
    } else if (!hasMark(from, "？?！!")) {
      edits.add(new Edit(at, at, QUESTION));
    }
  }

  private boolean hasMark(int place, String marks) {
    return place < text.length() && marks.indexOf(text.charAt(place)) >= 0;
  }

  private void inside(Found found) {
    int at = found.end();
    Optional<Morpheme> next = sentence.startingAt(at);
    boolean attributive = next.filter(SentenceStyler::wantsNoun).isPresent();
    edit(found, at, attributive ? found.ending().attributive() : found.ending().plain());
    next.filter(it -> it.is("助詞-接続助詞") && style.joins().containsKey(it.surface()))
        .map(it -> new Edit(at, it.end(), style.joins().getOrDefault(it.surface(), "")))
        .ifPresent(edits::add);
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

  /**
   * An ending at its place in the sentence.
   *
   * @param start where the word begins that it ends
   * @param suffix where it begins itself
   */
  private record Found(Endings.Ending ending, int start, int suffix, Optional<Verb> verb) {
    int end() {
      return suffix + ending.suffix().length();
    }
  }

  private Found found(Endings.Ending ending, int suffix) {
    return switch (ending.host()) {
      case VERB -> {
        Verb said = sentence.verbEndingAt(suffix);
        // The dictionary takes some verbs for others.
        Verb polite = endings.mistaken().getOrDefault(said.base(), said);
        Optional<Verb> everyday = endings.everyday(polite.base());
        Verb verb = style.keepsHumble() ? polite : everyday.orElse(polite);
        yield new Found(ending, sentence.verbStart(suffix), suffix, Optional.of(verb));
      }
      case POLITE_O -> {
        int start =
            sentence
                .politeWord(suffix)
                .orElseGet(() -> sentence.endingAt(suffix).orElseThrow().start());
        Verb deed = deed(text.substring(start, suffix).strip());
        // お試しください asks for 試す; お試しくださいます tells that somebody does it for us.
        boolean tells = ending.name().startsWith("verb");
        Verb verb = tells ? new Verb(deed.te() + "くれる", "一段") : deed;
        yield new Found(ending, start, suffix, Optional.of(verb));
      }
      default -> new Found(ending, suffix, suffix, Optional.empty());
    };
  }

  /** お試し to 試す, ご参照 to 参照する. */
  private Verb deed(String word) {
    Optional<Verb> known = endings.everyday(word);
    if (known.isPresent()) {
      return known.get();
    }
    String bare = Sentence.startsPolitely(word) ? word.substring(1) : word;
    Sentence asVerb = Sentence.of(bare + "ます", morphology, endings.wholeWords());
    if (!word.startsWith("お") || !Host.VERB.isBefore(asVerb, bare.length(), "ます")) {
      return new Verb(bare + "する", "サ変・スル");
    }
    Verb last = asVerb.verbEndingAt(bare.length());
    String front = bare.substring(0, asVerb.verbStart(bare.length()));
    return new Verb(front + last.base(), last.inflection());
  }

  /** Says this to a place for what was found; ご紹介いたします loses its ご with its いたす. */
  private void edit(Found found, int to, String output) {
    found
        .verb()
        .filter(it -> found.ending().host() == Host.VERB && it.base().equals("する"))
        .filter(it -> !sentence.verbEndingAt(found.suffix()).base().equals("する"))
        .flatMap(it -> sentence.endingAt(found.start()))
        .filter(it -> it.is("名詞-サ変接続"))
        .flatMap(it -> sentence.endingAt(it.start()))
        .filter(it -> it.is("接頭詞") && Sentence.startsPolitely(it.surface()))
        .filter(it -> it.start() >= covered())
        .ifPresent(it -> edits.add(new Edit(it.start(), it.end(), "")));
    edits.add(new Edit(found.start(), to, filled(found, output)));
  }

  private String filled(Found found, String output) {
    String filled =
        output
            .replace("{same}", text.substring(found.start(), found.end()))
            .replace("{stem}", text.substring(found.start(), found.suffix()));
    return found
        .verb()
        .filter(it -> filled.indexOf('{') >= 0)
        .map(
            it ->
                filled
                    .replace("{base}", it.base())
                    .replace("{past}", it.past())
                    .replace("{not}", it.not())
                    .replace("{notpast}", it.notPast())
                    .replace("{te}", it.te())
                    .replace("{let}", it.let()))
        .orElse(filled);
  }
}
