package dev.zundacast.studio.episode;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.EventBus;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.tasks.RecentlyUsed;
import dev.zundacast.voice.ClipStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The episodes of a show, with what speaks, draws and shows them. */
public final class Episodes implements Closeable {
  /** What an address holds without being written otherwise. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]*");

  private static final String POSTS = "_posts";
  private static final int DIGEST = 16;

  /** The tables of a voices folder lie one folder down. */
  private static final int DEPTH = 2;

  private final StudioSite site;
  private final EngineKeeper engines;
  private final VoiceQueue queue;
  private final EventBus events;
  private final LineSounds sounds;
  private final BuiltEpisode built;
  private final LineFindings findings;
  private final Map<Path, OpenEpisode> open = new ConcurrentHashMap<>();
  private Map<String, Path> posts = Map.of();
  private Generation now;
  private String readFrom;

  /** The stages as they are; the number counts up when lines may be read otherwise than before. */
  public record Generation(Stages stages, int number) {}

  /** The episodes of this show; a problem where a voice file or the reading list is wrong. */
  public Episodes(StudioSite site, EngineKeeper engines, VoiceQueue queue, EventBus events)
      throws IOException {
    this.site = site;
    this.engines = engines;
    this.queue = queue;
    this.events = events;
    this.now = new Generation(Stages.open(site.workspace()).current(), 1);
    this.readFrom = voicesAndReadings();
    this.sounds = new LineSounds(engines, ClipStore.open(site.workspace().clips()));
    this.built =
        new BuiltEpisode(site.workspace(), sounds, RecentlyUsed.map(RecentlyUsed.EPISODES));
    this.findings = new LineFindings(this);
  }

  /** All posts as they are on disk now by the keys that the page calls them by, newest first. */
  public synchronized Map<String, Path> posts() throws IOException {
    List<Path> files = PostFiles.readable(site.show().root());
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
    Path root = site.show().root();
    Path folder = post.startsWith(root.resolve(POSTS)) ? root.resolve(POSTS) : root;
    String name = folder.relativize(post).toString().replace('\\', '/').replace('/', ':');
    return PLAIN.matcher(name).matches() ? name : new Digest().add(name).hex().substring(0, DIGEST);
  }

  /** The episode with this key; a problem where no post has it. */
  public synchronized OpenEpisode open(String key) throws IOException {
    Path post = posts.containsKey(key) ? posts.get(key) : posts().get(key);
    if (post == null) {
      throw Problem.input("studio.noPost");
    }
    if (!open.containsKey(post)) {
      open.put(post, new OpenEpisode(key, post, this));
    }
    return Objects.requireNonNull(open.get(post));
  }

  /** An episode that somebody looks at, whose lines the engine is asked about from now on. */
  public Json.Fields look(OpenEpisode episode) throws IOException {
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

  /**
   * The same with their number; a reading list, voice, template or table that was changed is read
   * again.
   */
  public synchronized Generation generation() throws IOException {
    String files = voicesAndReadings();
    if (!files.equals(readFrom)) {
      now = new Generation(now.stages().current(), now.number() + 1);
      readFrom = files;
    }
    return now;
  }

  /** When each of these files was changed last, and how long it is. */
  private String voicesAndReadings() throws IOException {
    List<Path> all = new ArrayList<>(site.workspace().readings());
    for (Path folder : site.workspace().voices()) {
      all.addAll(SafePath.below(folder, DEPTH));
    }
    return Workspace.stamp(all);
  }

  /** The sounds of lines. */
  public LineSounds sounds() {
    return sounds;
  }

  LineFindings findings() {
    return findings;
  }

  /** The show that they are of. */
  public StudioSite site() {
    return site;
  }

  /** What speaks. */
  public EngineKeeper engines() {
    return engines;
  }

  /** What waits for that. */
  public VoiceQueue queue() {
    return queue;
  }

  /** Has lines, words and voices spoken. */
  public LineSpeaking speaking() {
    return new LineSpeaking(this);
  }

  /** What differs from the post and from the last build. */
  public BuiltEpisode built() {
    return built;
  }

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
    tellShow();
  }

  /** Tells everybody that the list of the episodes is no longer what it was. */
  public void tellShow() {
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
