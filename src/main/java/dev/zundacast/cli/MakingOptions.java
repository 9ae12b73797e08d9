package dev.zundacast.cli;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.build.BuildOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** How an episode is made. */
final class MakingOptions implements Options {
  private final WritingOptions writing = new WritingOptions();

  private final Flag sidecars =
      new Flag("--sidecars", "Put transcripts and chapter files beside the MP3 in the site, too.");

  @Override
  public void addTo(CommandSpec command) {
    writing.addTo(command);
    sidecars.addTo(command);
  }

  BuildOptions buildOptions(
      Terminal terminal, Optional<Path> site, Settings settings, BuildOptions.Redo redo) {
    return new BuildOptions(
        site,
        writing.over(settings.script()),
        audio(terminal, settings.audio()),
        redo,
        sidecars.isGiven() ? Settings.SideFiles.OUT_AND_SITE : settings.sidecars());
  }

  private static AudioSettings audio(Terminal terminal, AudioSettings set) {
    String encoder = terminal.env("ZUNDACAST_ENCODER");
    if (encoder.isEmpty()) {
      return set;
    }
    try {
      return set.withEncoder(SegmentEncoder.Choice.valueOf(encoder.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              Problem.Kind.USAGE,
              "ZUNDACAST_ENCODER is '" + encoder + "', expected auto, lame or jump3r")
          .causedBy(e);
    }
  }
}
