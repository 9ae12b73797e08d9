package dev.zundacast.voice;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.QueryReview;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One or more VOICEVOX-compatible engines that speak lines together.
 *
 * <p>{@link #open} meets them, {@link #plan} turns lines into clips.
 */
public final class EnginePool implements AutoCloseable {
  private static final String HOW_TO_START =
      "Start VOICEVOX, or its engine with"
          + " `docker run --rm -p 127.0.0.1:50021:50021 voicevox/voicevox_engine:cpu-latest`,"
          + " or try the built-in draft voice with --engine draft.";

  private final List<PoolEngine> engines = new CopyOnWriteArrayList<>();
  private final Absent absent;
  private final PoolOptions options;

  private EnginePool(Absent absent, PoolOptions options) {
    this.absent = absent;
    this.options = options;
  }

  /**
   * Meets the engines at these addresses. Those that do not answer join a run as soon as they do.
   *
   * @throws Problem of kind NO_ENGINE when nothing that is an engine answers, and of kind FAILED
   *     when engines would speak the same line differently
   */
  public static EnginePool open(List<String> urls, PoolOptions options) {
    Absent absent = new Absent(urls, options);
    EnginePool pool = new EnginePool(absent, options);
    pool.engines.addAll(absent.meet());
    if (pool.engines.isEmpty()) {
      String faults = String.join("\n", absent.faults());
      throw Problem.of(Problem.Kind.NO_ENGINE, faults + "\n" + HOW_TO_START);
    }
    if (options.mixed() == PoolOptions.Mixed.REFUSE) {
      Alike.requireSameVersion(pool.engines);
    }
    return pool;
  }

  /**
   * Loads the classes that talking to any engine needs; asks nobody. Java takes longer for that
   * than an engine for its first answers.
   */
  public static void preload() {
    new Engine("http://127.0.0.1", PoolOptions.USUAL.timeouts()).close();
  }

  /** What the first engine says about itself. */
  public EngineInfo info() {
    return engines.get(0).info();
  }

  /** What each engine says about itself. */
  public List<EngineInfo> infos() {
    return engines.stream().map(PoolEngine::info).toList();
  }

  /** The characters that the first engine offers. */
  public List<OfferedSpeaker> speakers() {
    return engines.get(0).roster().speakers();
  }

  /**
   * What the first engine understands of a line, without speaking it.
   *
   * @return the morae of each accent phrase in katakana; a phrase that a pause follows ends with 、
   */
  public List<String> phrases(SpokenLine line) throws IOException {
    return engines.get(0).phrases(line, hasWords(engines.get(0)));
  }

  /** What the first engine would say of a line, in VOICEVOX's kana notation with accents. */
  public String heard(SpokenLine line, QueryReview review) throws IOException {
    return engines.get(0).heard(line, review, hasWords(engines.get(0)));
  }

  private boolean hasWords(PoolEngine engine) {
    return options.dictionary() == PoolOptions.Dictionary.WRITE && engine.takesWords();
  }

  /**
   * Puts the words of these lines into the first engine's dictionary where it takes them, as
   * speaking does before it begins.
   */
  public void learn(List<SpokenLine> lines) throws IOException {
    SpeakOptions usual = SpeakOptions.USUAL;
    ClipNames names = new ClipNames(options, usual.review(), WantedWords.of(lines));
    new RunSetting(options, usual, names, ClipListener.NONE).writeDictionary(engines.get(0));
  }

  /**
   * The terms of use of a character as the first engine states them, "" when it does not.
   *
   * @param speakerUuid the character's
   */
  public String policy(String speakerUuid) throws IOException {
    return engines.get(0).policy(speakerUuid);
  }

  /** What has to be shown with an episode that this voice speaks here. */
  public String credit(Voice voice) {
    return info().isDraft() ? EngineInfo.DRAFT_CREDIT : voice.credit();
  }

  /** Speaking these lines, which has not begun. */
  public PlannedRun plan(List<SpokenLine> lines, SpeakOptions speak) {
    return new PlannedRun(engines, absent, options, lines, speak);
  }

  @Override
  public void close() {
    engines.forEach(PoolEngine::close);
  }
}
