package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts to what two of them must not share, as happens when a post begins as a copy of an earlier
 * one: title, audio, and the address, by which podcast apps know an episode. Told at the later
 * post.
 */
final class CheckRepeats {
  private static final Pattern SLUG = Pattern.compile("\\d{2,4}-\\d{1,2}-\\d{1,2}-(.*)");

  /** What posts may share. */
  private record Shared(Path site, String what, String value) {}

  private final Map<Shared, List<Diagnostic>> places = new HashMap<>();

  private CheckRepeats() {}

  static List<Diagnostic> in(List<CheckedPost> posts) {
    CheckRepeats repeats = new CheckRepeats();
    posts.forEach(repeats::add);
    return repeats.findings();
  }

  private void add(CheckedPost post) {
    post.front()
        .value("title")
        .filter(title -> !title.isBlank())
        .ifPresent(
            title -> add(post, "title", title.strip(), "title", "give each episode its own"));
    String audio = post.audio().map(Path::toString).or(post::address).orElse("");
    if (!audio.isEmpty()) {
      add(post, "audio", audio, FrontMatter.PATH, "name the audio of this episode");
    }
    address(post)
        .ifPresent(
            address ->
                add(
                    post,
                    "address",
                    address,
                    "permalink",
                    "give the file another name: of two pages at one address one is lost"));
  }

  private void add(CheckedPost post, String what, String value, String key, String next) {
    places
        .computeIfAbsent(new Shared(post.show().root(), what, value), shared -> new ArrayList<>())
        .add(post.at(key, "the post has the same " + what + " as ", next));
  }

  /** A post's address, as far as only its name tells it from others. */
  private static Optional<String> address(CheckedPost post) {
    Optional<String> own = post.front().value("permalink").filter(path -> !path.contains(":"));
    if (own.isPresent() || !post.publishing().namesTellPostsApart()) {
      return own;
    }
    Matcher name = SLUG.matcher(Workspace.stem(post.file()));
    Optional<String> slug = post.front().value("slug");
    return slug.isPresent() || !name.matches() ? slug : Optional.of(name.group(1));
  }

  private List<Diagnostic> findings() {
    List<Diagnostic> findings = new ArrayList<>();
    for (List<Diagnostic> same : places.values()) {
      same.sort(Comparator.comparing(Diagnostic::file));
      String first = Workspace.name(same.get(0).file());
      for (Diagnostic at : same.subList(1, same.size())) {
        findings.add(
            new Diagnostic(
                at.file(),
                at.line(),
                at.column(),
                at.message() + first,
                at.sourceLine(),
                at.next()));
      }
    }
    return findings;
  }
}
