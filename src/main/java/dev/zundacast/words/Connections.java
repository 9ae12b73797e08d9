package dev.zundacast.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.lucene.analysis.ja.dict.ConnectionCosts;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ByteArrayDataInput;

/** What it costs that a word stands before another, by their classes in the dictionary. */
final class Connections {
  private final short[] costs;
  private final int size;

  private Connections(short[] costs, int size) {
    this.costs = costs;
    this.size = size;
  }

  /** Loaded by whoever asks first; all threads share it. */
  static Connections instance() {
    return Loaded.TABLE;
  }

  /**
   * The dictionary's table in an array: read out of Lucene's buffer, words cost a third more time.
   */
  private static Connections load() {
    String name = ConnectionCosts.class.getSimpleName() + ConnectionCosts.FILENAME_SUFFIX;
    try (InputStream stream = ConnectionCosts.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
      ByteArrayDataInput table = new ByteArrayDataInput(bytes);
      CodecUtil.checkHeader(
          table, ConnectionCosts.HEADER, ConnectionCosts.VERSION, ConnectionCosts.VERSION);
      int size = table.readVInt();
      short[] costs = new short[size * table.readVInt()];
      int cost = 0;
      for (int i = 0; i < costs.length; i++) {
        cost += table.readZInt();
        costs[i] = (short) cost;
      }
      return new Connections(costs, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cost of a word of one class right before a word of another. */
  int cost(int before, int behind) {
    return costs[behind * size + before];
  }

  private static final class Loaded {
    private static final Connections TABLE = load();
  }
}
