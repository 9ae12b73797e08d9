package dev.zundacast.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.Shows;
import dev.zundacast.reading.Readings;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code doctor}: whether all that a build needs is there, and how to mend what is not. */
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final List<Finding> findings = new ArrayList<>();

  private final Value<Path> place =
      Value.optional(
          0,
          "POST|DIR",
          Path.class,
          "A post or folder of the site to look at (else the working folder).");

  private final Flag json = new Flag("--json", "A JSON object on standard output.");

  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();
  private final EngineOptions engines = new EngineOptions();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "doctor",
        List.of(
            "Whether all that a build needs is there, and how to mend what is not.",
            "Says where each setting comes from. Ends with 1 when a build would fail."),
        place,
        json,
        global,
        folders,
        engines);
  }

  @Override
  public Integer call() throws IOException {
    findings.addAll(MachineChecks.all(folders.chosen(terminal)));
    Optional<Voices> voices = voices(folders.workspace(terminal));
    Optional<Show> show = show();
    Settings settings = settings(show);
    if (show.isPresent() && voices.isPresent()) {
      findings.addAll(new SiteChecks(show.get(), voices.get()).all());
    }
    engines(settings, voices);
    print();
    boolean wrong = findings.stream().anyMatch(f -> f.state() == Finding.State.WRONG);
    return (wrong ? ExitCode.FAILED : ExitCode.DONE).code();
  }

  private Optional<Voices> voices(Workspace workspace) throws IOException {
    try {
      Voices voices = VoiceFiles.load(workspace.voices());
      findings.add(Finding.fine("voice files", voices.known()));
      for (Voice voice : voices.all()) {
        if (voice.credit().isBlank()) {
          findings.add(
              Finding.wrong(
                  voice.name(), "names no credit", "add 'credit: VOICEVOX:…' to its voice file"));
        }
      }
      Readings.open(workspace.readingList(), new Morphology());
      findings.add(Finding.fine("reading list", workspace.readingList().toString()));
      return Optional.of(voices);
    } catch (Problem e) {
      wrong("voice files", e);
      return Optional.empty();
    }
  }

  private Optional<Show> show() throws IOException {
    Path folder = terminal.folder();
    Path start = place.get().map(path -> folder.resolve(path).normalize()).orElse(folder);
    try {
      return Optional.of(Shows.find(start, folders.site(terminal)));
    } catch (Problem e) {
      findings.add(
          Finding.note(
              "site",
              "none: " + e.getMessage(),
              "name a post or --site DIR to have its site looked at, too"));
      return Optional.empty();
    }
  }

  private Settings settings(Optional<Show> show) throws IOException {
    Path root = show.map(Show::root).orElse(terminal.folder());
    try {
      return Settings.of(root);
    } catch (Problem e) {
      wrong(Settings.NAME, e);
      return Settings.usual(root.resolve(Settings.NAME));
    }
  }

  /** Each engine by itself: together they would hide which of them does not answer. */
  private void engines(Settings settings, Optional<Voices> voices) throws IOException {
    String from = engines.origin(terminal, settings);
    for (String address : engines.addresses(terminal, settings)) {
      try (EngineOptions.Open open = engines.open(List.of(address), settings)) {
        var info = open.pool().info();
        findings.add(
            Finding.fine("engine", info.title() + " at " + info.url() + " (" + from + ")"));
        voices.ifPresent(
            v -> findings.addAll(new VoiceChecks(info, open.pool().speakers()).all(v)));
      } catch (Problem e) {
        wrong("engine", e);
      }
    }
  }

  private void wrong(String topic, Problem problem) {
    if (problem.diagnostics().isEmpty()) {
      String[] parts = String.valueOf(problem.getMessage()).split("\n", 2);
      findings.add(Finding.wrong(topic, parts[0], parts.length > 1 ? parts[1] : ""));
    }
    problem
        .diagnostics()
        .forEach(
            d ->
                findings.add(
                    Finding.wrong(
                        topic, d.file() + ":" + d.line() + ": " + d.message(), d.next())));
  }

  private void print() {
    if (json.isGiven()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ArrayNode list = node.putArray("findings");
      for (Finding finding : findings) {
        list.addObject()
            .put("state", finding.state().word())
            .put("topic", finding.topic())
            .put("found", finding.found())
            .put("mend", finding.mend());
      }
      terminal.out().println(JsonTrees.text(node));
      return;
    }
    PrintStream out = terminal.out();
    for (Finding finding : findings) {
      out.println(mark(finding.state()) + finding.topic() + ": " + Reporter.clean(finding.found()));
      if (!finding.mend().isEmpty()) {
        out.println("        -> " + Reporter.clean(finding.mend()));
      }
    }
  }

  private static String mark(Finding.State state) {
    return switch (state) {
      case FINE -> "  ok    ";
      case NOTE -> "  note  ";
      case WRONG -> "  WRONG ";
    };
  }
}
