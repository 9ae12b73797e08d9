package dev.zundacast.script;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.TextFile;
import dev.zundacast.episode.Article;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.ScriptChange;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.script.file.ScriptDraft;
import dev.zundacast.script.narration.CopyCheck;
import dev.zundacast.script.narration.Sound;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.tasks.RecentlyUsed;
import dev.zundacast.words.Morphology;
import dev.zundacast.words.WordingCheck;
import dev.zundacast.words.WordingCheck.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens, changes and checks the script files that people edit; {@link #of} gives what makes them of
 * their posts. Safe for many threads; only {@link #save} and its kin write.
 */
public final class Scripts {
  /** A character is held to its endings where so many of its sentences have them. */
  private static final double IN_VOICE = 0.6;

  /** An episode of them takes more than an hour; what has more is a list of links. */
  private static final int MOST_ARTICLES = 100;

  /** Ten times what a long article of a show has; brackets in it are looked at in pairs. */
  private static final int MOST_CHARACTERS = 20_000;

  private final Voices voices;
  private final Sound sound;
  private final ScriptHistory history;
  private final Optional<Map<Asked, ScriptDraft>> drafts;
  private volatile @Nullable SpeechTables tables;

  /** All that decides on a draft besides the files of the voices folders. */
  record Asked(Post post, Show show, ScriptOptions options, List<Voice> cast) {}

  /**
   * @param voices the characters, with the folders of their templates
   * @param spoken how names and figures are spoken
   * @param history the folder for what scripts were before their last changes
   */
  public Scripts(Voices voices, Morphology morphology, UnaryOperator<String> spoken, Path history) {
    this(
        voices,
        new Sound(spoken, morphology),
        new ScriptHistory(history, voices),
        Optional.empty());
  }

  private Scripts(
      Voices voices, Sound sound, ScriptHistory history, Optional<Map<Asked, ScriptDraft>> drafts) {
    this.voices = voices;
    this.sound = sound;
    this.history = history;
    this.drafts = drafts;
  }

  /**
   * The same scripts, which remember the last drafts, for a program that goes on for hours and
   * makes others when a file of a voices folder was changed: drafting took half of a studio's
   * build.
   */
  public Scripts remembering() {
    return new Scripts(
        voices, sound, history, Optional.of(RecentlyUsed.map(RecentlyUsed.EPISODES)));
  }

  // From posts.

  /** What makes the script of a post, beside the file that may be there. */
  public ScriptWriter of(Post post, Show show, Path scriptFile, ScriptOptions options)
      throws IOException {
    return new ScriptWriter(this, post, show, scriptFile, TextFile.read(scriptFile), options);
  }

  /**
   * Checks that a post is not too large for a script.
   *
   * @throws Problem when it is
   */
  public static void requireSayable(Post post) {
    List<Article> articles = post.articles();
    if (articles.size() > MOST_ARTICLES) {
      Message found = Message.of("script.tooManyArticles", articles.size(), MOST_ARTICLES);
      throw tooLarge(post, articles.get(MOST_ARTICLES), found);
    }
    for (Article article : articles) {
      int characters = article.blocks().stream().mapToInt(it -> it.text().length()).sum();
      if (characters > MOST_CHARACTERS) {
        throw tooLarge(
            post, article, Message.of("script.articleTooLong", characters, MOST_CHARACTERS));
      }
    }
  }

  private static Problem tooLarge(Post post, Article article, Message found) {
    return Problem.in(
        Diagnostic.at(post.file(), article.line(), found).withNext("script.otherShow"));
  }

  /** The same for a post's own text, whatever its script says. */
  public ScriptWriter of(Post post, Show show, ScriptOptions options) {
    return new ScriptWriter(this, post, show, post.file(), Optional.empty(), options);
  }

  Voices voices() {
    return voices;
  }

  Sound sound() {
    return sound;
  }

  /** Loaded when the first post is read, which many runs never do. */
  SpeechTables tables() {
    SpeechTables known = tables;
    if (known == null) {
      known = SpeechTables.load(voices, sound.morphology());
      tables = known;
    }
    return known;
  }

  /** What was drafted of the same before, where that is remembered; else it is drafted now. */
  ScriptDraft draft(Asked asked, Supplier<ScriptDraft> drafting) {
    return drafts.map(it -> it.computeIfAbsent(asked, any -> drafting.get())).orElseGet(drafting);
  }

  // Script files.

  /**
   * What a script file says.
   *
   * @throws Problem when it is not there, or with every finding when something in it is wrong
   */
  public ScriptContent open(Path scriptFile) throws IOException {
    return content(scriptFile, text(scriptFile));
  }

  private static String text(Path scriptFile) throws IOException {
    return TextFile.read(scriptFile)
        .orElseThrow(() -> Problem.in(Diagnostic.of(scriptFile, "play.noScript")));
  }

  /** What the text of a script file says. */
  public ScriptContent content(Path scriptFile, String text) {
    return ScriptDocument.parse(scriptFile, text, voices).content();
  }

  /**
   * Changes lines of a script file; an edit that changes nothing only looks whether they are there.
   *
   * @throws Problem when the file is wrong, lacks one of the lines, or would be wrong with the
   *     change
   */
  public ScriptUpdate edit(Path scriptFile, List<String> lineIds, UnaryOperator<Line> edit)
      throws IOException {
    ScriptUpdate edited = change(scriptFile, text(scriptFile), it -> it.edit(lineIds, edit));
    return ScriptUpdate.of(edited.before(), edited.content(), List.of());
  }

  /**
   * Puts a change to its lines or sections into a script.
   *
   * @throws Problem when it lacks what the change names, or would be wrong with it
   */
  public ScriptUpdate change(ScriptContent now, Function<ScriptChange, Message> change) {
    return change(now.script().file(), now.text(), change);
  }

  private ScriptUpdate change(Path file, String before, Function<ScriptChange, Message> change) {
    ScriptDocument document = ScriptDocument.parse(file, before, voices);
    document.giveIds();
    Message done = change.apply(new ScriptChange(document));
    String text = document.text();
    if (text.equals(before)) {
      return ScriptUpdate.of(Optional.of(before), document.content(), List.of(done));
    }
    try {
      ScriptDocument after = ScriptDocument.parse(file, text, voices);
      after.giveIds();
      return ScriptUpdate.of(Optional.of(before), after.content(), List.of(done));
    } catch (Problem e) {
      List<Diagnostic> faults = e.diagnostics();
      throw Problem.in(
              faults.stream().map(it -> it.withNext("script.leftAsItIs", it.next())).toList())
          .causedBy(e);
    }
  }

  /**
   * Writes an update's text to its file, unless it is there already.
   *
   * @throws Problem when the file is another one than was read
   */
  public void save(ScriptUpdate update) throws IOException {
    saveOneOfMany(update);
    if (update.changes()) {
      AtomicFile.flushNames(AtomicFile.behind(update.script().file()).resolveSibling(""));
    }
  }

  /** Saves one of many scripts; the names of their folder are flushed once behind the last. */
  public void saveOneOfMany(ScriptUpdate update) throws IOException {
    Path file = update.script().file();
    if (update.changes()) {
      if (!TextFile.read(file).equals(update.before())) {
        throw Problem.in(Diagnostic.of(file, "script.changedMeanwhile"));
      }
      history.add(update);
      byte[] text = update.text().getBytes(StandardCharsets.UTF_8);
      AtomicFile.writeOneOfMany(AtomicFile.behind(file), text);
      history.forget(update);
    }
  }

  /** The last changes of scripts, to take them back or do them again. */
  public ScriptHistory history() {
    return history;
  }

  // What is told of scripts.

  /** Text in the style of this name, sentence by sentence; empty when no rule fits any of it. */
  public Optional<String> styled(String text, String style) {
    return tables().styles().styledText(text, style);
  }

  /** What of the post a line of its script tells; nothing where the line is of no article. */
  public CopyCheck.Source sourceOf(Post post, ScriptContent now, String lineId) {
    CopyCheck check = new CopyCheck(post, sound, now.script().file());
    for (Section section : now.script().sections()) {
      Optional<Line> line = section.lines().filter(it -> it.id().equals(lineId)).findFirst();
      if (line.isPresent()) {
        return check.sourceOf(section, line.get(), now.sourceNotes().getOrDefault(lineId, ""));
      }
    }
    return CopyCheck.Source.NONE;
  }

  /**
   * What people or models wrote that the post does not say, and what nobody says on air; lines that
   * were approved are right.
   */
  public List<Diagnostic> misstatements(Post post, ScriptContent now) {
    Script script = now.script();
    boolean narrated = !now.narration().isEmpty();
    Set<String> settled = new HashSet<>(now.approved());
    if (!narrated) {
      settled.addAll(now.untouched());
    }
    List<Diagnostic> findings = wording(script, it -> !settled.contains(it.id()));
    Predicate<Line> isSettled = line -> settled.contains(line.id());
    if (!script.lines().allMatch(isSettled)) {
      CopyCheck check = new CopyCheck(post, sound, script.file());
      findings.addAll(narrated ? check.of(script, isSettled) : check.ofLines(script, isSettled));
    }
    return sorted(findings);
  }

  /** The articles of a narration in which another one is told, unless they were approved. */
  public List<Diagnostic> exchanged(Post post, ScriptContent now) {
    Script script = now.script();
    return now.narration().isEmpty()
        ? List.of()
        : new CopyCheck(post, sound, script.file())
            .exchanged(script, line -> now.approved().contains(line.id()));
  }

  /** What nobody says on air, in lines that the program wrote and no one touched or approved. */
  public List<Diagnostic> ownWording(ScriptContent now) {
    Set<String> own = new HashSet<>(now.narration().isEmpty() ? now.untouched() : Set.of());
    own.removeAll(now.approved());
    return sorted(wording(now.script(), it -> own.contains(it.id())));
  }

  private static List<Diagnostic> sorted(List<Diagnostic> findings) {
    return findings.stream().sorted(Comparator.comparingInt(Diagnostic::line)).toList();
  }

  /** What its characters say that nobody says on air, or that they do not. */
  private List<Diagnostic> wording(Script script, Predicate<Line> which) {
    List<Diagnostic> findings = new ArrayList<>();
    Map<String, List<Line>> bySpeaker =
        script.lines().collect(Collectors.groupingBy(script::speakerOf));
    bySpeaker.forEach(
        (name, said) -> {
          WordingCheck check = new WordingCheck(manner(name, said), tables().rules()::unsaid);
          said.stream()
              .filter(which)
              .forEach(
                  line ->
                      check.findings(line.display()).stream()
                          .map(it -> CopyCheck.finding(script.file(), line, line.display(), it))
                          .forEach(findings::add));
        });
    return findings;
  }

  /** How a character speaks, where it does in most of its sentences. */
  private Manner manner(String speaker, List<Line> lines) {
    List<String> endings = voices.find(speaker).map(it -> it.profile().endings()).orElse(List.of());
    List<String> sentences =
        lines.stream().flatMap(line -> Sentences.split(line.display()).stream()).toList();
    long own = sentences.stream().filter(it -> endings.stream().anyMatch(it::contains)).count();
    return own > IN_VOICE * sentences.size() ? Manner.of(endings) : Manner.OPEN;
  }
}
