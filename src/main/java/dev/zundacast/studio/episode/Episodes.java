package dev.zundacast.studio.episode;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.live.Engines;
import dev.zundacast.studio.live.KnownPosts;
import dev.zundacast.studio.live.News;
import dev.zundacast.studio.live.VoiceQueue;
import dev.zundacast.studio.view.EpisodeView;
import dev.zundacast.studio.view.LineView;
import dev.zundacast.voice.store.ClipStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The episodes of a show: what each looks like, and changes to them. */
public final class Episodes implements Closeable {
  private final CurrentStages stages;
  private final KnownPosts posts;
  private final News news;
  private final LineSounds sounds;
  private final LineViews lines;
  private final EpisodeViews views;
  private final BuiltEpisode built;
  private final LineSpeaking speaking;
  private final ScriptEditor editor;
  private final LineKana kana;
  private final WordSounds words;
  private final EpisodeDiff diff;
  private final EpisodePeaks peaks;
  private final LineListening listening;
  private final Map<Path, OpenEpisode> open = new ConcurrentHashMap<>();

  /** The episodes of the show that these parts are of. */
  public Episodes(
      CurrentStages stages,
      KnownPosts posts,
      Engines engines,
      VoiceQueue queue,
      ScriptLocks locks,
      News news)
      throws IOException {
    this.stages = stages;
    this.posts = posts;
    this.news = news;
    Workspace workspace = stages.get().workspace();
    this.sounds = new LineSounds(engines, ClipStore.open(workspace.clips()));
    LineFindings findings = new LineFindings();
    this.listening = new LineListening(engines, queue, findings, this::tellLine);
    this.lines = new LineViews(findings, sounds);
    this.built = new BuiltEpisode(workspace);
    this.views = new EpisodeViews(lines, sounds, built, engines.pace());
    this.speaking = new LineSpeaking(engines, queue, sounds, this::tellLine);
    this.editor = new ScriptEditor(this, stages, locks);
    this.kana = new LineKana(engines);
    this.words = new WordSounds(stages, engines, queue, sounds);
    this.diff = new EpisodeDiff(built);
    this.peaks = new EpisodePeaks(sounds, built, workspace.out().resolve("peaks"));
  }

  private record Changed(String key, long revision) {}

  private record ChangedLine(String key, LineView line) {}

  /**
   * The episode with this key.
   *
   * @throws Problem when no post has it
   */
  public OpenEpisode open(String key) throws IOException {
    Path post =
        posts
            .find(key)
            .orElseThrow(() -> Problem.of(Problem.Kind.INPUT, "there is no such post here"));
    OpenEpisode known = open.get(post);
    if (known == null) {
      known = new OpenEpisode(posts.key(post), post, stages);
      OpenEpisode other = open.putIfAbsent(post, known);
      known = other == null ? known : other;
    }
    return known;
  }

  /** The whole episode. */
  public EpisodeView view(OpenEpisode episode) throws IOException {
    EpisodeView view = views.of(episode, List.of());
    listening.begin(episode);
    return view;
  }

  /** One line of an episode. */
  public LineView line(OpenEpisode episode, String id) throws IOException {
    EpisodeText text = episode.requireText();
    Line line =
        text.content()
            .script()
            .lines()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.of(Problem.Kind.INPUT, "the script has no line " + id));
    return lineView(episode, text, line);
  }

  private LineView lineView(OpenEpisode episode, EpisodeText text, Line line) throws IOException {
    Map<String, ClipStore.Found> clip =
        text.spoken().get(line.id()) == null
            ? Map.of()
            : sounds
                .of(text, episode.memory(), text.spoken().get(line.id()))
                .map(found -> Map.of(line.id(), found))
                .orElse(Map.of());
    return lines.of(new LineViews.Whole(episode, text, clip, built.of(episode)), line);
  }

  /** Changes the scripts. */
  public ScriptEditor editor() {
    return editor;
  }

  /** Has lines spoken. */
  public LineSpeaking speaking() {
    return speaking;
  }

  /** The moras of lines with their accents. */
  public LineKana kana() {
    return kana;
  }

  /** How words sound. */
  public WordSounds words() {
    return words;
  }

  /** What differs from the post and from the last build. */
  public EpisodeDiff diff() {
    return diff;
  }

  /** The wave forms of sounds. */
  public EpisodePeaks peaks() {
    return peaks;
  }

  /** The whole episode, after something was done. */
  EpisodeView view(OpenEpisode episode, List<String> did) throws IOException {
    return views.of(episode, did);
  }

  /** The lines that have no sound yet. */
  public List<String> missing(OpenEpisode episode) throws IOException {
    EpisodeText text = episode.requireText();
    Set<String> there = sounds.of(text, episode.memory()).keySet();
    return text.audible().stream()
        .map(line -> line.line().id())
        .filter(id -> !there.contains(id))
        .toList();
  }

  /** Marks lines to be looked at again. */
  public void mark(OpenEpisode episode, Set<String> ids) {
    episode.memory().mark(ids);
    tellEpisode(episode);
  }

  /** Takes the marks of lines away. */
  public void unmark(OpenEpisode episode, Set<String> ids) {
    episode.memory().unmark(ids);
    tellEpisode(episode);
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
      news.tell("line", new ChangedLine(episode.key(), line(episode, id)));
    } catch (IOException | Problem gone) {
      tellEpisode(episode);
    }
  }

  /** A reading list was changed: lines of any episode may be read otherwise. */
  public void readingsChanged() {
    tellUnannounced();
    news.tell("show", Map.of());
  }

  /** Tells everybody of the episodes whose scripts or readings were changed outside. */
  public void tellUnannounced() {
    for (OpenEpisode episode : open.values()) {
      if (episode.isUnannounced()) {
        tellEpisode(episode);
      }
    }
  }

  /** Tells everybody that the episode is no longer what it was. */
  public void tellEpisode(OpenEpisode episode) {
    episode.announce();
    news.tell("episode", new Changed(episode.key(), episode.changed()));
  }

  /** Writes what is remembered. */
  @Override
  public void close() {
    open.values().forEach(episode -> episode.memory().flush());
  }
}
