package dev.zundacast.studio.episode;

import com.fasterxml.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptHistory;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.script.ScriptWriter;
import dev.zundacast.script.file.ScriptChange;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.script.narration.CopyCheck;
import dev.zundacast.studio.Refused;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.ClipStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An episode that somebody looks at: its script as it is now, how its lines stand, and changes,
 * each as a command would make it, and each of which can be taken back.
 */
public final class OpenEpisode {
  private static final long PATIENCE_MILLIS = 5_000;
  private static final Duration STEP = Duration.ofMillis(50);

  private final String key;
  private final Path post;
  private final Episodes all;
  private final EpisodeMemory memory;
  private final ReentrantLock lock = new ReentrantLock(/* fair= */ true);
  private final Map<String, Pending> pending = new HashMap<>();
  private @Nullable EpisodeText text;
  private volatile String announced = "";

  /** How it stands with a line's sound. */
  @EnumNaming(LowerCamelCaseStrategy.class)
  enum State {
    /** It was never spoken here. */
    NONE,
    SPOKEN,
    /** What was spoken is no longer what it says. */
    CHANGED,
    /** It waits to be spoken. */
    WAITING,
    SPEAKING,
    FAILED
  }

  /** What goes on with a line that says this, and the engine's words where that went wrong. */
  record Pending(State state, String said, Message error) {
    /** What a line says and how, to tell whether what goes on is still about that. */
    private static String said(SpokenLine line) {
      return line.voice().name() + "\t" + line.spoken() + "\t" + line.line().overrides();
    }
  }

  OpenEpisode(String key, Path post, Episodes all) throws IOException {
    this.key = key;
    this.post = post;
    this.all = all;
    Path out = all.stages().workspace().out();
    this.memory = new EpisodeMemory(out.resolve("studio").resolve(Post.stem(post) + ".json"));
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
  Path script() throws IOException {
    return all.stages().workspace().script(post);
  }

  /** What makes its script of its post. */
  public ScriptWriter writer(ScriptOptions options) throws IOException {
    Show show = Shows.find(post, Optional.empty());
    return all.stages().scripts().of(Posts.read(post), show, script(), options);
  }

  EpisodeMemory memory() {
    return memory;
  }

  /** The script as it is on disk now, empty where there is none; a problem where it is wrong. */
  synchronized Optional<EpisodeText> text() throws IOException {
    Episodes.Generation now = all.generation();
    Path file = now.stages().workspace().script(post);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String written = Files.readString(file);
    if (text == null
        || text.generation() != now.number()
        || !text.content().text().equals(written)) {
      ScriptContent content = now.stages().scripts().content(file, written);
      text = EpisodeText.of(content, now.stages(), now.number());
    }
    return Optional.of(text);
  }

  /** The script as it is now. */
  EpisodeText requireText() throws IOException {
    return text().orElseThrow(() -> Problem.input("studio.noScript", Workspace.name(post)));
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
      Episodes.Generation now = all.generation();
      Path file = now.stages().workspace().script(post);
      return now.number() + (Files.isRegularFile(file) ? Files.readString(file) : "");
    } catch (IOException | Problem unreadable) {
      return "";
    }
  }

  /** The whole episode. */
  public Fields view() throws IOException {
    return EpisodeJson.of(all, this, text(), List.of());
  }

  /** One of its lines. */
  public Fields line(String id) throws IOException {
    return EpisodeJson.line(all, this, requireText(), id);
  }

  /** What of the post a line tells, none where it is of no article. */
  public CopyCheck.Source sourceOf(String id) throws IOException {
    EpisodeText now = requireText();
    return now.stages().scripts().sourceOf(Posts.read(post), now.content(), id);
  }

  /** The lines that have no sound yet. */
  public List<String> missing() throws IOException {
    EpisodeText now = requireText();
    Set<String> there = all.sounds().of(Optional.of(now), memory).keySet();
    return now.audible().stream()
        .map(line -> line.line().id())
        .filter(id -> !there.contains(id))
        .toList();
  }

  /** Marks lines to be looked at again, or takes their marks away. */
  public void mark(Set<String> ids, boolean marked) {
    memory.mark(ids, marked);
    all.tell(this);
  }

