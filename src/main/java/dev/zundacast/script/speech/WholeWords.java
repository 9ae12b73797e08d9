package dev.zundacast.script.speech;

import dev.zundacast.words.Morpheme;
import java.util.ArrayList;
import java.util.List;

/** Joins the pieces of the words in words.tsv, which the dictionary cuts. */
record WholeWords(List<Table.Row> rows) {

  List<Morpheme> in(String text, List<Morpheme> pieces) {
    if (rows.stream().noneMatch(row -> text.contains(row.cell(0)))) {
      return pieces;
    }
    List<Morpheme> words = new ArrayList<>();
    int i = 0;
    while (i < pieces.size()) {
      int next = i + 1;
      Morpheme word = pieces.get(i);
      for (Table.Row row : rows) {
        int behind = behind(row, pieces, i);
        if (behind > next) {
          next = behind;
          word = word(row, word.start());
        }
      }
      words.add(word);
      i = next;
    }
    return words;
  }

  /** The index of the piece behind this word, or -1 when the word is not here. */
  private static int behind(Table.Row row, List<Morpheme> pieces, int index) {
    StringBuilder joined = new StringBuilder();
    int i = index;
    while (i < pieces.size() && joined.length() < row.cell(0).length()) {
      joined.append(pieces.get(i++).surface());
    }
    boolean whole = joined.toString().equals(row.cell(0));
    String before = row.cell(5);
    boolean placed = before.isEmpty() || (i < pieces.size() && pieces.get(i).base().equals(before));
    return whole && placed ? i : -1;
  }

  private static Morpheme word(Table.Row row, int start) {
    return new Morpheme(row.cell(0), start, row.cell(2), row.cell(1), row.cell(3), row.cell(4), "");
  }
}
