package dev.zundacast.reading.piece;

import dev.zundacast.episode.DictionaryWord;
import java.util.List;

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
}