  /** Changes one line as {@link LineRequest} tells; refused where that began with another one. */
  public Fields edit(String id, ObjectNode fields) throws IOException {
    LineRequest request = new LineRequest(fields);
    Done done =
        changed(
            now -> {
              SpokenLine line = now.line(id);
              boolean same = request.base().equals(EpisodeJson.base(line.line()));
              if (!request.base().isEmpty() && !same) {
                throw Refused.conflict(
                    Message.of("studio.lineChanged"),
                    Optional.of(EpisodeJson.line(all, this, now, id)));
              }
              return script -> script.edit(List.of(id), it -> request.edited(line));
            });
    return EpisodeJson.line(all, this, done.now(), id);
  }

  /** Puts back what the script said when a sound was made. */
  public Fields take(String id, String clip) throws IOException {
    EpisodeMemory.Recording sound =
        memory.takes(id).stream()
            .filter(it -> it.clip().equals(clip))
            .findFirst()
            .orElseThrow(() -> Problem.input("studio.soundGone", id));
    Done done = changed(now -> script -> script.edit(List.of(id), sound::of));
    return EpisodeJson.line(all, this, done.now(), id);
  }

  /** Changes lines or sections; the episode as it is now, with the ids of lines that were added. */
  public Fields change(Function<ScriptChange, Message> change) throws IOException {
    Done done = changed(now -> change);
    List<String> added =
        done.update()
            .script()
            .lines()
            .map(Line::id)
            .filter(id -> !done.before().spoken().containsKey(id))
            .toList();
    return view(done).with("added", added);
  }

  /** Takes the last change of the script back, or does one again that was taken back. */
  public Fields step(ScriptHistory.Step step) throws IOException {
    return view(written(now -> now.stages().scripts().history().after(step, now.content())));
  }

  private Fields view(Done done) throws IOException {
    return EpisodeJson.of(all, this, Optional.of(done.now()), done.update().notes());
  }

  /** Has a word read like this in these lines, else in all that have it but those approved. */
  public void read(Optional<List<String>> ids, String word, String reading) throws IOException {
    List<String> lines = ids.isPresent() ? ids.get() : found(word).lines();
    if (lines.isEmpty()) {
      throw Problem.input("studio.wordNowhere", word);
    }
    change(script -> script.read(lines, word, reading));
  }

  /** Where a text stands: lines in which it may be replaced, and how many are approved. */
  public record Found(int count, List<String> lines, int approved) {}

  /** Where this text stands. */
  public Found found(String words) throws IOException {
    EpisodeText now = requireText();
    List<String> lines = new ArrayList<>();
    for (SpokenLine line : now.spoken().values()) {
      if (!words.isEmpty() && line.line().written().contains(words)) {
        lines.add(line.line().id());
      }
    }
    int every = lines.size();
    lines.removeAll(now.content().approved());
    return new Found(lines.size(), lines, every - lines.size());
  }

  /** A change with the script before and after it. */
  private record Done(EpisodeText before, ScriptUpdate update, EpisodeText now) {}

  /** Changes the script; the sounds of lines that are heard otherwise now are remembered. */
  private Done changed(IoFunction<EpisodeText, Function<ScriptChange, Message>> change)
      throws IOException {
    return written(
        now -> {
          ScriptUpdate made = now.stages().scripts().change(now.content(), change.apply(now));
          keepSounds(now, made);
          return made;
        });
  }

  /** Reads the script once and writes it once, and tells everybody. */
  private Done written(IoFunction<EpisodeText, ScriptUpdate> change) throws IOException {
    Done done =
        alone(
            () -> {
              try (HeldLock held = held()) {
                EpisodeText before = requireText();
                ScriptUpdate update = change.apply(before);
                before.stages().scripts().save(update);
                return new Done(before, update, now(update));
              }
            });
    all.tellChanged(this);
    return done;
  }

  /** What the script says now that an update was written, which everybody is told. */
  private synchronized EpisodeText now(ScriptUpdate update) throws IOException {
    Episodes.Generation now = all.generation();
    announced = now.number() + update.text();
    text = EpisodeText.of(update.content(), now.stages(), now.number());
    return text;
  }

