package dev.zundacast.cli.option;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.episode.BuildOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How an episode is made. */
public final class MakingOptions extends TerminalOptions {
  /** The environment's name of the MP3 encoder. */
  public static final String ENCODER = "ZUNDACAST_ENCODER";

  @Mixin final WritingOptions writing = new WritingOptions();

  @Option(names = "--sidecars")
  boolean sidecars;

  @Option(names = "--allow-odd-length")
  boolean oddLength;

  /** The site's settings, with the command line's and the environment's in their place. */
  public BuildOptions buildOptions(Optional<Path> site, Settings settings, List<String> engines) {
    return new BuildOptions(
        site,
        writing.over(settings.script()),
        audio(settings.audio()),
        BuildOptions.Redo.WHEN_CHANGED,
        oddLength ? BuildOptions.Length.ANY : BuildOptions.Length.AS_ESTIMATED,
        sidecars ? Settings.SideFiles.OUT_AND_SITE : settings.sidecars(),
        engines,
        BuildOptions.Values.WRITTEN);
  }

  private AudioSettings audio(AudioSettings settings) {
    String encoder = terminal.env(ENCODER);
    if (encoder.isEmpty()) {
      return settings;
    }
    try {
      return settings.withEncoder(SegmentEncoder.Choice.valueOf(encoder.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw Problem.usage("audio.unknownEncoder", encoder).causedBy(e);
    }
  }
}
