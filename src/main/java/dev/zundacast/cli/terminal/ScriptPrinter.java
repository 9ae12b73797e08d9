package dev.zundacast.cli.terminal;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.reading.Readings.Guess;
import dev.zundacast.rewrite.Rewriter.Cost;
import dev.zundacast.rewrite.Rewriter.Narrated;
import dev.zundacast.script.ScriptUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what became of a post's script, which was not written in a dry run. */
public record ScriptPrinter(Terminal.Output out, boolean dryRun) {
  /**
   * One post's script, how long it takes to hear, which of its readings are guesses, and what a
   * language model was asked for it.
   */
  public record Written(
      Path post,
      ScriptUpdate update,
      Duration estimate,
      List<Guess> guesses,
      Optional<Narrated> narrated) {}

  /** Prints one post's script. */
  public void print(Written written) {
    out.json(() -> asJson(written));
    ScriptUpdate update = written.update();
    boolean isNew = update.before().isEmpty();
    if (out.isText() && (dryRun || !isNew)) {
      out.terminal().out().print(Reporter.clean(update.diff()));
    }
    update.notes().forEach(note -> out.print(Message.plain("  ", note)));
    print(out, update.findings());
    written.narrated().ifPresent(this::printNarrated);
    out.print(summary(update, written.estimate(), isNew));
    printGuesses(written.guesses());
  }

  /** Prints what is wrong in the narration that a script takes. */
  static void print(Terminal.Output out, List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      out.print(Message.plain("  ", finding.message()));
      if (!finding.sourceLine().isEmpty()) {
        out.print(Message.plain("      ", finding.sourceLine()));
      }
    }
  }

  private void printNarrated(Narrated told) {
    told.notes().forEach(note -> out.print(Message.plain("  ", note)));
    Cost cost = told.cost();
    out.print(
        Message.of(
            "script.narrated",
            cost.asked(),
            cost.promptTokens(),
            cost.completionTokens(),
            cost.stored()));
  }

  /** Readings that a person should look at before anyone hears them. */
  private void printGuesses(List<Guess> guesses) {
    if (!guesses.isEmpty()) {
      out.print(Message.of("script.guesses"));
    }
    for (Guess guess : guesses) {
      String word = guess.entry().written() + "  " + guess.entry().reading();
      out.print(
          Message.plain("  " + guess.line().id() + "  " + word + "  " + guess.entry().command()));
    }
  }

  private Message summary(ScriptUpdate update, Duration estimate, boolean isNew) {
    String done = isNew ? "script.new" : update.changes() ? "script.changed" : "script.upToDate";
    long seconds = (estimate.toMillis() + 500) / 1000;
    return Message.of(
        dryRun && update.changes() ? "script.summary.notWritten" : "script.summary",
        out.terminal().shown(update.script().file()),
        Message.of(done),
        update.script().lines().count(),
        String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
  }

  private Fields asJson(Written written) {
    ScriptUpdate update = written.update();
    Path script = update.script().file();
    return Json.with("post", written.post().toString())
        .with("script", script.toString())
        .with("changed", update.changes())
        .with("written", !dryRun && Files.exists(script))
        .with("lines", update.script().lines().count())
        .with("estimate_ms", written.estimate().toMillis())
        .with("diff", update.diff())
        .with("notes", update.notes())
        .with("guesses", written.guesses().stream().map(ScriptPrinter::asJson).toList())
        .with("rewriting", written.narrated().map(ScriptPrinter::asJson));
  }

  private static Fields asJson(Guess guess) {
    return Json.with("line", guess.line().id())
        .with("written", guess.entry().written())
        .with("reading", guess.entry().reading());
  }

  private static Fields asJson(Narrated told) {
    return Json.with("notes", told.notes())
        .with("asked", told.cost().asked())
        .with("kept", told.cost().stored())
        .with("prompt_tokens", told.cost().promptTokens())
        .with("completion_tokens", told.cost().completionTokens());
  }
}
