package dev.zundacast.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.reading.Guess;
import dev.zundacast.script.ScriptUpdate;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What was done to a script, for people or as a line of JSON. */
final class ScriptPrinter {
  private final Terminal terminal;
  private final boolean json;
  private final boolean dryRun;

  ScriptPrinter(Terminal terminal, boolean json, boolean dryRun) {
    this.terminal = terminal;
    this.json = json;
    this.dryRun = dryRun;
  }

  void print(Path post, ScriptCommand.Done done) {
    ScriptUpdate update = done.update();
    Duration estimate = done.estimate();
    if (json) {
      terminal.out().println(JsonTrees.text(asJson(post, done)));
      return;
    }
    PrintStream out = terminal.out();
    boolean isNew = update.diff().startsWith("--- /dev/null");
    if (dryRun || !isNew) {
      out.print(Reporter.clean(update.diff()));
    }
    update.notes().forEach(note -> out.println("  " + Reporter.clean(note)));
    out.println(summary(update, estimate, isNew));
    guesses(done.guesses());
  }

  /** Readings that a person should look at before anyone hears them. */
  private void guesses(List<Guess> guesses) {
    if (guesses.isEmpty()) {
      return;
    }
    terminal.out().println("  readings that are guesses; confirm or mend each for good:");
    for (Guess guess : guesses) {
      String line =
          String.join(
              "  ",
              guess.lineId(),
              guess.entry().written(),
              guess.entry().reading(),
              guess.command());
      terminal.out().println("  " + Reporter.clean(line));
    }
  }

  private String summary(ScriptUpdate update, Duration estimate, boolean isNew) {
    String done = isNew ? "new" : update.changes() ? "changed" : "up to date";
    long seconds = (estimate.toMillis() + 500) / 1000;
    return String.format(
        Locale.ROOT,
        "%s: %s, %d lines, about %d:%02d min%s",
        shown(update.script().file()),
        done,
        update.script().lines().count(),
        seconds / 60,
        seconds % 60,
        dryRun && update.changes() ? " (not written)" : "");
  }

  private String shown(Path file) {
    Path folder = terminal.folder();
    return Reporter.clean((file.startsWith(folder) ? folder.relativize(file) : file).toString());
  }

  private ObjectNode asJson(Path post, ScriptCommand.Done done) {
    ScriptUpdate update = done.update();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("post", post.toString());
    node.put("script", update.script().file().toString());
    node.put("changed", update.changes());
    node.put("written", !dryRun && Files.exists(update.script().file()));
    node.put("lines", update.script().lines().count());
    node.put("estimate_ms", done.estimate().toMillis());
    node.put("diff", update.diff());
    update.notes().forEach(node.putArray("notes")::add);
    ArrayNode guesses = node.putArray("guesses");
    for (Guess guess : done.guesses()) {
      guesses
          .addObject()
          .put("line", guess.lineId())
          .put("written", guess.entry().written())
          .put("reading", guess.entry().reading());
    }
    return node;
  }
}
