package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.Readings;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.script.Scripts;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code read [TEXT…]}: what would be spoken. */
@ProgramCommand.WithoutOptions({"--scripts", "--out"})
@Command(name = "read")
public final class ReadCommand extends ProgramCommand {
  @Parameters(paramLabel = "TEXT", arity = "0..*")
  List<String> texts = List.of();

  @Option(names = "--style", paramLabel = "NAME")
  Optional<String> style = Optional.empty();

  @Option(names = "--explain")
  boolean explain;

  @Option(names = "--heard")
  boolean heard;

  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final FolderOptions folders = new FolderOptions();

  @Override
  protected ExitCode run() throws IOException {
    Workspace workspace = folders.workspace();
    Readings readings = Readings.open(workspace.readings(), new Morphology()).remembering();
    UnaryOperator<String> written = styled(workspace);
    if (heard) {
      hear(workspace, written, readings);
    } else if (!texts.isEmpty()) {
      String text = written.apply(String.join(" ", texts));
      warn(Message.plain("read"), text, readings);
      if (explain) {
        for (PieceReading piece : readings.explain(text)) {
          String source = terminal.text(piece.source().label());
          terminal.out().println(piece.written() + "\t" + piece.spoken() + "\t" + source);
        }
      } else {
        terminal.out().println(readings.read(text));
      }
    } else {
      readLines(written, readings);
    }
    return ExitCode.DONE;
  }

  private UnaryOperator<String> styled(Workspace workspace) throws IOException {
    if (style.isEmpty()) {
      return UnaryOperator.identity();
    }
    Scripts scripts = Stages.open(workspace).scripts();
    return text -> scripts.styled(text, style.get()).orElse(text);
  }

  /** Lines {@code written<TAB>spoken<TAB>kana}, with the words that an engine would be given. */
  private void hear(Workspace workspace, UnaryOperator<String> styled, Readings readings)
      throws IOException {
    List<String> given =
        texts.isEmpty() ? input().lines().toList() : List.of(String.join(" ", texts));
    Voice voice = VoiceFiles.load(workspace.voices()).all().get(0);
    try (EnginePool pool = engines.open(folders.settings())) {
      List<String> said = given.stream().map(styled).toList();
      said.forEach(text -> warn(Message.plain("read"), text, readings));
      List<SpokenLine> lines =
          said.stream().map(text -> readings.read(Line.of("", "", text), voice)).toList();
      pool.learn(lines);
      Iterator<String> kana = pool.heard(lines).iterator();
      for (SpokenLine line : lines) {
        String row = line.line().written() + "\t" + line.spoken().replace('\t', ' ');
        terminal.out().println(row + "\t" + kana.next());
      }
    }
  }

  private BufferedReader input() {
    return new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
  }

  /** Names the words that an engine would leave out, and refuses a line that is too long. */
  private void warn(Message place, String text, Readings readings) {
    if (text.length() > Line.LONGEST) {
      throw Problem.of(Problem.Kind.INPUT, Message.plain(place, ": ", Line.tooLong(text)));
    }
    for (String word : readings.vanished(text)) {
      terminal.say(Message.of("read.dropped", place, word));
    }
  }

  private void readLines(UnaryOperator<String> written, Readings readings) throws IOException {
    BufferedReader in = input();
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = written.apply(line);
      number++;
      warn(Message.of("read.standardInput", number), text, readings);
      terminal.out().print(text + "\t" + readings.read(text).replace('\t', ' ') + "\n");
    }
  }
}
