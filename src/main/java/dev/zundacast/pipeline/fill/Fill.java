package dev.zundacast.pipeline.fill;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.disk.TextDiff;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.Timeline;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.EpisodeSlides;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Sites;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Posts to posts whose {@code audio_file_size} and {@code duration} say what their audio is. Each
 * post stands for itself: one that fails leaves the others as they would be without it.
 */
public final class Fill {
  /** Servers and disks are waited for more than they are worked on. */
  private static final int THREADS = 8;

  /** What to do where a server cannot be reached. */
  public static final Message LATER = Message.of("fill.later");

  private static final Message CUT = Message.of("fill.cut");

  private static final int DIFF_CONTEXT = 3;

  private final AudioPlaces.Search search;
  private final Scope scope;
  private final Mode mode;
  private final RemoteAudio.Download download;
  private final Progress progress;
  private final Sites sites = new Sites();
  private final AudioPlaces places;

  /** Which posts are looked at. */
  public enum Scope {
    /** Those that lack a value or have one that the feed cannot use. */
    MISSING,
    /** All, and what is wrong is mended. */
    ALL
  }

  /** What becomes of the posts. */
  public enum Mode {
    WRITE,
    DRY_RUN
  }

  /** Work on posts, for which whole remote files may be fetched. */
  public Fill(
      AudioPlaces.Search search,
      Scope scope,
      Mode mode,
      RemoteAudio.Download download,
      Progress progress) {
    this.search = search;
    this.scope = scope;
    this.mode = mode;
    this.download = download;
    this.progress = progress;
    this.places = new AudioPlaces(search.audioDir(), search.out());
  }

  /** Works through the posts that files and folders mean. */
  public List<FillOutcome> run(Collection<Path> postsOrFolders) throws IOException {
    List<Path> posts = PostFiles.of(postsOrFolders);
    StaleTempFiles.removeOldBelow(search.out());
    try (RemoteAudio remote = RemoteAudio.open(search.out(), download, search.recall())) {
      return outcomes(posts, remote);
    }
  }

  /** The slides of posts whose audio is an episode's that was built here get its times. */
  public List<Path> slides(List<FillOutcome> outcomes, Optional<NarrationSource> place)
      throws IOException {
    EpisodeSlides slides = new EpisodeSlides(place, search.out());
    List<Path> filled = new ArrayList<>();
    for (FillOutcome outcome : outcomes) {
      if (outcome.state() == State.FILLED || outcome.state() == State.RIGHT) {
        Optional<Timeline> heard = slides.heard(outcome.post(), outcome.bytes());
        if (heard.isPresent()) {
          timed(outcome.post(), heard.get(), slides).ifPresent(filled::add);
        }
      }
    }
    return filled;
  }

