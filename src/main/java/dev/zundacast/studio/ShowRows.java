package dev.zundacast.studio;

import com.fasterxml.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import dev.zundacast.audio.Loudness;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.tasks.BackgroundTask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The posts of a show to the rows of its page. What takes long to tell is looked at in the
 * background, the newest post first, and told when it is known.
 */
public final class ShowRows implements Closeable {
  /** As many rows as a window shows. */
  private static final int TOLD_TOGETHER = 40;

  private static final long QUIET_MILLIS = 1_000;

  private final StudioSite site;
  private final KnownPosts posts;
  private final EngineKeeper engines;
  private final EventBus events;
  private final CurrentStages stages;
  private final Episodes episodes;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();
  private final Checking checking;
  private final BlockingQueue<Boolean> look = new LinkedBlockingQueue<>(1);
  private final BackgroundTask<Boolean> looking;
  private Set<String> seen = Set.of();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** The rows of this show. */
  public ShowRows(
      StudioSite site,
      CurrentStages stages,
      KnownPosts posts,
      EngineKeeper engines,
      Episodes episodes,
      Checking checking,
      EventBus events) {
    this.site = site;
    this.posts = posts;
    this.engines = engines;
    this.events = events;
    this.stages = stages;
    this.checking = checking;
    this.episodes = episodes;
    this.looking = BackgroundTask.start("studio posts", this::look);
  }

  /** The show with all its posts. */
  public Fields show() throws IOException {
    Show show = Shows.find(site.show().root().resolve("post"), Optional.of(site.show().root()));
    return Json.with("title", show.title())
        .with("version", site.version())
        .with("posts", posts())
        .with("engine", engines.view())
        .with("lang", show.language());
  }

  private List<Fields> posts() throws IOException {
    List<Fields> rows = new ArrayList<>();
    for (Map.Entry<String, Path> post : posts.all().entrySet()) {
      rows.add(row(post.getKey(), post.getValue()));
    }
    return rows;
  }

  /** Looks anew at what was touched, and tells everybody where it stands otherwise. */
  public void refresh() {
    look.offer(true);
  }

