package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.studio.episode.OpenEpisode.State;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PlannedLines;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Has lines spoken, one after the other, and tells how each stands; lets be heard what stands in no
 * script: a line with other accents, a word, a voice.
 */
public record LineSpeaking(Episodes episodes) {
  private static final String PARTICLE = "が";
  private static final String PARTICLE_SAID = "ガ";

  /** Whether a line whose sound is there is spoken anew. */
  public enum Again {
    WHERE_MISSING,
    ALWAYS
  }

  /**
   * A word to be heard, with a reading, else as the lists say it, the mora of its accent, 0 for
   * flat, else as the engine chooses, and a speaker, else the show's first voice.
   */
  public record Word(
      String word, @Nullable String reading, @Nullable Integer accent, @Nullable String speaker) {
    /** With a particle: without one nobody hears whether the voice falls at the word's end. */
    private Line line() {
      if (reading == null) {
        return Line.of("word", "", word + PARTICLE);
      }
      String said = ReadingEntry.of(word, reading, OptionalInt.empty(), "").reading();
      Line line = Line.of("word", "", (said.isEmpty() ? word : said) + PARTICLE);
      return said.isEmpty() || accent == null
          ? line
          : line.withSpoken(KanaNotation.accented(said + PARTICLE_SAID, accent));
    }

    private Voice voice(Stages now) {
      return Optional.ofNullable(speaker)
          .flatMap(name -> now.voices().find(name))
          .orElseGet(() -> now.voices().all().get(0));
    }
  }

  /** Phrases that a person moved, and what the line says if that changed, too. */
  public record Moved(String line, @Nullable String written, List<KanaNotation.Phrase> phrases) {
    public Moved {
      line = Objects.requireNonNullElse(line, "");
      phrases = List.copyOf(Objects.requireNonNullElse(phrases, List.of()));
    }
  }

  /** Puts lines into the queue; gives what failed, with the line's id, if anything did. */
  public FutureTask<Optional<Message>> speak(
      OpenEpisode episode, List<String> ids, VoiceQueue.Urgency urgency, Again again)
      throws IOException {
    List<SpokenLine> lines = episode.requireText().lines(ids);
    lines.forEach(line -> set(episode, line, State.WAITING, Message.NONE));
    String name = episode.key() + " " + String.join(" ", ids);
    FutureTask<Optional<Message>> spoken =
        episodes.queue().add(urgency, name, () -> now(episode, ids, again));
    // Nobody who waits for the sound waits for this, too.
    episodes.queue().addLast(() -> episode.memory().flush());
    return spoken;
  }

  /** Has a line spoken with accents that are not in its script; a problem where they are none. */
  public FutureTask<Fields> hear(OpenEpisode episode, Moved wanted) throws IOException {
    String kana = KanaNotation.print(wanted.phrases());
    Optional<KanaNotation.Fault> fault = KanaNotation.fault(kana);
    if (fault.isPresent()) {
      throw Problem.in(Diagnostic.of(episode.script(), fault.get().found()));
    }
    return soon(episode.key() + " " + wanted.line(), () -> heard(episode, wanted, kana));
  }

  /** Asks an engine for what a person waits for. */
  private FutureTask<Fields> soon(String name, IoSupplier<Fields> work) {
    return episodes.queue().add(VoiceQueue.Urgency.PERSON, name, work);
  }

  private Fields heard(OpenEpisode episode, Moved wanted, String kana) throws IOException {
    EpisodeText text = episode.requireText();
    SpokenLine other = text.read(wanted.line(), wanted.written(), kana);
    List<SpokenLine> among = text.audible();
    among.removeIf(it -> it.line().id().equals(wanted.line()));
    among.add(other);
    Clip clip = make(among, List.of(other), Set.of(), ClipListener.NONE).get(0);
    episode.memory().add(wanted.line(), EpisodeMemory.Recording.of(other, clip));
    return heard(other, clip).with("accents", kana);
  }

  /**
   * The accents of a line as the script says them and as an engine would, of other words or another
   * reading where one is given; a problem of kind NO_ENGINE where only an engine could tell.
   */
  public Fields accents(
      OpenEpisode episode, String id, @Nullable String written, @Nullable String spoken)
      throws IOException {
    EpisodeText text = episode.requireText();
    SpokenLine line = text.read(id, written, spoken);
    String given = line.line().spoken();
    if (!KanaNotation.is(given)) {
      String kana = asked(text, line);
      return Json.with("phrases", KanaNotation.phrases(kana)).with("engineKana", kana);
    }
    boolean isAlone = episodes.engines().pool().isEmpty();
    return Json.with("phrases", KanaNotation.phrases(given))
        .with("engineKana", isAlone ? null : asked(text, text.read(id, written, "")));
  }

