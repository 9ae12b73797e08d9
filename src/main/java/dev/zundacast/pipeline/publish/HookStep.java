package dev.zundacast.pipeline.publish;

import dev.zundacast.pipeline.publish.PublishSettings.Step;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A command of the user's, once for each episode that it has not seen. */
final class HookStep implements PublishStep {
  private final String command;
  private final Shells shells;

  HookStep(String command, Shells shells) {
    this.command = command;
    this.shells = shells;
  }

  @Override
  public Step step() {
    return Step.HOOK;
  }

  @Override
  public String plan(Episode episode) {
    return "run '" + command + "'";
  }

  @Override
  public String fingerprint(Episode episode) throws IOException {
    return episode.sound() + command;
  }

  /** Gives the post's values both in the command and in its environment. */
  @Override
  public String run(Episode episode) throws IOException {
    Map<String, String> values = EpisodeValues.values(episode);
    Map<String, String> env = new HashMap<>(shells.env());
    values.forEach(
        (name, value) -> env.put("ZUNDACAST_EPISODE_" + name.toUpperCase(Locale.ROOT), value));
    new Shells(shells.folder(), env).run(command, values);
    return "ran '" + command + "'";
  }
}
