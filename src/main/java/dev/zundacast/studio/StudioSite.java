package dev.zundacast.studio;

import dev.zundacast.message.Message;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildOptions;
import java.util.Map;

/**
 * The show that a studio works on; {@code given} is what options, the environment or the show's
 * place rule, by the settings' names.
 */
public record StudioSite(
    ShowFolder show,
    Workspace workspace,
    BuildOptions build,
    EngineKeeper.Source engines,
    Map<String, Given> given,
    Map<String, String> env) {

  /** A value that the settings file does not decide on, and what does. */
  public record Given(String value, Message from) {}
}
