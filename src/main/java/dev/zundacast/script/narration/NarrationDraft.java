package dev.zundacast.script.narration;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.ScriptDraft;
import dev.zundacast.script.file.ScriptDraft.Chapter;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.script.file.ScriptDraft.Role;
import dev.zundacast.script.narration.Narration.Sentence;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.WordingCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A narration and the post that it is about to the draft of a script: each sentence in the part
 * that it tells of. Lives for one call.
 */
public final class NarrationDraft {

  /** An article's title is told within its first lines. */
  private static final int TITLE_WITHIN = 3;

  private static final double TITLE_SAID = 0.5;

  /** Articles that are told sound 15 and more like theirs and a fourth of that like any other. */
  private static final double TOLD = 2;

  /** The same for each sentence: half of them are the narrator's own. */
  private static final double TOLD_EACH = 0.3;

  private static final double RIVAL = 1.6;
  private static final double SURE = 12;
  private static final double SURE_RIVAL = 3;
  private static final int FIRST_WORDS = 20;

  private static final Map<Section.Kind, String> TITLES =
      Map.of(
          Section.Kind.OPENING, "オープニング",
          Section.Kind.RECAP, "おさらい",
          Section.Kind.LETTERS, "お便り募集",
          Section.Kind.CLOSING, "エンディング");

  private final Narration narration;
  private final Spelling spelling;
  private final List<Article> articles;
  private final Placement placement;
  private final CopyCheck check;
  private final int[] parts;
  private final List<Certainty> certainties;

  /**
   * @param post what the narration is about
   * @param sound how its words and the post's are heard
   */
  public NarrationDraft(Post post, Narration narration, Sound sound) {
    this.narration = narration;
    this.articles = post.articles();
    this.spelling = new Spelling(post, sound);
    this.check = new CopyCheck(post, sound, narration.file());
    int[] marks = marks();
    this.placement = new Placement(narration.sentences(), articles, sound);
    int[] free = placement.parts(marks);
    this.parts = byAddress(marks, free) ? placement.parts(marks) : free;
    this.certainties = articles.stream().map(it -> certainty(it.number())).toList();
  }

  /** Where a person or the addresses of slides say which part begins; -1 where nobody does. */
  private int[] marks() {
    int before = 0;
    int[] marks = new int[narration.sentences().size()];
    for (int i = 0; i < marks.length; i++) {
      Sentence sentence = narration.sentences().get(i);
      int part = sentence.part().orElse(before);
      if (part < before || (part > articles.size() && part < Sentence.ENDING)) {
        Message message = Message.of("narration.badMark", part);
        throw Problem.in(
            Diagnostic.at(narration.file(), sentence.line(), message)
                .withNext("narration.order", articles.size()));
      }
      boolean begins = sentence.part().isPresent() && (part > before || part == 0);
      before = part;
      marks[i] = begins ? Math.min(part, articles.size() + 1) : -1;
    }
    return marks;
  }

  /** Marks the slide with an article's address that is nearest to where the article is told. */
  private boolean byAddress(int[] marks, int[] free) {
    boolean any = false;
    for (Article article : articles) {
      List<Integer> told =
          IntStream.range(0, free.length).filter(i -> free[i] == article.number()).boxed().toList();
      int from = told.isEmpty() ? 0 : told.get(0);
      Optional<Integer> nearest =
          IntStream.range(0, marks.length)
              .filter(i -> narration.sentences().get(i).address().equals(article.url()))
              .boxed()
              .min(Comparator.comparingInt(i -> Math.abs(i - from)));
      if (nearest.isPresent() && !article.url().isEmpty()) {
        marks[nearest.get()] = article.number();
        any = true;
      }
    }
    return any;
  }

  private List<Integer> places(int part) {
    return IntStream.range(0, parts.length).filter(i -> parts[i] == part).boxed().toList();
  }

  /** How far it is certain that an article is told where it was found. */
  private enum Certainty {
    SURE("narration.sure.surely"),
    LIKELY("narration.sure.likely"),
    RIVALLED("narration.sure.rivalled"),
    UNTOLD("narration.sure.untold"),
    /** Under a mark of its own there is another article's text. */
    EXCHANGED("narration.sure.exchanged");

    private final String key;

    Certainty(String key) {
      this.key = key;
    }

    boolean isTold() {
      return this == SURE || this == LIKELY;
    }
  }

  private Certainty certainty(int article) {
    if (instead(article).isPresent()) {
      return Certainty.EXCHANGED;
    }
    List<Integer> places = places(article);
    double own = placement.alike(places, article);
    double rival =
        IntStream.rangeClosed(1, articles.size())
            .filter(other -> other != article)
            .mapToDouble(other -> placement.alike(places, other))
            .max()
            .orElse(0);
    boolean named =
        places.stream()
            .map(narration.sentences()::get)
            .anyMatch(
                it ->
                    it.part().equals(Optional.of(article))
                        || it.address().equals(articles.get(article - 1).url()));
    if (named || (own >= SURE && own >= SURE_RIVAL * rival)) {
      return Certainty.SURE;
    }
    if (own < Math.max(TOLD, TOLD_EACH * places.size())) {
      return Certainty.UNTOLD;
    }
    return own < RIVAL * rival ? Certainty.RIVALLED : Certainty.LIKELY;
  }

