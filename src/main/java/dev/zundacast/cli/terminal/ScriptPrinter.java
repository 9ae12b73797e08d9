package dev.zundacast.cli.terminal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.zundacast.reading.Guess;
import dev.zundacast.rewrite.Cost;
import dev.zundacast.rewrite.RewriteReport;
import dev.zundacast.script.ScriptUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what became of a post's script, for people or for programs. */
public final class ScriptPrinter {
  private final Terminal terminal;
  private final Form form;
  private final boolean dryRun;

  /** For whom it is printed. */
  public enum Form {
    TEXT,
    JSON
  }

  /**
   * @param dryRun whether nothing was written
   */
  public ScriptPrinter(Terminal terminal, Form form, boolean dryRun) {
    this.terminal = terminal;
    this.form = form;
    this.dryRun = dryRun;
  }

  /**
   * One post's script, how long it takes to hear, which of its readings are guesses, and what its
   * rewriting cost.
   */
  public record Written(
      Path post,
      ScriptUpdate update,
      Duration estimate,
      List<Guess> guesses,
      Optional<RewriteReport> rewriting) {
    /** The same with what became of its articles. */
    public Written with(RewriteReport report) {
      return new Written(post, update, estimate, guesses, Optional.of(report));
    }
  }

  /** Prints one post's script. */
  public void print(Written written) {
    if (form == Form.JSON) {
      terminal.json(asJson(written));
      return;
    }
    ScriptUpdate update = written.update();
    boolean isNew = update.before().isEmpty();
    if (dryRun || !isNew) {
      terminal.out().print(Reporter.clean(update.diff()));
    }
    update.notes().forEach(note -> terminal.print("  " + note));
    written.rewriting().ifPresent(this::printRewriting);
    terminal.print(summary(update, written.estimate(), isNew));
    printGuesses(written.guesses());
  }

  private void printRewriting(RewriteReport report) {
    report.notes().forEach(note -> terminal.print("  " + note));
    Cost cost = report.cost();
    terminal.print(
        String.format(
            Locale.ROOT,
            "  rewritten: %d articles, %d by the rules; %d answers asked for (%d + %d tokens), %d"
                + " kept",
            report.rewrites().accepted().size(),
            report.rewrites().refused().size(),
            cost.asked(),
            cost.promptTokens(),
            cost.completionTokens(),
            cost.stored()));
  }

  /** Readings that a person should look at before anyone hears them. */
  private void printGuesses(List<Guess> guesses) {
    if (!guesses.isEmpty()) {
      terminal.print("  readings that are guesses; confirm or mend each for good:");
    }
    for (Guess guess : guesses) {
      String word = guess.entry().written() + "  " + guess.entry().reading();
      terminal.print("  " + guess.line().id() + "  " + word + "  " + guess.command());
    }
  }

  private String summary(ScriptUpdate update, Duration estimate, boolean isNew) {
    String done = isNew ? "new" : update.changes() ? "changed" : "up to date";
    long seconds = (estimate.toMillis() + 500) / 1000;
    return String.format(
        Locale.ROOT,
        "%s: %s, %d lines, about %d:%02d min%s",
        terminal.shown(update.script().file()),
        done,
        update.script().lines().count(),
        seconds / 60,
        seconds % 60,
        dryRun && update.changes() ? " (not written)" : "");
  }

  @JsonNaming(SnakeCaseStrategy.class)
  private record ScriptJson(
      String post,
      String script,
      boolean changed,
      boolean written,
      long lines,
      long estimateMs,
      String diff,
      List<String> notes,
      List<GuessJson> guesses,
      @JsonInclude(Include.NON_NULL) @Nullable RewritingJson rewriting) {}

  @JsonNaming(SnakeCaseStrategy.class)
  private record RewritingJson(
      int rewritten,
      int byTheRules,
      List<String> notes,
      int asked,
      int kept,
      long promptTokens,
      long completionTokens) {
    static RewritingJson of(RewriteReport report) {
      Cost cost = report.cost();
      return new RewritingJson(
          report.rewrites().accepted().size(),
          report.rewrites().refused().size(),
          report.notes(),
          cost.asked(),
          cost.stored(),
          cost.promptTokens(),
          cost.completionTokens());
    }
  }

  private record GuessJson(String line, String written, String reading) {
    static GuessJson of(Guess guess) {
      return new GuessJson(guess.line().id(), guess.entry().written(), guess.entry().reading());
    }
  }

  private ScriptJson asJson(Written written) {
    ScriptUpdate update = written.update();
    Path script = update.script().file();
    return new ScriptJson(
        written.post().toString(),
        script.toString(),
        update.changes(),
        !dryRun && Files.exists(script),
        update.script().lines().count(),
        written.estimate().toMillis(),
        update.diff(),
        update.notes(),
        written.guesses().stream().map(GuessJson::of).toList(),
        written.rewriting().map(RewritingJson::of).orElse(null));
  }
}
