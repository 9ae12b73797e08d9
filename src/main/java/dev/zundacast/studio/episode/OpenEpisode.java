package dev.zundacast.studio.episode;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.script.ScriptContent;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.view.LineView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An episode that somebody looks at: its script as it is now, and how its lines stand. */
public final class OpenEpisode {
  private final String key;
  private final Path post;
  private final CurrentStages stages;
  private final EpisodeMemory memory;
  private final AtomicLong revision = new AtomicLong(1);
  private final Map<String, Pending> pending = new HashMap<>();
  private @Nullable EpisodeText text;
  private volatile String announced = "";

  /**
   * What goes on with a line.
   *
   * @param state waiting, speaking or failed
   * @param said what it was about
   * @param error the engine's words, "" while it goes well
   */
  record Pending(LineView.State state, String said, String error) {}

  OpenEpisode(String key, Path post, CurrentStages stages) throws IOException {
    this.key = key;
    this.post = post;
    this.stages = stages;
    Path out = stages.get().workspace().out();
    this.memory = EpisodeMemory.read(out.resolve("studio").resolve(Workspace.stem(post) + ".json"));
    announce();
  }

  /** What the page calls it. */
  public String key() {
    return key;
  }

  /** The post that it is made of. */
  public Path post() {
    return post;
  }

  /** The script's file, whether it is there or not. */
  public Path script() throws IOException {
    return stages.get().workspace().script(post);
  }

  EpisodeMemory memory() {
    return memory;
  }

  /** Counts up with each change. */
  public long revision() {
    return revision.get();
  }

  /** Something of it changed. */
  public long changed() {
    return revision.incrementAndGet();
  }

  /**
   * The script as it is on disk now, empty where there is none.
   *
   * @throws Problem when something in it is wrong
   */
  synchronized Optional<EpisodeText> text() throws IOException {
    CurrentStages.Generation now = stages.generation();
    Path file = now.stages().workspace().script(post);
    if (!Files.isRegularFile(file)) {
      text = null;
      return Optional.empty();
    }
    EpisodeText known = text;
    if (known != null
        && known.generation() == now.number()
        && known.content().text().equals(Files.readString(file))) {
      return Optional.of(known);
    }
    Stages open = now.stages();
    ScriptContent content = open.scripts().content(file);
    EpisodeText fresh = EpisodeText.of(content, open, now.number(), Optional.ofNullable(known));
    text = fresh;
    return Optional.of(fresh);
  }

  /** Everybody knows the script as it is now. */
  void announce() {
    announced = onDisk();
  }

  /** Whether the script is another one than everybody knows. */
  boolean isUnannounced() {
    return !onDisk().equals(announced);
  }

  private String onDisk() {
    try {
      CurrentStages.Generation now = stages.generation();
      Path file = now.stages().workspace().script(post);
      String text = Files.isRegularFile(file) ? Files.readString(file) : "";
      return now.number() + " " + text.length() + " " + text.hashCode();
    } catch (IOException | Problem unreadable) {
      return "";
    }
  }

  /** The script as it is now. */
  EpisodeText requireText() throws IOException {
    return text()
        .orElseThrow(
            () ->
                Problem.of(
                    Problem.Kind.INPUT,
                    Workspace.name(post) + " has no script yet; build it, or make its script"));
  }

  synchronized void setPending(String id, Pending now) {
    pending.put(id, now);
  }

  synchronized void clearPending(String id) {
    pending.remove(id);
  }

  /** What goes on with a line that says this. */
  synchronized Optional<Pending> pending(String id, String said) {
    return Optional.ofNullable(pending.get(id)).filter(it -> it.said().equals(said));
  }
}
