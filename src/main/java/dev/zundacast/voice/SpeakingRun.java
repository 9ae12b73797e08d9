package dev.zundacast.voice;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One run of lines to clips: finds what is there and has the engines speak the rest. */
final class SpeakingRun {
  private static final int NAMED_LINES = 20;
  private static final int NAMED_REASONS = 5;

  private final List<PoolEngine> pool;
  private final List<PoolEngine> engines;
  private final Absent absent;
  private final List<SpokenLine> lines;
  private final ClipStore store;
  private final RunSetting setting;
  private final AtomicReferenceArray<Clip> clips;
  private final AtomicInteger finished = new AtomicInteger();

  /**
   * A run.
   *
   * @param pool the engines that are there; one that joins the run is added
   * @param absent engines that may come
   */
  SpeakingRun(
      List<PoolEngine> pool,
      Absent absent,
      List<SpokenLine> lines,
      ClipStore store,
      RunSetting setting) {
    this.pool = pool;
    this.engines = new ArrayList<>(pool);
    this.absent = absent;
    this.lines = lines;
    this.store = store;
    this.setting = setting;
    this.clips = new AtomicReferenceArray<>(lines.size());
  }

  /** The clip of each line, in the order of the lines. */
  List<Clip> execute() throws IOException {
    ofEach(PoolEngine::refreshWords);
    if (setting.pool().mixed() == PoolOptions.Mixed.REFUSE) {
      Alike.requireSameWords(engines, setting);
    }
    List<Utterance> again = new ArrayList<>();
    List<Utterance> others = new ArrayList<>();
    utterances().forEach(utterance -> (isRemade(utterance) ? again : others).add(utterance));
    if (again.isEmpty()) {
      Sought sought = sought(others);
      if (sought.missing().isEmpty()) {
        sought.found().forEach(this::deliver);
      } else {
        speak(sought.missing(), () -> new Sought(sought.found(), List.of()));
      }
    } else {
      // What is spoken in any case is spoken while the store is looked through for the rest.
      speak(again, () -> sought(others));
    }
    return IntStream.range(0, lines.size()).mapToObj(clips::get).toList();
  }

  /** Silence is not made again: no engine could. */
  private boolean isRemade(Utterance utterance) {
    return utterance.hasWords()
        && utterance.indices().stream().anyMatch(i -> setting.options().remake().contains(id(i)));
  }

  /** What came of looking for clips in the store. */
  private record Sought(List<Found> found, List<Utterance> missing) {}

  private Sought sought(List<Utterance> utterances) throws IOException {
    Map<String, Optional<KnownClip>> known = known(utterances);
    Sought sought = new Sought(new ArrayList<>(), new ArrayList<>());
    for (Utterance utterance : utterances) {
      found(utterance, known)
          .ifPresentOrElse(sought.found()::add, () -> sought.missing().add(utterance));
    }
    return sought;
  }

  /** Something to ask of each engine before a run. */
  @FunctionalInterface
  private interface Asking {
    void ask(PoolEngine engine) throws EngineFault;
  }

  /** An engine that went away since the last run is absent, unless it is the only one. */
  private void ofEach(Asking asking) {
    for (PoolEngine engine : List.copyOf(engines)) {
      try {
        asking.ask(engine);
      } catch (EngineFault e) {
        if (engines.size() == 1) {
          throw problem(e, String.valueOf(e.getMessage()));
        }
        leaveOut(engine, e);
      }
    }
  }

  private void leaveOut(PoolEngine engine, EngineFault fault) {
    engines.remove(engine);
    pool.remove(engine);
    engine.close();
    absent.put(engine.info().url(), String.valueOf(fault.getMessage()));
    setting.listener().note(String.valueOf(fault.getMessage()));
  }

