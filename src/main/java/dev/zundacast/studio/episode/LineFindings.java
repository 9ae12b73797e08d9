package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.post.Posts;
import dev.zundacast.reading.Misreading;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.Readings.Guess;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.Sentence;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a person should look at in a line: guesses, words that vanish, doubtful sounds, and what the
 * engine misreads. It is asked about line after line, whenever it has nothing else to do, so that
 * these are marked before anybody hears them.
 */
final class LineFindings implements Closeable {
  private static final String WARNING = "warning";

  private final Map<String, List<Fields>> byText = new ConcurrentHashMap<>();
  private final ExecutorService reader = BackgroundTask.pool("editor", 1);
  private final Map<String, Read> read = new ConcurrentHashMap<>();
  private final Set<String> reading = ConcurrentHashMap.newKeySet();
  private final Consumer<OpenEpisode> readBeside;
  private final Map<String, List<Misreading>> misreadings = new ConcurrentHashMap<>();
  private final EngineKeeper engines;
  private final VoiceQueue queue;
  private final BiConsumer<OpenEpisode, String> found;
  private final Set<String> listening = ConcurrentHashMap.newKeySet();

  /**
   * @param found hears of each line that the engine misreads
   * @param readBeside hears of each episode in which the copy editor finds something else
   */
  LineFindings(
      EngineKeeper engines,
      VoiceQueue queue,
      BiConsumer<OpenEpisode, String> found,
      Consumer<OpenEpisode> readBeside) {
    this.readBeside = readBeside;
    this.engines = engines;
    this.queue = queue;
    this.found = found;
  }

  /** What is known of a line. */
  List<Fields> of(
      OpenEpisode episode, EpisodeText text, SpokenLine line, Optional<ClipStore.Found> clip)
      throws IOException {
    String key = text.generation() + "\t" + line.line().written() + "\t" + line.line().spoken();
    List<Fields> all =
        new ArrayList<>(byText.computeIfAbsent(key, missing -> read(text, line.line())));
    all.addAll(wrong(episode, text, line.line()));
    if (!text.content().approved().contains(line.line().id())) {
      misreadings.getOrDefault(key(line), List.of()).forEach(it -> all.add(misread(it)));
    }
    clip.ifPresent(
        sound -> sound.remarks().forEach(it -> all.add(finding("sound", WARNING, it, null, null))));
    return all;
  }

  private static List<Fields> read(EpisodeText text, Line line) {
    List<Fields> all = new ArrayList<>();
    for (Guess guess : text.stages().readings().guesses(List.of(line))) {
      ReadingEntry entry = guess.entry();
      String message = "'" + entry.written() + "' is read " + entry.reading() + ", a guess";
      all.add(
          finding(
              "guess",
              "info",
              message,
              entry.written(),
              dict(entry, "confirm " + entry.reading())));
    }
    if (line.spoken().isEmpty()) {
      for (String word : text.stages().readings().vanished(line.written())) {
        String message = "engines drop '" + word + "'; give it a reading";
        all.add(finding("unreadable", WARNING, message, word, null));
      }
    }
    return all;
  }

  /**
   * What the copy editor said of a script, by its lines as they were then. It takes a second, so it
   * reads in the background.
   */
  private record Read(String script, FileTime post, Map<String, List<Fields>> found) {}

  private List<Fields> wrong(OpenEpisode episode, EpisodeText text, Line line) throws IOException {
    FileTime post = Files.getLastModifiedTime(episode.post());
    Read known = read.get(episode.key());
    boolean isNew =
        known == null
            || !known.script().equals(text.content().text())
            || !known.post().equals(post);
    if (isNew && reading.add(episode.key())) {
      reader.execute(() -> read(episode, text, post));
    }
    return known == null || text.content().approved().contains(line.id())
        ? List.of()
        : known.found().getOrDefault(key(line), List.of());
  }

