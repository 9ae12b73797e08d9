package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.rewrite.RewriteSettings;
import dev.zundacast.rewrite.Rewriter;
import dev.zundacast.rewrite.Rewriter.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a language model rewrites articles. */
public final class RewriteOptions {
  @Option(
      names = "--rewrite-prompt",
      description = "Print what a language model would be asked; write nothing.")
  boolean prompt;

  @Option(
      names = "--rewrite-from",
      paramLabel = "FILE",
      description = "Take a language model's answers from a file instead of asking one.")
  Optional<Path> from = Optional.empty();

  @Option(
      names = "--no-rewrite",
      description = "Say every article by the rules, whatever the script holds.")
  boolean none;

  @Option(
      names = "--offline",
      description = "Ask no language model; use the answers that are kept.")
  boolean offline;

  @Option(
      names = "--allow-key",
      description = "Send the key of rewrite: to its host, from now on without being asked.")
  boolean allowKey;

  /** Whether the prompts are to be printed. */
  public boolean prompts() {
    return prompt;
  }

  /** Whether what scripts hold of a model's words is dropped. */
  public boolean drops() {
    return none;
  }

  /**
   * Refuses what cannot go together.
   *
   * @throws Problem when answers for one post are taken for several
   */
  public void require(int posts) {
    if (from.isPresent() && posts > 1) {
      throw Problem.of(
          Problem.Kind.USAGE, "--rewrite-from is for one post, but " + posts + " are named");
    }
    if (none && from.isPresent()) {
      throw Problem.of(Problem.Kind.USAGE, "--no-rewrite and --rewrite-from exclude each other");
    }
  }

  /**
   * Who rewrites; empty where the settings name no model and no file has answers.
   *
   * @param network whether a model may be asked if the options allow it
   */
  public Optional<Rewriter> rewriter(
      Terminal terminal, Settings settings, Stages stages, Network network) throws IOException {
    if (none) {
      return Optional.empty();
    }
    if (from.isPresent()) {
      return Optional.of(Rewriter.from(answers(terminal.resolve(from.get())), stages.words()));
    }
    if (settings.rewrite().isEmpty()) {
      return Optional.empty();
    }
    RewriteSettings model = settings.rewrite().get();
    requireKeyAllowed(model, Trust.of(terminal.env()));
    String key = model.keyEnv().isEmpty() ? "" : terminal.env(model.keyEnv()).strip();
    Path folder = stages.workspace().out().resolve("rewrites");
    Network allowed = offline ? Network.OFFLINE : network;
    return Optional.of(Rewriter.asking(model, key, folder, allowed, stages.words()));
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
      throw Problem.in(
          model
              .unusual()
              .get()
              .withNext(
                  "name a variable that begins with ZUNDACAST_, or allow it once with"
                      + " --allow-key"));
    }
  }

  private static String answers(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Problem.in(Diagnostic.of(file, "no such file of answers"));
    }
    return Files.readString(file);
  }
}
