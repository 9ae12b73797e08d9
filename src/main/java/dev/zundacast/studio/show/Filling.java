package dev.zundacast.studio.show;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.EpisodeSlides;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.FillOptions;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.fill.FillReport;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.live.Jobs.Job;
import dev.zundacast.studio.live.KnownPosts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Posts' missing sizes and lengths, filled in. */
public record Filling(StudioSite site, KnownPosts posts) {
  /** Fills each of a job's posts. */
  public String run(Job job) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String key : job.keys()) {
      posts.find(key).ifPresent(files::add);
    }
    FillOptions options =
        new FillOptions(
            FillOptions.Scope.MISSING,
            FillOptions.Mode.WRITE,
            Optional.empty(),
            RemoteAudio.Download.NEVER,
            RemoteAudio.Recall.FOR_A_DAY,
            Optional.of(site.show().root()),
            site.workspace().out());
    Fill fill = new Fill(options, job);
    FillReport report = fill.run(files);
    fill.slides(report, new EpisodeSlides(site.build().script().slides(), site.workspace().out()));
    List<String> reasons =
        report.outcomes().stream()
            .filter(it -> it.state() != FillOutcome.State.FILLED)
            .filter(it -> it.state() != FillOutcome.State.RIGHT)
            .map(FillOutcome::reason)
            .toList();
    if (!reasons.isEmpty() && report.count(FillOutcome.State.FILLED) == 0) {
      throw Problem.failed(String.join("\n", reasons));
    }
    return report.count(FillOutcome.State.FILLED)
        + " filled, "
        + report.count(FillOutcome.State.RIGHT)
        + " right already"
        + (reasons.isEmpty() ? "" : "\n" + String.join("\n", reasons));
  }
}