  private boolean look() throws IOException {
    try {
      // A line that was changed just now is to be heard first.
      while (look.take() && !ended.await(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
        look.clear();
        int fresh = isOtherPosts() ? 1 : 0;
        for (Map.Entry<String, Path> post : posts.all().entrySet()) {
          fresh += lookAt(post.getKey(), post.getValue()) ? 1 : 0;
          if (fresh == TOLD_TOGETHER) {
            events.tell("show", Map.of());
          }
          if (ended.getCount() == 0) {
            return true;
          }
        }
        if (fresh > 0) {
          events.tell("show", Map.of());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private boolean isOtherPosts() throws IOException {
    Set<String> now = Set.copyOf(posts.all().keySet());
    boolean other = !now.equals(seen);
    seen = now;
    return other;
  }

  private boolean lookAt(String key, Path post) {
    try {
      if (known(post).isPresent()) {
        return false;
      }
      String touched = touched(post);
      known.put(post, new Known(touched, standing(key, post)));
      return true;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Its row says what is wrong with it when it is read for that.
      return false;
    }
  }

  private Fields row(String key, Path post) throws IOException {
    Workspace workspace = site.workspace();
    Optional<BuildRecord> record = BuildRecord.read(workspace.episode(post));
    Path script = workspace.script(post);
    boolean written = Files.isRegularFile(script);
    Front front = Front.of(post);
    Optional<Standing> standing = known(post);
    if (standing.isEmpty()) {
      look.offer(true);
    }
    EpisodeState likely =
        record.isPresent()
            ? EpisodeState.BUILT
            : front.hasSize() ? EpisodeState.PUBLISHED : EpisodeState.NONE;
    return Json.with("key", key)
        .with("date", front.date())
        .with("title", front.title())
        .with("script", script(written, standing))
        .with("episode", standing.map(Standing::state).orElse(likely))
        .with("stale", standing.map(Standing::stale).filter(it -> !it.isEmpty()).map(Sentence::new))
        .with("millis", record.map(BuildRecord::millis))
        .with("loudness", record.map(BuildRecord::loudness).map(Loudness::lufs))
        .with("findings", checking.count(key))
        .with("decisions", written ? decisions(script) : 0)
        .with("file", Workspace.name(post))
        .with("error", front.error().isEmpty() ? null : new Sentence(front.error()));
  }

  private static ScriptState script(boolean written, Optional<Standing> standing) {
    if (!written) {
      return ScriptState.NONE;
    }
    boolean edited = standing.filter(Standing::isScriptEdited).isPresent();
    return edited ? ScriptState.EDITED : ScriptState.OK;
  }

  /** What a post says of itself. */
  private record Front(String title, String date, boolean hasSize, String error) {
    static Front of(Path post) throws IOException {
      try {
        FrontMatter front = FrontMatter.parse(post, Posts.bytes(post));
        return new Front(
            front.value("title").orElse(""),
            front.value("date").orElse(""),
            !front.value(FrontMatter.SIZE).orElse("").strip().matches("0*"),
            "");
      } catch (Problem wrong) {
        return new Front("", "", false, String.valueOf(wrong.getMessage()));
      }
    }
  }

  private int decisions(Path script) {
    try {
      return stages.get().scripts().open(script).decisions().size();
    } catch (IOException | Problem unreadable) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    ended.countDown();
    look.offer(true);
    looking.close();
  }

  /** Whether a post has a script. */
  @EnumNaming(LowerCamelCaseStrategy.class)
  private enum ScriptState {
    NONE,
    OK,
    /** It was edited since the episode was built. */
    EDITED
  }

  /** How it stands with the episode of a post. */
  @EnumNaming(LowerCamelCaseStrategy.class)
  private enum EpisodeState {
    NONE,
    BUILT,
    STALE,
    /** Made elsewhere, or without a record here. */
    PUBLISHED
  }

  /**
   * How it stands with an episode.
   *
   * @param stale why it is no longer what would be built, "" where it is
   */
  private record Standing(EpisodeState state, String stale) {
    private static final String SCRIPT_EDITED = "script-edited";

    /** Whether it is its script that says otherwise than its MP3. */
    boolean isScriptEdited() {
      return stale.equals(SCRIPT_EDITED);
    }
  }

  private record Known(String touched, Standing standing) {}

  /**
   * What is known of a post, empty where it has to be looked at: whether one is stale takes a
   * build's first steps to tell, so it is remembered as long as nothing that decides on it was
   * touched.
   */
  private Optional<Standing> known(Path post) throws IOException {
    Known before = known.get(post);
    return before != null && before.touched().equals(touched(post))
        ? Optional.of(before.standing())
        : Optional.empty();
  }

  private Standing standing(String key, Path post) throws IOException {
    try {
      DryRun dry = new DryRun(stages.get());
      if (!Build.isKnown(site.workspace(), post)) {
        boolean foreign = dry.state(post, site.build()) == DryRun.State.FOREIGN;
        return new Standing(foreign ? EpisodeState.PUBLISHED : EpisodeState.NONE, "");
      }
      DryRun.Report report = dry.of(post, site.build());
      return report.upToDate()
          ? new Standing(EpisodeState.BUILT, "")
          : new Standing(EpisodeState.STALE, why(key, report));
    } catch (Problem wrong) {
      boolean built = Files.exists(site.workspace().episode(post).resolve(BuildRecord.FILE));
      return new Standing(
          built ? EpisodeState.STALE : EpisodeState.NONE, String.valueOf(wrong.getMessage()));
    }
  }

  /** A word that the page says in its reader's language. */
  private String why(String key, DryRun.Report report) throws IOException {
    if (!report.diff().isEmpty()) {
      return "post-edited";
    }
    OpenEpisode episode = episodes.open(key);
    String diff = episodes.built().toBuild(episode);
    if (diff.lines().anyMatch(row -> row.matches("[-+] *\\[.*"))) {
      return Standing.SCRIPT_EDITED;
    }
    return diff.isEmpty() ? "else-changed" : "reading-changed";
  }

  private String touched(Path post) throws IOException {
    Path record = site.workspace().episode(post).resolve(BuildRecord.FILE);
    return stages.generation().number()
        + time(post)
        + time(site.workspace().script(post))
        + time(record)
        + BuildRecord.read(site.workspace().episode(post))
            .map(it -> time(Path.of(it.mp3())))
            .orElse("");
  }

  private static String time(Path file) {
    try {
      return " " + Files.getLastModifiedTime(file).toMillis() + "," + Files.size(file);
    } catch (IOException missing) {
      return " -";
    }
  }
}
