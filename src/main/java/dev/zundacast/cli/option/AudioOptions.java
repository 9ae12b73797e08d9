package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where published audio is looked for. */
public final class AudioOptions {
  @Option(names = "--audio-dir", paramLabel = "DIR")
  Optional<Path> folder = Optional.empty();

  @Option(names = "--refresh")
  boolean refresh;

  /** A folder with audio, as an absolute path. */
  public Optional<Path> folder(Terminal terminal) {
    return folder.map(terminal::resolve);
  }

  /** How long servers are believed. */
  public Recall recall() {
    return refresh ? Recall.NOT_WITHOUT_ASKING : Recall.FOR_A_DAY;
  }
}
