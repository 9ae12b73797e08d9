package dev.zundacast.studio;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.Severity;
import dev.zundacast.pipeline.publish.Publish;
import dev.zundacast.pipeline.publish.PublishReport;
import dev.zundacast.pipeline.publish.PublishReport.State;
import dev.zundacast.pipeline.publish.PublishSettings;
import dev.zundacast.pipeline.publish.Readiness;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.studio.Jobs.Job;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Episodes to their listeners: what stands between them, and the commands that the show's settings
 * list or, where they list none, the commands that are left to do by hand.
 */
public record Publishing(
    StudioSite site, CurrentStages stages, Episodes episodes, Checking checking) {
  /** Takes each of a job's posts through the steps, and says what was done. */
  public String run(Job job) throws IOException {
    PublishSettings settings = PublishSettings.of(site.show());
    settings.requireAllowed(Trust.of(site.env()), "");
    List<String> said = new ArrayList<>();
    for (String key : job.keys()) {
      job.begin(key);
      OpenEpisode episode = episodes.open(key);
      for (PublishReport.Outcome step : steps(settings, episode.post(), Publish.Mode.DO)) {
        said.add(step.name() + ": " + step.run());
      }
      episodes.tell(episode);
    }
    return String.join("\n", said);
  }

  private List<PublishReport.Outcome> steps(PublishSettings settings, Path post, Publish.Mode mode)
      throws IOException {
    return new Publish(stages.get(), site.build(), settings, site.env()).run(post, mode).commands();
  }

  /** What is written for an episode, what was found in it, and what is left to do. */
  public Fields sheet(OpenEpisode episode) throws IOException {
    Path post = episode.post();
    Workspace workspace = site.workspace();
    Optional<BuildRecord> record =
        BuildRecord.read(workspace.episode(post))
            .filter(it -> Files.isRegularFile(Path.of(it.mp3())));
    List<Checking.Found> found = checking.found(episode);
    PublishSettings settings = PublishSettings.of(site.show());
    Optional<Path> mp3 = record.map(it -> Path.of(it.mp3()));
    Optional<String> hindrance = hindrance(post, found);
    boolean byHand = mp3.isPresent() && settings.commands().isEmpty() && hindrance.isEmpty();
    return Json.with("hindrance", hindrance.map(Sentence::new))
        .with("values", record.map(Publishing::values).orElse(Map.of()))
        .with("files", mp3.isPresent() ? files(post, mp3.get()) : List.of())
        .with("tags", mp3.isPresent() ? tags(mp3.get()) : Map.of())
        .with("findings", found)
        .with("steps", planned(settings, post))
        .with("byHand", byHand ? byHand(post, mp3.orElseThrow()) : List.of());
  }

  /** Why an episode is not for listeners as it is. */
  private Optional<String> hindrance(Path post, List<Checking.Found> found) throws IOException {
    Optional<Diagnostic> unready = new Readiness(stages.get(), site.build()).hindrance(post);
    return unready
        .map(Diagnostic::message)
        .or(
            () ->
                found.stream()
                    .filter(it -> it.severity() == Severity.ERROR)
                    .map(Checking.Found::message)
                    .findFirst());
  }

  /** What the show's settings have done to it; a step that cannot work says why. */
  private List<Fields> planned(PublishSettings settings, Path post) throws IOException {
    if (settings.commands().isEmpty()) {
      return List.of();
    }
    try {
      return steps(settings, post, Publish.Mode.DRY_RUN).stream()
          .map(it -> planned(it.name(), it.run(), it.state() == State.ALREADY))
          .toList();
    } catch (Problem stopped) {
      String why = String.valueOf(stopped.getMessage());
      return List.of(planned("publish", why, false));
    }
  }

  private static Fields planned(String step, String what, boolean done) {
    return Json.with("step", step).with("what", new Sentence(what)).with("done", done);
  }

  private static Fields byHand(String what, String command) {
    return Json.with("what", new Sentence(what)).with("command", command);
  }

  private static Map<String, String> values(BuildRecord record) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(FrontMatter.SIZE, Long.toString(record.bytes()));
    values.put("duration", StatedAudio.format(record.millis()));
    return values;
  }

  private List<String> files(Path post, Path mp3) {
    List<String> files = new ArrayList<>(List.of(shown(mp3), shown(post)));
    Path folder = site.workspace().episode(post);
    for (String suffix : Tags.SIDE_FILE_SUFFIXES) {
      Path file = folder.resolve(Workspace.stem(mp3) + suffix);
      if (Files.isRegularFile(file)) {
        files.add(shown(file));
      }
    }
    return files;
  }

  private static Map<String, String> tags(Path mp3) throws IOException {
    Map<String, String> tags = new LinkedHashMap<>();
    Optional<TagSummary> tag = Tags.read(mp3);
    if (tag.isPresent()) {
      tags.put("title", tag.get().title());
      tags.put("album", tag.get().album());
      tags.put("artist", tag.get().artist());
      tags.put("chapters", Integer.toString(tag.get().chapters().size()));
      tags.put("comments", String.join("\n", tag.get().comments()));
    }
    return tags;
  }

  /** An address has to be uploaded to; what lies in the site goes with the post. */
  private List<Fields> byHand(Path post, Path mp3) throws IOException {
    List<Fields> steps = new ArrayList<>();
    String path =
        FrontMatter.parse(post, Posts.bytes(post)).value(FrontMatter.PATH).orElse("").strip();
    List<Path> committed = new ArrayList<>(List.of(post, site.workspace().script(post)));
    if (path.matches("(?i)https?://.*")) {
      String command =
          "rclone copyto " + Escaped.word(mp3.toString()) + " REMOTE:" + Escaped.word(path);
      steps.add(byHand("upload the MP3 to " + path, command));
    } else {
      committed.add(mp3);
    }
    String files = String.join(" ", committed.stream().map(it -> Escaped.word(shown(it))).toList());
    String message = Escaped.word("Episode " + Workspace.stem(post));
    steps.add(
        byHand(
            "commit",
            "cd %s && git add %s && git commit -m %s && git push"
                .formatted(Escaped.word(site.show().root().toString()), files, message)));
    return steps;
  }

  private String shown(Path file) {
    Path root = site.show().root();
    return (file.startsWith(root) ? root.relativize(file) : file).toString();
  }
}
