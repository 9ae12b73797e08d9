package dev.zundacast.cli.command;

import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Voice;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.reading.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads every line of every script with two reading lists and prints the lines that differ. */
final class DictImpact {
  private final Terminal terminal;
  private final Stages stages;
  private final boolean json;
  private int lines;
  private int scripts;

  DictImpact(Terminal terminal, Stages stages, boolean json) {
    this.terminal = terminal;
    this.stages = stages;
    this.json = json;
  }

  /** Compares the list of the stages with {@code changed}. */
  ExitCode print(ReadingList changed) throws IOException {
    Readings before = stages.readings();
    Readings after = before.with(changed);
    for (Path file : scripts()) {
      print(stages.scripts().read(file), before, after);
    }
    String found = lines + (lines == 1 ? " line of " : " lines of ") + scripts;
    terminal.say(found + (scripts == 1 ? " episode" : " episodes") + " would be spoken anew");
    return ExitCode.DONE;
  }

  private List<Path> scripts() throws IOException {
    Path folder = stages.workspace().scripts();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private void print(Script script, Readings before, Readings after) {
    int found = lines;
    Voice voice = stages.voices().all().get(0);
    for (Line line : script.lines().toList()) {
      // Accents are part of a clip too, so the words are compared with the text.
      if (!before.read(line, voice).equals(after.read(line, voice))) {
        lines++;
        print(script, line, before.read(line, voice).spoken(), after.read(line, voice).spoken());
      }
    }
    scripts += lines > found ? 1 : 0;
  }

  private void print(Script script, Line line, String before, String after) {
    String name = String.valueOf(script.file().getFileName());
    if (!json) {
      terminal.out().println(name + " " + line.id());
      terminal.out().println("  - " + before);
      terminal.out().println("  + " + after);
      return;
    }
    terminal.json(new LineJson(name, line.id(), before, after));
  }

  private record LineJson(String script, String line, String before, String after) {}
}
