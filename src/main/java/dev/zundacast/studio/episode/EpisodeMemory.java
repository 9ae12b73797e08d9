package dev.zundacast.studio.episode;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.SpokenLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private record Content(Map<String, List<Recording>> takes, List<String> marked) {}

  EpisodeMemory(Path file) {
    this.file = file;
    CacheFile.read(file, Content.class)
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
    all.subList(Math.min(TAKES_KEPT, all.size()), all.size()).clear();
    unsaved = true;
  }

  synchronized Set<String> marked() {
    return Set.copyOf(marked);
  }

  synchronized void mark(Set<String> ids, boolean to) {
    if (to ? marked.addAll(ids) : marked.removeAll(ids)) {
      save();
    }
  }

  synchronized boolean flush() {
    if (unsaved) {
      save();
    }
    return unsaved;
  }

  private void save() {
    unsaved = false;
    CacheFile.remember(file, new Content(takes, List.copyOf(marked)));
  }

  /** A sound that a line had, and what its script said and an engine was sent then. */
  record Recording(
      String clip,
      long millis,
      String voice,
      String said,
      String speaker,
      String written,
      String spoken,
      @Nullable Double speed,
      @Nullable Double pitch,
      @Nullable Double intonation,
      @Nullable Double volume) {

    static Recording of(SpokenLine line, Clip clip) {
      Line now = line.line();
      LineOverrides overrides = now.overrides();
      return new Recording(
          clip.identity(),
          clip.millis(),
          line.voice().name(),
          line.spoken(),
          now.speaker(),
          now.written(),
          now.spoken(),
          overrides.speed().orElse(null),
          overrides.pitch().orElse(null),
          overrides.intonation().orElse(null),
          overrides.volume().orElse(null));
    }

    LineOverrides overrides() {
      return new LineOverrides(
          Optional.ofNullable(speed),
          Optional.ofNullable(pitch),
          Optional.ofNullable(intonation),
          Optional.ofNullable(volume));
    }

    Line of(Line line) {
      return line.withWritten(written)
          .withSpoken(spoken)
          .withSpeaker(speaker)
          .withOverrides(overrides());
    }

    /** Whether a line says the same now, as far as can be told without an engine. */
    boolean isOf(SpokenLine line) {
      return said.equals(line.spoken())
          && voice.equals(line.voice().name())
          && overrides().equals(line.line().overrides());
    }
  }
}