  /** Lines that sound alike are one utterance. */
  private List<Utterance> utterances() {
    Map<String, Utterance> utterances = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Utterance utterance = new Utterance(lines.get(i), i);
      String identity = setting.identity(engines.get(0), utterance);
      Utterance first = utterances.putIfAbsent(identity, utterance);
      if (first != null) {
        first.alsoAt(i);
      }
    }
    return List.copyOf(utterances.values());
  }

  /** What the store has of each clip that an engine would make, looked for on all cores. */
  private Map<String, Optional<KnownClip>> known(List<Utterance> utterances) throws IOException {
    try {
      return engines.stream()
          .flatMap(engine -> utterances.stream().map(u -> setting.identity(engine, u)))
          .distinct()
          .toList()
          .parallelStream()
          .collect(Collectors.toMap(identity -> identity, this::known));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Optional<KnownClip> known(String identity) {
    try {
      return store.known(identity);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clip that need not be made. */
  private record Found(Utterance utterance, Clip clip, List<String> remarks) {}

  private Optional<Found> found(Utterance utterance, Map<String, Optional<KnownClip>> known)
      throws IOException {
    if (!utterance.hasWords()) {
      String identity = setting.identity(engines.get(0), utterance);
      return Optional.of(new Found(utterance, store.addSilence(identity), List.of()));
    }
    for (PoolEngine engine : engines) {
      Optional<KnownClip> there =
          known.getOrDefault(setting.identity(engine, utterance), Optional.empty());
      if (there.isPresent()) {
        Clip clip = there.get().clip(store.wav(there.get().identity()), Clip.Origin.FOUND);
        return Optional.of(new Found(utterance, clip, there.get().remarks()));
      }
    }
    return Optional.empty();
  }

  private String id(int index) {
    return lines.get(index).line().id();
  }

  private void deliver(Found found) {
    deliver(found.utterance(), found.clip(), found.remarks());
  }

  private void deliver(Utterance utterance, Clip clip, List<String> remarks) {
    for (int index : utterance.indices()) {
      clips.set(index, clip);
      SpokenLine line = lines.get(index);
      remarks.forEach(remark -> setting.listener().doubtful(line, remark));
      setting.listener().clip(index, line, clip);
      setting.options().progress().report("voice", finished.incrementAndGet(), lines.size());
    }
  }

  /** Looks for the clips of the utterances that were not spoken for yet. */
  @FunctionalInterface
  private interface Seeking {
    Sought seek() throws IOException;
  }

  private void speak(List<Utterance> first, Seeking seeking) throws IOException {
    ofEach(setting::writeDictionary);
    WorkList work = new WorkList(first);
    int most = engines.size() + absent.count();
    try (Finisher finisher = new Finisher(setting, store, work, this::deliver, most);
        Crew crew = new Crew(setting, work, finisher)) {
      engines.forEach(crew::join);
      // While the engines are at work already.
      Sought sought = seek(seeking, work);
      work.addRest(sought.missing());
      sought.found().forEach(this::deliver);
      new Latecomers(absent, pool, setting, work, crew).await();
      try {
        work.awaitEnd();
        crew.close();
        finisher.awaitAll();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        work.stop(e);
        throw (IOException) new InterruptedIOException("interrupted").initCause(e);
      }
    }
    if (IntStream.range(0, lines.size()).anyMatch(i -> clips.get(i) == null)) {
      throw incomplete(work);
    }
  }

  private static Sought seek(Seeking seeking, WorkList work) throws IOException {
    try {
      return seeking.seek();
    } catch (IOException | RuntimeException e) {
      // Otherwise the engines would wait for the rest.
      work.stop(e);
      throw e;
    }
  }

  /** What went wrong, which lines are missing for it, and that the rest is kept. */
  private Problem incomplete(WorkList work) {
    Set<String> reasons = new LinkedHashSet<>();
    work.stopped().ifPresent(reason -> reasons.add(words(reason)));
    work.faults().forEach(fault -> reasons.add(words(fault)));
    List<String> missing =
        IntStream.range(0, lines.size())
            .filter(i -> clips.get(i) == null)
            .mapToObj(this::id)
            .toList();
    String named = String.join(", ", missing.stream().limit(NAMED_LINES).toList());
    String message =
        String.join("\n", reasons.stream().limit(NAMED_REASONS).toList())
            + "\n"
            + ("missing: " + missing.size() + " of " + lines.size() + " lines (" + named)
            + (missing.size() > NAMED_LINES ? ", …)" : ")")
            + "\nThe clips that are finished are kept; the same command goes on from here.";
    Exception cause = work.stopped().orElseGet(() -> work.faults().get(0));
    return problem(cause, message);
  }

  /** What nobody expected may have no message; its name says more than nothing. */
  private static String words(Exception reason) {
    return reason.getMessage() == null ? reason.toString() : reason.getMessage();
  }

  private static Problem problem(Exception reason, String message) {
    boolean unreachable =
        reason instanceof EngineFault fault && fault.kind() == EngineFault.Kind.UNREACHABLE;
    Problem.Kind kind = unreachable ? Problem.Kind.NO_ENGINE : Problem.Kind.FAILED;
    return Problem.of(kind, message).causedBy(reason);
  }
}
