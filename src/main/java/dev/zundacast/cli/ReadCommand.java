package dev.zundacast.cli;

import dev.zundacast.episode.Voices;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.Readings;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.script.Scripts;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/** {@code read [TEXT…]}: what would be spoken. */
final class ReadCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final Values<String> texts = Values.any("TEXT", String.class, "Text to read.");

  private final Value<String> style =
      Value.option(
          "--style",
          "NAME",
          String.class,
          "Put the text into this way of speaking first; 'written' is then its result.");

  private final Flag explain = new Flag("--explain", "Show where each reading comes from.");

  private final Flag heard =
      new Flag(
          "--heard",
          "Ask an engine what it would say, with the words that a build would give it.",
          "Gives 'written<TAB>spoken<TAB>kana', the kana with accents.");

  private final EngineOptions engines = new EngineOptions();
  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "read",
        List.of(
            "Shows what an engine would be sent for a text.",
            "Without a text, each line of standard input gives a line 'written<TAB>spoken'."),
        texts,
        style,
        explain,
        heard,
        engines,
        global,
        folders);
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = folders.workspace(terminal);
    Morphology words = new Morphology();
    Readings readings = Readings.open(workspace.readingList(), words);
    UnaryOperator<String> written = styled(workspace, words);
    if (heard.isGiven()) {
      hear(workspace, written, readings);
    } else if (!texts.get().isEmpty()) {
      String text = written.apply(String.join(" ", texts.get()));
      if (explain.isGiven()) {
        readings.explain(text).forEach(this::explained);
      } else {
        terminal.out().println(readings.read(text));
      }
    } else {
      readLines(written, readings);
    }
    return ExitCode.DONE.code();
  }

  private void explained(PieceReading piece) {
    terminal.out().println(piece.written() + "\t" + piece.spoken() + "\t" + piece.source().label());
  }

  private UnaryOperator<String> styled(Workspace workspace, Morphology words) throws IOException {
    if (style.get().isEmpty()) {
      return UnaryOperator.identity();
    }
    Voices voices = VoiceFiles.load(workspace.voices());
    Scripts scripts = new Scripts(voices, words);
    String name = style.value();
    return text -> scripts.styled(text, name).orElse(text);
  }

  private void hear(Workspace workspace, UnaryOperator<String> styled, Readings readings)
      throws IOException {
    List<String> lines = texts.get().isEmpty() ? input() : List.of(String.join(" ", texts.get()));
    Voices voices = VoiceFiles.load(workspace.voices());
    Settings settings = Settings.of(folders.site(terminal).orElse(terminal.folder()));
    try (EngineOptions.Open open = engines.open(terminal, settings)) {
      HeardLines heard = new HeardLines(readings, open.pool(), voices.all().get(0));
      heard.of(lines.stream().map(styled).toList()).forEach(terminal.out()::println);
    }
  }

  private List<String> input() {
    return new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
        .lines()
        .toList();
  }

  private void readLines(UnaryOperator<String> written, Readings readings) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    Writer out =
        new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), 1 << 16);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = written.apply(line);
      out.write(text + "\t" + readings.read(text).replace('\t', ' ') + "\n");
      if (!in.ready()) {
        // A person at the keyboard, or a program that waits for each answer.
        out.flush();
      }
    }
    out.flush();
  }
}