  private void read(OpenEpisode episode, EpisodeText text, FileTime time) {
    Map<String, List<Fields>> found = new HashMap<>();
    try {
      Map<Integer, Line> lines = new HashMap<>();
      text.content().script().lines().forEach(line -> lines.put(line.fileLine(), line));
      Post post = Posts.read(episode.post());
      for (Diagnostic it : text.stages().scripts().misstatements(post, text.content())) {
        Optional.ofNullable(lines.get(it.line()))
            .ifPresent(
                line ->
                    found
                        .computeIfAbsent(key(line), any -> new ArrayList<>())
                        .add(finding("narration", WARNING, it.message(), null, null)));
      }
    } catch (IOException | RuntimeException unreadable) {
      // The check says what is wrong with the post.
    }
    Read before = read.put(episode.key(), new Read(text.content().text(), time, found));
    reading.remove(episode.key());
    if (!found.isEmpty() || (before != null && !before.found().isEmpty())) {
      readBeside.accept(episode);
    }
  }

  private static String key(Line line) {
    return line.id() + "\t" + line.written();
  }

  @Override
  public void close() {
    reader.shutdownNow();
    BackgroundTask.awaitEnd(reader);
  }

  private static Fields finding(
      String rule,
      String severity,
      String message,
      @Nullable String word,
      @Nullable Fields remedy) {
    return Json.with("rule", rule)
        .with("severity", severity)
        .with("message", new Sentence(message))
        .with("word", word)
        .with("remedy", remedy);
  }

  private static Fields remedy(String label, String action, String value) {
    return Json.with("label", new Sentence(label)).with("action", action).with("value", value);
  }

  private static Fields dict(ReadingEntry entry, String label) {
    String accent = entry.accent().isPresent() ? "" + entry.accent().getAsInt() : "";
    return remedy(label, "dict", entry.written() + "\t" + entry.reading() + "\t" + accent);
  }

  private static Fields misread(Misreading it) {
    Fields remedy = it.entry().map(entry -> dict(entry, entry.reading())).orElse(null);
    return finding("reading", WARNING, it.found(), null, remedy);
  }

  private static String key(SpokenLine line) {
    return line.voice().name() + "\t" + line.line().written() + "\t" + line.spoken() + line.words();
  }

  /** Begins to listen to the lines that it does not know yet, unless it is at it. */
  void listen(OpenEpisode episode) {
    if (engines.pool().isPresent() && listening.add(episode.key())) {
      next(episode);
    }
  }

  private void next(OpenEpisode episode) {
    queue.addLast(() -> step(episode));
  }

  private boolean step(OpenEpisode episode) {
    boolean more = false;
    try {
      more = listenToOne(episode);
    } catch (IOException | Problem later) {
      // It is looked at again when somebody opens the episode the next time.
    } finally {
      if (more) {
        next(episode);
      } else {
        listening.remove(episode.key());
      }
    }
    return more;
  }

  /** Whether there was a line to listen to. */
  private boolean listenToOne(OpenEpisode episode) throws IOException {
    Optional<EpisodeText> text = episode.text();
    Optional<EnginePool> pool = engines.pool();
    if (text.isEmpty() || pool.isEmpty()) {
      return false;
    }
    Optional<SpokenLine> line =
        text.get().audible().stream().filter(it -> !misreadings.containsKey(key(it))).findFirst();
    if (line.isEmpty()) {
      return false;
    }
    List<Misreading> misread = ask(pool.get(), text.get(), line.get());
    misreadings.put(key(line.get()), List.copyOf(misread));
    if (!misread.isEmpty()) {
      found.accept(episode, line.get().line().id());
    }
    return true;
  }

  /** None where the engine could make nothing of the line; fails when it is away. */
  private static List<Misreading> ask(EnginePool pool, EpisodeText text, SpokenLine line)
      throws IOException {
    try {
      pool.learn(text.audible());
      List<String> phrases = pool.phrases(line, text.stages().readings().review());
      return text.stages().readings().misreadings(line, phrases);
    } catch (IOException strange) {
      pool.requireThere();
      return List.of();
    }
  }
}
