package dev.zundacast.pipeline.episode;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Layout;
import dev.zundacast.tag.Tags;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an episode's MP3 goes: into the site for a path of the site, under out/ for an address from
 * which listeners will fetch it, "" where the site serves it.
 */
record Target(Path mp3, String uploadTo) {
  /** What file systems take. */
  private static final int MOST_NAME_BYTES = 255;

  /** The target of a post's {@code audio_file_path}; a problem where that is no MP3 of the site. */
  static Target of(FrontMatter post, Show show, Workspace workspace) throws IOException {
    String path = post.path();
    String key = post.key(FrontMatter.PATH);
    if (path.isEmpty()) {
      throw wrong(post, "build.missing", key);
    }
    if (!path.toLowerCase(Locale.ROOT).endsWith(".mp3")) {
      throw wrong(post, "build.noMp3Name", key, path);
    }
    SafePath.requireVisible(Workspace.name(post.file()), post.file());
    boolean address = Workspace.isAddress(path);
    if (!address && !Workspace.isFileName(path)) {
      throw wrong(post, "check.noPath", key, path);
    }
    String named = address ? Escaped.undone(path.substring(path.lastIndexOf('/') + 1)) : path;
    SafePath.requireVisible(named, post.file());
    Path folder = AtomicFile.makeFolder(address ? workspace.episode(post.file()) : show.files());
    Path mp3 = SafePath.resolve(folder, named, post.file());
    requirePlaceForFiles(mp3, post);
    return new Target(mp3, address ? path : "");
  }

  private static void requirePlaceForFiles(Path mp3, FrontMatter post) {
    if (Files.exists(mp3) && !Files.isRegularFile(mp3)) {
      throw wrong(post, "build.noPlace.noFile", mp3);
    }
    int longest = Tags.SIDE_FILE_SUFFIXES.stream().mapToInt(String::length).max().orElseThrow();
    int stem = Post.stem(mp3).getBytes(StandardCharsets.UTF_8).length;
    int tooMany = stem + longest + StaleTempFiles.NAME_BYTES - MOST_NAME_BYTES;
    if (tooMany > 0) {
      throw wrong(post, "build.nameTooLong", tooMany);
    }
  }

  /** Checks that no episode is replaced that another post names, or that was built of it. */
  void requireOwn(FrontMatter post, Show show, Workspace workspace, NamedAudio named)
      throws IOException {
    Path file = post.file().toAbsolutePath().normalize();
    if (BuildRecord.read(workspace.episode(file)).filter(last -> last.made(mp3)).isPresent()) {
      return;
    }
    Optional<Path> other = builtOfAnother(file, workspace);
    if (other.isEmpty()) {
      other = namedByAnother(file, show, named);
    }
    if (other.isPresent()) {
      throw Problem.in(post.at(FrontMatter.PATH, Message.of("build.otherPostsMp3", other.get())));
    }
  }

  /** A post that is gone, as one that was renamed, keeps nobody from its MP3. */
  private Optional<Path> builtOfAnother(Path post, Workspace workspace) throws IOException {
    if (!Files.isRegularFile(mp3) || !Files.isDirectory(workspace.episodes())) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(workspace.episodes())) {
      return folders
          .flatMap(folder -> BuildRecord.read(folder).stream())
          .filter(record -> record.made(mp3))
          .map(record -> Path.of(record.post()))
          .filter(other -> !other.equals(post) && Files.isRegularFile(other))
          .sorted()
          .findFirst();
    }
  }

  private Optional<Path> namedByAnother(Path post, Show show, NamedAudio named) throws IOException {
    Path folder = post.getParent();
    Path all = Path.of(Layout.of(post).posts());
    while (folder != null && !folder.endsWith(all)) {
      folder = folder.getParent();
    }
    Path posts = folder == null ? Objects.requireNonNull(post.getParent()) : folder;
    String audio = uploadTo.isEmpty() ? mp3.toString() : uploadTo;
    return named.in(posts, show).getOrDefault(audio, List.of()).stream()
        .filter(other -> !other.equals(post))
        // It may have been changed since all of them were read.
        .filter(other -> NamedAudio.of(other, show).filter(audio::equals).isPresent())
        .findFirst();
  }

  /** Checks that the MP3 and the post's two values can be written, before any work is done. */
  void requireWritable(Path post) throws IOException {
    Path folder = AtomicFile.makeFolder(Objects.requireNonNull(mp3.getParent()));
    if (!Files.isWritable(folder)) {
      throw Problem.failed("build.noPlace.notWritable", folder);
    }
    if (!Files.isWritable(post) || !Files.isWritable(post.toAbsolutePath().getParent())) {
      throw Problem.failed("build.notFilled", post);
    }
  }

  private static Problem wrong(FrontMatter post, String key, Object... values) {
    return Problem.in(Diagnostic.of(post.file(), key, values));
  }

  /**
   * Which posts of a folder name which audio. They are read once for all builds of a command: of
   * ten thousand posts each build would else read all others.
   */
  static final class NamedAudio {
    private final Map<Folder, Map<String, List<Path>>> folders = new HashMap<>();

    /** Where paths of the site lead to decides, too. */
    private record Folder(Path posts, Path files) {}

    /** The posts of a folder by the file or address of their audio. */
    synchronized Map<String, List<Path>> in(Path posts, Show show) throws IOException {
      Folder folder = new Folder(posts, show.files());
      Map<String, List<Path>> known = folders.get(folder);
      if (known == null) {
        known = read(posts, show);
        folders.put(folder, known);
      }
      return known;
    }

    private static Map<String, List<Path>> read(Path folder, Show show) throws IOException {
      List<Path> posts = PostFiles.readable(folder);
      List<Optional<String>> audio = Parallel.map(posts, post -> of(post, show));
      Map<String, List<Path>> named = new HashMap<>();
      for (int i = 0; i < posts.size(); i++) {
        Path post = posts.get(i);
        audio.get(i).ifPresent(it -> named.computeIfAbsent(it, one -> new ArrayList<>()).add(post));
      }
      return named;
    }

    /** The file or address that a post names; none where it cannot be read. */
    static Optional<String> of(Path post, Show show) {
      try {
        FrontMatter front = FrontMatter.read(post);
        String path = front.path();
        if (path.isEmpty() || Workspace.isAddress(path)) {
          return Optional.of(path).filter(it -> !it.isEmpty());
        }
        return Optional.of(SafePath.resolve(show.files(), path, post).toString());
      } catch (IOException | Problem cannotBeRead) {
        return Optional.empty();
      }
    }
  }
}
