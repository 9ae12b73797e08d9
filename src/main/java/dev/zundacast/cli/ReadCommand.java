package dev.zundacast.cli;

import dev.zundacast.episode.Voices;
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
        global,
        folders);
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = folders.workspace(terminal);
    Morphology words = new Morphology();
    Readings readings = Readings.open(workspace.readingList(), words);
    UnaryOperator<String> written = styled(workspace, words);
    if (!texts.get().isEmpty()) {
      String text = written.apply(String.join(" ", texts.get()));
      if (explain.isGiven()) {
        readings.explain(text).forEach(this::explained);
      } else {
        terminal.out().println(readings.read(text));
      }
      return ExitCode.DONE.code();
    }
    readLines(written, readings);
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
