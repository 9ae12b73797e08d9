package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.Check;
import dev.zundacast.pipeline.check.Check.Depth;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.ScriptRules;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.studio.Jobs.Job;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Posts to what should not be published as it is; the last answer is remembered. */
final class Checking {
  private final Episodes episodes;
  private final Map<String, Integer> last = new ConcurrentHashMap<>();

  /** Checks of this show. */
  public Checking(Episodes episodes) {
    this.episodes = episodes;
  }

  /** How much was found in a post the last time, null when it was not looked at yet. */
  @Nullable Integer count(String key) {
    return last.get(key);
  }

  /** Looks at each of a job's posts, their sound too. */
  public Message run(Job job) throws IOException {
    Map<String, Path> looked = posts(job);
    List<Path> all = List.of(episodes.site().show().root());
    CheckReport report = check(all, Set.copyOf(looked.values()), Depth.LOUDNESS, job);
    int found = 0;
    for (Map.Entry<String, Path> post : looked.entrySet()) {
      List<Found> findings = found(report, post.getValue());
      last.put(post.getKey(), findings.size());
      found += findings.size();
    }
    return Message.of("studio.findings", found);
  }

  private Map<String, Path> posts(Job job) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String key : job.keys()) {
      files.put(key, episodes.open(key).post());
    }
    return files;
  }

  /** Fills the missing sizes and lengths of each of a job's posts. */
  public Message fill(Job job) throws IOException {
    StudioSite site = episodes.site();
    Fill fill =
        new Fill(search(), Fill.Scope.MISSING, Fill.Mode.WRITE, RemoteAudio.Download.NEVER, job);
    List<FillOutcome> outcomes = fill.run(posts(job).values());
    List<Message> said = new ArrayList<>();
    fill.slides(outcomes, site.build().script().slides())
        .forEach(it -> said.add(Message.of("studio.slides", Workspace.name(it))));
    boolean slides = !said.isEmpty();
    long filled = FillOutcome.count(outcomes, FillOutcome.State.FILLED);
    long right = FillOutcome.count(outcomes, FillOutcome.State.RIGHT);
    outcomes.stream()
        .filter(it -> it.state() != FillOutcome.State.FILLED)
        .filter(it -> it.state() != FillOutcome.State.RIGHT)
        .forEach(it -> said.add(it.reason()));
    if (!said.isEmpty() && filled == 0 && !slides) {
      throw Problem.of(Problem.Kind.FAILED, Message.join("\n", said));
    }
    said.add(0, Message.of("studio.filled", filled, right));
    return Message.join("\n", said);
  }

  /** Looks at one post, without decoding its sound. */
  public List<Found> of(OpenEpisode episode) throws IOException {
    Path post = episode.post();
    CheckReport report = check(List.of(post), Set.of(post), Depth.FAST, Progress.SILENT);
    List<Found> found = found(report, post);
    last.put(episode.key(), found.size());
    return found;
  }

  private CheckReport check(List<Path> all, Set<Path> looked, Depth depth, Progress progress)
      throws IOException {
    Stages now = episodes.stages();
    List<Check.PostRule> rules = new ScriptRules(now, episodes.site().build()).all();
    return new Check(search(), depth, Check.Mending.LIST_ONLY, now::openScript, rules, progress)
        .run(all, looked);
  }

  private AudioPlaces.Search search() {
    StudioSite site = episodes.site();
    return AudioPlaces.Search.in(site.show().root(), site.workspace().out());
  }

  private List<Found> found(CheckReport report, Path post) throws IOException {
    Path script = episodes.site().workspace().script(post);
    Map<Integer, String> ids = lines(post);
    List<Found> found = new ArrayList<>();
    for (CheckReport.Finding finding : report.findings()) {
      Path at = finding.place().file();
      boolean inScript = at.equals(script);
      // What is found in the site as a whole, such as its picture, is every post's.
      if (inScript || at.equals(post) || !Workspace.name(at).matches(".*\\.(md|txt)")) {
        found.add(new Found(finding, inScript ? ids.get(finding.place().line()) : null));
      }
    }
    return found;
  }

  /** What was found in a post, with the id of the line where that is its script's. */
  public record Found(CheckReport.Finding finding, @Nullable String line) {
    @JsonValue
    Json.Fields json() {
      Diagnostic at = finding.place();
      return Json.with("rule", finding.rule())
          .with("severity", finding.severity())
          .with("message", at.message())
          .with("place", Workspace.name(at.file()) + (at.line() > 0 ? ":" + at.line() : ""))
          .with("line", line)
          .with("next", at.next().isEmpty() ? null : at.next());
    }
  }

  /** The ids of a script's lines by their rows; none where it cannot be read. */
  private Map<Integer, String> lines(Path post) throws IOException {
    Map<Integer, String> ids = new HashMap<>();
    try {
      episodes
          .stages()
          .openScript(post)
          .ifPresent(it -> it.script().lines().forEach(at -> ids.put(at.fileLine(), at.id())));
    } catch (Problem wrong) {
      // That it is wrong stands among the findings.
    }
    return ids;
  }
}
