package dev.zundacast.cli;

import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Where published audio is looked for. */
final class AudioOptions implements Options {
  private final Value<Path> folder =
      Value.option(
          "--audio-dir", "DIR", Path.class, "Look here by name for audio that is not in the site.");

  private final Flag refresh =
      new Flag(
          "--refresh",
          "Ask servers at once whether files that are known have changed;",
          "otherwise what they said is believed for a day.");

  @Override
  public void addTo(CommandSpec command) {
    folder.addTo(command);
    refresh.addTo(command);
  }

  /** A folder with audio, as an absolute path. */
  Optional<Path> folder(Terminal terminal) {
    return folder.get().map(path -> terminal.folder().resolve(path).normalize());
  }

  /** How long servers are believed. */
  Recall recall() {
    return refresh.isGiven() ? Recall.NOT_WITHOUT_ASKING : Recall.FOR_A_DAY;
  }
}