  /** Works on it while nobody else of this process does; the work takes the command's lock. */
  public <T> T alone(IoSupplier<T> work) throws IOException {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The lock that commands hold, for which a moment is waited; refused while one is at work. */
  private HeldLock held() throws IOException {
    Workspace workspace = all.stages().workspace();
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (true) {
      try {
        return workspace.lock(post);
      } catch (Problem held) {
        if (System.currentTimeMillis() > until) {
          throw Refused.conflict(held.said(), Optional.empty());
        }
      }
      BackgroundTask.sleep(STEP);
    }
  }

  /** Remembers the sounds of lines that are others after a change, to be heard beside the new. */
  private void keepSounds(EpisodeText now, ScriptUpdate made) throws IOException {
    List<SpokenLine> changed = new ArrayList<>();
    for (Line line : made.script().lines().toList()) {
      SpokenLine before = now.spoken().get(line.id());
      if (before != null && !before.line().withFileLine(0).equals(line.withFileLine(0))) {
        changed.add(before);
      }
    }
    Map<String, ClipStore.Found> sounds = all.sounds().of(now, memory, changed);
    for (SpokenLine line : changed) {
      String id = line.line().id();
      ClipStore.Found sound = sounds.get(id);
      if (sound != null
          && memory.takes(id).stream().noneMatch(it -> it.clip().equals(sound.clip().identity()))) {
        memory.add(id, EpisodeMemory.Recording.of(line, sound.clip()));
      }
    }
  }

  /** From now on this goes on with a line, told in an engine's words where it went wrong. */
  synchronized void setPending(SpokenLine line, State state, Message error) {
    pending.put(line.line().id(), new Pending(state, Pending.said(line), error));
  }

  synchronized void clearPending(String id) {
    pending.remove(id);
  }

  /** What goes on with a line that says this. */
  synchronized Optional<Pending> pending(SpokenLine line) {
    return Optional.ofNullable(pending.get(line.line().id()))
        .filter(it -> it.said().equals(Pending.said(line)));
  }

  /**
   * A change of one line as the page sends it: a field that is missing stays as it is, one that is
   * null is as usual from now on.
   */
  private record LineRequest(ObjectNode fields) {
    /** What the page had when the change began, "" for whatever is there. */
    String base() {
      return fields.path("base").asText("");
    }

    /** What the change makes of a line like this; a usage problem where a field is wrong. */
    Line edited(SpokenLine spoken) {
      Line line = spoken.line();
      LineOverrides before = line.overrides();
      String accents = text("accents", "");
      return line.withWritten(text("written", line.written()))
          .withSpoken(
              accents.isEmpty()
                  ? text("spoken", fields.has("accents") ? "" : line.spoken())
                  : accents)
          .withSpeaker(speaker(spoken))
          .withOverrides(
              new LineOverrides(
                  number("speed", before.speed()),
                  number("pitch", before.pitch()),
                  number("intonation", before.intonation()),
                  number("volume", before.volume())))
          .withPause(
              field(
                      "pauseMillis",
                      Message.of("studio.milliseconds"),
                      it -> it.canConvertToInt() && it.asInt() >= 0)
                  .map(JsonNode::asInt)
                  .orElse(line.extraPauseMillis()));
    }

    private String text(String name, String before) {
      return field(name, Message.of("yaml.text"), JsonNode::isTextual)
          .map(it -> it.asText(""))
          .orElse(before);
    }

    private Optional<Double> number(String name, Optional<Double> before) {
      return field(name, Message.of("cli.number"), JsonNode::isNumber)
          .map(it -> Optional.of(it).filter(JsonNode::isNumber).map(JsonNode::asDouble))
          .orElse(before);
    }

    private Optional<JsonNode> field(String name, Message what, Predicate<JsonNode> fits) {
      JsonNode value = fields.get(name);
      if (value != null && !value.isNull() && !fits.test(value)) {
        throw Problem.usage("studio.badValue", name, what, value);
      }
      return Optional.ofNullable(value);
    }

    /** A style is one of the line's voice, as in {@code name/style}. */
    private String speaker(SpokenLine spoken) {
      String name = text("speaker", spoken.line().speaker());
      if (!fields.has("style")) {
        return name;
      }
      String style = text("style", "");
      String own = name.replaceFirst("/.*", "");
      String voice = own.isEmpty() && !style.isEmpty() ? spoken.voice().name() : own;
      return style.isEmpty() ? voice : voice + "/" + style;
    }
  }
}
