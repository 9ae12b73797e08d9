package dev.zundacast.script;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The last changes that commands made to each script, with the text from before, so that they can
 * be taken back, and done again: one file a change, written before the script is.
 */
public final class ScriptHistory {
  private static final int KEPT = 50;

  private final Path folder;
  private final Voices voices;

  /**
   * @param folder has a folder for each script; it need not exist
   * @param voices the characters of the scripts
   */
  ScriptHistory(Path folder, Voices voices) {
    this.folder = folder;
    this.voices = voices;
  }

  /** A step in a script's history. */
  public enum Step {
    /** Takes the last change back. */
    UNDO,
    /** Does a change again that was taken back. */
    REDO
  }

  /**
   * One change.
   *
   * @param when the time on the wall
   * @param before the script's text before
   * @param after digest of its text afterwards
   * @param notes what was done, for people
   */
  record Change(String when, String before, String after, List<Message> notes) {}

  private record Kept(Path file, Change change) {}

  private static String digest(String text) {
    return new Digest().add(text).hex();
  }

  /**
   * What a step makes of a script, which can be saved like any other change.
   *
   * @throws Problem when there is nothing to take back or do again, or somebody else edited the
   *     script since
   */
  public ScriptUpdate after(Step step, ScriptContent now) throws IOException {
    Path file = now.script().file();
    Message nothing = step == Step.UNDO ? Message.of("undo.none") : Message.of("undo.noRedo");
    Kept kept =
        last(step, file, now.text()).orElseThrow(() -> Problem.in(Diagnostic.of(file, nothing)));
    Change last = kept.change();
    if (!last.after().equals(digest(now.text()))) {
      Message message = Message.of("undo.edited", last.when());
      throw Problem.in(Diagnostic.of(file, message).withNext("undo.before", kept.file()));
    }
    ScriptDocument then = ScriptDocument.parse(file, last.before(), voices);
    return new ScriptUpdate(
        Optional.of(now.text()), then.content(), last.notes(), List.of(), Optional.of(step));
  }

  /** What the change did that a step concerns, empty when the step cannot be taken. */
  public Optional<Message> changeOf(Step step, ScriptContent now) throws IOException {
    return last(step, now.script().file(), now.text())
        .map(Kept::change)
        .filter(change -> change.after().equals(digest(now.text())))
        .map(
            change ->
                change.notes().isEmpty() ? Message.plain(change.when()) : change.notes().get(0));
  }

  /** Remembers a change before it is written; the oldest of too many goes. */
  void add(ScriptUpdate update) throws IOException {
    if (update.before().isEmpty()) {
      return;
    }
    Path script = update.script().file();
    Step back = update.step().equals(Optional.of(Step.UNDO)) ? Step.REDO : Step.UNDO;
    List<Path> all = files(back, script);
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT + 1))) {
      Files.deleteIfExists(old);
    }
    String last = all.isEmpty() ? "0" : Post.stem(all.get(all.size() - 1));
    String next = String.format(Locale.ROOT, "%08d.json", Integer.parseInt(last) + 1);
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    Change change =
        new Change(now.toString(), update.before().get(), digest(update.text()), update.notes());
    CacheFile.write(changes(back, script).resolve(next), change);
  }

  /** Forgets a change that was taken, or what can no more be done again behind another one. */
  void forget(ScriptUpdate update) throws IOException {
    Path script = update.script().file();
    Step step = update.step().orElse(Step.REDO);
    List<Path> all = files(step, script);
    Optional<Kept> taken =
        update.step().isPresent()
            ? last(step, script, update.before().orElse(""))
            : Optional.empty();
    for (Path file : all.subList(taken.map(Kept::file).map(all::indexOf).orElse(0), all.size())) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * The last change, past what is damaged or of a command that has not written the script. Those
   * stay: a step may be about to write it while another thread looks.
   */
  private Optional<Kept> last(Step step, Path script, String now) throws IOException {
    return files(step, script).stream()
        .sorted(Comparator.reverseOrder())
        .flatMap(it -> CacheFile.read(it, Change.class).map(found -> new Kept(it, found)).stream())
        .filter(it -> !it.change().before().equals(now))
        .findFirst();
  }

  private List<Path> files(Step step, Path script) throws IOException {
    return SafePath.named("\\d{8}\\.json", changes(step, script));
  }

  /** The folder of the changes that a step goes through. */
  private Path changes(Step step, Path script) {
    Path changes = folder.resolve(Post.stem(script));
    return step == Step.UNDO ? changes : changes.resolve("redo");
  }
}
