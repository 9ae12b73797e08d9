package dev.zundacast.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.pipeline.SpokenTexts;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.store.ClipStore;
import dev.zundacast.voice.store.StoredClip;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code store status|prune|verify}: the finished clips under out/. */
final class StoreCommand {
  private StoreCommand() {}

  static CommandSpec spec(Terminal terminal) {
    CommandSpec store =
        Menu.spec(
            "store",
            "The store of finished clips: how large it is, what can go, what is damaged.",
            "say what to do: status, prune or verify",
            new GlobalOptions());
    return Specs.over(
        store,
        new Status(terminal).spec(),
        new Prune(terminal).spec(),
        new Verify(terminal).spec());
  }

  /** What all three take. */
  private static final class StoreOptions implements Options {
    private final Flag json = new Flag("--json", "A JSON object on standard output.");
    private final GlobalOptions global = new GlobalOptions();
    private final FolderOptions folders = new FolderOptions();

    @Override
    public void addTo(CommandSpec command) {
      json.addTo(command);
      global.addTo(command);
      folders.addTo(command);
    }
  }

  /** {@code store status}. */
  private static final class Status implements Callable<Integer> {
    private final Terminal terminal;
    private final StoreOptions options = new StoreOptions();

    Status(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this, "status", List.of("How many clips there are, and what they take."), options);
    }

    @Override
    public Integer call() throws IOException {
      Workspace workspace = options.folders.workspace(terminal);
      List<StoredClip> clips = ClipStore.open(workspace.clips()).clips();
      SpokenTexts texts = SpokenTexts.of(Stages.open(workspace));
      List<StoredClip> used = clips.stream().filter(texts::use).toList();
      if (options.json.isGiven()) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("folder", workspace.clips().toString());
        json.put("clips", clips.size()).put("bytes", bytes(clips));
        json.put("usedClips", used.size()).put("usedBytes", bytes(used));
        terminal.out().println(JsonTrees.text(json));
      } else {
        terminal.out().println(clips.size() + " clips, " + Sizes.words(bytes(clips)));
        terminal.out().println(used.size() + " used by scripts, " + Sizes.words(bytes(used)));
        clips.stream()
            .map(StoredClip::lastUsed)
            .min(Instant::compareTo)
            .ifPresent(oldest -> terminal.out().println("unused for longest: " + day(oldest)));
      }
      return ExitCode.DONE.code();
    }

    private static String day(Instant time) {
      return "since " + time.atZone(ZoneId.systemDefault()).toLocalDate();
    }
  }

  /** {@code store prune}. */
  private static final class Prune implements Callable<Integer> {
    private final Terminal terminal;
    private final StoreOptions options = new StoreOptions();

    private final Value<String> limit =
        Value.optionOr(
            "5GB",
            "--limit",
            "SIZE",
            String.class,
            "What the store may take: 500MB, 5GB, 0 (${DEFAULT-VALUE}).");

    private final Flag dryRun = new Flag("--dry-run", "Only say what would go.");

    Prune(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "prune",
          List.of(
              "Removes the clips that were unused for longest until the store is small enough.",
              "A clip that a line of a script still says always stays."),
          options,
          limit,
          dryRun);
    }

    @Override
    public Integer call() throws IOException {
      long bytes = Sizes.parse(limit.value());
      Workspace workspace = options.folders.workspace(terminal);
      SpokenTexts texts = SpokenTexts.of(Stages.open(workspace));
      ClipStore store = ClipStore.open(workspace.clips());
      List<StoredClip> gone =
          dryRun.isGiven() ? store.prunable(bytes, texts::use) : store.prune(bytes, texts::use);
      if (options.json.isGiven()) {
        terminal.out().println(JsonTrees.text(list("removed", gone)));
      } else {
        String did = dryRun.isGiven() ? " would be removed, " : " removed, ";
        terminal.out().println(gone.size() + " clips" + did + Sizes.words(bytes(gone)));
      }
      return ExitCode.DONE.code();
    }
  }

  /** {@code store verify}. */
  private static final class Verify implements Callable<Integer> {
    private final Terminal terminal;
    private final StoreOptions options = new StoreOptions();

    Verify(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "verify",
          List.of(
              "Reads every clip and removes the damaged ones; the next build makes them again.",
              "Ends with 1 when a clip was damaged."),
          options);
    }

    @Override
    public Integer call() throws IOException {
      ClipStore store = ClipStore.open(options.folders.workspace(terminal).clips());
      List<StoredClip> damaged = store.verify();
      if (options.json.isGiven()) {
        terminal.out().println(JsonTrees.text(list("damaged", damaged)));
      } else {
        damaged.forEach(
            clip ->
                terminal.out().println("damaged: " + clip.identity() + " " + clean(clip.text())));
        int whole = store.clips().size();
        terminal.out().println(whole + " clips are whole, " + damaged.size() + " were damaged");
      }
      return (damaged.isEmpty() ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private static String clean(String text) {
      return Reporter.clean(text);
    }
  }

  private static long bytes(List<StoredClip> clips) {
    return clips.stream().mapToLong(StoredClip::bytes).sum();
  }

  private static ObjectNode list(String name, List<StoredClip> clips) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bytes", bytes(clips));
    ArrayNode all = json.putArray(name);
    for (StoredClip clip : clips) {
      all.addObject()
          .put("identity", clip.identity())
          .put("speaker", clip.speaker())
          .put("text", clip.text())
          .put("bytes", clip.bytes());
    }
    return json;
  }
}