  /** The article that is told under the mark of this one, unless a person settled that. */
  private Optional<Integer> instead(int article) {
    List<Sentence> said = places(article).stream().map(narration.sentences()::get).toList();
    boolean marked = said.stream().anyMatch(it -> it.part().equals(Optional.of(article)));
    return marked && !narration.settled().contains(article)
        ? check.toldInstead(article, said.stream().map(Sentence::text).toList())
        : Optional.empty();
  }

  /**
   * A part of the episode with what the narration says in it.
   *
   * @param name as a mark names it: opening, a1, …, ending
   * @param title of its article, "" for none
   * @param sure how far it is certain that this belongs there
   * @param told whether that is certain enough
   * @param sentences how many they are
   * @param pieces the lines that they become
   */
  public record Part(
      String name, String title, Message sure, boolean told, int sentences, List<String> pieces) {

    private Message row() {
      return pieces.isEmpty()
          ? Message.of("narration.part", name, sentences, sure)
          : Message.of("narration.partWithWords", name, sentences, sure, first(pieces));
    }

    private static String first(List<String> said) {
      return said.get(0).substring(0, Math.min(FIRST_WORDS, said.get(0).length()));
    }
  }

  /**
   * Where a narration's pieces belong.
   *
   * @param parts in their order
   * @param unsaid what stands before the opening and is not said
   * @param faults why it is refused
   * @param exchanged whether one of them is that the text of another article stands under a mark,
   *     which the rules do not mend
   */
  public record Placed(
      List<Part> parts, List<String> unsaid, List<Diagnostic> faults, boolean exchanged) {}

  /** Where its pieces belong. */
  public Placed placed() {
    return new Placed(parts(), unsaid(), faults(), isExchanged());
  }

  private boolean isExchanged() {
    return certainties.contains(Certainty.EXCHANGED);
  }

  private List<Part> parts() {
    List<Part> all = new ArrayList<>();
    for (int part = 0; part <= articles.size() + 1; part++) {
      boolean article = part > 0 && part <= articles.size();
      Certainty certainty = article ? certainties.get(part - 1) : Certainty.SURE;
      all.add(
          new Part(
              part == 0 ? "opening" : article ? "a" + part : "ending",
              article ? articles.get(part - 1).title() : "",
              Message.of(certainty.key),
              certainty.isTold(),
              places(part).size(),
              lines(part).stream().map(DraftLine::source).toList()));
    }
    return all;
  }

  private List<String> unsaid() {
    return narration.preface().stream().map(Sentence::text).toList();
  }

  /** For each part how many sentences it has, how sure that is, and its first words. */
  public List<Message> table() {
    List<Message> rows = new ArrayList<>();
    if (!unsaid().isEmpty()) {
      rows.add(Message.of("narration.unsaid", Part.first(unsaid())));
    }
    parts().forEach(part -> rows.add(part.row()));
    return rows;
  }

  /**
   * The draft that says the narration.
   *
   * @param byRules what the rules say of an article that the narration does not tell; empty where
   *     such a narration is refused
   * @throws Problem with the table when an article is not told, two compete for its sentences, or
   *     one is told under the mark of another
   */
  public ScriptDraft build(Optional<ScriptDraft> byRules) {
    List<Diagnostic> faults = byRules.isEmpty() || isExchanged() ? faults() : List.of();
    if (!faults.isEmpty()) {
      throw Problem.in(faults);
    }
    List<Chapter> chapters = new ArrayList<>();
    add(chapters, Section.Kind.OPENING, lines(0));
    for (Article article : articles) {
      chapters.add(
          byRules.isEmpty() || certainties.get(article.number() - 1).isTold()
              ? new Chapter(
                  Section.Kind.ARTICLE,
                  article.title(),
                  article.url(),
                  titled(article.number()),
                  List.of())
              : byRules(byRules.get(), article));
    }
    Map<Section.Kind, List<DraftLine>> ending = new EnumMap<>(Section.Kind.class);
    Section.Kind kind = Section.Kind.RECAP;
    for (DraftLine line : lines(articles.size() + 1)) {
      kind = next(kind, line.source(), ending.isEmpty());
      ending.computeIfAbsent(kind, it -> new ArrayList<>()).add(line);
    }
    ending.forEach((of, lines) -> add(chapters, of, lines));
    return new ScriptDraft(chapters);
  }

  private static void add(List<Chapter> chapters, Section.Kind kind, List<DraftLine> lines) {
    if (!lines.isEmpty()) {
      chapters.add(new Chapter(kind, TITLES.getOrDefault(kind, ""), "", lines, List.of()));
    }
  }

