package dev.zundacast.studio.show;

import dev.zundacast.episode.Problem;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.episode.ScriptLocks;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.live.Engines;
import dev.zundacast.studio.live.Job;
import dev.zundacast.studio.live.Jobs;
import dev.zundacast.studio.live.KnownPosts;
import dev.zundacast.studio.view.CheckView;
import dev.zundacast.studio.view.DictionaryView;
import dev.zundacast.studio.view.JobView;
import dev.zundacast.studio.view.PublishView;
import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Work on one or several episodes of a show, and what is to be known before it is begun. */
public final class ShowWork {
  private final Jobs jobs;
  private final Episodes episodes;
  private final EpisodeBuilding building;
  private final Publishing publishing;
  private final Checking checking;
  private final Filling filling;
  private final WordLists words;

  /** Work on this show. */
  public ShowWork(
      StudioSite site,
      CurrentStages stages,
      KnownPosts posts,
      Engines engines,
      Episodes episodes,
      ScriptLocks locks,
      Checking checking,
      Jobs jobs) {
    this.jobs = jobs;
    this.episodes = episodes;
    this.building = new EpisodeBuilding(stages, engines, episodes, locks, site.build());
    this.publishing = new Publishing(site, stages, episodes, checking);
    this.checking = checking;
    this.filling = new Filling(site, posts);
    this.words = new WordLists(stages, posts, engines.pace(), site.workspace().out());
  }

  /**
   * Begins work on posts.
   *
   * @param what build, publish, check or fill
   * @return its id
   * @throws Problem when it has another name, or names no post
   */
  public String start(String what, List<String> keys) {
    IoFunction<Job, String> work =
        switch (what) {
          case "build" -> building::run;
          case "publish" -> publishing::run;
          case "check" -> checking::run;
          case "fill" -> filling::run;
          default -> throw Problem.of(Problem.Kind.USAGE, "there is no work '" + what + "'");
        };
    if (keys.isEmpty()) {
      throw Problem.of(Problem.Kind.USAGE, "no post was named");
    }
    return jobs.start(what, keys, work).view().job();
  }

  /** What building these posts would change. */
  public JobView.Plan plan(List<String> keys) throws IOException {
    return building.plan(keys);
  }

  /** What should not be published of an episode as it is. */
  public CheckView check(OpenEpisode episode) throws IOException {
    return checking.of(episode.key(), episode.post());
  }

  /** What stands between an episode and its listeners. */
  public PublishView publish(OpenEpisode episode) throws IOException {
    return publishing.sheet(episode);
  }

  /** The words of the reading lists. */
  public DictionaryView words() throws IOException {
    return words.all();
  }

  /** Takes the last change of the reading lists back, and tells its words. */
  public String undoWords() throws IOException {
    String words = this.words.undo();
    episodes.readingsChanged();
    return words;
  }

  /** Does the change of the reading lists again that was taken back last, and tells its words. */
  public String redoWords() throws IOException {
    String words = this.words.redo();
    episodes.readingsChanged();
    return words;
  }

  /** What a change of the reading lists would change. */
  public DictionaryView.Impact impact(DictionaryView.Request request) throws IOException {
    return words.impact(request);
  }

  /** Changes a reading list, or the lines that the change is for alone. */
  public DictionaryView change(DictionaryView.Request request) throws IOException {
    Optional<DictionaryView.Only> only =
        Optional.ofNullable(request.only()).filter(it -> it.key() != null);
    if (only.isPresent()) {
      String key = String.valueOf(only.get().key());
      List<String> ids = only.get().ids();
      String word = String.valueOf(request.word());
      String reading = String.valueOf(request.reading());
      episodes.editor().read(episodes.open(key), Optional.ofNullable(ids), word, reading);
    } else {
      words.change(request);
      episodes.readingsChanged();
    }
    return words.all();
  }
}
