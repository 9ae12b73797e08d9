package dev.zundacast.script;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Rewrites;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.LineComments;
import dev.zundacast.script.file.LineHead;
import dev.zundacast.script.file.MergeBase;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.length.Estimate;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.script.speech.Styled;
import dev.zundacast.script.speech.Wording;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns posts into scripts, and keeps script files that people edit up to date. Safe for many
 * threads; only {@link #save} writes.
 */
public final class Scripts {
  private final Voices voices;
  private final SpeechStyles styles;
  private final CastList castList;
  private final Estimate estimate;
  private final Morphology morphology;
  private volatile @Nullable Wording wording;
  private final Optional<ScriptHistory> history;

  /**
   * @param voices the characters, with the folders of their templates
   */
  public Scripts(Voices voices, Morphology morphology) {
    this(voices, morphology, Optional.empty());
  }

  /**
   * Scripts whose last changes can be taken back.
   *
   * @param history the folder for what they were before
   */
  public Scripts(Voices voices, Morphology morphology, Path history) {
    this(voices, morphology, Optional.of(new ScriptHistory(history)));
  }

  private Scripts(Voices voices, Morphology morphology, Optional<ScriptHistory> history) {
    this.history = history;
    this.voices = voices;
    this.styles = new SpeechStyles(voices.folders(), morphology);
    this.castList = new CastList(voices, styles);
    this.estimate = new Estimate(voices);
    this.morphology = morphology;
  }

  /**
   * The script of a post: new, or the file that is there with what changed in the post. A person's
   * edits stay.
   *
   * @throws Problem when the file, the template or the narration is wrong
   */
  public ScriptUpdate update(Post post, Show show, Path scriptFile, ScriptOptions options)
      throws IOException {
    return update(post, show, scriptFile, options, Rewrites.REMEMBERED);
  }

  /**
   * The same with articles in the words of a language model.
   *
   * @param rewrites which ones
   */
  public ScriptUpdate update(
      Post post, Show show, Path scriptFile, ScriptOptions options, Rewrites rewrites)
      throws IOException {
    return run(post, show, scriptFile, options).update(text(scriptFile), options, rewrites);
  }

  /** What a language model may be asked to rewrite of a post. */
  public List<RewriteSource> sources(Post post, Show show, Path scriptFile, ScriptOptions options)
      throws IOException {
    return run(post, show, scriptFile, options).sources(text(scriptFile), options);
  }

  private ScriptRun run(Post post, Show show, Path scriptFile, ScriptOptions options) {
    Show programme = options.show(post, show, voices);
    return new ScriptRun(voices, castList, wording(), post, programme, scriptFile);
  }

  /** The text of the script that the program would make of a post if there was none. */
  public String anew(Post post, Show show, Path scriptFile, ScriptOptions options)
      throws IOException {
    Map<String, Rewrite> standing = new HashMap<>();
    for (RewriteSource source : sources(post, show, scriptFile, options)) {
      source.standing().ifPresent(it -> standing.put(source.article(), it));
    }
    Rewrites remembered = new Rewrites(Rewrites.Memory.DROPPED, standing, Map.of());
    return run(post, show, scriptFile, options)
        .update(Optional.empty(), options, remembered)
        .text();
  }

  /**
   * A line that the program makes of a post, and why.
   *
   * @param text what is said
   * @param said whether it is said, or left out
   * @param rules the rows of tables that made it so
   */
  public record Explained(String text, boolean said, List<String> rules) {
    public Explained {
      rules = List.copyOf(rules);
    }
  }

  /** What the program makes of a post, line by line, with the rules that made it. */
  public List<Explained> explain(Post post, Show show, Path scriptFile, ScriptOptions options)
      throws IOException {
    ScriptDraft draft = run(post, show, scriptFile, options).draft(text(scriptFile), options);
    return draft.chapters().stream()
        .flatMap(chapter -> chapter.lines().stream())
        .map(it -> new Explained(it.text(), it.role() != ScriptDraft.Role.LEFT_OUT, it.rules()))
        .toList();
  }

  /** What the program makes of a post whose script is nowhere yet. */
  ScriptDraft draft(Post post, Show show) throws IOException {
    return new ScriptRun(voices, castList, wording(), post, show, post.file())
        .draft(Optional.empty(), ScriptOptions.DEFAULTS);
  }

  /** Loaded when the first post is read, which many runs never do. */
  private Wording wording() {
    Wording known = wording;
    if (known == null) {
      known = Wording.load(voices.folders(), morphology, styles);
      wording = known;
    }
    return known;
  }

  /** Writes an update's text to its file, unless it is there already. */
  public void save(ScriptUpdate update) throws IOException {
    if (!update.changes()) {
      return;
    }
    Path file = update.script().file();
    if (!text(file).equals(update.before())) {
      throw Problem.in(
          Diagnostic.of(file, "the script was changed meanwhile; it is left as it is")
              .withNext("run the same command again"));
    }
    if (history.isPresent()) {
      history.get().add(update);
    }
    AtomicFile.write(file, update.text());
  }

  /**
   * What a script was before a command changed it last; {@link #takeBack} puts it there.
   *
   * @throws Problem when nothing is remembered, or somebody else edited the script since
   */
  public ScriptUpdate beforeLastChange(Path scriptFile) throws IOException {
    String now = open(scriptFile).text();
    ChangeStack.Change last = history().last(scriptFile, now);
    ScriptDocument before = ScriptDocument.parse(scriptFile, last.before(), voices);
    return ScriptUpdate.of(Optional.of(now), before, last.notes());
  }

  /** Puts a script back to what it was, and forgets the change. */
  public void takeBack(ScriptUpdate back) throws IOException {
    history().takenBack(back);
    AtomicFile.write(back.script().file(), back.text());
    history().forgetLast(back.script().file());
  }

  /** What {@link #takeBack} would take back of a script that says this now; empty for nothing. */
  public Optional<String> undoable(Path scriptFile, String now) throws IOException {
    return history().undoable(scriptFile, now);
  }

  /** What {@link #bringBack} would do again to a script that says this now; empty for nothing. */
  public Optional<String> redoable(Path scriptFile, String now) throws IOException {
    return history().redoable(scriptFile, now);
  }

  /**
   * What a script was before its last change was taken back; {@link #bringBack} puts it there.
   *
   * @throws Problem when nothing was taken back, or somebody edited the script since
   */
  public ScriptUpdate afterTakenBack(Path scriptFile) throws IOException {
    String now = open(scriptFile).text();
    ChangeStack.Change last = history().lastTakenBack(scriptFile, now);
    ScriptDocument after = ScriptDocument.parse(scriptFile, last.before(), voices);
    return ScriptUpdate.of(Optional.of(now), after, last.notes());
  }

  /** Does a change again that was taken back. */
  public void bringBack(ScriptUpdate again) throws IOException {
    Path file = again.script().file();
    history().broughtBack(again);
    AtomicFile.write(file, again.text());
  }

  private ScriptHistory history() {
    return history.orElseThrow(() -> new IllegalStateException("no history is kept"));
  }

  /**
   * What the post says now where a person has words of their own: each waits in the script until a
   * person takes it over, or deletes it.
   */
  public List<ScriptDocument.Decision> decisions(Path scriptFile) throws IOException {
    ScriptDocument document = open(scriptFile);
    document.giveIds();
    return document.decisions();
  }

  /**
   * Reads a script file with what its comments tell; see {@link #read}.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  public ScriptContent content(Path scriptFile) throws IOException {
    ScriptDocument document = open(scriptFile);
    String text = document.text();
    document.giveIds();
    Script script = document.script();
    Set<String> notChosen = new HashSet<>();
    for (MergeBase base : document.memory().mergeBases().values()) {
      base.lines().stream()
          .filter(MergeBase.Trace::isLeftOut)
          .forEach(trace -> notChosen.add(trace.id()));
    }
    List<ScriptContent.LeftOut> leftOut =
        document.comments().commented().stream()
            .map(it -> leftOut(it, notChosen.contains(it.id())))
            .toList();
    return new ScriptContent(
        text,
        script,
        document.decisions(),
        leftOut,
        document.comments().approved(script.lines().toList()));
  }

  private static ScriptContent.LeftOut leftOut(LineComments.Commented line, boolean notChosen) {
    return new ScriptContent.LeftOut(
        line.id(),
        line.section(),
        line.after(),
        line.text(),
        notChosen ? ScriptContent.Why.NOT_CHOSEN : ScriptContent.Why.LOST);
  }

  /**
   * Reads a script file. Lines that have no id yet get the one that the next update writes.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  public Script read(Path scriptFile) throws IOException {
    ScriptDocument document = open(scriptFile);
    document.giveIds();
    return document.script();
  }

  /**
   * Puts the same change into lines of a script file; {@link LineEdit#NONE} only looks whether they
   * are there.
   *
   * @throws Problem when the file is wrong, lacks one of the lines, or would be wrong with the
   *     change
   */
  public ScriptUpdate edit(Path scriptFile, List<String> lineIds, LineEdit edit)
      throws IOException {
    ScriptDocument document = open(scriptFile);
    String before = document.text();
    document.giveIds();
    edit.speaker().ifPresent(speaker -> castList.require(speaker, scriptFile));
    for (String lineId : lineIds) {
      if (!document.hasLine(lineId)) {
        throw noSuchLine(document, scriptFile, lineId);
      }
      if (!edit.isNone()) {
        change(document, lineId, edit);
      }
    }
    ScriptDocument after = edit.isNone() ? document : checked(document);
    return ScriptUpdate.of(Optional.of(before), after, List.of());
  }

  /**
   * Puts a change to its lines or sections into a script file.
   *
   * @throws Problem when the file is wrong, lacks what the change names, or would be wrong with it
   */
  public ScriptUpdate change(Path scriptFile, ScriptChange change) throws IOException {
    ScriptDocument document = open(scriptFile);
    String before = document.text();
    document.giveIds();
    LineChanges changes = new LineChanges(document, voices);
    String done = changes.make(change);
    checked(document);
    return ScriptUpdate.of(Optional.of(before), changes.read(), List.of(done));
  }

  /** The lines in whose written text this stands, inline readings and all. */
  public List<String> find(Path scriptFile, String text) throws IOException {
    return new LineChanges(open(scriptFile), voices).found(text);
  }

  /** A script that says what no script may say is found before it is written. */
  private ScriptDocument checked(ScriptDocument edited) {
    try {
      return ScriptDocument.parse(edited.file(), edited.text(), voices);
    } catch (Problem e) {
      List<Diagnostic> findings =
          e.diagnostics().stream()
              .map(it -> it.withNext(it.next() + "; the script is left as it is"))
              .toList();
      throw Problem.in(findings).causedBy(e);
    }
  }

  private static void change(ScriptDocument document, String lineId, LineEdit edit) {
    LineHead before =
        edit.rest() == LineEdit.Rest.GOES
            ? document.head(lineId).withOverrides(LineOverrides.NONE)
            : document.head(lineId);
    LineHead head =
        before
            .with(edit.speaker(), edit.overrides())
            .withPause(edit.pauseMillis().orElse(before.extraPauseMillis()));
    document.setLine(head, edit.text().map(Scripts::oneLine).orElse(document.written(lineId)));
    edit.spoken().ifPresent(spoken -> document.setSpoken(lineId, oneLine(spoken)));
    // Who approved it approved something else.
    document.comments().removeApproval(lineId);
  }

  /** How long the script will take to hear, from moras, speed and pauses. */
  public Duration estimate(Script script) {
    return estimate.of(script);
  }

  /** How long the voices will speak, without pauses and music. */
  public Duration estimateOfSpeech(Script script) {
    return estimate.speech(script);
  }

  /** Text in the style of this name, sentence by sentence; empty when no rule fits any of it. */
  public Optional<String> styled(String text, String style) {
    StringBuilder all = new StringBuilder();
    boolean fits = false;
    int from = 0;
    for (String sentence : Sentences.split(text)) {
      int at = text.indexOf(sentence, from);
      Styled styled = styles.styled(sentence, style);
      all.append(text, from, at).append(styled.text());
      fits |= styled.fits();
      from = at + sentence.length();
    }
    all.append(text, from, text.length());
    return fits ? Optional.of(all.toString()) : Optional.empty();
  }

  /** A sentence in the style of this name, with the rule that made it so. */
  public Styled explain(String sentence, String style) {
    return styles.styled(sentence, style);
  }

  private ScriptDocument open(Path scriptFile) throws IOException {
    String text =
        text(scriptFile)
            .orElseThrow(
                () ->
                    Problem.in(
                        Diagnostic.of(scriptFile, "no such script")
                            .withNext("make it with 'zundacast script POST'")));
    return ScriptDocument.parse(scriptFile, text, voices);
  }

  static Optional<String> text(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw Problem.in(
              Diagnostic.of(file, "the file is not UTF-8 text").withNext("save it as UTF-8"))
          .causedBy(e);
    }
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  static Problem noSuchLine(ScriptDocument document, Path file, String lineId) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    document
        .lines()
        .keySet()
        .forEach(
            id ->
                ids.computeIfAbsent(id.replaceAll("\\..*", ""), key -> new java.util.ArrayList<>())
                    .add(id));
    List<String> ranges =
        ids.values().stream()
            .map(list -> list.get(0) + " to " + list.get(list.size() - 1))
            .toList();
    return Problem.in(
        Diagnostic.of(
            file, "there is no line '" + lineId + "'; there are " + String.join(", ", ranges)));
  }
}
