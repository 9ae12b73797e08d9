package dev.zundacast.studio.episode;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.studio.CurrentStages;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.EventBus;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.voice.ClipStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The episodes of a show, with what speaks, draws and shows them. */
public final class Episodes implements Closeable {
  /** What an address holds without being written otherwise. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]*");

  private static final String POSTS = "_posts";
  private static final int DIGEST = 16;

  private final CurrentStages stages;
  private final Path root;
  private final EventBus events;
  private final LineSounds sounds;
  private final BuiltEpisode built;
  private final EpisodeJson json;
  private final LineSpeaking speaking;
  private final LineFindings findings;
  private final Map<Path, OpenEpisode> open = new ConcurrentHashMap<>();
  private Map<String, Path> posts = Map.of();

  /** The episodes of the show that these parts are of. */
  public Episodes(
      CurrentStages stages,
      ShowFolder show,
      EngineKeeper engines,
      VoiceQueue queue,
      EventBus events)
      throws IOException {
    this.stages = stages;
    this.root = show.root();
    this.events = events;
    Workspace workspace = stages().workspace();
    this.sounds = new LineSounds(engines, ClipStore.open(workspace.clips()));
    this.findings = new LineFindings(engines, queue, this);
    this.built = new BuiltEpisode(workspace, sounds);
    this.json = new EpisodeJson(findings, sounds, built, engines);
    this.speaking = new LineSpeaking(engines, queue, sounds, this);
  }

  /** All posts as they are on disk now by the keys that the page calls them by, newest first. */
  public synchronized Map<String, Path> posts() throws IOException {
    List<Path> files = PostFiles.readable(root);
    List<Path> ordered = PostFiles.latest(files, files.size());
    Map<String, Path> fresh = new LinkedHashMap<>();
    for (int i = ordered.size() - 1; i >= 0; i--) {
      fresh.put(key(ordered.get(i)), ordered.get(i));
    }
    posts = fresh;
    return fresh;
  }

  /** What the page calls a post. */
  public String key(Path post) {
    Path folder = post.startsWith(root.resolve(POSTS)) ? root.resolve(POSTS) : root;
    String name = folder.relativize(post).toString().replace('\\', '/').replace('/', ':');
    return PLAIN.matcher(name).matches() ? name : new Digest().add(name).hex().substring(0, DIGEST);
  }

  /**
   * The episode with this key.
   *
   * @throws Problem when no post has it
   */
  public synchronized OpenEpisode open(String key) throws IOException {
    Path post = posts.containsKey(key) ? posts.get(key) : posts().get(key);
    if (post == null) {
      throw Problem.input(Message.of("studio.thereNoSuchPost"));
    }
    OpenEpisode known = open.get(post);
    if (known == null) {
      known = new OpenEpisode(key, post, this);
      open.put(post, known);
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

  /** The stages as they are now. */
  public Stages stages() throws IOException {
    return generation().stages();
  }

  /** The same with the number of the reading lists' state. */
  public CurrentStages.Generation generation() throws IOException {
    return stages.generation();
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

  /** What differs from the post and from the last build. */
  public BuiltEpisode built() {
    return built;
  }

  /** The wave form of the sound with this name. */
  public Optional<int[]> peaks(String identity) throws IOException {
    return sounds.peaks(identity);
  }

  /** The sound with this name, empty where there is none. */
  public Optional<Path> clip(String identity) throws IOException {
    return sounds.find(identity).map(found -> found.clip().wav());
  }

  /** Tells everybody how a line stands now. */
  void tellLine(OpenEpisode episode, String id) {
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
