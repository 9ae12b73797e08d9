package dev.zundacast.studio.episode;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.studio.episode.OpenEpisode.Pending;
import dev.zundacast.studio.live.Engines;
import dev.zundacast.studio.live.VoiceQueue;
import dev.zundacast.studio.view.KanaView;
import dev.zundacast.studio.view.LineView;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;

/** Has lines spoken, one after the other, and tells how each stands. */
public final class LineSpeaking {
  private final Engines engines;
  private final VoiceQueue queue;
  private final LineSounds sounds;
  private final BiConsumer<OpenEpisode, String> changed;

  /**
   * @param changed hears of each line that stands otherwise than before
   */
  LineSpeaking(
      Engines engines,
      VoiceQueue queue,
      LineSounds sounds,
      BiConsumer<OpenEpisode, String> changed) {
    this.engines = engines;
    this.queue = queue;
    this.sounds = sounds;
    this.changed = changed;
  }

  /** Puts a line into the queue. */
  public FutureTask<Boolean> speak(OpenEpisode episode, String id, VoiceQueue.Urgency urgency)
      throws IOException {
    SpokenLine line = line(episode, id);
    set(episode, id, new Pending(LineView.State.WAITING, LineViews.said(line), ""));
    return queue.add(urgency, episode.key() + " " + id, () -> now(episode, id));
  }

  /** Puts a line into the queue, whose end nobody waits for. */
  public void enqueue(OpenEpisode episode, String id, VoiceQueue.Urgency urgency)
      throws IOException {
    FutureTask<Boolean> later = speak(episode, id, urgency);
    assert !later.isCancelled();
  }

  /**
   * Has a line spoken with other accents, of which the script says nothing yet.
   *
   * @throws Problem when they are none
   */
  public FutureTask<KanaView.Heard> hear(OpenEpisode episode, KanaView.Request wanted)
      throws IOException {
    String kana = KanaPhrases.print(wanted.phrases());
    KanaNotation.fault(kana)
        .ifPresent(
            fault -> {
              throw Problem.of(Problem.Kind.INPUT, fault.found() + "; " + fault.next());
            });
    SpokenLine line = line(episode, wanted.line());
    String name = episode.key() + " " + wanted.line();
    return queue.add(VoiceQueue.Urgency.PERSON, name, () -> heard(episode, line, kana));
  }

  private KanaView.Heard heard(OpenEpisode episode, SpokenLine line, String kana)
      throws IOException {
    EpisodeText text = episode.requireText();
    SpokenLine other = text.stages().readings().read(line.line().withSpoken(kana), line.voice());
    try {
      Clip clip = make(text.with(other), other);
      sounds.forget(clip.identity());
      long millis = clip.samples() * 1000 / clip.sampleRate();
      episode.memory().add(line.line().id(), Take.of(other, clip.identity(), millis));
      return new KanaView.Heard(kana, clip.identity(), millis);
    } catch (Problem e) {
      look(e);
      throw e;
    }
  }

  /** An engine that is away is looked for from now on. */
  private void look(Problem e) throws IOException {
    if (e.kind() == Problem.Kind.NO_ENGINE && engines.pool().isPresent()) {
      engines.gone(e);
    }
  }

  private static SpokenLine line(OpenEpisode episode, String id) throws IOException {
    return Optional.ofNullable(episode.requireText().spoken().get(id))
        .orElseThrow(
            () -> Problem.of(Problem.Kind.INPUT, "the script has no line " + id + " any more"));
  }

  /** Speaks a line as it is by now; whether it could be. */
  private boolean now(OpenEpisode episode, String id) throws IOException {
    SpokenLine line = line(episode, id);
    String said = LineViews.said(line);
    try {
      set(episode, id, new Pending(LineView.State.SPEAKING, said, ""));
      EpisodeText text = episode.requireText();
      Clip clip = make(text, line);
      sounds.forget(clip.identity());
      long millis = clip.samples() * 1000 / clip.sampleRate();
      episode.clearPending(id);
      episode.memory().add(id, Take.of(line, clip.identity(), millis));
      changed.accept(episode, id);
      return true;
    } catch (Problem e) {
      look(e);
      return failed(episode, id, said, e);
    } catch (IOException e) {
      return failed(episode, id, said, e);
    }
  }

  private Clip make(EpisodeText text, SpokenLine line) throws IOException {
    if (line.spoken().isBlank()) {
      throw Problem.of(Problem.Kind.INPUT, "nothing of this line can be spoken");
    }
    EnginePool pool = engines.require();
    return LineSounds.plan(pool, text).speak(line, sounds.store(), ClipListener.NONE);
  }

  private boolean failed(OpenEpisode episode, String id, String said, Exception why) {
    String words = String.valueOf(why.getMessage()).replaceFirst("(?s)\\nmissing: .*", "");
    set(episode, id, new Pending(LineView.State.FAILED, said, words));
    return false;
  }

  private void set(OpenEpisode episode, String id, Pending now) {
    episode.setPending(id, now);
    changed.accept(episode, id);
  }
}
