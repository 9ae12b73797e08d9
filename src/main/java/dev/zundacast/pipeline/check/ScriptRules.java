package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.check.TagRule.ChapterRule;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.reading.Readings.Guess;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is made of a post, its script and its episode, to what of them is wrong or to be heard. */
public final class ScriptRules {
  private static final Pattern POLITE_END =
      Pattern.compile("(?:です|ます|でした|ました|ません|でしょう|ましょう|ください)(?:か|ね|よ)*[。！？!?]*$");

  private final Stages stages;

  private ScriptRules(Stages stages) {
    this.stages = stages;
  }

  /**
   * The rules.
   *
   * @param options how episodes are built
   */
  public static List<PostRule> of(Stages stages, BuildOptions options) {
    ScriptRules rules = new ScriptRules(stages);
    DryRun dryRun = new DryRun(stages);
    return List.of(
        new ChapterRule(stages),
        new CreditRule(stages),
        PostRule.of("style", rules::style),
        PostRule.of("guess", rules::guesses),
        PostRule.of("decision", rules::decisions),
        PostRule.of("narration", rules::narration),
        PostRule.of("rewrite", rules::rewrites),
        PostRule.of("stale", (post, findings) -> stale(dryRun, options, post, findings)));
  }

  /** Lines that kept a polite form because no rule of the character fits them. */
  private void style(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Optional<Script> script = stages.scriptOf(post.file());
    if (script.isEmpty()) {
      return;
    }
    for (Line line : script.get().lines().toList()) {
      String speech = stages.voice(line, script.get()).speech();
      if (keepsPoliteForm(line.display(), speech)) {
        findings.accept(
            Diagnostic.at(
                    script.get().file(),
                    line.fileLine(),
                    line.id() + ": no rule of the style '" + speech + "' fits this line")
                .withNext("write it as the character says it; a script keeps every edit"));
      }
    }
  }

  /** The desuwa style is polite itself, and as-written keeps what the post says. */
  private boolean keepsPoliteForm(String text, String speech) {
    return (speech.equals("nanoda") || speech.equals("dayo"))
        && POLITE_END.matcher(text.strip()).find()
        && !stages.scripts().explain(text, speech).fits();
  }

  /** Words whose reading is a guess that nobody confirmed. */
  private void guesses(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Optional<Script> script = stages.scriptOf(post.file());
    if (script.isEmpty()) {
      return;
    }
    for (Guess guess : stages.readings().guesses(script.get().lines().toList())) {
      String message =
          guess.line().id()
              + ": '"
              + guess.entry().written()
              + "' is read "
              + guess.entry().reading()
              + ", a guess from its spelling";
      findings.accept(
          Diagnostic.at(script.get().file(), guess.line().fileLine(), message)
              .withNext("confirm or mend it: " + guess.command()));
    }
  }

  /** What a post says now where its script has a person's own words: one of the two is wrong. */
  private void decisions(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Path script = stages.workspace().script(post.file());
    if (!Files.isRegularFile(script)) {
      return;
    }
    for (ScriptDocument.Decision waits : stages.scripts().decisions(script)) {
      findings.accept(
          Diagnostic.at(script, waits.fileLine(), "the post says now: " + waits.now())
              .withNext("take it over into the line above, or delete it to keep yours"));
    }
  }

  /** What a narration says that its post does not, or that nobody says on air. */
  private void narration(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Path script = stages.workspace().script(post.file());
    if (post.post().isPresent() && Files.isRegularFile(script)) {
      stages.scripts().misstatements(post.post().get(), script).forEach(findings);
    }
  }

  /**
   * Lines in a language model's words whose sentences were changed in the post since: what they say
   * may be wrong now.
   */
  private void rewrites(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (post.post().isEmpty()) {
      return;
    }
    Path script = stages.workspace().script(post.file());
    for (Line line : stages.scripts().outdatedRewrites(post.post().get(), post.show(), script)) {
      String message =
          line.id() + ": a language model wrote this of sentences that the post no longer has";
      findings.accept(
          Diagnostic.at(script, line.fileLine(), message)
              .withNext("run 'zundacast script' to have it said anew"));
    }
  }

  /** Episodes that say something else than their post and script say now. */
  private static void stale(
      DryRun dryRun, BuildOptions options, CheckedPost post, Consumer<Diagnostic> findings)
      throws IOException {
    if (dryRun.isStale(post.file(), options)) {
      findings.accept(
          Diagnostic.of(post.file(), "its MP3 is not what its post and script say now")
              .withNext("run 'zundacast build " + Escaped.word(post.file().toString()) + "'"));
    }
  }
}
