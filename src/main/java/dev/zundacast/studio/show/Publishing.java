package dev.zundacast.studio.show;

import dev.zundacast.pipeline.publish.Publish;
import dev.zundacast.pipeline.publish.PublishReport;
import dev.zundacast.pipeline.publish.PublishSettings;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.live.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Episodes to their listeners: built, then taken through the steps of the show's settings. */
final class Publishing {
  private final StudioSite site;
  private final CurrentStages stages;
  private final Episodes episodes;
  private final EpisodeBuilding building;

  Publishing(StudioSite site, CurrentStages stages, Episodes episodes, EpisodeBuilding building) {
    this.site = site;
    this.stages = stages;
    this.episodes = episodes;
    this.building = building;
  }

  /** Publishes each of a job's posts, and says what was done. */
  String run(Job job) throws IOException {
    List<String> said = new ArrayList<>(List.of(building.run(job)));
    for (String key : job.keys()) {
      job.begin(key);
      OpenEpisode episode = episodes.open(key);
      for (PublishReport.Outcome step : steps(episode.post(), Publish.Mode.DO)) {
        said.add(step.step() + ": " + step.what());
      }
      episodes.tellEpisode(episode);
    }
    return String.join("\n", said);
  }

  /** The steps of an episode as they stand or, where they are done, as they then stand. */
  List<PublishReport.Outcome> steps(Path post, Publish.Mode mode) throws IOException {
    Optional<PublishSettings> settings = PublishSettings.find(site.show());
    if (settings.isEmpty()) {
      return List.of();
    }
    try (Publish publish =
        Publish.open(site.show().root(), stages.get(), site.build(), settings.get(), site.env())) {
      return publish.run(post, mode).steps();
    }
  }
}
