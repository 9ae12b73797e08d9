package dev.zundacast.studio;

import dev.zundacast.audio.Loudness;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Shows;
import dev.zundacast.studio.episode.Episodes;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The posts of a show to the rows of its page. What takes long to tell is looked at in the
 * background, the newest post first, and told when it is known.
 */
final class ShowRows implements Closeable {
  /** As many rows as a window shows. */
  private static final int TOLD_TOGETHER = 40;

  private static final long QUIET_MILLIS = 1_000;

  /** Why an episode is stale whose script says otherwise than its MP3. */
  private static final String SCRIPT_EDITED = "script-edited";

  private final Episodes episodes;
  private final Map<Path, Standing> known = new ConcurrentHashMap<>();
  private final Checking checking;
  private final ExecutorService looking = BackgroundTask.pool("studio posts", 1);
  private final AtomicBoolean waits = new AtomicBoolean();
  private Set<String> seen = Set.of();

  /** The rows of this show. */
  public ShowRows(Episodes episodes, Checking checking) {
    this.episodes = episodes;
    this.checking = checking;
  }

  /** The show with all its posts. */
  public Fields show() throws IOException {
    Show show =
        Shows.find(
            episodes.site().show().root().resolve("post"),
            Optional.of(episodes.site().show().root()));
    List<Fields> posts = new ArrayList<>();
    for (Map.Entry<String, Path> post : episodes.posts().entrySet()) {
      posts.add(row(post.getKey(), post.getValue()));
    }
    return Json.with("title", show.title())
        .with("posts", posts)
        .with("engine", episodes.engines().view());
  }

  /** Looks anew at what was touched, and tells everybody where it stands otherwise. */
  public void refresh() {
    if (!waits.getAndSet(true)) {
      looking.execute(this::look);
    }
  }

  private void look() {
    try {
      // A line that was changed just now is to be heard first.
      Thread.sleep(QUIET_MILLIS);
      waits.set(false);
      Map<String, Path> posts = episodes.posts();
      int fresh = posts.keySet().equals(seen) ? 0 : 1;
      seen = posts.keySet();
      for (Map.Entry<String, Path> post : posts.entrySet()) {
        fresh += lookAt(post.getKey(), post.getValue()) ? 1 : 0;
        if (fresh == TOLD_TOGETHER) {
          episodes.tellShow();
        }
        if (looking.isShutdown()) {
          return;
        }
      }
      if (fresh > 0) {
        episodes.tellShow();
      }
    } catch (InterruptedException | IOException gone) {
      // The studio ends, or the folder of the posts is looked at when it is asked about next.
    }
  }

  private boolean lookAt(String key, Path post) {
    try {
      if (known(post).isPresent()) {
        return false;
      }
      known.put(post, standing(key, post));
      return true;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Its row says what is wrong with it when it is read for that.
      return false;
    }
  }

  private Fields row(String key, Path post) throws IOException {
    boolean written = Files.isRegularFile(episodes.site().workspace().script(post));
    Optional<BuildRecord> record = BuildRecord.read(episodes.site().workspace().episode(post));
    Fields row = Json.with("key", key).with("file", Workspace.name(post));
    DryRun.State likely = record.isPresent() ? DryRun.State.UP_TO_DATE : DryRun.State.NO_EPISODE;
    try {
      FrontMatter front = FrontMatter.read(post);
      row.with("date", front.value("date").orElse(""))
          .with("title", front.value("title").orElse(""));
      boolean hasSize = !front.value(FrontMatter.SIZE).orElse("").strip().matches("0*");
      likely = record.isEmpty() && hasSize ? DryRun.State.FOREIGN : likely;
    } catch (Problem wrong) {
      row.with("date", "").with("title", "").with("error", Message.of(wrong));
    }
    Optional<Standing> standing = known(post);
    if (standing.isEmpty()) {
      refresh();
    }
    Optional<Message> stale = standing.map(Standing::stale).filter(it -> !it.isEmpty());
    return row.with(
            "script",
            !written
                ? "none"
                : stale.filter(it -> it.toString().equals(SCRIPT_EDITED)).isPresent()
                    ? "edited"
                    : "ok")
        .with("episode", word(standing.map(Standing::state).orElse(likely)))
        .with("stale", stale)
        .with("millis", record.map(BuildRecord::millis))
        .with("loudness", record.map(BuildRecord::loudness).map(Loudness::lufs))
        .with("findings", checking.count(key))
        .with("decisions", decisions(post));
  }

  private static String word(DryRun.State state) {
    return switch (state) {
      case UP_TO_DATE -> "built";
      case STALE -> "stale";
      case FOREIGN -> "published";
      case NO_EPISODE -> "none";
    };
  }

  private int decisions(Path post) {
    try {
      return new DryRun(episodes.stages()).decisions(post).size();
    } catch (IOException | Problem unreadable) {
      return 0;
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    BackgroundTask.awaitEnd(looking);
  }

  /** How an episode stands, why it is stale, and when what decides on that was touched. */
  private record Standing(String touched, DryRun.State state, Message stale) {}

  /**
   * What is known of a post, empty where it has to be looked at: whether one is stale takes a
   * build's first steps to tell, so it is remembered as long as nothing that decides on it was
   * touched.
   */
  private Optional<Standing> known(Path post) throws IOException {
    Standing before = known.get(post);
    return before != null && before.touched().equals(touched(post))
        ? Optional.of(before)
        : Optional.empty();
  }

  private Standing standing(String key, Path post) throws IOException {
    String touched = touched(post);
    boolean built = Build.isKnown(episodes.site().workspace(), post);
    try {
      DryRun dry = new DryRun(episodes.stages());
      if (!built) {
        return new Standing(touched, dry.state(post, episodes.site().build()), Message.NONE);
      }
      DryRun.Report report = dry.of(post, episodes.site().build());
      return report.upToDate()
          ? new Standing(touched, DryRun.State.UP_TO_DATE, Message.NONE)
          : new Standing(touched, DryRun.State.STALE, Message.plain(why(key, report)));
    } catch (Problem wrong) {
      DryRun.State state = built ? DryRun.State.STALE : DryRun.State.NO_EPISODE;
      return new Standing(touched, state, Message.of(wrong));
    }
  }

  /** A word that the page says in its reader's language. */
  private String why(String key, DryRun.Report report) throws IOException {
    if (!report.diff().isEmpty()) {
      return "post-edited";
    }
    String diff = episodes.built().toBuild(episodes.open(key));
    if (diff.lines().anyMatch(row -> row.matches("[-+] *\\[.*"))) {
      return SCRIPT_EDITED;
    }
    return diff.isEmpty() ? "else-changed" : "reading-changed";
  }

  private String touched(Path post) throws IOException {
    Workspace workspace = episodes.site().workspace();
    Path folder = workspace.episode(post);
    List<Path> files =
        new ArrayList<>(List.of(post, workspace.script(post), folder.resolve(BuildRecord.FILE)));
    BuildRecord.read(folder).ifPresent(it -> files.add(Path.of(it.mp3())));
    return episodes.generation().number() + Workspace.stamp(files);
  }
}
