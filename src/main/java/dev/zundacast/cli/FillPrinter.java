package dev.zundacast.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.pipeline.fill.FillOptions.Mode;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.fill.FillReport;
import java.nio.file.Path;
import java.util.Locale;

/** What fill did, for people or for programs. */
final class FillPrinter {
  private final Terminal terminal;
  private final Mode mode;

  FillPrinter(Terminal terminal, Mode mode) {
    this.terminal = terminal;
    this.mode = mode;
  }

  void print(FillReport report) {
    StringBuilder out = new StringBuilder();
    for (FillOutcome outcome : report.outcomes()) {
      if (outcome.state() == State.FILLED) {
        out.append(mode == Mode.DRY_RUN ? outcome.diff() : filled(outcome));
      }
    }
    table(out, report);
    terminal.out().print(Reporter.clean(out.toString()));
    Reporter reporter = new Reporter(terminal);
    for (FillOutcome outcome : report.outcomes()) {
      boolean known = outcome.state() == State.FILLED || outcome.state() == State.RIGHT;
      if (known && !outcome.reason().isEmpty()) {
        String note = shown(outcome.post()) + ": note: " + outcome.reason();
        terminal.err().println(Reporter.clean(note + " (" + shownAudio(outcome) + ")"));
      } else if (!known) {
        if (outcome.state() == State.REFUSED && !outcome.findings().isEmpty()) {
          outcome.findings().forEach(reporter::say);
        } else {
          terminal.err().println(Reporter.clean(failed(outcome)));
        }
      }
    }
  }

  private String filled(FillOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %d bytes%n",
        shown(outcome.post()),
        outcome.duration(),
        outcome.bytes());
  }

  private String failed(FillOutcome outcome) {
    String line = line(outcome) > 0 ? ":" + line(outcome) : "";
    String audio = outcome.audio().isEmpty() ? "" : " (" + shownAudio(outcome) + ")";
    String next = outcome.findings().isEmpty() ? "" : "\n  -> " + outcome.findings().get(0).next();
    return shown(outcome.post())
        + line
        + ": "
        + word(outcome.state())
        + ": "
        + outcome.reason()
        + audio
        + next;
  }

  private static int line(FillOutcome outcome) {
    return outcome.findings().isEmpty() ? 0 : outcome.findings().get(0).line();
  }

  /** An address as it is, a file as people here would name it. */
  private String shownAudio(FillOutcome outcome) {
    String folder = terminal.folder() + "/";
    String audio = outcome.audio();
    return audio.startsWith(folder) ? audio.substring(folder.length()) : audio;
  }

  private void table(StringBuilder out, FillReport report) {
    String filled = mode == Mode.DRY_RUN ? "would be filled" : "filled";
    row(out, filled, report.count(State.FILLED));
    row(out, word(State.RIGHT), report.count(State.RIGHT));
    row(out, word(State.MISSING), report.count(State.MISSING));
    row(out, word(State.UNREACHABLE), report.count(State.UNREACHABLE));
    if (report.count(State.REFUSED) > 0) {
      row(out, word(State.REFUSED), report.count(State.REFUSED));
    }
  }

  private static void row(StringBuilder out, String name, long count) {
    out.append(String.format(Locale.ROOT, "%-16s %7d%n", name, count));
  }

  private static String word(State state) {
    return switch (state) {
      case FILLED -> "filled";
      case RIGHT -> "right already";
      case MISSING -> "audio missing";
      case UNREACHABLE -> "unreachable";
      case REFUSED -> "refused";
    };
  }

  private String shown(Path post) {
    Path folder = terminal.folder();
    return (post.startsWith(folder) ? folder.relativize(post) : post).toString();
  }

  void json(FillReport report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (State state : State.values()) {
      root.put(name(state), report.count(state));
    }
    ArrayNode posts = root.putArray("posts");
    for (FillOutcome outcome : report.outcomes()) {
      ObjectNode post = posts.addObject();
      post.put("post", shown(outcome.post())).put("state", name(outcome.state()));
      post.put("audio", outcome.audio());
      post.put("bytes", outcome.bytes()).put("duration", outcome.duration());
      post.put("line", line(outcome)).put("reason", outcome.reason());
      if (mode == Mode.DRY_RUN) {
        post.put("diff", outcome.diff());
      }
    }
    terminal.out().println(JsonTrees.indented(root));
  }

  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
