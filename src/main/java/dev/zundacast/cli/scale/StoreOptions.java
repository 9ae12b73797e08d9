package dev.zundacast.cli.scale;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.voice.store.shared.SharedStores;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which store many machines share. */
public final class StoreOptions {
  private static final String NONE = "none";

  @Option(
      names = "--store",
      paramLabel = "ADDRESS",
      description = {
        "Clips and frames that many machines share: file:FOLDER, https://HOST/PATH or"
            + " s3://BUCKET/PREFIX; 'none' for this machine's alone.",
        "Else ZUNDACAST_STORE, else zundacast.yaml."
      })
  Optional<String> store = Optional.empty();

  /**
   * Opens the store, none where nobody names one; nothing of it is loaded then.
   *
   * @throws Problem of kind USAGE when the address is none
   */
  public SharedStore open(Terminal terminal, Settings settings) {
    SharedStores.Place set = settings.shared().place();
    String address =
        store
            .or(() -> Optional.of(terminal.env("ZUNDACAST_STORE")).filter(it -> !it.isEmpty()))
            .orElse(set.address());
    if (address.isEmpty() || address.equals(NONE)) {
      return SharedStore.NONE;
    }
    // Relative folders of the settings start from the show, those of people from where they are.
    boolean ofSettings = address.equals(set.address());
    SharedStores.Place place = new SharedStores.Place(address, set.endpoint(), set.region());
    return SharedStores.open(
        place,
        terminal.env(),
        ofSettings ? settings.file().resolveSibling("") : terminal.folder(),
        note -> terminal.say("note: " + note));
  }

  /**
   * Stops a shard that is worth nothing without its store.
   *
   * @throws Problem of kind AWAY when the store is away
   */
  public void require(Terminal terminal, Settings settings, SharedStore shared) {
    boolean required =
        settings.shared().need() == Settings.Need.REQUIRED
            || terminal.env("ZUNDACAST_STORE_REQUIRED").equals("1");
    Optional<String> trouble = shared.trouble();
    if (required && trouble.isPresent()) {
      throw Problem.of(Problem.Kind.AWAY, "the shared store, which is required: " + trouble.get());
    }
  }

  /** Says on standard error what a store that was closed did not get. */
  public void report(Terminal terminal, SharedStore closed) {
    closed
        .trouble()
        .ifPresent(
            trouble ->
                terminal.say(
                    "note: the shared store did not get all that was made here: " + trouble));
  }
}
