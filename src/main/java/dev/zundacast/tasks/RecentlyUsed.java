package dev.zundacast.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that forget, for programs that go on for hours. */
public final class RecentlyUsed {
  /** The episodes that somebody works on in a day. */
  public static final int EPISODES = 8;

  private RecentlyUsed() {}

  /** A map for many threads; of more than so many entries the one unasked for for longest goes. */
  public static <K, V> Map<K, V> map(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(64, 0.75f, /* accessOrder= */ true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