  private String asked(EpisodeText text, SpokenLine line) throws IOException {
    EnginePool pool = episodes.engines().require();
    if (line.spoken().isBlank()) {
      return "";
    }
    try {
      pool.learn(text.audible());
      return pool.heard(line);
    } catch (IOException e) {
      episodes.engines().doubt(e);
      throw Problem.of(Problem.Kind.NO_ENGINE, Message.of(e)).causedBy(e);
    }
  }

  /** Has a word spoken as the lists say it now or, where a reading is named, with that. */
  public FutureTask<Fields> hear(Word wanted) {
    return soon(wanted.word(), () -> heard(wanted.line(), wanted.voice(episodes.stages())));
  }

  /** Has a voice say a sentence. */
  public FutureTask<Fields> hear(Voice voice, String sentence) {
    return soon(sentence, () -> heard(Line.of("voice", "", sentence), voice));
  }

  private Fields heard(Line written, Voice voice) throws IOException {
    Stages now = episodes.stages();
    List<SpokenLine> line = List.of(now.readings().read(written, voice));
    return heard(line.get(0), make(line, line, Set.of(), ClipListener.NONE).get(0));
  }

  private static Fields heard(SpokenLine line, Clip clip) {
    return Json.with("said", line.spoken())
        .with("clip", clip.identity())
        .with("millis", clip.millis());
  }

  /** Speaks lines as they are by now; those that a person took away meanwhile are not missed. */
  private Optional<Message> now(OpenEpisode episode, List<String> ids, Again again)
      throws IOException {
    EpisodeText text = episode.requireText();
    List<SpokenLine> lines = text.lines(ids);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    lines.forEach(line -> set(episode, line, State.SPEAKING, Message.NONE));
    try {
      Set<String> anew = again == Again.ALWAYS ? Set.copyOf(ids) : Set.of();
      ClipListener listener = (at, line, clip) -> done(episode, line, clip);
      make(text.audible(), lines, anew, listener);
      return Optional.empty();
    } catch (Problem | IOException e) {
      return Optional.of(failed(episode, lines, e));
    }
  }

  /** Speaks some lines among others; an engine that is away is looked for from now on. */
  private List<Clip> make(
      List<SpokenLine> all, List<SpokenLine> lines, Set<String> anew, ClipListener listener)
      throws IOException {
    if (lines.stream().anyMatch(line -> line.spoken().isBlank())) {
      throw Problem.input("studio.lineUnspoken");
    }
    PlannedLines run = episodes.engines().require().plan(all, anew, Progress.SILENT);
    long begun = System.nanoTime();
    try {
      List<Clip> clips = run.speak(lines, episodes.sounds().store(), listener);
      episodes.engines().noteSpoken(letters(lines, clips), System.nanoTime() - begun);
      return clips;
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.NO_ENGINE) {
        episodes.engines().gone(e);
      }
      throw e;
    }
  }

  private static int letters(List<SpokenLine> lines, List<Clip> clips) {
    int letters = 0;
    for (int i = 0; i < lines.size(); i++) {
      letters += clips.get(i).origin() == Clip.Origin.MADE ? lines.get(i).spoken().length() : 0;
    }
    return letters;
  }

  private void done(OpenEpisode episode, SpokenLine line, Clip clip) {
    String id = line.line().id();
    episode.memory().add(id, EpisodeMemory.Recording.of(line, clip));
    episode.clearPending(id);
    episodes.tellLine(episode, id);
  }

  private Message failed(OpenEpisode episode, List<SpokenLine> lines, Exception why) {
    Message said = Message.of(why);
    // How many lines are missing for it, and that the others are kept, is seen on the page.
    Message words =
        said.key().equals("speaking.missing") && said.values().get(0) instanceof Message m
            ? m
            : said;
    // Those that are done wait for nothing any more.
    List<SpokenLine> left = lines.stream().filter(it -> episode.pending(it).isPresent()).toList();
    left.forEach(line -> set(episode, line, State.FAILED, words));
    return Message.plain(left.isEmpty() ? "" : left.get(0).line().id() + ": ", words);
  }

  private void set(OpenEpisode episode, SpokenLine line, State state, Message error) {
    episode.setPending(line, state, error);
    episodes.tellLine(episode, line.line().id());
  }
}
