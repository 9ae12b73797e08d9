package dev.zundacast.pipeline.fill;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What posts name as their audio to where it is: in the site, in a folder of downloads, among the
 * episodes that were built here for an upload, or on a server.
 */
public final class AudioPlaces {
  private final Optional<Path> audioDir;
  private final Path out;
  private final Set<Path> tidied = ConcurrentHashMap.newKeySet();

  /**
   * Where the audio of posts is looked for.
   *
   * @param audioDir where files lie whose posts name a remote address
   * @param recall how long an earlier answer of a server is believed
   * @param site the site's root, else the nearest folder above a post with a {@code _config.yml}
   * @param out where the memory of remote files lies
   */
  public record Search(
      Optional<Path> audioDir, RemoteAudio.Recall recall, Optional<Path> site, Path out) {
    /** In a site alone, and at servers that were not asked today. */
    public static Search in(Path site, Path out) {
      return new Search(Optional.empty(), RemoteAudio.Recall.FOR_A_DAY, Optional.of(site), out);
    }
  }

  /** The file on this machine, and the address where the post names one. */
  public record Place(Optional<Path> local, Optional<String> remote) {}

  /**
   * Looks for what is not in the site in a folder, which has to be one, and where builds leave what
   * they made.
   */
  public AudioPlaces(Optional<Path> audioDir, Path out) {
    if (audioDir.isPresent() && !Files.isDirectory(audioDir.get())) {
      throw Problem.usage("fill.noAudioDir", audioDir.get());
    }
    this.audioDir = audioDir;
    this.out = out;
  }

  /** Finds a post's audio by its {@code audio_file_path}, a problem where that leads outside. */
  public Place find(FrontMatter front, Show show) throws IOException {
    try {
      return find(front.path(), show, front.file());
    } catch (Problem e) {
      // Who looked at the path knows the file, but not the line that it stands in.
      throw Problem.in(
              e.diagnostics().stream()
                  .map(found -> front.at(FrontMatter.PATH, found.message()).withNext(found.next()))
                  .toList())
          .causedBy(e);
    }
  }

  private Place find(String named, Show show, Path post) throws IOException {
    // The template tells addresses from paths in this way.
    boolean remote = named.contains("https://") || named.startsWith("http://");
    boolean own = remote && !show.url().isEmpty() && named.startsWith(show.url() + "/");
    Optional<Path> local = Optional.empty();
    if (!remote || own) {
      String path = own ? named.substring(show.url().length()) : named;
      local = inFolder(show.files(), path, post);
    }
    if (local.isEmpty() && audioDir.isPresent()) {
      local = inFolder(audioDir.get(), fileName(named), post);
    }
    if (local.isEmpty() && remote) {
      local = built(named, post);
    }
    local
        .map(file -> file.resolveSibling(""))
        .filter(tidied::add)
        .ifPresent(StaleTempFiles::removeOld);
    return new Place(local, remote ? Optional.of(named) : Optional.empty());
  }

  /** The episode that a build left for the upload to this address; a draft is never uploaded. */
  private Optional<Path> built(String address, Path post) throws IOException {
    Optional<Path> file = inFolder(Workspace.episode(out, post), fileName(address), post);
    boolean draft =
        file.isPresent() && Tags.read(file.get()).filter(TagSummary::isDraft).isPresent();
    return draft ? Optional.empty() : file;
  }

  private static String fileName(String named) {
    String path = named.replaceFirst("(?s)[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A file as named, unescaped or in the other Unicode form; a bare name also in audio/. */
  static Optional<Path> inFolder(Path folder, String named, Path post) throws IOException {
    if (named.isBlank() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String plain = Escaped.undone(named);
    List<String> forms =
        Stream.of(
                named,
                plain,
                Normalizer.normalize(plain, Normalizer.Form.NFC),
                Normalizer.normalize(plain, Normalizer.Form.NFD))
            .distinct()
            .toList();
    for (String place : named.contains("/") ? List.of("") : List.of("", "audio/")) {
      for (String form : forms) {
        Path file = SafePath.resolve(folder, place + form, post);
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