  private static Chapter byRules(ScriptDraft draft, Article article) {
    Chapter chapter =
        draft.chapters().stream()
            .filter(it -> it.kind() == Section.Kind.ARTICLE)
            .toList()
            .get(article.number() - 1);
    return new Chapter(
        chapter.kind(),
        chapter.title(),
        chapter.source(),
        chapter.lines(),
        List.of("この記事は原稿にないので、規則の文です。"));
  }

  /** Why the narration is refused: an article is not told, or two compete for its sentences. */
  public List<Diagnostic> faults() {
    List<Diagnostic> faults = new ArrayList<>();
    Message table = Message.plain("  ", Message.join("\n  ", table()));
    for (Article article : articles) {
      Certainty certainty = certainties.get(article.number() - 1);
      if (!certainty.isTold()) {
        faults.add(fault(article, certainty));
      }
    }
    int more = articles.size() + 1;
    narration.sentences().stream()
        .filter(it -> Cues.tellsOfArticle(it.text(), more))
        .findFirst()
        .ifPresent(
            it ->
                faults.add(
                    Diagnostic.at(narration.file(), it.line(), "narration.tooManyArticles", more)));
    if (!faults.isEmpty()) {
      Diagnostic last = faults.remove(faults.size() - 1);
      String next = isExchanged() ? "narration.putUnderMarks" : "narration.writeMarks";
      faults.add(
          new Diagnostic(
              last.file(), last.line(), last.column(), last.message(), table, Message.of(next)));
    }
    return faults;
  }

  private Diagnostic fault(Article article, Certainty certainty) {
    int number = article.number();
    String name = "a" + number + " '" + article.title() + "'";
    return switch (certainty) {
      case EXCHANGED ->
          Diagnostic.at(
              narration.file(),
              narration.sentences().get(places(number).get(0)).line(),
              "narration.markTellsOther",
              number,
              instead(number).orElse(number));
      case UNTOLD -> Diagnostic.of(narration.file(), "narration.articleMissing", name);
      default -> Diagnostic.of(narration.file(), "narration.ambiguous", name);
    };
  }

  /** The lines of a part: sentences of one row stay together while that can be said at once. */
  private List<DraftLine> lines(int part) {
    List<DraftLine> lines = new ArrayList<>();
    List<Sentence> row = new ArrayList<>();
    for (int i : places(part)) {
      Sentence sentence = narration.sentences().get(i);
      if (!row.isEmpty() && (row.get(0).line() != sentence.line() || sentence.begins())) {
        addRow(lines, part, row);
      }
      row.add(sentence);
    }
    addRow(lines, part, row);
    return lines;
  }

  private void addRow(List<DraftLine> lines, int part, List<Sentence> row) {
    String whole = row.stream().map(Sentence::text).collect(Collectors.joining());
    if (whole.length() <= WordingCheck.LONG_LINE && row.stream().anyMatch(Sentence::isHeard)) {
      List<Integer> from = row.stream().flatMap(it -> it.from().stream()).distinct().toList();
      lines.add(said(whole, part, from));
    } else {
      row.stream()
          .filter(Sentence::isHeard)
          .forEach(sentence -> lines.add(said(sentence.text(), part, sentence.from())));
    }
    row.clear();
  }

  private DraftLine said(String text, int part, List<Integer> from) {
    String note =
        part > 0 && part <= articles.size()
            ? SourceNote.of(from, Sentences.of(articles.get(part - 1)))
            : "";
    Role role = note.isEmpty() ? Role.TEXT : Role.NARRATED;
    return new DraftLine(
        text, spelling.shown(text), "", role, 0, note.isEmpty() ? List.of() : List.of(note));
  }

  /** An article's lines, of which one announces its title. */
  private List<DraftLine> titled(int article) {
    List<DraftLine> lines = new ArrayList<>(lines(article));
    List<String> titles =
        places(article).stream()
            .limit(TITLE_WITHIN)
            .filter(place -> placement.ofTitle(place, article) >= TITLE_SAID)
            .map(place -> narration.sentences().get(place).text())
            .toList();
    for (int i = 0; i < Math.min(TITLE_WITHIN, lines.size()); i++) {
      DraftLine line = lines.get(i);
      boolean titled = titles.stream().anyMatch(line.source()::contains);
      if (titled || Cues.has("title", line.source())) {
        lines.set(i, line.as(Role.TITLE));
        return lines;
      }
    }
    return lines;
  }

  /** What follows the articles: a recap, a call for letters, a goodbye. */
  private static Section.Kind next(Section.Kind before, String line, boolean first) {
    if (before == Section.Kind.CLOSING) {
      return before;
    }
    boolean sums = Cues.has("recap", line) || Cues.has("ends", line);
    if (Cues.has("letters", line) && !(first && sums)) {
      return Section.Kind.LETTERS;
    }
    boolean recap = before == Section.Kind.RECAP && (first ? sums : !Cues.has("goodbye", line));
    return recap ? Section.Kind.RECAP : Section.Kind.CLOSING;
  }
}
