package dev.zundacast.voice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.tasks.Parallel;
import dev.zundacast.voice.engine.EditorProject;
import dev.zundacast.voice.engine.Engine;
import dev.zundacast.voice.engine.EngineConnections;
import dev.zundacast.voice.engine.EngineDictionary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One or more VOICEVOX-compatible engines that speak lines together.
 *
 * <p>{@link #open} meets them, {@link #plan} turns lines into clips.
 */
public final class EnginePool implements AutoCloseable {
  private static final Message HOW_TO_START = Message.of("engine.howToStart");

  /** The draft engine takes a core for each; VOICEVOX answers in turn, and waits for none. */
  private static final int QUERIES_AT_ONCE = 4;

  private final EngineConnections connections;
  private final List<Runnable> own;

  private EnginePool(EngineConnections connections, List<Runnable> own) {
    this.connections = connections;
    this.own = List.copyOf(own);
  }

  /**
   * Connects to the engines at these addresses; a problem, of kind NO_ENGINE where none answers, of
   * kind FAILED where they would speak the same line differently. Those that do not answer join a
   * run as soon as they do.
   */
  public static EnginePool open(List<String> urls, PoolOptions options) {
    EngineConnections connections = EngineConnections.open(urls, options);
    if (connections.connected().isEmpty()) {
      Message faults = Message.join("\n", connections.faults());
      throw Problem.of(Problem.Kind.NO_ENGINE, Message.plain(faults, "\n", HOW_TO_START));
    }
    connections.requireSameVersion(connections.connected());
    return new EnginePool(connections, List.of());
  }

  /** The same, which ends what runs for it alone when it is closed. */
  public EnginePool with(List<Runnable> others) {
    return new EnginePool(connections, others);
  }

  private Engine first() {
    return connections.connected().get(0);
  }

  /** What the first engine says about itself. */
  public EngineInfo info() {
    return first().info();
  }

  /** What each engine says about itself. */
  public List<EngineInfo> infos() {
    return connections.connected().stream().map(Engine::info).toList();
  }

  /** The characters that the first engine offers. */
  public List<OfferedSpeaker> speakers() {
    return first().speakers();
  }

  /**
   * The morae in katakana of each accent phrase that the first engine makes of a line, without
   * speaking it; a phrase that a pause follows ends with 、.
   */
  public List<String> phrases(SpokenLine line) throws IOException {
    return first().phrases(line);
  }

  /** What the first engine would say of each line, as {@link #heard(SpokenLine)}. */
  public List<String> heard(List<SpokenLine> lines) throws IOException {
    return Parallel.map(lines, QUERIES_AT_ONCE, this::heard, done -> {});
  }

  /**
   * What the first engine would say of a line, in VOICEVOX's kana notation with accents; "" for a
   * line of which nothing is said.
   */
  public String heard(SpokenLine line) throws IOException {
    return line.spoken().isBlank() ? "" : first().heard(line);
  }

  /** Lines of the first engine as a project of VOICEVOX's editor, which has no draft engine. */
  public ObjectNode project(List<SpokenLine> lines) throws IOException {
    if (info().isDraft()) {
      throw Problem.usage("export.noDraftVoice");
    }
    EditorProject project = first().project();
    for (SpokenLine line : lines) {
      project.add(line, first().queries(line));
    }
    return project.json();
  }

  /**
   * Puts the words of these lines into the first engine's dictionary where it takes them, as
   * speaking does before it begins.
   */
  public void learn(List<SpokenLine> lines) throws IOException {
    first().words().write(EngineDictionary.Required.by(lines), note -> {});
  }

  /** Why the first engine does not take words into its dictionary, empty when it does. */
  public Optional<Message> dictionaryRefusal() {
    return first().words().refusal();
  }

  /**
   * Takes all words of ours out of the engines' dictionaries, and counts them; a problem while
   * another run is at work on one of them.
   */
  public int clean() throws IOException {
    int count = 0;
    for (Engine engine : connections.connected()) {
      count += engine.words().clean();
    }
    return count;
  }

  /** A character's terms of use as the first engine states them, "" when it does not. */
  public String policy(String speakerUuid) throws IOException {
    return first().policy(speakerUuid);
  }

  /** Asks the first engine whether it is there and the one that it was; fails when not. */
  public void requireThere() throws IOException {
    if (connections.connected().isEmpty()) {
      throw new MessageException(Message.join("\n", connections.faults()));
    }
    first().requireThere();
  }

  /** Speaking these lines, some of which anew although their sounds are there; it has not begun. */
  public PlannedLines plan(List<SpokenLine> lines, Set<String> anew, Progress progress) {
    return new PlannedLines(connections, lines, anew, progress);
  }

  @Override
  public void close() {
    try {
      connections.close();
    } finally {
      own.forEach(Runnable::run);
    }
  }
}
