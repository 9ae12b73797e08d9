package dev.zundacast.studio.episode;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.script.LineEdit;
import dev.zundacast.script.ScriptChange;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.script.Scripts;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.view.EpisodeView;
import dev.zundacast.studio.view.LineRequest;
import dev.zundacast.studio.view.LineView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes to scripts, each as a command would make it, and each of which can be taken back. */
public final class ScriptEditor {
  private final Episodes episodes;
  private final CurrentStages stages;
  private final ScriptLocks locks;

  ScriptEditor(Episodes episodes, CurrentStages stages, ScriptLocks locks) {
    this.episodes = episodes;
    this.stages = stages;
    this.locks = locks;
  }

  /**
   * Changes one line.
   *
   * @throws StaleEdit when the line is no longer what the change began with
   */
  public LineView edit(OpenEpisode episode, String id, LineRequest request) throws IOException {
    locks.hold(
        episode.post(),
        () -> {
          LineView now = episodes.line(episode, id);
          if (!request.base().isEmpty() && !request.base().equals(now.source())) {
            throw new StaleEdit(now);
          }
          keepSound(episode, id, now);
          return save(episode, id, request.edit(line(episode, id)));
        });
    episodes.tellEpisode(episode);
    return episodes.line(episode, id);
  }

  /**
   * Remembers the sound before a change, which a build may have made, to be heard beside the new.
   */
  private static void keepSound(OpenEpisode episode, String id, LineView now) throws IOException {
    String clip = now.clip();
    Long millis = now.millis();
    SpokenLine line = episode.requireText().spoken().get(id);
    if (clip != null && millis != null && line != null && isNew(episode, id, clip)) {
      episode.memory().add(id, Take.of(line, clip, millis));
    }
  }

  private static boolean isNew(OpenEpisode episode, String id, String clip) {
    return episode.memory().takes(id).stream().noneMatch(take -> take.clip().equals(clip));
  }

  private ScriptUpdate save(OpenEpisode episode, String id, LineEdit edit) throws IOException {
    Scripts scripts = stages.get().scripts();
    ScriptUpdate update =
        scripts.edit(episode.script(), List.of(id), edit).withNotes(List.of(id + " changed"));
    scripts.save(update);
    return update;
  }

  private static SpokenLine line(OpenEpisode episode, String id) throws IOException {
    return Optional.ofNullable(episode.requireText().spoken().get(id)).orElseThrow();
  }

  /** Puts back what the script said when a sound was made. */
  public LineView take(OpenEpisode episode, String id, String clip) throws IOException {
    Take take =
        episode.memory().takes(id).stream()
            .filter(it -> it.clip().equals(clip))
            .findFirst()
            .orElseThrow(() -> Problem.of(Problem.Kind.INPUT, "this sound of " + id + " is gone"));
    LineEdit edit =
        new LineEdit(
            Optional.of(take.written()),
            Optional.of(take.spoken()),
            Optional.of(take.speaker()),
            Optional.of(take.overrides()),
            LineEdit.OtherOverrides.GOES,
            Optional.empty());
    locks.hold(episode.post(), () -> save(episode, id, edit));
    episodes.tellEpisode(episode);
    return episodes.line(episode, id);
  }

  /**
   * Lines that a change made.
   *
   * @param episode as it is now
   * @param added ids of its new lines
   */
  public record Changed(EpisodeView episode, List<String> added) {}

  /** Changes lines or sections. */
  public Changed change(OpenEpisode episode, ScriptChange change) throws IOException {
    Set<String> before = new LinkedHashSet<>(episode.requireText().spoken().keySet());
    ScriptUpdate update =
        locks.hold(
            episode.post(),
            () -> {
              Scripts scripts = stages.get().scripts();
              ScriptUpdate made = scripts.change(episode.script(), change);
              for (String id : change.heardOtherwise()) {
                keepSound(episode, id, episodes.line(episode, id));
              }
              scripts.save(made);
              return made;
            });
    episodes.tellEpisode(episode);
    List<String> added =
        update.script().lines().map(Line::id).filter(id -> !before.contains(id)).toList();
    return new Changed(episodes.view(episode, update.notes()), added);
  }

  /**
   * Has a word read like this in some lines alone.
   *
   * @param ids the lines, empty for all of the episode in which it stands but those approved
   */
  public void read(OpenEpisode episode, Optional<List<String>> ids, String word, String reading)
      throws IOException {
    List<String> lines = ids.isPresent() ? ids.get() : found(episode, word).lines();
    if (lines.isEmpty()) {
      throw Problem.of(Problem.Kind.INPUT, "'" + word + "' stands in no line that is not approved");
    }
    change(episode, new ScriptChange.Read(lines, word, reading));
  }

  /**
   * Where a text stands.
   *
   * @param lines those in which it may be replaced
   * @param approved those that stay as they are
   */
  public record Found(int count, List<String> lines, int approved) {}

  /** Where this text stands. */
  public Found found(OpenEpisode episode, String text) throws IOException {
    List<String> lines = new ArrayList<>(find(episode, text));
    int all = lines.size();
    lines.removeAll(episode.requireText().content().approved());
    return new Found(lines.size(), lines, all - lines.size());
  }

  /** The lines in whose written text this stands. */
  private List<String> find(OpenEpisode episode, String text) throws IOException {
    return stages.get().scripts().find(episode.script(), text);
  }

  /** Takes the last change of the script back, or does one again that was taken back. */
  public EpisodeView step(OpenEpisode episode, Scripts.Step step) throws IOException {
    ScriptUpdate done =
        locks.hold(
            episode.post(),
            () -> {
              Scripts scripts = stages.get().scripts();
              ScriptUpdate update = scripts.after(step, episode.script());
              scripts.take(step, update);
              return update;
            });
    episodes.tellEpisode(episode);
    return episodes.view(episode, done.notes());
  }
}
