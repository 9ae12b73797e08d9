package dev.zundacast.reading.piece;

import dev.zundacast.episode.DictionaryWord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a line with what is spoken for it.
 *
 * @param written the piece as written
 * @param spoken what an engine is sent
 * @param source where the reading comes from
 * @param words what an engine's dictionary may be told about it
 */
public record PieceReading(
    String written, String spoken, Source source, List<DictionaryWord> words) {

  /** A reading that engines need no word for. */
  public PieceReading(String written, String spoken, Source source) {
    this(written, spoken, source, List.of());
  }

  /** What is spoken of all pieces. */
  public static String spoken(List<PieceReading> pieces) {
    return pieces.stream().map(PieceReading::spoken).collect(Collectors.joining());
  }

  /** The same piece spoken otherwise. */
  public PieceReading withSpoken(String other) {
    return new PieceReading(written, other, source, words);
  }
}
