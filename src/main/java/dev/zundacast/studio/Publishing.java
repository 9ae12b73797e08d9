package dev.zundacast.studio;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.CheckReport.Severity;
import dev.zundacast.pipeline.publish.Publish;
import dev.zundacast.pipeline.publish.PublishSettings;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Episodes to their listeners: what stands between them, and the commands that the show's settings
 * list or, where they list none, the commands that are left to do by hand.
 */
record Publishing(Episodes episodes, Checking checking) {
  /** Takes each of a job's posts through the steps, and says what was done. */
  public Message run(Jobs.Job job) throws IOException {
    PublishSettings settings = PublishSettings.of(episodes.site().show());
    settings.requireAllowed(Trust.of(episodes.site().env()), "");
    List<String> said = new ArrayList<>();
    for (String key : job.keys()) {
      job.begin(key);
      OpenEpisode episode = episodes.open(key);
      for (Publish.Outcome step : steps(settings, episode.post(), Publish.Mode.DO)) {
        said.add(step.name() + ": " + step.run());
      }
      episodes.tell(episode);
    }
    return Message.plain(String.join("\n", said));
  }

  private List<Publish.Outcome> steps(PublishSettings settings, Path post, Publish.Mode mode)
      throws IOException {
    return new Publish(episodes.stages(), episodes.site().build(), settings, episodes.site().env())
        .run(post, mode)
        .commands();
  }

  /** What is written for an episode, what was found in it, and what is left to do. */
  public Fields sheet(OpenEpisode episode) throws IOException {
    Path post = episode.post();
    Optional<BuildRecord> record = episodes.built().record(episode);
    List<Checking.Found> found = checking.of(episode);
    PublishSettings settings = PublishSettings.of(episodes.site().show());
    Optional<Message> hindrance = hindrance(post, found);
    Fields sheet =
        Json.with("hindrance", hindrance)
            .with("findings", found)
            .with("steps", planned(settings, post));
    if (record.isPresent()) {
      Path mp3 = Path.of(record.get().mp3());
      String size = Long.toString(record.get().bytes());
      String length = StatedAudio.format(record.get().millis());
      sheet
          .with("values", Json.with(FrontMatter.SIZE, size).with("duration", length))
          .with("files", files(post, mp3))
          .with("tags", tags(mp3));
      if (settings.commands().isEmpty() && hindrance.isEmpty()) {
        sheet.with("byHand", byHand(post, mp3));
      }
    }
    return sheet;
  }

  /** Why an episode is not for listeners as it is. */
  private Optional<Message> hindrance(Path post, List<Checking.Found> found) throws IOException {
    return Publish.hindrance(post, episodes.stages(), episodes.site().build())
        .map(Diagnostic::message)
        .or(
            () ->
                found.stream()
                    .filter(it -> it.finding().severity() == Severity.ERROR)
                    .map(it -> it.finding().place().message())
                    .findFirst());
  }

  /** What the show's settings have done to it; a step that cannot work says why. */
  private List<Fields> planned(PublishSettings settings, Path post) throws IOException {
    if (settings.commands().isEmpty()) {
      return List.of();
    }
    try {
      return steps(settings, post, Publish.Mode.DRY_RUN).stream()
          .map(
              it ->
                  planned(it.name(), Message.plain(it.run()), it.state() == Publish.State.ALREADY))
          .toList();
    } catch (Problem stopped) {
      return List.of(planned("publish", stopped.said(), false));
    }
  }

  private static Fields planned(String step, Message what, boolean done) {
    return Json.with("step", step).with("what", what).with("done", done);
  }

  private static Fields byHand(Message what, String command) {
    return Json.with("what", what).with("command", command);
  }

  private List<String> files(Path post, Path mp3) {
    List<String> files = new ArrayList<>(List.of(shown(mp3), shown(post)));
    Path folder = episodes.site().workspace().episode(post);
    for (String suffix : Tags.SIDE_FILE_SUFFIXES) {
      Path file = folder.resolve(Post.stem(mp3) + suffix);
      if (Files.isRegularFile(file)) {
        files.add(shown(file));
      }
    }
    return files;
  }

  private static Optional<Fields> tags(Path mp3) throws IOException {
    return Tags.read(mp3)
        .map(
            tag ->
                Json.with("title", tag.title())
                    .with("album", tag.album())
                    .with("artist", tag.artist())
                    .with("chapters", Integer.toString(tag.chapters().size()))
                    .with("comments", String.join("\n", tag.comments())));
  }

  /** An address has to be uploaded to; what lies in the site goes with the post. */
  private List<Fields> byHand(Path post, Path mp3) throws IOException {
    List<Fields> steps = new ArrayList<>();
    String path = FrontMatter.read(post).path();
    List<Path> committed = new ArrayList<>(List.of(post, episodes.site().workspace().script(post)));
    if (Workspace.isAddress(path)) {
      String command =
          "rclone copyto " + Escaped.word(mp3.toString()) + " REMOTE:" + Escaped.word(path);
      steps.add(byHand(Message.of("publish.uploadTo", path), command));
    } else {
      committed.add(mp3);
    }
    String files = String.join(" ", committed.stream().map(it -> Escaped.word(shown(it))).toList());
    String message = Escaped.word("Episode " + Post.stem(post));
    steps.add(
        byHand(
            Message.of("publish.commit"),
            "cd %s && git add %s && git commit -m %s && git push"
                .formatted(
                    Escaped.word(episodes.site().show().root().toString()), files, message)));
    return steps;
  }

  private String shown(Path file) {
    Path root = episodes.site().show().root();
    return (file.startsWith(root) ? root.relativize(file) : file).toString();
  }
}