  /** Each post stands for itself: what cannot be read of one keeps no other from its times. */
  private Optional<Path> timed(Path post, Timeline heard, EpisodeSlides slides) throws IOException {
    try {
      FrontMatter front = FrontMatter.read(post, sites.layout(post));
      return slides.fill(Posts.of(front), heard, mode == Mode.WRITE);
    } catch (Problem | JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  private List<FillOutcome> outcomes(List<Path> posts, RemoteAudio remote) throws IOException {
    try {
      return Parallel.map(
          posts,
          THREADS,
          post -> fill(post, remote),
          done -> progress.report(Message.of("progress.fill"), done, posts.size()));
    } finally {
      if (mode == Mode.WRITE) {
        posts.stream().map(it -> it.resolveSibling("")).distinct().forEach(AtomicFile::flushNames);
      }
    }
  }

  private FillOutcome fill(Path post, RemoteAudio remote) {
    try {
      return PostFiles.one(post, () -> filled(post, remote));
    } catch (Problem e) {
      return FillOutcome.refused(post, Message.of(e), e.diagnostics());
    } catch (IOException e) {
      return FillOutcome.refused(post, Message.of(e), List.of());
    }
  }

  private FillOutcome filled(Path post, RemoteAudio remote) throws IOException {
    FrontMatter front = FrontMatter.read(post, sites.layout(post));
    StatedAudio stated = front.audio();
    if (scope == Scope.MISSING && stated.complete()) {
      return believed(front, stated);
    }
    AudioPlaces.Place place = places.find(front, site(post));
    if (front.path().isEmpty()) {
      return FillOutcome.without(
          State.MISSING,
          "",
          front.at(FrontMatter.PATH, Message.of("check.noAudioNamed")).withNext("fill.nameAudio"));
    }
    if (place.local().isPresent()) {
      return fromFile(front, place.local().get());
    }
    if (place.remote().isPresent()) {
      return fromServer(front, place.remote().get(), remote);
    }
    return FillOutcome.without(
        State.MISSING, front.path(), front.at(FrontMatter.PATH, Message.of("fill.noFile")));
  }

  /** Values that are there are right, unless the file is here and has another size. */
  private FillOutcome believed(FrontMatter front, StatedAudio stated) throws IOException {
    Optional<Path> file = places.find(front, site(front.file())).local();
    if (file.isEmpty() || Files.size(file.get()) == stated.size().number()) {
      return FillOutcome.right(front.file(), stated);
    }
    if (Files.size(file.get()) == 0) {
      return fromFile(front, file.get());
    }
    Message found = Message.of("fill.otherSize", stated.size().number(), Files.size(file.get()));
    return FillOutcome.without(
        State.WRONG,
        file.get().toString(),
        front.at(FrontMatter.SIZE, found).withNext("fill.force"));
  }

  private FillOutcome fromFile(FrontMatter front, Path audio) {
    try {
      if (BuildRecord.isDamaged(search.out(), front.file(), audio)) {
        return FillOutcome.without(
            State.MISSING,
            audio.toString(),
            front.at(FrontMatter.PATH, Message.of("fill.damaged", audio)));
      }
      AudioLength length = AudioFiles.measure(audio);
      Message odd = length.state() == AudioLength.State.CUT ? CUT : Message.NONE;
      return put(front, audio.toString(), length.bytes(), length.millis(), odd);
    } catch (IOException e) {
      return FillOutcome.without(
          State.MISSING,
          audio.toString(),
          front.at(FrontMatter.PATH, Message.of(e)).withNext("check.putAudio"));
    }
  }

  private FillOutcome fromServer(FrontMatter front, String address, RemoteAudio remote)
      throws IOException {
    RemoteAudio.RemoteFacts facts;
    try {
      facts = remote.facts(address);
    } catch (IOException e) {
      return FillOutcome.without(
          State.UNREACHABLE, address, front.at(FrontMatter.PATH, Message.of(e)).withNext(LATER));
    }
    return put(front, address, facts.bytes(), facts.millis(), Message.NONE);
  }

  /** Puts in what is missing, and what is wrong when all posts are asked for. */
  private FillOutcome put(FrontMatter front, String audio, long size, long millis, Message reason)
      throws IOException {
    Path post = front.file();
    StatedAudio stated = front.audio();
    boolean all = scope == Scope.ALL;
    long newSize =
        keeps(stated.size(), all && !stated.hasSize(size)) ? stated.size().number() : size;
    boolean keepsLength = keeps(stated.duration(), all && !stated.hasLength(millis));
    String duration = StatedAudio.format(keepsLength ? stated.duration().number() * 1000 : millis);
    byte[] filled = front.withAudio(newSize, duration);
    boolean right = Arrays.equals(filled, front.bytes());
    String diff = "";
    if (mode == Mode.DRY_RUN) {
      Path root = site(post).root();
      Path name = post.startsWith(root) ? root.relativize(post) : post;
      diff =
          TextDiff.of("a/" + name, "b/" + name, lines(front.bytes()), lines(filled), DIFF_CONTEXT);
    } else if (!right && !front.isUnchanged()) {
      return FillOutcome.refused(post, Message.of("fill.changedMeanwhile"), List.of());
    } else if (!right) {
      AtomicFile.writeOneOfMany(AtomicFile.behind(post), filled);
    }
    State state = right ? State.RIGHT : State.FILLED;
    return new FillOutcome(post, state, audio, size, duration, reason, diff, List.of());
  }

  private Show site(Path post) throws IOException {
    return sites.of(post, search.site());
  }

  private static List<String> lines(byte[] post) {
    return new String(post, StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean keeps(StatedAudio.Value value, boolean wrong) {
    return value.state() == StatedAudio.State.STATED && !wrong;
  }
}
