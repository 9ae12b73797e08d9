package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.studio.episode.OpenEpisode.Pending;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.PlannedLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;

/**
 * Has lines spoken, one after the other, and tells how each stands.
 *
 * @param changed hears of each line that stands otherwise than before
 */
public record LineSpeaking(
    EngineKeeper engines,
    VoiceQueue queue,
    LineSounds sounds,
    BiConsumer<OpenEpisode, String> changed) {
  /** Whether a line whose sound is there is spoken anew. */
  public enum Again {
    WHERE_MISSING,
    ALWAYS
  }

  /**
   * Puts lines into the queue, to be spoken one right behind the other.
   *
   * @return whether all could be
   */
  public FutureTask<Boolean> speak(
      OpenEpisode episode, List<String> ids, VoiceQueue.Urgency urgency, Again again)
      throws IOException {
    for (String id : ids) {
      String said = Pending.said(episode.requireText().line(id));
      set(episode, id, new Pending(OpenEpisode.State.WAITING, said, ""));
    }
    String name = episode.key() + " " + String.join(" ", ids);
    FutureTask<Boolean> spoken = queue.add(urgency, name, () -> now(episode, ids, again));
    // Nobody who waits for the sound waits for this, too.
    queue.addLast(() -> episode.memory().flush());
    return spoken;
  }

  /**
   * Has a line spoken with other accents, of which the script says nothing yet.
   *
   * @throws Problem when they are none
   */
  public FutureTask<Fields> hear(OpenEpisode episode, LineKana.Moved wanted) throws IOException {
    String kana = LineKana.print(wanted.phrases());
    Optional<KanaNotation.Fault> fault = KanaNotation.fault(kana);
    if (fault.isPresent()) {
      throw Problem.in(
          Diagnostic.of(episode.script(), fault.get().found()).withNext(fault.get().next()));
    }
    SpokenLine line = episode.requireText().line(wanted.line());
    String name = episode.key() + " " + wanted.line();
    return queue.add(VoiceQueue.Urgency.PERSON, name, () -> heard(episode, line, kana));
  }

  private Fields heard(OpenEpisode episode, SpokenLine line, String kana) throws IOException {
    EpisodeText text = episode.requireText();
    SpokenLine other = text.stages().readings().read(line.line().withSpoken(kana), line.voice());
    try {
      Clip clip = make(text.with(other), List.of(other), Set.of(), ClipListener.NONE).get(0);
      sounds.forget(clip.identity());
      episode.memory().add(line.line().id(), Recording.of(other, clip));
      return Json.with("accents", kana).with("clip", clip.identity()).with("millis", clip.millis());
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

  /** Speaks lines as they are by now; whether all could be. */
  private boolean now(OpenEpisode episode, List<String> ids, Again again) throws IOException {
    List<SpokenLine> lines = new ArrayList<>();
    for (String id : ids) {
      SpokenLine line = episode.requireText().line(id);
      lines.add(line);
      set(episode, id, new Pending(OpenEpisode.State.SPEAKING, Pending.said(line), ""));
    }
    try {
      Set<String> anew = again == Again.ALWAYS ? Set.copyOf(ids) : Set.of();
      make(episode.requireText(), lines, anew, (at, line, clip) -> done(episode, line, clip));
      return true;
    } catch (Problem e) {
      look(e);
      return failed(episode, lines, e);
    } catch (IOException e) {
      return failed(episode, lines, e);
    }
  }

  private List<Clip> make(
      EpisodeText text, List<SpokenLine> lines, Set<String> anew, ClipListener listener)
      throws IOException {
    if (lines.stream().anyMatch(line -> line.spoken().isBlank())) {
      throw Problem.input("nothing of this line can be spoken");
    }
    PlannedLines run = LineSounds.plan(engines.require(), text, anew);
    long begun = System.nanoTime();
    List<Clip> clips = run.speak(lines, sounds.store(), listener);
    engines.noteSpoken(letters(lines, clips), System.nanoTime() - begun);
    return clips;
  }

  /** How many letters an engine was asked for. */
  private static int letters(List<SpokenLine> lines, List<Clip> clips) {
    int letters = 0;
    for (int i = 0; i < lines.size(); i++) {
      letters += clips.get(i).origin() == Clip.Origin.MADE ? lines.get(i).spoken().length() : 0;
    }
    return letters;
  }

  private void done(OpenEpisode episode, SpokenLine line, Clip clip) {
    String id = line.line().id();
    sounds.forget(clip.identity());
    episode.memory().add(id, Recording.of(line, clip));
    episode.clearPending(id);
    changed.accept(episode, id);
  }

  private boolean failed(OpenEpisode episode, List<SpokenLine> lines, Exception why) {
    String words = String.valueOf(why.getMessage()).replaceFirst("(?s)\\nmissing: .*", "");
    for (SpokenLine line : lines) {
      String said = Pending.said(line);
      // Those that are done wait for nothing any more.
      if (episode.pending(line.line().id(), said).isPresent()) {
        set(episode, line.line().id(), new Pending(OpenEpisode.State.FAILED, said, words));
      }
    }
    return false;
  }

  private void set(OpenEpisode episode, String id, Pending now) {
    episode.setPending(id, now);
    changed.accept(episode, id);
  }
}
