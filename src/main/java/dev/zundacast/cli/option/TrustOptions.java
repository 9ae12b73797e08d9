package dev.zundacast.cli.option;

import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.pipeline.publish.PublishSettings;
import java.io.IOException;
import picocli.CommandLine.Option;

/** Whether the commands of a show's settings may run. */
public final class TrustOptions extends TerminalOptions {
  @Option(names = "--allow", paramLabel = "FINGERPRINT")
  String allowed = "";

  /** The commands of a show; a problem where the person did not allow just these. */
  public PublishSettings allowed(ShowFolder show) throws IOException {
    PublishSettings settings = PublishSettings.of(show);
    settings.requireAllowed(Trust.of(terminal.env()), allowed);
    return settings;
  }
}
