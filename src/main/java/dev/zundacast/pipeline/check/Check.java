package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Sites;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.CheckReport.Finding;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.script.Scripts;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Posts and their sites to what should not be published as it is. Each rule looks at each post by
 * itself; then the sites' pictures and feeds are looked at.
 */
public final class Check {
  private static final Pattern SLUG = Pattern.compile("\\d{2,4}-\\d{1,2}-\\d{1,2}-(.*)");

  private final AudioPlaces.Search search;
  private final Depth depth;
  private final Mending mending;
  private final IoFunction<Path, Optional<ScriptContent>> scripts;
  private final List<PostRule> scriptRules;
  private final Progress progress;
  private final Sites sites = new Sites();
  private final AudioPlaces places;
  private final Map<Path, Show> shows = new ConcurrentHashMap<>();

  /** What a post holds, empty where it cannot be read, and what was found in it. */
  private record Checked(Optional<CheckedPost> post, List<Finding> findings) {}

  /** How far audio is looked into. */
  public enum Depth {
    /** Headers only. */
    FAST,
    /** Loudness too, for which every file is decoded. */
    LOUDNESS
  }

  /** What becomes of findings. */
  public enum Mending {
    LIST_ONLY,
    /** Sizes and lengths are put right before the rest is listed. */
    FIX
  }

  /** Opens each post's script once, and looks at its rules where it can be read. */
  public Check(
      AudioPlaces.Search search,
      Depth depth,
      Mending mending,
      IoFunction<Path, Optional<ScriptContent>> scripts,
      List<PostRule> scriptRules,
      Progress progress) {
    this.search = search;
    this.depth = depth;
    this.mending = mending;
    this.scripts = scripts;
    this.scriptRules = List.copyOf(scriptRules);
    this.progress = progress;
    this.places = new AudioPlaces(search.audioDir(), search.out());
  }

  /** Looks at the posts that are told of; others are read for what posts must not share. */
  public CheckReport run(Collection<Path> postsOrFolders, Set<Path> told) throws IOException {
    List<Path> files = PostFiles.of(postsOrFolders);
    List<Path> looked = files.stream().filter(told::contains).toList();
    long mended = mending == Mending.FIX ? mend(looked) : 0;
    List<Finding> findings = new ArrayList<>();
    List<CheckedPost> posts = new ArrayList<>();
    for (Checked checked : checked(files, told)) {
      findings.addAll(checked.findings());
      checked.post().ifPresent(posts::add);
    }
    sites(posts, findings);
    repeats(posts).stream()
        .filter(at -> told.contains(at.file()))
        .forEach(at -> findings.add(new Finding("repeat", at)));
    findings.sort(
        Comparator.comparing((Finding f) -> f.place().file()).thenComparing(f -> f.place().line()));
    return new CheckReport(looked.size(), mended, findings);
  }

