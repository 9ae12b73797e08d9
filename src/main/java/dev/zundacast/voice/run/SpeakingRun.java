package dev.zundacast.voice.run;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.sound.Wav;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.PlannedLines;
import dev.zundacast.voice.engine.ClipCheck;
import dev.zundacast.voice.engine.Engine;
import dev.zundacast.voice.engine.EngineDictionary;
import dev.zundacast.voice.engine.EngineFault;
import dev.zundacast.voice.engine.EngineWav;
import dev.zundacast.voice.engine.TextParts;
import dev.zundacast.voice.run.WorkList.ClipRequest;
import dev.zundacast.voice.run.WorkList.PreparedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of lines to clips: finds what is there and has the engines speak the rest. */
public final class SpeakingRun {
  private static final int NAMED_LINES = 20;
  private static final int NAMED_REASONS = 5;

  // What the threads of engines ask of a run; all of it is known before they start.
  final PlannedLines plan;
  final EngineDictionary.Required required;
  final ClipListener listener;

  private final List<Engine> engines;
  private final List<SpokenLine> lines;
  private final ClipStore store;
  private final AtomicReferenceArray<Clip> clips;
  private final AtomicInteger finished = new AtomicInteger();

  /** A run of some lines of an episode, whose words the engines' dictionaries will hold. */
  public SpeakingRun(
      PlannedLines plan, List<SpokenLine> lines, ClipStore store, ClipListener listener) {
    this.plan = plan;
    this.engines = new ArrayList<>(plan.connections().connected());
    this.lines = lines;
    this.required = EngineDictionary.Required.by(plan.lines());
    this.store = store;
    this.listener = listener;
    this.clips = new AtomicReferenceArray<>(lines.size());
  }

  /** The clip of each line, in the order of the lines. */
  public List<Clip> execute() throws IOException {
    plan.connections().faults().forEach(listener::note);
    ask(engine -> engine.words().read());
    plan.connections().requireSameWords(engines, required);
    List<ClipIdentities> identities = identities();
    List<ClipRequest> missing = missing(requests(identities.get(0)), identities);
    if (!missing.isEmpty()) {
      plan.progress().beginsToSpeak();
      ask(engine -> engine.words().write(required, listener::note));
      if (engines.stream().anyMatch(engine -> engine.words().anyRefused())) {
        // Without a word that was refused, lines may be there already.
        missing = missing(missing, identities());
      }
    }
    if (!missing.isEmpty()) {
      speak(missing);
    }
    tellRefused();
    return IntStream.range(0, lines.size()).mapToObj(clips::get).toList();
  }

  /** The requests that the store cannot answer; what it has is delivered. */
  private List<ClipRequest> missing(List<ClipRequest> requests, List<ClipIdentities> identities)
      throws IOException {
    store.fetch(
        requests.stream()
            .filter(request -> !isRemade(request))
            .map(request -> identities.get(0).of(request.line()))
            .toList());
    List<ClipRequest> missing = new ArrayList<>();
    for (ClipRequest request : requests) {
      find(request, identities)
          .ifPresentOrElse(clip -> deliver(request, clip), () -> missing.add(request));
    }
    return missing;
  }

  private void tellRefused() {
    Map<DictionaryWord, Message> refused = new LinkedHashMap<>();
    engines.forEach(engine -> engine.words().refused(required).forEach(refused::putIfAbsent));
    refused.forEach(listener::refused);
  }

  private interface Request {
    void of(Engine engine) throws IOException;
  }

  /** Asks each engine; those that do not answer are left out. */
  private void ask(Request request) {
    for (Engine engine : List.copyOf(engines)) {
      try {
        request.of(engine);
      } catch (IOException e) {
        leaveOut(engine, e);
      }
    }
  }

