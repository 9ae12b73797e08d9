package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.post.Posts;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.Readings;
import dev.zundacast.reading.Readings.Misreading;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * What a person should look at in a line: guesses, words that vanish, doubtful sounds, and what the
 * engine misreads. It is asked about line after line, whenever it has nothing else to do, so that
 * these are marked before anybody hears them.
 */
final class LineFindings implements Closeable {
  private static final String WARNING = "warning";

  private final Episodes episodes;
  private final Map<String, List<Fields>> byText = new ConcurrentHashMap<>();
  private final Map<String, List<Misreading>> misreadings = new ConcurrentHashMap<>();

  /** The copy editor takes a second for a script, so it reads in the background. */
  private final ExecutorService reader = BackgroundTask.pool("editor", 1);

  private final Map<String, String> given = new ConcurrentHashMap<>();
  private final Map<String, Map<String, List<Fields>>> wrong = new ConcurrentHashMap<>();

  LineFindings(Episodes episodes) {
    this.episodes = episodes;
  }

  List<Fields> of(
      OpenEpisode episode, EpisodeText text, SpokenLine spoken, Optional<ClipStore.Found> clip) {
    Line line = spoken.line();
    String key = text.generation() + "\t" + line.written() + "\t" + line.spoken();
    List<Fields> all = new ArrayList<>(byText.computeIfAbsent(key, missing -> read(text, line)));
    if (!text.content().approved().contains(line.id())) {
      Map<String, List<Fields>> editor = wrong.getOrDefault(episode.key(), Map.of());
      all.addAll(editor.getOrDefault(key(line), List.of()));
      for (Misreading it : misreadings.getOrDefault(key(spoken), List.of())) {
        Optional<Fields> remedy =
            it.entry().map(entry -> dict(entry, Message.plain(entry.reading())));
        all.add(finding("reading", WARNING, it.found()).with("remedy", remedy));
      }
    }
    clip.ifPresent(sound -> sound.remarks().forEach(it -> all.add(finding("sound", WARNING, it))));
    return all;
  }

  private static List<Fields> read(EpisodeText text, Line line) {
    Readings readings = text.stages().readings();
    List<Fields> all = new ArrayList<>();
    for (Readings.Guess guess : readings.guesses(List.of(line))) {
      ReadingEntry entry = guess.entry();
      Message message = Message.of("reading.isGuess", entry.written(), entry.reading());
      all.add(
          finding("guess", "info", message)
              .with("word", entry.written())
              .with("remedy", dict(entry, Message.of("reading.confirm", entry.reading()))));
    }
    if (line.spoken().isEmpty()) {
      for (String word : readings.vanished(line.written())) {
        Message message = Message.of("reading.dropped", word);
        all.add(finding("unreadable", WARNING, message).with("word", word));
      }
    }
    return all;
  }

  private static Fields finding(String rule, String severity, Message message) {
    return Json.with("rule", rule).with("severity", severity).with("message", message);
  }

  private static Fields dict(ReadingEntry entry, Message label) {
    return Json.with("label", label)
        .with("word", entry.written())
        .with("reading", entry.reading())
        .with("accent", entry.accent());
  }

  private static String key(Line line) {
    return line.id() + "\t" + line.written();
  }

  private static String key(SpokenLine line) {
    return line.voice().name() + "\t" + line.line().written() + "\t" + line.spoken() + line.words();
  }

  /** Begins to read a script and to listen to its lines, as far as they are not known yet. */
  void look(OpenEpisode episode, EpisodeText text) throws IOException {
    String script = Files.getLastModifiedTime(episode.post()) + text.content().text();
    if (!script.equals(given.put(episode.key(), script))) {
      reader.execute(() -> read(episode, text));
    }
    for (SpokenLine line : text.audible()) {
      if (episodes.engines().pool().isPresent()
          && misreadings.putIfAbsent(key(line), List.of()) == null) {
        episodes.queue().addLast(() -> listen(episode, text, line));
      }
    }
  }

  private void read(OpenEpisode episode, EpisodeText text) {
    Map<String, List<Fields>> fresh = new HashMap<>();
    try {
      Map<Integer, Line> lines = new HashMap<>();
      text.content().script().lines().forEach(line -> lines.put(line.fileLine(), line));
      Post post = Posts.read(episode.post());
      for (Diagnostic it : text.stages().scripts().misstatements(post, text.content())) {
        Line line = lines.get(it.line());
        if (line != null) {
          fresh
              .computeIfAbsent(key(line), any -> new ArrayList<>())
              .add(finding("narration", WARNING, it.message()));
        }
      }
    } catch (IOException | RuntimeException unreadable) {
      // The check says what is wrong with the post.
    }
    Map<String, List<Fields>> before = wrong.put(episode.key(), fresh);
    if (!fresh.isEmpty() || (before != null && !before.isEmpty())) {
      episodes.tellChanged(episode);
    }
  }

  private boolean listen(OpenEpisode episode, EpisodeText text, SpokenLine line) {
    try {
      List<Misreading> misread = ask(episodes.engines().require(), text, line);
      misreadings.put(key(line), List.copyOf(misread));
      if (!misread.isEmpty()) {
        episodes.tellLine(episode, line.line().id());
      }
      return true;
    } catch (IOException | Problem later) {
      // It is asked about when somebody opens the episode the next time; the others wait no longer.
      episodes.engines().doubt(later);
      misreadings.remove(key(line));
      return false;
    }
  }

  /** None where the engine could make nothing of the line; fails when it is away. */
  private static List<Misreading> ask(EnginePool pool, EpisodeText text, SpokenLine line)
      throws IOException {
    try {
      pool.learn(text.audible());
      List<String> phrases = pool.phrases(line);
      return text.stages().readings().misreadings(line, phrases);
    } catch (IOException strange) {
      pool.requireThere();
      return List.of();
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
    BackgroundTask.awaitEnd(reader);
  }
}