  private List<Checked> checked(List<Path> files, Set<Path> told) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (RemoteAudio remote = RemoteAudio.open(search.out(), Download.NEVER, search.recall())) {
      List<PostRule> rules = rules(remote);
      return Parallel.map(
          files,
          cores,
          file ->
              told.contains(file)
                  ? check(file, rules)
                  : new Checked(check(file, List.of()).post(), List.of()),
          done -> progress.report(Message.of("progress.check"), done, files.size()));
    }
  }

  private void sites(List<CheckedPost> posts, List<Finding> findings) throws IOException {
    for (Show show : new TreeMap<>(shows).values()) {
      List<CheckedPost> own =
          posts.stream().filter(post -> post.show().root().equals(show.root())).toList();
      CheckArtwork.check(show).forEach(at -> findings.add(new Finding("artwork", at)));
      CheckFeed.check(show.root(), own).forEach(at -> findings.add(new Finding("feed", at)));
    }
  }

  private long mend(List<Path> posts) throws IOException {
    Fill fill = new Fill(search, Fill.Scope.ALL, Fill.Mode.WRITE, Download.NEVER, progress);
    return FillOutcome.count(fill.run(posts), FillOutcome.State.FILLED);
  }

  private List<PostRule> rules(RemoteAudio remote) {
    List<PostRule> rules = new ArrayList<>();
    FrontMatterRule front = new FrontMatterRule(InstantSource.system());
    rules.add(new PostRule("front-matter", front::check));
    rules.add(
        new PostRule(
            "article",
            (post, findings) -> post.post().ifPresent(it -> it.warnings().forEach(findings))));
    rules.add(new PostRule("date", front::checkDate));
    AudioRule audio = new AudioRule(remote, search.out());
    rules.add(new PostRule("audio", audio::check));
    rules.add(new PostRule("tag", AudioRule::tag));
    if (depth == Depth.LOUDNESS) {
      rules.add(new PostRule("loudness", audio::loudness));
    }
    return rules;
  }

  private Checked check(Path file, List<PostRule> rules) {
    List<Finding> findings = new ArrayList<>();
    Optional<CheckedPost> post = guarded("post", file, findings, () -> read(file, findings));
    if (post.isPresent() && !rules.isEmpty()) {
      rules.forEach(rule -> look(rule, post.get(), findings));
      guarded("script", file, findings, () -> post.get().with(scripts.apply(file)))
          .ifPresent(known -> scriptRules.forEach(rule -> look(rule, known, findings)));
    }
    return new Checked(post, findings);
  }

  private static void look(PostRule rule, CheckedPost post, List<Finding> findings) {
    guarded(
        rule.name(),
        post.file(),
        findings,
        () -> {
          rule.look().at(post, at -> findings.add(new Finding(rule.name(), at)));
          return post;
        });
  }

  /** What fails is a finding too, and the other rules still have their say. */
  private static <T> Optional<T> guarded(
      String rule, Path file, List<Finding> findings, IoSupplier<T> look) {
    try {
      return Optional.of(PostFiles.one(file, look));
    } catch (Problem e) {
      add(findings, rule, file, e);
    } catch (IOException | UncheckedIOException e) {
      findings.add(new Finding(rule, Diagnostic.of(file, Message.of(e))));
    }
    return Optional.empty();
  }

  private CheckedPost read(Path file, List<Finding> findings) throws IOException {
    FrontMatter front = FrontMatter.read(file, sites.layout(file));
    Show show = sites.of(file, search.site());
    shows.putIfAbsent(show.root(), show);
    AudioPlaces.Place place = places.find(front, show);
    return new CheckedPost(
        front,
        post(front, findings),
        show,
        sites.publishing(show),
        place.local(),
        place.remote(),
        Optional.empty());
  }

  /** The post, or a finding that says why there is none; its other rules can be checked anyway. */
  private static Optional<Post> post(FrontMatter front, List<Finding> findings) {
    try {
      Post post = Posts.of(front);
      Scripts.requireSayable(post);
      return Optional.of(post);
    } catch (Problem e) {
      add(findings, "post", front.file(), e);
      return Optional.empty();
    }
  }

  private static void add(List<Finding> findings, String rule, Path file, Problem problem) {
    if (problem.diagnostics().isEmpty()) {
      Message message = Message.of(problem);
      findings.add(new Finding(rule, Diagnostic.of(file, message)));
    }
    for (Diagnostic at : problem.diagnostics()) {
      // Each rule that has a script written meets the same fault of a template.
      String name = String.valueOf(at.file().getFileName()).endsWith(".txt") ? "script" : rule;
      Finding finding = new Finding(name, at);
      if (!findings.contains(finding)) {
        findings.add(finding);
      }
    }
  }

  /**
   * Posts to what two of them must not share, as happens when a post begins as a copy of an earlier
   * one: title, audio, and the address, by which podcast apps know an episode. Told at the later
   * post.
   */
  private static List<Diagnostic> repeats(List<CheckedPost> posts) {
    List<Diagnostic> findings = new ArrayList<>();
    Function<CheckedPost, String> title = it -> it.front().value("title").orElse("").strip();
    addSame(posts, "title", title, "title", "check.giveOwn", findings);
    addSame(posts, "audio", Check::audio, FrontMatter.PATH, "check.nameAudio", findings);
    addSame(posts, "address", Check::address, "permalink", "check.renameFile", findings);
    return findings;
  }

  private static void addSame(
      List<CheckedPost> posts,
      String what,
      Function<CheckedPost, String> value,
      String key,
      String next,
      List<Diagnostic> findings) {
    posts.stream()
        .filter(post -> !value.apply(post).isEmpty())
        .sorted(Comparator.comparing(CheckedPost::file))
        .collect(Collectors.groupingBy(it -> List.of(it.show().root(), value.apply(it))))
        .values()
        .forEach(
            same -> {
              String first = Workspace.name(same.get(0).file());
              Message found = Message.of("check.sameAs", what, first);
              same.stream()
                  .skip(1)
                  .forEach(post -> findings.add(post.at(key, found).withNext(next)));
            });
  }

  private static String audio(CheckedPost post) {
    return post.audio().map(Path::toString).or(post::address).orElse("");
  }

  /** A post's address, as far as only its name tells it from others. */
  private static String address(CheckedPost post) {
    Optional<String> own = post.front().value("permalink").filter(path -> !path.contains(":"));
    if (own.isPresent() || !post.publishing().namesTellPostsApart()) {
      return own.orElse("");
    }
    Matcher name = SLUG.matcher(Post.stem(post.file()));
    return post.front().value("slug").orElse(name.matches() ? name.group(1) : "");
  }

  /** One thing that a check looks at in every post, from many threads, named in findings. */
  public record PostRule(String name, Look look) {

    /** Tells what is wrong in a post. */
    @FunctionalInterface
    public interface Look {
      void at(CheckedPost post, Consumer<Diagnostic> findings) throws IOException;
    }
  }
}
