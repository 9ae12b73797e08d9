package dev.zundacast.studio.episode;

import dev.zundacast.disk.CacheFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is remembered of an episode beside its script: the sounds that its lines had, and which
 * lines are marked. Kept under out/ with a checksum; what is damaged is forgotten.
 */
final class EpisodeMemory {
  private static final int TAKES_KEPT = 8;

  private final Path file;
  private final Map<String, List<Recording>> takes = new LinkedHashMap<>();
  private final Set<String> marked = new LinkedHashSet<>();
  private boolean unsaved;

  /** The file's content. */
  private record Content(int version, Map<String, List<Recording>> takes, List<String> marked) {
    static final int VERSION = 1;
  }

  EpisodeMemory(Path file) {
    this.file = file;
    CacheFile.read(file, Content.class)
        .filter(content -> content.version() == Content.VERSION)
        .ifPresent(
            content -> {
              content.takes().forEach((id, all) -> takes.put(id, new ArrayList<>(all)));
              marked.addAll(content.marked());
            });
  }

  /** The sounds of a line, the newest first. */
  synchronized List<Recording> takes(String id) {
    return List.copyOf(takes.getOrDefault(id, List.of()));
  }

  /** Remembers a sound, once; {@link #flush} writes it. */
  synchronized void add(String id, Recording take) {
    List<Recording> all = takes.computeIfAbsent(id, line -> new ArrayList<>());
    all.removeIf(known -> known.clip().equals(take.clip()));
    all.add(0, take);
    while (all.size() > TAKES_KEPT) {
      all.remove(all.size() - 1);
    }
    unsaved = true;
  }

  /** The lines that are marked. */
  synchronized Set<String> marked() {
    return Set.copyOf(marked);
  }

  synchronized void mark(Set<String> ids, boolean to) {
    if (to ? marked.addAll(ids) : marked.removeAll(ids)) {
      save();
    }
  }

  /** Writes what is not written yet. */
  synchronized boolean flush() {
    if (unsaved) {
      save();
    }
    return unsaved;
  }

  private void save() {
    unsaved = false;
    try {
      CacheFile.write(file, new Content(Content.VERSION, takes, List.copyOf(marked)));
    } catch (IOException onlyRemembered) {
      // Nothing of the episode depends on it.
    }
  }
}
