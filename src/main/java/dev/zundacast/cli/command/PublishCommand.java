package dev.zundacast.cli.command;

import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.option.PostOptions;
import dev.zundacast.cli.option.TrustOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal.Output;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.pipeline.publish.Publish;
import dev.zundacast.pipeline.publish.PublishSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish POST|DIR…}: the commands after the MP3. */
@ProgramCommand.WithoutOptions("--allow-odd-length")
@Command(name = "publish")
public final class PublishCommand extends PostsCommand {
  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--json")
  boolean json;

  @Option(names = "--trust")
  boolean trust;

  @Mixin final TrustOptions trusted = new TrustOptions();
  @Mixin final PostOptions posts = new PostOptions();
  @Mixin final MakingOptions making = new MakingOptions();

  @Override
  protected ExitCode run() throws IOException {
    if (trust) {
      // The shows of what was named, else the one of the working folder.
      Set<ShowFolder> shows = new LinkedHashSet<>();
      posts.orHere().forEach(it -> shows.add(folders.show(terminal.resolve(it))));
      for (ShowFolder show : shows) {
        trust(show);
      }
      return ExitCode.DONE;
    }
    List<Path> named = posts.named();
    Map<ShowFolder, List<Path>> shows = byShow(postsOf(named));
    posts.choose(shows);
    return eachShow(shows, this::publish);
  }

  private void trust(ShowFolder show) throws IOException {
    PublishSettings settings = PublishSettings.of(show);
    if (settings.all().isEmpty()) {
      throw Problem.in(settings.place());
    }
    settings.trust(Trust.of(terminal.env()));
    terminal.print(Message.of("publish.allowed", terminal.shown(show.settings())));
    settings.all().forEach(it -> terminal.print(Message.plain("  " + line(it.name(), it.run()))));
    terminal.print(Message.of("publish.allowElsewhere", settings.fingerprint()));
  }

  /** A name and a command on one line. */
  private String line(String name, String run) {
    return String.format("%-11s %s", name, oneLine(run));
  }

  private static String oneLine(String run) {
    return run.strip().replaceAll("\\s*\n\\s*", "; ");
  }

  private ExitCode publish(ShowFolder show, List<Path> files) throws IOException {
    PublishSettings settings = dryRun ? PublishSettings.of(show) : trusted.allowed(show);
    if (settings.commands().isEmpty()) {
      throw Problem.in(settings.place());
    }
    Publish.Mode mode = dryRun ? Publish.Mode.DRY_RUN : Publish.Mode.DO;
    Publish publish =
        new Publish(
            Stages.open(folders.workspace(show)),
            making.buildOptions(folders.site(), Settings.of(show.root()), List.of()),
            settings,
            terminal.env());
    return each(files, post -> publish.run(post, mode), this::print);
  }

  private void print(Publish.Report report) {
    Output out = output(json);
    out.json(
        () ->
            Json.with("post", report.post().toString())
                .with("title", report.title())
                .with("audio", report.audio())
                .with("commands", report.commands()));
    out.print(Message.plain(terminal.shown(report.post()) + ":"));
    report.commands().forEach(it -> out.print(Message.plain("  ", line(it.name(), ""), said(it))));
  }

  private static Message said(Publish.Outcome command) {
    return switch (command.state()) {
      case DONE -> Message.of("publish.ran", oneLine(command.run()));
      case ALREADY -> Message.of("publish.done");
      case PLANNED -> Message.of("publish.wouldRun", oneLine(command.run()));
    };
  }
}
