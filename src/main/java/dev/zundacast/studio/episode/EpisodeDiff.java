package dev.zundacast.studio.episode;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Post;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an episode's script says otherwise than its post, or than the MP3 that was built last. */
public record EpisodeDiff(BuiltEpisode built) {
  private static final int CONTEXT = 2;

  /** From what the program would make of the post to the script, as a unified diff. */
  public String toPost(OpenEpisode episode, ScriptOptions options) throws IOException {
    EpisodeText text = episode.requireText();
    Stages stages = text.stages();
    Post post = Posts.read(episode.post());
    List<String> fresh =
        stages
            .scripts()
            .anew(post, Shows.find(episode.post(), Optional.empty()), episode.script(), options)
            .lines()
            .filter(EpisodeDiff::isSaid)
            .toList();
    List<String> now = text.content().text().lines().filter(EpisodeDiff::isSaid).toList();
    return diff(Workspace.name(episode.post()), Workspace.name(episode.script()), fresh, now);
  }

  /** What the tool remembers at the end of a script is nobody's to read. */
  private static boolean isSaid(String row) {
    return !row.startsWith("#=");
  }

  /** From what the MP3 says to the script, a row a line. */
  public String toBuild(OpenEpisode episode) throws IOException {
    List<String> before = built.of(episode).map(EpisodeDiff::rows).orElse(List.of());
    List<String> now = new ArrayList<>();
    EpisodeText text = episode.requireText();
    for (Line line : text.content().script().lines().toList()) {
      String said =
          Optional.ofNullable(text.spoken().get(line.id()))
              .map(spoken -> spoken.spoken())
              .orElse("");
      if (!said.isBlank()) {
        now.add(row(line.id(), line.display()));
        now.add("  > " + said);
      }
    }
    return diff("MP3", Workspace.name(episode.script()), before, now);
  }

  private static List<String> rows(BuiltEpisode.Built last) {
    List<String> rows = new ArrayList<>();
    last.lines()
        .forEach(
            (id, line) -> {
              rows.add(row(id, line.written()));
              rows.add("  > " + line.spoken());
            });
    return rows;
  }

  private static String row(String id, String written) {
    return "[" + id + "] " + written;
  }

  private static String diff(String from, String to, List<String> before, List<String> now) {
    return String.join(
        "\n",
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, DiffUtils.diff(before, now), CONTEXT));
  }
}
