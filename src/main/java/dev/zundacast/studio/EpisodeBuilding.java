package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.NarrationSource.Take;
import dev.zundacast.script.ScriptWriter;
import dev.zundacast.script.narration.NarrationDraft;
import dev.zundacast.studio.Jobs.Job;
import dev.zundacast.studio.VoiceQueue.Urgency;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.LineSpeaking.Again;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.tasks.BackgroundTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Posts and the narrations that somebody else wrote of them to scripts and episodes, while a person
 * goes on with their lines: these are spoken in between, and an episode is put together once all of
 * its own are there.
 */
record EpisodeBuilding(Episodes episodes) {
  /** An engine asks for the next line while it speaks one. */
  private static final int LINES_AN_ENGINE = 2;

  /** A pasted narration with marks of moved pieces; if {@code partly}, the rules say the rest. */
  public record Pasted(@JsonProperty(required = true) String text, boolean partly) {
    private Optional<NarrationSource> source() {
      // Named as a command names what it reads from a pipe.
      return Optional.of(NarrationSource.of("-", text, partly ? Take.PARTLY : Take.ASKED));
    }
  }

  /** Builds each of a job's posts; one that fails keeps no other from being built. */
  public Message run(Job job) throws IOException {
    List<Message> done = new ArrayList<>();
    List<Message> failed = new ArrayList<>();
    for (String key : job.keys()) {
      job.requireWanted();
      job.begin(key);
      try {
        OpenEpisode episode = episodes.open(key);
        done.add(said(PostFiles.one(episode.post(), () -> one(episode, job))));
      } catch (Problem e) {
        if (job.keys().size() == 1 || e.kind() == Problem.Kind.NO_ENGINE) {
          throw e;
        }
        failed.add(Message.plain(key + ": ", Message.of(e)));
      }
    }
    if (!failed.isEmpty()) {
      throw Problem.of(Problem.Kind.FAILED, Message.join("\n", failed));
    }
    return job.keys().size() == 1 ? done.get(0) : Message.of("studio.episodes", done.size());
  }

  /** What building these posts would change; does nothing. */
  public Fields plan(List<String> keys) throws IOException {
    DryRun dry = new DryRun(episodes.stages());
    List<String> changed = new ArrayList<>();
    int lines = 0;
    long letters = 0;
    for (String key : keys) {
      Path post = episodes.open(key).post();
      try {
        DryRun.Report report = PostFiles.one(post, () -> dry.of(post, options()));
        if (!report.upToDate()) {
          changed.add(key);
          lines += report.clipsToMake();
          letters += report.lettersToMake();
        }
      } catch (Problem told) {
        // The build says what is wrong with it.
        changed.add(key);
      }
    }
    return Json.with("keys", changed)
        .with("lines", lines)
        .with("seconds", letters * episodes.engines().secondsALetter());
  }

  private BuildOptions options() {
    return episodes.site().build();
  }

  private static Message said(BuildReport report) {
    String length = StatedAudio.format(report.length().toMillis());
    return report.upToDate()
        ? Message.of("studio.upToDate", length)
        : Message.of(
            "studio.built", length, String.format(Locale.ROOT, "%.1f", report.bytes() / 1e6));
  }

  private BuildReport one(OpenEpisode episode, Job job) throws IOException {
    episodes.engines().require();
    BuildReport report;
    try {
      Build build = build(new OfSpokenLines(job));
      report = episode.alone(() -> build.build(episode.post(), options()));
    } catch (CancellationException unspoken) {
      job.requireWanted();
      episodes.tellUnannounced();
      speak(episode, job);
      // The script was written above, and bringing it up to date again takes a tenth of the rest.
      Build build = build((step, done, total) -> job.requireWanted());
      report =
          episode.alone(() -> build.regenerate(episode.post(), List.of(), it -> it, options()));
    }
    episodes.tell(episode);
    return report;
  }

  private Build build(Progress progress) throws IOException {
    return new Build(episodes.stages(), episodes.engines()::require, progress, SharedStore.NONE);
  }

  /** Gives a build up, behind its script, where a line is missing that has to be queued for. */
  private record OfSpokenLines(Job job) implements Progress {
    @Override
    public void report(Message step, long done, long total) {
      job.requireWanted();
    }

    @Override
    public void beginsToSpeak() {
      throw new CancellationException();
    }
  }

  /** Speaks what is missing, a few lines at a time, so that a person's own wait for no more. */
  private void speak(OpenEpisode episode, Job job) throws IOException {
    List<String> missing = episode.missing();
    int together = LINES_AN_ENGINE * episodes.engines().require().infos().size();
    for (int from = 0; from < missing.size(); from += together) {
      job.report(Message.plain("voice"), from, missing.size() + 1L);
      List<String> ids = missing.subList(from, Math.min(missing.size(), from + together));
      Optional<Message> failed =
          BackgroundTask.result(
              episodes.speaking().speak(episode, ids, Urgency.JOB, Again.WHERE_MISSING));
      if (failed.isPresent()) {
        throw Problem.of(
            episodes.engines().pool().isPresent() ? Problem.Kind.FAILED : Problem.Kind.NO_ENGINE,
            failed.get());
      }
    }
    job.report(Message.plain("MP3"), missing.size(), missing.size() + 1L);
  }

  /** Where its pieces belong, why it would be refused or what is wrong in it; writes nothing. */
  public Fields place(OpenEpisode episode, Pasted narration) throws IOException {
    ScriptWriter writer = episode.writer(options().script().withNarration(narration.source()));
    NarrationDraft.Placed placed = writer.placed().orElseThrow();
    List<Diagnostic> faults = placed.faults();
    List<Diagnostic> wrong =
        faults.isEmpty() || (narration.partly() && !placed.exchanged())
            ? writer.update().findings()
            : List.of();
    List<Fields> findings =
        wrong.stream()
            .map(it -> Json.with("message", it.message()).with("said", it.sourceLine()))
            .toList();
    return Json.with("parts", placed.parts())
        .with("unsaid", placed.unsaid())
        .with("faults", faults.stream().map(Diagnostic::message).toList())
        .with("findings", findings);
  }

  /** Writes the episode's script, as the command does; a problem where the narration is refused. */
  public Fields take(OpenEpisode episode, Pasted narration) throws IOException {
    Build build = build(Progress.SILENT);
    BuildOptions asked = options().withScript(options().script().withNarration(narration.source()));
    episode.alone(() -> build.write(episode.post(), asked));
    episodes.tell(episode);
    return episodes.look(episode);
  }
}
