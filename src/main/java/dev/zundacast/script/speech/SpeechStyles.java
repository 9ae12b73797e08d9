package dev.zundacast.script.speech;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.words.Morphology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts sentences into a way of speaking, each described by one table: {@code styles/NAME.tsv} in a
 * voices folder, else the one that comes with the program. Safe for many threads.
 */
public final class SpeechStyles {
  /** Leaves every sentence as it is. */
  public static final String AS_WRITTEN = "as-written";

  private static final List<String> BUNDLED = List.of("nanoda", "dayo", "desuwa", "gowasu");

  private final List<Path> folders;
  private final Morphology morphology;
  private final Polite polite;
  private final Endings endings;

  private final Style about;
  private final NominalEndings nominalEndings;
  private final Map<String, Style> styles = new ConcurrentHashMap<>();
  private final Map<String, Rules> closings = new ConcurrentHashMap<>();

  /**
   * @param folders of voices, the show's own first
   */
  public SpeechStyles(List<Path> folders, Morphology morphology) {
    this.folders = List.copyOf(folders);
    this.morphology = morphology;
    this.polite = new Polite(morphology);
    this.endings = Endings.load(folders);
    this.about = Style.of(Table.layered(folders, "about.tsv"), endings.names());
    this.nominalEndings =
        new NominalEndings(
            Table.layered(folders, "deeds.tsv"),
            Table.layered(folders, "deed-signs.tsv"),
            morphology);
  }

  /**
   * One sentence in the style of this name.
   *
   * @throws Problem when there is no such style or its table is wrong
   */
  public Styled styled(String sentence, String style) {
    if (style.equals(AS_WRITTEN)) {
      return new Styled(sentence, AS_WRITTEN);
    }
    boolean quote = Quotes.isSpeech(sentence);
    if (quote || Sentences.isEnglish(sentence)) {
      return new Styled(sentence, quote ? "quote" : "foreign");
    }
    Style table = require(style);
    List<String> rules = new ArrayList<>();
    String own = closed(sentence, style + "-closings.tsv", rules);
    String closed = closed(own, "closings.tsv", rules);
    rules.replaceAll(row -> "closings " + row);
    String completed = nominalEndings.completed(closed);
    if (!completed.equals(closed)) {
      rules.add("deeds");
    }
    String whole = table.keepsPolite() ? polite.throughout(completed) : completed;
    Styled styled = new SentenceStyler(whole, table, endings, morphology).style();
    if (!styled.fits()) {
      return styled;
    }
    rules.add(styled.rule());
    return new Styled(styled.text(), String.join(", ", rules));
  }

  private String closed(String sentence, String file, List<String> used) {
    return closings
        .computeIfAbsent(file, name -> Rules.table(folders, name))
        .rewritten(file, sentence, used);
  }

  /** Text in the style of this name, sentence by sentence; empty when no rule fits any of it. */
  public Optional<String> styledText(String text, String style) {
    StringBuilder all = new StringBuilder();
    boolean fits = false;
    int from = 0;
    for (String sentence : Sentences.split(text)) {
      int at = text.indexOf(sentence, from);
      Styled styled = styled(sentence, style);
      all.append(text, from, at).append(styled.text());
      fits |= styled.fits();
      from = at + sentence.length();
    }
    all.append(text, from, text.length());
    return fits ? Optional.of(all.toString()) : Optional.empty();
  }

  /** What one sentence tells as a noun, by about.tsv: 公開しました is 公開した話; empty for none. */
  public Optional<String> about(String sentence) {
    String completed = nominalEndings.completed(sentence);
    return Optional.of(new SentenceStyler(completed, about, endings, morphology).style())
        .filter(Styled::fits)
        .map(it -> it.text().replaceFirst("。$", ""));
  }

  /**
   * Loads the style of this name.
   *
   * @throws Problem when there is no such style or its table is wrong
   */
  public void check(String style) {
    if (!style.equals(AS_WRITTEN)) {
      require(style);
    }
  }

  private Style require(String name) {
    return styles.computeIfAbsent(name, this::load);
  }

  private Style load(String name) {
    String file = name + ".tsv";
    Table table = BUNDLED.contains(name) ? Table.layered(folders, file) : Table.own(folders, file);
    if (table.rows().isEmpty()) {
      String known = AS_WRITTEN + ", " + String.join(", ", BUNDLED);
      Path place = folders.get(0).resolve("styles").resolve(file);
      throw Problem.in(Diagnostic.of(place, "speech.noStyle", name, known));
    }
    return Style.of(table, endings.names());
  }
}
