package dev.zundacast.draft.speech;

import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest results of a function that runs a program; for use by many threads. */
final class Cache<K, V> {
  /** A line is asked for once to be queried, then again for its pitch or in another style. */
  private static final int MAX_ENTRIES = 256;

  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final IoFunction<K, V> function;

  Cache(IoFunction<K, V> function) {
    this.function = function;
  }

  /** The result for {@code key}; two threads that ask at once may both compute it. */
  V get(K key) throws IOException {
    synchronized (entries) {
      V cached = entries.get(key);
      if (cached != null) {
        return cached;
      }
    }
    V result = function.apply(key);
    synchronized (entries) {
      entries.put(key, result);
      if (entries.size() > MAX_ENTRIES) {
        entries.remove(entries.keySet().iterator().next());
      }
    }
    return result;
  }
}
