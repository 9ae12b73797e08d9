package dev.zundacast.cli.terminal;

import dev.zundacast.cli.terminal.Terminal.Columns;
import dev.zundacast.cli.terminal.Terminal.Output;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.fill.Fill.Mode;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What fill did, for people or for programs. */
public record FillPrinter(Output out, Mode mode) {
  /**
   * Prints what was filled, a table of counts, and what could not be filled.
   *
   * @param slides files of slides that got their times
   */
  public void print(List<FillOutcome> outcomes, List<Path> slides) {
    if (out.isJson()) {
      List<String> files = slides.stream().map(Path::toString).toList();
      terminal().out().println(Json.indented(asJson(outcomes).with("slides", files)));
      return;
    }
    if (out.isText()) {
      printFilled(outcomes, slides);
    }
    printFailed(outcomes);
  }

  private Terminal terminal() {
    return out.terminal();
  }

  private void printFilled(List<FillOutcome> outcomes, List<Path> slides) {
    outcomes.stream()
        .filter(outcome -> outcome.state() == State.FILLED)
        .map(outcome -> mode == Mode.DRY_RUN ? outcome.diff() : filled(outcome))
        .flatMap(String::lines)
        .forEach(terminal()::print);
    slides.forEach(
        it ->
            terminal().print(Message.plain(terminal().shown(it), "  ", Message.of("fill.slides"))));
    for (State state : State.values()) {
      long count = FillOutcome.count(outcomes, state);
      if (count > 0 || (state != State.REFUSED && state != State.WRONG)) {
        boolean only = state == State.FILLED && mode == Mode.DRY_RUN;
        Message name = Message.of("fill.state." + (only ? "wouldFill" : name(state)));
        String padded = Columns.padded(terminal().text(name), 16);
        terminal().print(padded + String.format(Locale.ROOT, " %7d", count));
      }
    }
  }

  /** Says what could not be filled, and what is odd about what could. */
  private void printFailed(List<FillOutcome> outcomes) {
    Reporter reporter = new Reporter(terminal());
    for (Causes.Row<FillOutcome> row : Causes.of(outcomes, FillOutcome::post, FillPrinter::cause)) {
      FillOutcome outcome = row.shown();
      if (outcome.state() == State.FILLED || outcome.state() == State.RIGHT) {
        note(outcome);
      } else if (outcome.state() == State.REFUSED && !outcome.findings().isEmpty()) {
        outcome.findings().forEach(reporter::say);
      } else {
        terminal().say(failed(row));
      }
    }
  }

  /** What was filled or cannot be read is told one by one. */
  private static String cause(FillOutcome outcome) {
    boolean alike =
        outcome.state() == State.MISSING
            || outcome.state() == State.UNREACHABLE
            || outcome.state() == State.WRONG;
    return alike
        ? outcome.state() + outcome.reason().toString()
        : outcome.post().toString().replace('.', '_');
  }

  private void note(FillOutcome outcome) {
    if (!outcome.reason().isEmpty()) {
      Message note = Message.of("cli.note", terminal().shown(outcome.post()), outcome.reason());
      terminal().say(Message.plain(note, " (", shownAudio(outcome), ")"));
    }
  }

  private String filled(FillOutcome outcome) {
    String post = terminal().shown(outcome.post());
    return post + "  " + outcome.duration() + "  " + outcome.bytes() + " bytes";
  }

  private Message failed(Causes.Row<FillOutcome> row) {
    FillOutcome outcome = row.shown();
    String line = line(outcome) > 0 ? ":" + line(outcome) : "";
    Message state = Message.of("fill.state." + name(outcome.state()));
    Message why = Message.plain(state, ": ", outcome.reason(), row.more());
    String audio = outcome.audio().isEmpty() ? "" : " (" + shownAudio(outcome) + ")";
    Message next =
        outcome.findings().isEmpty()
            ? Message.NONE
            : Message.plain("\n  -> ", outcome.findings().get(0).next());
    return Message.plain(terminal().shown(outcome.post()), line, ": ", why, audio, next);
  }

  private static int line(FillOutcome outcome) {
    return outcome.findings().isEmpty() ? 0 : outcome.findings().get(0).line();
  }

  /** An address as it is, a file as people here would name it. */
  private String shownAudio(FillOutcome outcome) {
    String folder = terminal().folder() + "/";
    String audio = outcome.audio();
    return audio.startsWith(folder) ? audio.substring(folder.length()) : audio;
  }

  private Fields asJson(List<FillOutcome> outcomes) {
    Fields json = new Fields();
    for (State state : State.values()) {
      json.with(name(state), FillOutcome.count(outcomes, state));
    }
    return json.with("posts", outcomes.stream().map(this::asJson).toList());
  }

  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private Fields asJson(FillOutcome outcome) {
    return Json.with("post", terminal().shown(outcome.post()))
        .with("state", name(outcome.state()))
        .with("audio", outcome.audio())
        .with("bytes", outcome.bytes())
        .with("duration", outcome.duration())
        .with("line", line(outcome))
        .with("reason", outcome.reason())
        .with("diff", mode == Mode.DRY_RUN ? outcome.diff() : null);
  }
}
