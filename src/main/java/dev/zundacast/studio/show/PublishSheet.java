package dev.zundacast.studio.show;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.publish.Publish;
import dev.zundacast.pipeline.publish.PublishReport.State;
import dev.zundacast.pipeline.publish.PublishSettings;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.view.CheckView;
import dev.zundacast.studio.view.PublishView;
import dev.zundacast.studio.view.ShowView.EpisodeState;
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

/** An episode to what is written for it, what was found in it, and what is left to do by hand. */
final class PublishSheet {
  private final StudioSite site;
  private final Checking checking;
  private final PostStates states;
  private final Publishing publishing;

  PublishSheet(StudioSite site, Checking checking, PostStates states, Publishing publishing) {
    this.site = site;
    this.checking = checking;
    this.states = states;
    this.publishing = publishing;
  }

  PublishView of(OpenEpisode episode) throws IOException {
    Path post = episode.post();
    Workspace workspace = site.workspace();
    Optional<BuildRecord> record =
        BuildRecord.read(workspace.episode(post))
            .filter(it -> Files.isRegularFile(Path.of(it.mp3())));
    CheckView check = checking.of(episode.key(), post);
    EpisodeState state = states.look(episode.key(), post).state();
    boolean hindered = check.findings().stream().anyMatch(it -> it.severity().equals("error"));
    return new PublishView(
        state == EpisodeState.BUILT && !hindered,
        record.map(PublishSheet::values).orElse(Map.of()),
        record.isPresent() ? files(post, Path.of(record.get().mp3())) : List.of(),
        record.isPresent() ? tags(Path.of(record.get().mp3())) : Map.of(),
        check.findings(),
        record.isPresent() ? steps(post) : List.of(),
        record.isPresent() && !publishes() ? byHand(post, Path.of(record.get().mp3())) : List.of());
  }

  private boolean publishes() throws IOException {
    return PublishSettings.find(site.show()).isPresent();
  }

  /** What the show's settings have done to it; a step that cannot work says why. */
  private List<PublishView.Planned> steps(Path post) throws IOException {
    try {
      return publishing.steps(post, Publish.Mode.DRY_RUN).stream()
          .map(it -> new PublishView.Planned(it.step(), it.what(), it.state() == State.ALREADY))
          .toList();
    } catch (Problem stopped) {
      String why = String.valueOf(stopped.getMessage());
      return List.of(new PublishView.Planned("publish", why, false));
    }
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
  private List<PublishView.Step> byHand(Path post, Path mp3) throws IOException {
    List<PublishView.Step> steps = new ArrayList<>();
    String path =
        FrontMatter.parse(post, Posts.bytes(post)).value(FrontMatter.PATH).orElse("").strip();
    List<Path> committed = new ArrayList<>(List.of(post, site.workspace().script(post)));
    if (path.matches("(?i)https?://.*")) {
      String command = "rclone copyto " + quoted(mp3.toString()) + " REMOTE:" + quoted(path);
      steps.add(new PublishView.Step("upload the MP3 to " + path, command));
    } else {
      committed.add(mp3);
    }
    String files = String.join(" ", committed.stream().map(it -> quoted(shown(it))).toList());
    String message = quoted("Episode " + Workspace.stem(post));
    steps.add(
        new PublishView.Step(
            "commit",
            "cd "
                + quoted(site.show().root().toString())
                + " && git add "
                + files
                + " && git commit -m "
                + message
                + " && git push"));
    return steps;
  }

  private String shown(Path file) {
    Path root = site.show().root();
    return (file.startsWith(root) ? root.relativize(file) : file).toString();
  }

  /** As a shell takes it whatever stands in it. */
  private static String quoted(String text) {
    return text.matches("[\\p{L}\\p{N}_./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
