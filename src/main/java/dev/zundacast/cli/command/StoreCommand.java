package dev.zundacast.cli.command;

import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.UsedClips;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.ClipStore.StoredClip;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code store status|prune|verify}: the finished clips under out/. */
@Command(name = "store")
public final class StoreCommand extends ProgramCommand {
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([KMGT]?)B?", Pattern.CASE_INSENSITIVE);

  /** Steps of a thousand, as file managers count. */
  private static final List<String> UNITS = List.of("", "K", "M", "G", "T");

  /** What all three take. */
  static final class StoreOptions {
    @Option(names = "--json")
    boolean json;

    @Mixin final FolderOptions folders = new FolderOptions();
  }

  @Command(name = "status")
  void measure(@Mixin StoreOptions options) throws IOException {
    Workspace workspace = options.folders.workspace();
    List<StoredClip> clips = ClipStore.open(workspace.clips()).clips();
    UsedClips texts = UsedClips.of(Stages.open(workspace));
    Reporter reporter = new Reporter(terminal);
    texts.unreadable().forEach(reporter::say);
    List<StoredClip> used = clips.stream().filter(texts::use).toList();
    if (options.json) {
      String folder = workspace.clips().toString();
      terminal.json(
          Json.with("folder", folder)
              .with("clips", clips.size())
              .with("bytes", bytes(clips))
              .with("usedClips", used.size())
              .with("usedBytes", bytes(used)));
      return;
    }
    terminal.print(Message.of("store.clips", clips.size(), words(bytes(clips))));
    terminal.print(Message.of("store.used", used.size(), words(bytes(used))));
    clips.stream()
        .map(StoredClip::lastUsed)
        .min(Instant::compareTo)
        .map(oldest -> "since " + oldest.atZone(ZoneId.systemDefault()).toLocalDate())
        .ifPresent(since -> terminal.print(Message.of("store.unused", since)));
  }

  @Command
  void prune(
      @Option(names = "--limit", paramLabel = "SIZE", defaultValue = "5GB") String limit,
      @Option(names = "--dry-run") boolean dryRun,
      @Mixin StoreOptions options)
      throws IOException {
    long bytes = size(limit);
    Workspace workspace = options.folders.workspace();
    UsedClips texts = UsedClips.of(Stages.open(workspace)).requireAll();
    ClipStore store = ClipStore.open(workspace.clips());
    List<StoredClip> gone =
        dryRun ? store.prunable(bytes, texts::use) : store.prune(bytes, texts::use);
    if (options.json) {
      terminal.json(Json.with("bytes", bytes(gone)).with("removed", rows(gone)));
    } else {
      terminal.print(
          Message.of(
              dryRun ? "store.wouldBeRemoved" : "store.removed", gone.size(), words(bytes(gone))));
    }
  }

  @ProgramCommand.WithoutOptions({"--voices", "--scripts"})
  @Command
  int verify(@Mixin StoreOptions options) throws IOException {
    ClipStore store = ClipStore.open(options.folders.workspace().clips());
    List<StoredClip> damaged = store.verify();
    if (options.json) {
      terminal.json(Json.with("bytes", bytes(damaged)).with("damaged", rows(damaged)));
    } else {
      damaged.forEach(
          clip -> terminal.print(Message.plain("damaged: " + clip.identity() + " " + clip.text())));
      int whole = store.clips().size();
      terminal.print(Message.of("store.verified", whole, damaged.size()));
    }
    return (damaged.isEmpty() ? ExitCode.DONE : ExitCode.FAILED).code();
  }

  private static List<Json.Fields> rows(List<StoredClip> clips) {
    return clips.stream()
        .map(
            clip ->
                Json.with("identity", clip.identity())
                    .with("speaker", clip.speaker())
                    .with("text", clip.text())
                    .with("bytes", clip.bytes()))
        .toList();
  }

  private static long bytes(List<StoredClip> clips) {
    return clips.stream().mapToLong(StoredClip::bytes).sum();
  }

  /** {@code 500MB} to 500,000,000. */
  static long size(String text) {
    Matcher size = SIZE.matcher(text.strip());
    if (!size.matches()) {
      throw Problem.usage("store.badSize", text);
    }
    int power = UNITS.indexOf(size.group(2).toUpperCase(Locale.ROOT));
    return Math.round(Double.parseDouble(size.group(1)) * Math.pow(1000, power));
  }

  /** 1,234,567 to {@code 1.2 MB}. */
  static String words(long bytes) {
    double size = bytes;
    int power = 0;
    while (size >= 1000 && power < UNITS.size() - 1) {
      size /= 1000;
      power++;
    }
    String number = power == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", size);
    return number + " " + UNITS.get(power) + "B";
  }
}
