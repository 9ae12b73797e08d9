package dev.zundacast.cli.command;

import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.ReadingImpact;
import dev.zundacast.pipeline.ReadingImpact.Changed;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.ReadingList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the lines that another reading list would have spoken anew. */
final class DictImpact {
  private final Terminal terminal;
  private final Stages stages;
  private final boolean json;

  DictImpact(Terminal terminal, Stages stages, boolean json) {
    this.terminal = terminal;
    this.stages = stages;
    this.json = json;
  }

  /** Compares the list of the stages with {@code changed}. */
  ExitCode print(ReadingList changed) throws IOException {
    List<Problem> unreadable = new ArrayList<>();
    List<Changed> lines = new ReadingImpact(stages).of(changed, unreadable::add);
    if (!unreadable.isEmpty()) {
      throw unreadable.get(0);
    }
    lines.forEach(this::print);
    long scripts = lines.stream().map(Changed::script).distinct().count();
    String found = lines.size() + (lines.size() == 1 ? " line of " : " lines of ") + scripts;
    terminal.say(found + (scripts == 1 ? " episode" : " episodes") + " would be spoken anew");
    return ExitCode.DONE;
  }

  private void print(Changed changed) {
    Path name = changed.script().getFileName();
    String id = changed.line().id();
    if (json) {
      terminal.json(new LineJson(String.valueOf(name), id, changed.before(), changed.after()));
      return;
    }
    terminal.out().println(name + " " + id);
    terminal.out().println("  - " + changed.before());
    terminal.out().println("  + " + changed.after());
  }

  private record LineJson(String script, String line, String before, String after) {}
}
