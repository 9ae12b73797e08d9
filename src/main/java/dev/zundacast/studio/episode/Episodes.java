package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.studio.CurrentStages;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.EventBus;
import dev.zundacast.studio.KnownPosts;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.voice.ClipStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The episodes of a show, with what speaks, draws and shows them. */
public final class Episodes implements Closeable {
  private final CurrentStages stages;
  private final KnownPosts posts;
  private final EventBus events;
  private final LineSounds sounds;
  private final BuiltEpisode built;
  private final EpisodeJson json;
  private final LineSpeaking speaking;
  private final LineKana kana;
  private final EpisodePeaks peaks;
  private final LineFindings findings;
  private final Map<Path, OpenEpisode> open = new ConcurrentHashMap<>();

  /** The episodes of the show that these parts are of. */
  public Episodes(
      CurrentStages stages,
      KnownPosts posts,
      EngineKeeper engines,
      VoiceQueue queue,
      EventBus events)
      throws IOException {
    this.stages = stages;
    this.posts = posts;
    this.events = events;
    Workspace workspace = stages.get().workspace();
    this.sounds = new LineSounds(engines, ClipStore.open(workspace.clips()));
    this.findings = new LineFindings(engines, queue, this::tellLine, this::tellChanged);
    this.built = new BuiltEpisode(workspace);
    this.json = new EpisodeJson(findings, sounds, built, engines);
    this.speaking = new LineSpeaking(stages, engines, queue, sounds, this::tellLine);
    this.kana = new LineKana(engines);
    this.peaks = new EpisodePeaks(sounds, built);
  }

  /**
   * The episode with this key.
   *
   * @throws Problem when no post has it
   */
  public OpenEpisode open(String key) throws IOException {
    Path post = posts.find(key).orElseThrow(() -> Problem.input("there is no such post here"));
    OpenEpisode known = open.get(post);
    if (known == null) {
      known = new OpenEpisode(posts.key(post), post, this);
      OpenEpisode other = open.putIfAbsent(post, known);
      known = other == null ? known : other;
    }
    return known;
  }

  /** An episode that somebody looks at, whose lines the engine is asked about from now on. */
  public Fields look(OpenEpisode episode) throws IOException {
    Optional<EpisodeText> text = episode.text();
    if (text.isPresent()) {
      findings.look(episode, text.get());
    }
    return episode.view();
  }

  CurrentStages stages() {
    return stages;
  }

  LineSounds sounds() {
    return sounds;
  }

  EpisodeJson json() {
    return json;
  }

  /** Has lines, words and voices spoken. */
  public LineSpeaking speaking() {
    return speaking;
  }

  /** The moras of lines with their accents. */
  public LineKana kana() {
    return kana;
  }

  /** What differs from the post and from the last build. */
  public BuiltEpisode built() {
    return built;
  }

  /** The wave forms of sounds. */
  public EpisodePeaks peaks() {
    return peaks;
  }

  /** The sound with this name, empty where there is none. */
  public Optional<Path> clip(String identity) throws IOException {
    return sounds.find(identity).map(found -> found.clip().wav());
  }

  /** The MP3 of an episode, empty where none was built. */
  public Optional<Path> mp3(OpenEpisode episode) throws IOException {
    return built.of(episode).map(BuiltEpisode.Built::mp3);
  }

  private void tellLine(OpenEpisode episode, String id) {
    try {
      events.tell("line", Json.with("key", episode.key()).with("line", episode.line(id)));
    } catch (IOException | Problem gone) {
      tell(episode);
    }
  }

  /** A reading list was changed: lines of any episode may be read otherwise. */
  public void readingsChanged() {
    tellUnannounced();
    events.tell("show", Map.of());
  }

  /** Tells everybody of the episodes whose scripts or readings were changed outside. */
  public void tellUnannounced() {
    for (OpenEpisode episode : open.values()) {
      if (episode.isUnannounced()) {
        tell(episode);
      }
    }
  }

  /** Tells everybody that the episode is no longer what it was, as it is on disk now. */
  public void tell(OpenEpisode episode) {
    episode.announce();
    tellChanged(episode);
  }

  void tellChanged(OpenEpisode episode) {
    events.tell("episode", Json.with("key", episode.key()));
  }

  /** Writes what is remembered. */
  @Override
  public void close() {
    findings.close();
    open.values().forEach(episode -> episode.memory().flush());
  }
}
