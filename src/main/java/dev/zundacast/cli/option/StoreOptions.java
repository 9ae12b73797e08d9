package dev.zundacast.cli.option;

import dev.zundacast.disk.SharedFolder;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which store many machines share. */
public final class StoreOptions extends TerminalOptions {
  private static final String NONE = "none";

  @Option(names = "--store", paramLabel = "DIR")
  Optional<String> store = Optional.empty();

  /** Opens the store, none where nobody names one; a usage problem where it is no folder. */
  public SharedStore open(Settings settings) {
    String set = settings.shared().folder();
    String named =
        store
            .or(() -> Optional.of(terminal.env("ZUNDACAST_STORE")).filter(it -> !it.isEmpty()))
            .orElse(set);
    if (named.isEmpty() || named.equals(NONE)) {
      return SharedStore.NONE;
    }
    // A drive of Windows has one letter.
    if (named.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      throw Problem.usage("store.noFolderName", named.replaceFirst("//[^/@]*@", "//"));
    }
    // Relative folders of the settings start from the show, those of people from where they are.
    Path from = named.equals(set) ? settings.file().resolveSibling("") : terminal.folder();
    return new SharedFolder(
        from.resolve(named).normalize(), note -> terminal.say(Message.of("store.note", note)));
  }

  /** Stops a shard that is worth nothing without its store, by a problem of kind AWAY. */
  public void require(Settings settings, SharedStore shared) {
    boolean required =
        settings.shared().required() || terminal.env("ZUNDACAST_STORE_REQUIRED").equals("1");
    Optional<Message> trouble = shared.trouble();
    if (required && trouble.isPresent()) {
      throw Problem.of(Problem.Kind.AWAY, Message.of("store.required", trouble.get()));
    }
  }

  /** Says on standard error what a store that was closed did not get. */
  public void report(SharedStore closed) {
    closed.trouble().ifPresent(trouble -> terminal.say(Message.of("store.notAllShared", trouble)));
  }
}
