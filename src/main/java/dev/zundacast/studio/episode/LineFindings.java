package dev.zundacast.studio.episode;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.reading.Guess;
import dev.zundacast.reading.Misreading;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.studio.view.LineView;
import dev.zundacast.voice.store.ClipStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a person should look at in a line: guesses, words that vanish, doubtful sounds. */
final class LineFindings {
  private static final String WARNING = "warning";

  private final Map<String, List<LineView.Finding>> byText = new ConcurrentHashMap<>();
  private final Map<String, List<Misreading>> misreadings = new ConcurrentHashMap<>();

  /** What is known of a line. */
  List<LineView.Finding> of(EpisodeText text, SpokenLine line, Optional<ClipStore.Found> clip) {
    String key = text.generation() + "\t" + line.line().written() + "\t" + line.line().spoken();
    List<LineView.Finding> all =
        new ArrayList<>(byText.computeIfAbsent(key, missing -> read(text, line.line())));
    heard(line).ifPresent(found -> found.forEach(it -> all.add(misread(it))));
    clip.ifPresent(
        sound ->
            sound
                .remarks()
                .forEach(it -> all.add(new LineView.Finding("sound", WARNING, it, null, null))));
    return all;
  }

  private static List<LineView.Finding> read(EpisodeText text, Line line) {
    List<LineView.Finding> all = new ArrayList<>();
    for (Guess guess : text.stages().readings().guesses(List.of(line))) {
      ReadingEntry entry = guess.entry();
      String message = "'" + entry.written() + "' is read " + entry.reading() + ", a guess";
      all.add(
          new LineView.Finding(
              "guess",
              "info",
              message,
              entry.written(),
              dict(entry, "confirm " + entry.reading())));
    }
    if (line.spoken().isEmpty()) {
      for (String word : text.stages().readings().vanished(line.written())) {
        String message = "engines drop '" + word + "'; give it a reading";
        all.add(new LineView.Finding("unreadable", WARNING, message, word, null));
      }
    }
    return all;
  }

  private static LineView.Finding.Remedy dict(ReadingEntry entry, String label) {
    String accent = entry.accent().isPresent() ? "" + entry.accent().getAsInt() : "";
    return new LineView.Finding.Remedy(
        label, "dict", entry.written() + "\t" + entry.reading() + "\t" + accent);
  }

  private static LineView.Finding misread(Misreading it) {
    LineView.Finding.Remedy remedy =
        it.write().isEmpty()
            ? it.entry().map(entry -> dict(entry, entry.reading())).orElse(null)
            : new LineView.Finding.Remedy(it.write(), "reading", it.write());
    return new LineView.Finding("reading", WARNING, it.found(), null, remedy);
  }

  private Optional<List<Misreading>> heard(SpokenLine line) {
    return Optional.ofNullable(misreadings.get(key(line)));
  }

  /** Whether an engine was asked what it makes of the line. */
  boolean isHeard(SpokenLine line) {
    return misreadings.containsKey(key(line));
  }

  /** Remembers what an engine made of a line otherwise than it was meant. */
  void heard(SpokenLine line, List<Misreading> found) {
    misreadings.put(key(line), List.copyOf(found));
  }

  private static String key(SpokenLine line) {
    return line.voice().name() + "\t" + line.line().written() + "\t" + line.spoken() + line.words();
  }
}
