package dev.zundacast.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.pipeline.SpokenTexts;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.StoredClip;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code store status|prune|verify}: the finished clips under out/. */
@Command(
    name = "store",
    description = "The store of finished clips: how large it is, what can go, what is damaged.",
    subcommands = {StoreCommand.Status.class, StoreCommand.Prune.class, StoreCommand.Verify.class})
final class StoreCommand implements Runnable {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin GlobalOptions global = new GlobalOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: status, prune or verify");
  }

  /** What all three take. */
  static final class StoreOptions {
    @Option(names = "--json", description = "A JSON object on standard output.")
    boolean json;

    @Mixin GlobalOptions global = new GlobalOptions();
    @Mixin FolderOptions folders = new FolderOptions();
  }

  /** {@code store status}. */
  @Command(name = "status", description = "How many clips there are, and what they take.")
  static final class Status implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin StoreOptions options = new StoreOptions();

    Status(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      Workspace workspace = options.folders.workspace(terminal);
      List<StoredClip> clips = ClipStore.open(workspace.clips()).clips();
      SpokenTexts texts = SpokenTexts.of(Stages.open(workspace));
      List<StoredClip> used = clips.stream().filter(texts::use).toList();
      if (options.json) {
        ObjectNode json = JSON.createObjectNode();
        json.put("folder", workspace.clips().toString());
        json.put("clips", clips.size()).put("bytes", bytes(clips));
        json.put("usedClips", used.size()).put("usedBytes", bytes(used));
        terminal.out().println(json);
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
  @Command(
      name = "prune",
      description = {
        "Removes the clips that were unused for longest until the store is small enough.",
        "A clip that a line of a script still says always stays."
      })
  static final class Prune implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin StoreOptions options = new StoreOptions();

    @Option(
        names = "--limit",
        paramLabel = "SIZE",
        defaultValue = "5GB",
        description = "What the store may take: 500MB, 5GB, 0 (${DEFAULT-VALUE}).")
    String limit = "5GB";

    @Option(names = "--dry-run", description = "Only say what would go.")
    boolean dryRun;

    Prune(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      long bytes = Sizes.parse(limit);
      Workspace workspace = options.folders.workspace(terminal);
      SpokenTexts texts = SpokenTexts.of(Stages.open(workspace));
      ClipStore store = ClipStore.open(workspace.clips());
      List<StoredClip> gone =
          dryRun ? store.prunable(bytes, texts::use) : store.prune(bytes, texts::use);
      if (options.json) {
        terminal.out().println(list("removed", gone));
      } else {
        String did = dryRun ? " would be removed, " : " removed, ";
        terminal.out().println(gone.size() + " clips" + did + Sizes.words(bytes(gone)));
      }
      return ExitCode.DONE.code();
    }
  }

  /** {@code store verify}. */
  @Command(
      name = "verify",
      description = {
        "Reads every clip and removes the damaged ones; the next build makes them again.",
        "Ends with 1 when a clip was damaged."
      })
  static final class Verify implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin StoreOptions options = new StoreOptions();

    Verify(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      ClipStore store = ClipStore.open(options.folders.workspace(terminal).clips());
      List<StoredClip> damaged = store.verify();
      if (options.json) {
        terminal.out().println(list("damaged", damaged));
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
    ObjectNode json = JSON.createObjectNode();
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