  /** An engine that went away since the last run is unreachable, unless it is the only one. */
  private void leaveOut(Engine engine, IOException fault) {
    Message message = Message.of(fault);
    if (engines.size() == 1) {
      throw problem(fault, message);
    }
    engines.remove(engine);
    plan.connections().disconnect(engine, message);
    listener.note(message);
  }

  /** Those of each engine's clips, as its dictionary is by now. */
  private List<ClipIdentities> identities() {
    return engines.stream().map(engine -> new ClipIdentities(engine, required)).toList();
  }

  /** One request for all lines that sound alike. */
  private List<ClipRequest> requests(ClipIdentities identities) {
    Map<String, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      alike.computeIfAbsent(identities.of(lines.get(i)), one -> new ArrayList<>()).add(i);
    }
    return alike.values().stream()
        .map(indices -> new ClipRequest(lines.get(indices.get(0)), indices))
        .toList();
  }

  private boolean isRemade(ClipRequest request) {
    return request.indices().stream().anyMatch(index -> plan.remake().contains(id(index)));
  }

  /** What the store has of the clips that the engines would make. */
  private Optional<ClipStore.Found> find(ClipRequest request, List<ClipIdentities> identities)
      throws IOException {
    if (!request.hasWords()) {
      // Silence is not made again: no engine could.
      return Optional.of(store.silence(identities.get(0).of(request.line())));
    }
    if (isRemade(request)) {
      return Optional.empty();
    }
    for (ClipIdentities engine : identities) {
      Optional<ClipStore.Found> found = store.find(engine.of(request.line()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private String id(int index) {
    return lines.get(index).line().id();
  }

  private void deliver(ClipRequest request, ClipStore.Found found) {
    for (int index : request.indices()) {
      SpokenLine line = lines.get(index);
      if (found.clip().origin() == Clip.Origin.MADE) {
        found.remarks().forEach(remark -> listener.doubtful(line, remark));
      }
      listener.clip(index, line, found.clip());
      clips.set(index, found.clip());
      plan.progress().report(Message.of("speaking.step"), finished.incrementAndGet(), lines.size());
    }
  }

  /** Hears for how many seconds of all patience an engine has been away. */
  Progress waiting() {
    // Beside other engines that work, one that is away is no reason to wait.
    return engines.size() == 1 ? plan.progress() : Progress.SILENT;
  }

  /** Has the engines speak what is missing. */
  private void speak(List<ClipRequest> missing) throws IOException {
    WorkList work = new WorkList(missing);
    try (Workers workers = new Workers(work)) {
      workers.start();
      work.awaitEnd();
    } catch (InterruptedException e) {
      throw BackgroundTask.interrupted(e);
    }
    List<String> missed =
        IntStream.range(0, lines.size())
            .filter(i -> clips.get(i) == null)
            .mapToObj(this::id)
            .toList();
    if (!missed.isEmpty() || work.stopped().isPresent()) {
      throw incomplete(work, missed);
    }
  }

  /** Takes the WAV files that an engine gave for the parts of a line. */
  void save(WorkList work, PreparedRequest prepared, List<byte[]> files) throws IOException {
    ClipRequest request = prepared.request();
    try {
      List<Wav> parts = new ArrayList<>();
      for (byte[] file : files) {
        parts.add(EngineWav.read(file));
      }
      List<Message> remarks = remarks(prepared.queries(), parts);
      if (remarks.isEmpty() || !work.againForDoubt(request)) {
        SpokenLine line = request.line();
        Wav sound = EngineWav.joined(parts, TextParts.gaps(line));
        String engine = prepared.queries().engine().info().title();
        ClipStore.Label label =
            new ClipStore.Label(line.voice().name(), line.spoken(), engine, remarks);
        Clip clip = store.add(prepared.identity(), sound, label);
        deliver(request, new ClipStore.Found(clip, remarks));
        work.done();
      }
    } catch (EngineFault fault) {
      work.failed(request, fault);
    }
  }

  private static List<Message> remarks(Engine.Queries queries, List<Wav> parts) throws EngineFault {
    List<Message> remarks = new ArrayList<>();
    boolean exact = queries.engine().tellsExactLengths();
    for (int i = 0; i < parts.size(); i++) {
      remarks.addAll(ClipCheck.remarks(queries.queries().get(i), parts.get(i), exact));
    }
    return remarks;
  }

  /** What went wrong, which lines are missing for it, and that the rest is kept. */
  private Problem incomplete(WorkList work, List<String> missing) {
    List<Throwable> reasons = new ArrayList<>(work.stopped().stream().toList());
    reasons.addAll(work.faults());
    Stream<Message> words = reasons.stream().map(SpeakingRun::words).distinct();
    Message message =
        Message.of(
            "speaking.missing",
            Message.join("\n", words.limit(NAMED_REASONS).toList()),
            missing.size(),
            lines.size(),
            String.join(", ", missing.stream().limit(NAMED_LINES).toList()),
            missing.size() > NAMED_LINES ? ", …)" : ")");
    return problem(reasons.get(0), message);
  }

  /** What nobody expected may have no message, or one that says nothing without its name. */
  private static Message words(Throwable reason) {
    return reason.getMessage() == null || reason instanceof Error
        ? Message.plain(reason)
        : Message.of(reason);
  }

  private static Problem problem(Throwable reason, Message message) {
    Problem.Kind kind = Problem.Kind.FAILED;
    if (reason instanceof Problem known) {
      kind = known.kind();
    } else if (reason instanceof EngineFault fault
        && fault.kind() == EngineFault.Kind.UNREACHABLE) {
      kind = Problem.Kind.NO_ENGINE;
    }
    return Problem.of(kind, message).causedBy(reason);
  }

  /** The engines at work in one run. Unreachable ones are asked at times, and may join. */
  private final class Workers implements AutoCloseable {
    private final WorkList work;
    private final List<EngineWorker> workers = new CopyOnWriteArrayList<>();
    private final ExecutorService reconnecting = BackgroundTask.pool("reconnects", 1);

    Workers(WorkList work) {
      this.work = work;
    }

    /** These engines begin to work, and unreachable ones are looked out for. */
    void start() {
      engines.forEach(this::start);
      if (!plan.connections().faults().isEmpty()) {
        reconnecting.execute(this::reconnect);
      }
    }

    private void start(Engine engine) {
      EngineWorker worker = new EngineWorker(engine, SpeakingRun.this, work);
      workers.add(worker);
      work.joined();
      worker.start();
    }

    private void reconnect() {
      try {
        // A request to a closed port costs nobody anything, and a starting engine takes a while.
        Duration between = plan.connections().options().firstWait().multipliedBy(20);
        work.pause(between);
        while (!work.isOver() && !plan.connections().faults().isEmpty()) {
          plan.connections().reconnect().forEach(this::join);
          work.pause(between);
        }
      } catch (Throwable e) {
        work.stop(e);
      }
    }

    private void join(Engine engine) {
      try {
        List<Engine> both = List.of(plan.connections().connected().get(0), engine);
        plan.connections().requireSameVersion(both);
        plan.connections().requireSameWords(both, required);
        engine.words().write(required, listener::note);
        listener.note(Message.of("speaking.engineCame", engine.info().url()));
        plan.connections().connected().add(engine);
        start(engine);
      } catch (Problem unlike) {
        engine.close();
        listener.note(Message.of("speaking.othersGoOn", unlike.said()));
      } catch (IOException e) {
        plan.connections().disconnect(engine, Message.of(e));
      }
    }

    /** Ends the work where it stands, interrupts every thread and waits for its end. */
    @Override
    public void close() {
      work.end();
      reconnecting.shutdownNow();
      BackgroundTask.awaitEnd(reconnecting);
      workers.forEach(EngineWorker::cancel);
      workers.forEach(EngineWorker::awaitEnd);
    }
  }
}
