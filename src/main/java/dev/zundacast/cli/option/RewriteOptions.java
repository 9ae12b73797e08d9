package dev.zundacast.cli.option;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.rewrite.RewriteSettings;
import dev.zundacast.rewrite.Rewriter;
import dev.zundacast.rewrite.Rewriter.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a language model is asked for narrations. */
public final class RewriteOptions extends TerminalOptions {
  @Option(names = "--no-rewrite")
  boolean none;

  @Option(names = "--offline")
  boolean offline;

  @Option(names = "--allow-key")
  boolean allowKey;

  /**
   * Who is asked; empty where the settings name no model.
   *
   * @param network whether a model may be asked if the options allow it
   */
  public Optional<Rewriter> rewriter(Settings settings, Stages stages, Network network)
      throws IOException {
    if (none || settings.rewrite().isEmpty()) {
      return Optional.empty();
    }
    RewriteSettings model = settings.rewrite().get();
    requireKeyAllowed(model, Trust.of(terminal.env()));
    String key = model.keyEnv().isEmpty() ? "" : terminal.env(model.keyEnv()).strip();
    Path folder = stages.workspace().out().resolve("rewrites");
    Network allowed = offline ? Network.OFFLINE : network;
    return Optional.of(new Rewriter(model, key, folder, allowed));
  }

  /** A site that came from elsewhere must not choose which secret goes where. */
  private void requireKeyAllowed(RewriteSettings model, Trust trust) throws IOException {
    if (model.unusual().isEmpty()) {
      return;
    }
    String pair = new Digest().add("key").add(model.keyEnv()).add(model.host()).hex();
    if (allowKey) {
      trust.allow(pair, model.keyEnv() + " " + model.host());
    } else if (!trust.allows(pair)) {
      throw Problem.in(model.unusual().get().withNext("rewrite.unusualKey"));
    }
  }
}
