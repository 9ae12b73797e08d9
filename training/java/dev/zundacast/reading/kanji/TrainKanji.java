package dev.zundacast.reading.kanji;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the list of what Open JTalk misreads: words of UniDic and of Mozc's dictionary and
 * compounds of them, read by Open JTalk's dictionary alone and beside other words, and kept where
 * that differs.
 */
public final class TrainKanji {
  private static final int MOST_NOUNS = 12000;
  private static final int MOST_PAIRED = 4000;

  private TrainKanji() {}

  /**
   * Takes the folder of Open JTalk's dictionary, that of Mozc's, the decisions and what to write.
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Heard heard = new Heard(MecabLattice.of(Path.of(args[0])));
    Decisions decisions = Decisions.of(Path.of(args[2]));
    Path out = Path.of(args[3]);
    UniDicReader unidic = new UniDicReader();
    Map<String, List<UniDicWord>> words = UniDicWord.all();
    Map<String, List<MozcWord>> common = MozcWord.all(Path.of(args[1]));
    List<UniDicWord> nouns = Nouns.sure(words, heard, MOST_NOUNS);
    Map<String, Row> rows = new TreeMap<>();
    add(
        "pairs",
        new PairRows(heard).of(nouns.subList(0, Math.min(MOST_PAIRED, nouns.size()))),
        rows);
    add("affixes", new AffixRows(heard, unidic, nouns, words).all(), rows);
    add("verbs", new VerbRows(heard, decisions).of(words), rows);
    add("adjectives", new AdjectiveRows(heard).of(words), rows);
    add("common", new MozcRows(heard, unidic).of(common), rows);
    add("words", new WordRows(heard).of(words), rows);
    decisions.left().forEach(rows::remove);
    decisions.words().forEach(word -> rows.remove(word.surface()));
    add("decisions", needed(decisions.words(), heard), rows);
    write(lines(rows.values()), out.resolve("misread.tsv.gz"));
    Files.write(out.resolve("chinese.tsv"), ChineseReadings.table(words, common, heard));
  }

  /** Names are only listed where they are misread. */
  private static List<Row> needed(List<Row> words, Heard heard) {
    return words.stream()
        .filter(
            word -> word.accent() >= 0 || !heard.isRightAnywhere(word.surface(), word.reading()))
        .map(
            word ->
                new Row(
                    word.surface(), word.reading(), Math.max(0, word.accent()), word.followers()))
        .toList();
  }

  private static void add(String kind, List<Row> more, Map<String, Row> rows) {
    System.out.println(kind + " " + more.size());
    more.forEach(row -> rows.put(row.surface(), row));
  }

  /** Sorted by the bytes of the surface, as they are searched. */
  private static Collection<String> lines(Collection<Row> rows) {
    Map<String, String> lines = new TreeMap<>();
    rows.forEach(row -> lines.put(bytewise(row.surface()), row.line()));
    return lines.values();
  }

  private static void write(Collection<String> lines, Path file) throws IOException {
    String text = String.join("\n", lines) + "\n";
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A key whose order is that of the UTF-8 bytes. */
  private static String bytewise(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
