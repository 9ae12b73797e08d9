package dev.zundacast.script;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Rewrite;
import dev.zundacast.episode.RewriteSource;
import dev.zundacast.episode.Rewrites;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.length.Estimate;
import dev.zundacast.script.merge.ScriptDraft;
import dev.zundacast.script.narration.CopyCheck;
import dev.zundacast.script.narration.NarrationDraft;
import dev.zundacast.script.narration.Slides;
import dev.zundacast.script.narration.Sound;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.WordingCheck;
import dev.zundacast.words.WordingCheck.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns posts into scripts, and keeps script files that people edit up to date. Safe for many
 * threads; only {@link #save} writes.
 */
public final class Scripts {
  /** A character is held to its endings where so many of its sentences have them. */
  private static final double IN_VOICE = 0.6;

  /** An episode of them takes more than an hour; what has more is a list of links. */
  private static final int MOST_ARTICLES = 100;

  /** Ten times what a long article of a show has; brackets in it are looked at in pairs. */
  private static final int MOST_CHARACTERS = 20_000;

  private final Voices voices;
  private final SpeechStyles styles;
  private final CastList castList;
  private final Estimate estimate;
  private final ScriptFiles files;
  private final Morphology morphology;
  private final Sound sound;
  private volatile @Nullable Wording wording;
  private final Optional<ScriptHistory> history;

  /**
   * @param voices the characters, with the folders of their templates
   */
  public Scripts(Voices voices, Morphology morphology) {
    this(voices, morphology, UnaryOperator.identity(), Optional.empty());
  }

  /**
   * Scripts whose last changes can be taken back.
   *
   * @param spoken how names and figures are spoken
   * @param history the folder for what they were before
   */
  public Scripts(Voices voices, Morphology morphology, UnaryOperator<String> spoken, Path history) {
    this(voices, morphology, spoken, Optional.of(new ScriptHistory(history, voices)));
  }

  private Scripts(
      Voices voices,
      Morphology morphology,
      UnaryOperator<String> spoken,
      Optional<ScriptHistory> history) {
    this.sound = new Sound(spoken, morphology);
    this.voices = voices;
    this.files = new ScriptFiles(voices);
    this.history = history;
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
    return run(post, show, scriptFile, options)
        .update(ScriptFiles.text(scriptFile), options, rewrites);
  }

  /** What a language model may be asked to rewrite of a post. */
  public List<RewriteSource> sources(Post post, Show show, Path scriptFile, ScriptOptions options)
      throws IOException {
    return run(post, show, scriptFile, options).sources(ScriptFiles.text(scriptFile), options);
  }

  /** The same of a post whatever its script tells. */
  public List<RewriteSource> sources(Post post, Show show, ScriptOptions options)
      throws IOException {
    ScriptOptions asked = options.withoutNarration();
    return run(post, show, post.file(), asked).sources(Optional.empty(), asked);
  }

  /**
   * The lines of a script that say a language model's words of sentences which the post no longer
   * has.
   */
  public List<Line> outdatedRewrites(Post post, Show show, Path scriptFile) throws IOException {
    return files.holdsRewrites(scriptFile)
        ? RewriteText.outdated(
            files.open(scriptFile).script(),
            sources(post, show, scriptFile, ScriptOptions.DEFAULTS))
        : List.of();
  }

  private ScriptRun run(Post post, Show show, Path scriptFile, ScriptOptions options) {
    requireSayable(post);
    Show programme = options.show(post, show, voices);
    return new ScriptRun(voices, castList, wording(), sound, post, programme, scriptFile);
  }

  private static void requireSayable(Post post) {
    List<Article> articles = post.articles();
    if (articles.size() > MOST_ARTICLES) {
      String found = articles.size() + " articles; expected at most " + MOST_ARTICLES;
      throw tooLarge(post, articles.get(MOST_ARTICLES), found);
    }
    for (Article article : articles) {
      int characters = article.blocks().stream().mapToInt(it -> it.text().length()).sum();
      if (characters > MOST_CHARACTERS) {
        throw tooLarge(
            post,
            article,
            "an article of " + characters + " characters; expected at most " + MOST_CHARACTERS);
      }
    }
  }

  private static Problem tooLarge(Post post, Article article, String found) {
    return Problem.in(
        Diagnostic.at(post.file(), article.line(), found).withNext("is this a post of the show?"));
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
    ScriptDraft draft =
        run(post, show, scriptFile, options).draft(ScriptFiles.text(scriptFile), options);
    return draft.chapters().stream()
        .flatMap(chapter -> chapter.lines().stream())
        .map(it -> new Explained(it.text(), it.role() != ScriptDraft.Role.LEFT_OUT, it.rules()))
        .toList();
  }

  /** The line in which the character of a post says that the voice is artificial, "" for none. */
  public String disclosure(Post post, Show show, ScriptOptions options) throws IOException {
    return run(post, show, post.file(), options).disclosure(options);
  }

  /** What the program makes of a post whose script is nowhere yet. */
  ScriptDraft draft(Post post, Show show) throws IOException {
    return new ScriptRun(voices, castList, wording(), sound, post, show, post.file())
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
    requireAsRead(update);
    put(update);
  }

  /**
   * The same without a second look at the file, for who has just read it and lets nobody else at
   * it.
   */
  public void put(ScriptUpdate update) throws IOException {
    if (takes(update)) {
      AtomicFile.write(AtomicFile.behind(update.script().file()), update.text());
    }
  }

  /**
   * The same for many scripts of a folder, whose names are flushed once behind the last of them.
   */
  public void saveOneOfMany(ScriptUpdate update) throws IOException {
    requireAsRead(update);
    if (takes(update)) {
      byte[] text = update.text().getBytes(StandardCharsets.UTF_8);
      AtomicFile.writeOneOfMany(AtomicFile.behind(update.script().file()), text);
    }
  }

  private static void requireAsRead(ScriptUpdate update) throws IOException {
    Path file = update.script().file();
    if (update.changes() && !ScriptFiles.text(file).equals(update.before())) {
      throw Problem.in(
          Diagnostic.of(file, "the script was changed meanwhile; it is left as it is")
              .withNext("run the same command again"));
    }
  }

  /** Whether there is a change to be written; it can be taken back then. */
  private boolean takes(ScriptUpdate update) throws IOException {
    if (update.changes() && history.isPresent()) {
      history.get().add(update);
    }
    return update.changes();
  }

  /** A step in a script's history. */
  public enum Step {
    /** Takes the last change back. */
    UNDO,
    /** Does a change again that was taken back. */
    REDO
  }

  /**
   * What a step makes of a script; {@link #take} writes it.
   *
   * @throws Problem when there is nothing to take back or do again, or somebody else edited the
   *     script since
   */
  public ScriptUpdate after(Step step, Path scriptFile) throws IOException {
    return history().after(step, files.open(scriptFile));
  }

  /** The same for a script that was read already. */
  public ScriptUpdate after(Step step, ScriptContent now) throws IOException {
    return history().after(step, document(now));
  }

  /** Writes what a step makes of a script; the step can be taken the other way. */
  public void take(Step step, ScriptUpdate update) throws IOException {
    history().take(step, update);
  }

  /** The change that a step would concern in a script that says this now; empty for none. */
  public Optional<String> changeOf(Step step, Path scriptFile, String now) throws IOException {
    return history().changeOf(step, scriptFile, now);
  }

  private ScriptHistory history() {
    return history.orElseThrow(() -> new IllegalStateException("no history is kept"));
  }

  /**
   * What the post says now where a person has words of their own: each waits in the script until a
   * person takes it over, or deletes it.
   */
  public List<ScriptDocument.Decision> decisions(Path scriptFile) throws IOException {
    return files.openWithIds(scriptFile).decisions();
  }

  /** A script file's text with what its comments tell; see {@link #read}. */
  public ScriptContent content(Path scriptFile, String text) {
    return ScriptFiles.content(files.parse(scriptFile, text));
  }

  /**
   * Reads a script file. Lines that have no id yet get the one that the next update writes.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  public Script read(Path scriptFile) throws IOException {
    return files.openWithIds(scriptFile).script();
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
    edit.speaker().ifPresent(speaker -> castList.require(speaker, scriptFile));
    return new LineChanges(files.open(scriptFile), voices).edited(lineIds, edit);
  }

  /** The same for a script that was read already. */
  public ScriptUpdate edit(ScriptContent now, List<String> lineIds, LineEdit edit) {
    edit.speaker().ifPresent(speaker -> castList.require(speaker, now.script().file()));
    return new LineChanges(document(now), voices).edited(lineIds, edit);
  }

  private ScriptDocument document(ScriptContent now) {
    return files.parse(now.script().file(), now.text());
  }

  /**
   * Puts a change to its lines or sections into a script.
   *
   * @throws Problem when it lacks what the change names, or would be wrong with it
   */
  public ScriptUpdate change(ScriptContent now, ScriptChange change) {
    return new LineChanges(document(now), voices).changed(change);
  }

  /** The lines in whose written text this stands, inline readings and all. */
  public List<String> find(ScriptContent now, String text) {
    return new LineChanges(document(now), voices).found(text);
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
    return styles.styledText(text, style);
  }

  /** The text of a file of slides with the times at which their lines are heard. */
  public static String timed(Path slides, Timeline timeline) throws IOException {
    return Slides.of(slides, ScriptFiles.text(slides).orElse("")).timed(timeline);
  }

  /**
   * What is wrong in what people wrote in a script, or models: what the post does not say, and what
   * nobody says on air; nothing of lines that a person approved, or of the tool's own.
   */
  public List<Diagnostic> misstatements(Post post, Path scriptFile) throws IOException {
    return misstatements(post, files.openWithIds(scriptFile));
  }

  /** The same of a script that is not written yet. */
  public List<Diagnostic> misstatements(Post post, ScriptUpdate update) {
    return misstatements(post, files.parse(update.script().file(), update.text()));
  }

  /** The same of a script that was read already. */
  public List<Diagnostic> misstatements(Post post, ScriptContent now) {
    return misstatements(post, document(now));
  }

  /** What of the post a line of its script tells; empty where the line is of no article. */
  public Optional<CopyCheck.Source> sourceOf(Post post, ScriptContent now, String lineId) {
    CopyCheck check = new CopyCheck(post, sound);
    return now.script().sections().stream()
        .flatMap(
            section ->
                section
                    .lines()
                    .filter(line -> line.id().equals(lineId))
                    .flatMap(line -> check.sourceOf(section, line).stream()))
        .findFirst();
  }

  /** Whether there is a script that tells the narration of this name. */
  public boolean tells(Path scriptFile, String narration) throws IOException {
    return Files.isRegularFile(scriptFile)
        && files
            .open(scriptFile)
            .header(ScriptRun.NARRATION)
            .filter(it -> it.startsWith(narration + " "))
            .isPresent();
  }

  /**
   * Where the pieces of the narration belong that these options name; empty where they name none.
   *
   * @throws Problem when it says nothing, or its marks cannot be
   */
  public Optional<NarrationDraft.Placed> placed(
      Post post, Show show, Path scriptFile, ScriptOptions options) throws IOException {
    return run(post, show, scriptFile, options)
        .placed(ScriptFiles.text(scriptFile), options)
        .map(NarrationDraft::placed);
  }

  /** What whoever wrote a narration has to mend: why it is refused, else what is wrong in it. */
  public List<Diagnostic> review(Post post, Show show, Path scriptFile, ScriptOptions options)
      throws IOException {
    Optional<String> before = ScriptFiles.text(scriptFile);
    ScriptRun run = run(post, show, scriptFile, options);
    List<Diagnostic> faults =
        run.placed(before, options).map(NarrationDraft::faults).orElse(List.of());
    return faults.isEmpty()
        ? misstatements(post, run.update(before, options, Rewrites.REMEMBERED))
        : faults.stream().map(it -> Diagnostic.of(it.file(), it.message())).toList();
  }

  private List<Diagnostic> misstatements(Post post, ScriptDocument document) {
    Script script = document.script();
    List<Line> lines = script.lines().toList();
    Set<String> settled = new HashSet<>(document.approved(lines));
    List<CopyCheck.Finding> findings = new ArrayList<>();
    lines.stream()
        .collect(
            Collectors.groupingBy(it -> it.speaker().isEmpty() ? script.speaker() : it.speaker()))
        .forEach((speaker, said) -> findings.addAll(wording(speaker, said, settled)));
    boolean narrated = document.header(ScriptRun.NARRATION).isPresent();
    if (!narrated) {
      settled.addAll(document.unchanged(lines));
    }
    if (!lines.stream().allMatch(line -> settled.contains(line.id()))) {
      findings.addAll(
          new CopyCheck(post, sound)
              .of(
                  script,
                  narrated ? CopyCheck.Extent.WHOLE : CopyCheck.Extent.LINES,
                  line -> settled.contains(line.id())));
    }
    return findings.stream()
        .sorted(Comparator.comparingInt(it -> it.line().fileLine()))
        .map(it -> diagnostic(script.file(), it))
        .toList();
  }

  /** What a character says that nobody says on air, or that this one does not. */
  private List<CopyCheck.Finding> wording(String speaker, List<Line> lines, Set<String> settled) {
    List<String> endings = voices.find(speaker).map(it -> it.profile().endings()).orElse(List.of());
    List<String> sentences =
        lines.stream().flatMap(line -> Sentences.split(line.display()).stream()).toList();
    long own = sentences.stream().filter(it -> endings.stream().anyMatch(it::contains)).count();
    WordingCheck check =
        new WordingCheck(
            own > IN_VOICE * sentences.size() ? Manner.of(endings) : Manner.OPEN,
            wording().rules()::unsaid);
    return lines.stream()
        .filter(line -> !settled.contains(line.id()))
        .flatMap(
            line ->
                check.findings(line.display()).stream().map(it -> new CopyCheck.Finding(line, it)))
        .toList();
  }

  private static Diagnostic diagnostic(Path file, CopyCheck.Finding finding) {
    Line line = finding.line();
    return new Diagnostic(
        file,
        line.fileLine(),
        0,
        finding.message(),
        finding.said(),
        "change the line, or approve it in the studio");
  }
}
