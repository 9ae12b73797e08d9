package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.WithoutOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.Readings;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.script.Scripts;
import dev.zundacast.voice.EnginePool;
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
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code read [TEXT…]}: what would be spoken. */
@WithoutOptions({"--quiet", "--scripts", "--out"})
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
    Workspace workspace = folders.workspace(terminal);
    Morphology words = new Morphology();
    Readings readings = Readings.open(workspace.readings(), words).remembering();
    UnaryOperator<String> written = styled(workspace, words);
    if (heard) {
      hear(workspace, written, readings);
    } else if (!texts.isEmpty()) {
      String text = written.apply(String.join(" ", texts));
      warn(Message.plain("read"), text, readings);
      if (explain) {
        readings.explain(text).forEach(this::explained);
      } else {
        terminal.out().println(readings.read(text));
      }
    } else {
      readLines(written, readings);
    }
    return ExitCode.DONE;
  }

  private void explained(PieceReading piece) {
    terminal
        .out()
        .println(
            piece.written() + "\t" + piece.spoken() + "\t" + terminal.text(piece.source().label()));
  }

  private UnaryOperator<String> styled(Workspace workspace, Morphology words) throws IOException {
    if (style.isEmpty()) {
      return UnaryOperator.identity();
    }
    Voices voices = VoiceFiles.load(workspace.voices());
    Scripts scripts = new Scripts(voices, words);
    String name = style.get();
    return text -> scripts.styled(text, name).orElse(text);
  }

  private void hear(Workspace workspace, UnaryOperator<String> styled, Readings readings)
      throws IOException {
    List<String> lines =
        texts.isEmpty() ? input().lines().toList() : List.of(String.join(" ", texts));
    Voices voices = VoiceFiles.load(workspace.voices());
    try (EngineOptions.Open open = engines.open(terminal, folders.settings(terminal))) {
      List<String> said = lines.stream().map(styled).toList();
      said.forEach(text -> warn(Message.plain("read"), text, readings));
      heard(said, readings, open.pool(), voices.all().get(0)).forEach(terminal.out()::println);
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
    Writer out =
        new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), 1 << 16);
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = written.apply(line);
      number++;
      warn(Message.of("read.standardInput", number), text, readings);
      out.write(text + "\t" + readings.read(text).replace('\t', ' ') + "\n");
      if (!in.ready()) {
        // A person at the keyboard, or a program that waits for each answer.
        out.flush();
      }
    }
    out.flush();
  }

  /**
   * A line {@code written<TAB>spoken<TAB>kana}, with the words that a build would give the engine.
   */
  private static List<String> heard(
      List<String> written, Readings readings, EnginePool engines, Voice voice) throws IOException {
    List<SpokenLine> lines =
        written.stream()
            .map(text -> new Line("", "", text, "", LineOverrides.NONE, 0, 0))
            .map(line -> readings.read(line, voice))
            .toList();
    engines.learn(lines);
    List<String> kana = engines.heard(lines, readings.review());
    return IntStream.range(0, lines.size())
        .mapToObj(i -> heard(lines.get(i), kana.get(i)))
        .toList();
  }

  private static String heard(SpokenLine line, String kana) {
    return String.join("\t", line.line().written(), line.spoken().replace('\t', ' '), kana);
  }
}
