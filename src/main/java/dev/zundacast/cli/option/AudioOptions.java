package dev.zundacast.cli.option;

import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where published audio is looked for. */
public final class AudioOptions extends TerminalOptions {
  @Option(names = "--audio-dir", paramLabel = "DIR")
  Optional<Path> folder = Optional.empty();

  @Option(names = "--refresh")
  boolean refresh;

  /** Where it is looked for; {@code out} holds the memory of remote files. */
  public AudioPlaces.Search search(Optional<Path> site, Path out) {
    Recall recall = refresh ? Recall.NOT_WITHOUT_ASKING : Recall.FOR_A_DAY;
    return new AudioPlaces.Search(folder.map(terminal::resolve), recall, site, out);
  }
}
