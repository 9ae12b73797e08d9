package dev.zundacast.studio.episode;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.script.LineEdit;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.script.Scripts;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.live.Engines;
import dev.zundacast.studio.live.KnownPosts;
import dev.zundacast.studio.live.News;
import dev.zundacast.studio.live.VoiceQueue;
import dev.zundacast.studio.view.EpisodeView;
import dev.zundacast.studio.view.LineRequest;
import dev.zundacast.studio.view.LineView;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.voice.store.ClipStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;

/** The episodes of a show: what each looks like, and changes to them. */
public final class Episodes {
  private final CurrentStages stages;
  private final KnownPosts posts;
  private final News news;
  private final ScriptLocks locks;
  private final LineSounds sounds;
  private final LineViews lines;
  private final EpisodeViews views;
  private final BuiltEpisode built;
  private final LineSpeaking speaking;
  private final Map<Path, OpenEpisode> open = new ConcurrentHashMap<>();

  /** The episodes of the show that these parts are of. */
  public Episodes(
      CurrentStages stages, KnownPosts posts, Engines engines, VoiceQueue queue, News news)
      throws IOException {
    this.stages = stages;
    this.posts = posts;
    this.news = news;
    Workspace workspace = stages.get().workspace();
    this.locks = new ScriptLocks(workspace);
    this.sounds = new LineSounds(engines, ClipStore.open(workspace.clips()));
    this.lines = new LineViews(new LineFindings(), sounds);
    this.built = new BuiltEpisode(workspace);
    this.views = new EpisodeViews(lines, sounds, built);
    this.speaking = new LineSpeaking(engines, queue, sounds, this::tellLine);
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

  /** The episodes that somebody looked at. */
  public List<OpenEpisode> opened() {
    return List.copyOf(open.values());
  }

  /** The whole episode. */
  public EpisodeView view(OpenEpisode episode) throws IOException {
    return views.of(episode, List.of());
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

  /**
   * Changes a line of the script.
   *
   * @throws StaleEdit when the line is no longer what the change began with
   */
  public LineView edit(OpenEpisode episode, String id, LineRequest request) throws IOException {
    locks.hold(
        episode.post(),
        () -> {
          LineView now = line(episode, id);
          if (!request.base().isEmpty() && !request.base().equals(now.source())) {
            throw new StaleEdit(now);
          }
          LineEdit edit = request.edit(lineOf(episode, id));
          Scripts scripts = stages.get().scripts();
          scripts.save(scripts.edit(episode.script(), List.of(id), edit));
          return true;
        });
    tellEpisode(episode);
    return line(episode, id);
  }

  private static Line lineOf(OpenEpisode episode, String id) throws IOException {
    return episode
        .requireText()
        .content()
        .script()
        .lines()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Changes the script as a whole, and shows what came of it. */
  public EpisodeView change(OpenEpisode episode, IoFunction<Scripts, ScriptUpdate> change)
      throws IOException {
    ScriptUpdate update =
        locks.hold(
            episode.post(),
            () -> {
              Scripts scripts = stages.get().scripts();
              ScriptUpdate made = change.apply(scripts);
              scripts.save(made);
              return made;
            });
    tellEpisode(episode);
    return views.of(episode, update.notes());
  }

  /** Takes the last change of the script back. */
  public EpisodeView undo(OpenEpisode episode) throws IOException {
    return back(
        episode,
        scripts -> {
          ScriptUpdate back = scripts.beforeLastChange(episode.script());
          scripts.takeBack(back);
          return back;
        });
  }

  /** Does a change again that was taken back. */
  public EpisodeView redo(OpenEpisode episode) throws IOException {
    return back(
        episode,
        scripts -> {
          ScriptUpdate again = scripts.afterTakenBack(episode.script());
          scripts.bringBack(again);
          return again;
        });
  }

  private EpisodeView back(OpenEpisode episode, IoFunction<Scripts, ScriptUpdate> step)
      throws IOException {
    ScriptUpdate done = locks.hold(episode.post(), () -> step.apply(stages.get().scripts()));
    tellEpisode(episode);
    return views.of(episode, done.notes());
  }

  /** Has a line spoken; done when the result says whether it could be. */
  public FutureTask<Boolean> speak(OpenEpisode episode, String id, VoiceQueue.Urgency urgency)
      throws IOException {
    return speaking.speak(episode, id, urgency);
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

  /** Tells everybody that the episode is no longer what it was. */
  public void tellEpisode(OpenEpisode episode) {
    news.tell("episode", new Changed(episode.key(), episode.changed()));
  }
}
