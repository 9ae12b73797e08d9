package dev.zundacast.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.OfferedSpeaker;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code voices}: what the engine offers, and what voices/ makes of it. */
final class VoicesCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final Flag json = new Flag("--json", "A JSON object on standard output.");

  private final Flag terms = new Flag("--terms", "Show each character's terms of use, too.");

  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();
  private final EngineOptions engines = new EngineOptions();

  VoicesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "voices",
        List.of(
            "Lists the characters of voices/ and who speaks for them at the engine.",
            "Shows all whom the engine offers, too. Ends with 1 when the engine lacks one of them."),
        json,
        terms,
        global,
        folders,
        engines);
  }

  @Override
  public Integer call() throws IOException {
    Voices voices = VoiceFiles.load(folders.workspace(terminal).voices());
    Path site = folders.site(terminal).orElse(terminal.folder());
    try (EngineOptions.Open open = engines.open(terminal, Settings.of(site))) {
      EnginePool pool = open.pool();
      List<Finding> findings = new VoiceChecks(pool.info(), pool.speakers()).all(voices);
      if (json.isGiven()) {
        terminal.out().println(JsonTrees.text(asJson(pool, voices, findings)));
      } else {
        print(pool, voices, findings);
      }
      boolean lacks = findings.stream().anyMatch(f -> f.state() == Finding.State.WRONG);
      return (lacks ? ExitCode.FAILED : ExitCode.DONE).code();
    }
  }

  private void print(EnginePool pool, Voices voices, List<Finding> findings) throws IOException {
    PrintStream out = terminal.out();
    for (EngineInfo info : pool.infos()) {
      out.println(Reporter.clean(info.title() + " at " + info.url()));
    }
    out.println();
    out.println("voices/ (" + voices.folder() + ")");
    for (int i = 0; i < findings.size(); i++) {
      Voice voice = voices.all().get(i);
      Finding finding = findings.get(i);
      out.println(Reporter.clean("  " + voice.name() + ": " + finding.found()));
      if (!finding.mend().isEmpty()) {
        out.println(Reporter.clean("    -> " + finding.mend()));
      }
      out.println(Reporter.clean("    credit: " + pool.credit(voice)));
    }
    out.println();
    out.println("offered by the engine");
    for (OfferedSpeaker speaker : pool.speakers()) {
      List<String> styles =
          speaker.styles().stream().map(style -> style.name() + " " + style.id()).toList();
      out.println(Reporter.clean("  " + speaker.name() + ": " + String.join("、", styles)));
      if (terms.isGiven()) {
        pool.policy(speaker.uuid())
            .lines()
            .forEach(line -> out.println(Reporter.clean("    " + line)));
      }
    }
  }

  private ObjectNode asJson(EnginePool pool, Voices voices, List<Finding> findings)
      throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode engines = root.putArray("engines");
    for (EngineInfo info : pool.infos()) {
      engines
          .addObject()
          .put("url", info.url())
          .put("brand", info.brand())
          .put("version", info.version())
          .put("draft", info.isDraft());
    }
    ArrayNode mapped = root.putArray("voices");
    for (int i = 0; i < findings.size(); i++) {
      Voice voice = voices.all().get(i);
      mapped
          .addObject()
          .put("name", voice.name())
          .put("character", voice.character())
          .put("style", voice.style())
          .put("state", findings.get(i).state().word())
          .put("found", findings.get(i).found())
          .put("credit", pool.credit(voice));
    }
    ArrayNode offered = root.putArray("offered");
    for (OfferedSpeaker speaker : pool.speakers()) {
      ObjectNode one = offered.addObject();
      one.put("name", speaker.name()).put("uuid", speaker.uuid());
      ArrayNode styles = one.putArray("styles");
      speaker
          .styles()
          .forEach(style -> styles.addObject().put("name", style.name()).put("id", style.id()));
      if (terms.isGiven()) {
        one.put("terms", pool.policy(speaker.uuid()));
      }
    }
    return root;
  }
}
