package dev.zundacast.voice;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One or more VOICEVOX-compatible engines that speak lines together.
 *
 * <p>{@link #open} meets them, {@link #speakAll} turns lines into clips.
 */
public final class EnginePool implements AutoCloseable {
  private static final String HOW_TO_START =
      "Start VOICEVOX, or its engine with"
          + " `docker run --rm -p 127.0.0.1:50021:50021 voicevox/voicevox_engine:cpu-latest`,"
          + " or try the built-in draft voice with --engine draft.";

  private final List<PoolEngine> engines;
  private final List<String> notes;
  private final PoolOptions options;

  private EnginePool(List<PoolEngine> engines, List<String> notes, PoolOptions options) {
    this.engines = List.copyOf(engines);
    this.notes = List.copyOf(notes);
    this.options = options;
  }

  /**
   * Meets the engines at these addresses.
   *
   * @throws Problem of kind NO_ENGINE when nothing that is an engine answers, and of kind FAILED
   *     when engines would speak the same line differently
   */
  public static EnginePool open(List<String> urls, PoolOptions options) {
    List<PoolEngine> engines = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (String url : urls.stream().distinct().toList()) {
      try {
        engines.add(PoolEngine.meet(url, options));
      } catch (EngineFault e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    if (engines.isEmpty()) {
      throw Problem.of(Problem.Kind.NO_ENGINE, String.join("\n", faults) + "\n" + HOW_TO_START);
    }
    if (options.mixed() == PoolOptions.Mixed.REFUSE) {
      requireAlike(engines);
    }
    return new EnginePool(engines, faults, options);
  }

  private static void requireAlike(List<PoolEngine> engines) {
    EngineInfo first = engines.get(0).info();
    for (PoolEngine engine : engines) {
      if (!engine.info().speaksLike(first)) {
        throw Problem.of(
            Problem.Kind.FAILED,
            "the engines differ and would speak the same line differently: "
                + first.title()
                + " at "
                + first.url()
                + ", "
                + engine.info().title()
                + " at "
                + engine.info().url()
                + "\nTake engines of one version, or allow the mixture with --allow-mixed.");
      }
    }
  }

  /** What the first engine says about itself. */
  public EngineInfo info() {
    return engines.get(0).info();
  }

  /** What each engine says about itself. */
  public List<EngineInfo> infos() {
    return engines.stream().map(PoolEngine::info).toList();
  }

  /** What went wrong while the engines were met, though some could be. */
  public List<String> notes() {
    return notes;
  }

  /** The characters that the first engine offers. */
  public List<OfferedSpeaker> speakers() {
    return engines.get(0).roster().speakers();
  }

  /** What has to be shown with an episode that this voice speaks here. */
  public String credit(Voice voice) {
    return info().isDraft() ? EngineInfo.DRAFT_CREDIT : voice.credit();
  }

  /**
   * The clip of each line, in the order of the lines; a clip that is in the store costs no request.
   * A line without anything to speak gets a moment of silence.
   *
   * @throws Problem that names the lines that are missing; the others' clips are kept
   */
  public List<Clip> speakAll(
      List<SpokenLine> lines, ClipStore store, SpeakOptions speak, ClipListener listener)
      throws IOException {
    RunSetting setting = new RunSetting(options, speak, WantedWords.of(lines), listener);
    return new SpeakingRun(engines, lines, store, setting).execute();
  }

  /** The identity of each line's clip as the first engine makes it, in the order of the lines. */
  public List<String> identities(List<SpokenLine> lines, SpeakOptions speak) {
    RunSetting setting = new RunSetting(options, speak, WantedWords.of(lines), ClipListener.NONE);
    List<String> identities = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      identities.add(setting.identity(engines.get(0), new Utterance(lines.get(i), i)));
    }
    return identities;
  }

  @Override
  public void close() {
    engines.forEach(PoolEngine::close);
  }
}
