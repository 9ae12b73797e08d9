package dev.zundacast.pipeline;

import dev.zundacast.disk.SafePath;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One folder that audio is looked for in. Remembers which of its folders truly lie inside, so that
 * a file in one of them costs a single question to the disk. Safe for many threads.
 */
final class AudioFolder {
  private final Path root;
  private final boolean exists;
  private final Set<Path> inside = ConcurrentHashMap.newKeySet();

  private AudioFolder(Path root, boolean exists) {
    this.root = root;
    this.exists = exists;
  }

  static AudioFolder of(Path folder) throws IOException {
    boolean exists = Files.isDirectory(folder);
    return new AudioFolder(exists ? folder.toRealPath() : folder, exists);
  }

  /**
   * The file as named, unescaped, or in the other Unicode form; a bare name also in audio/.
   *
   * @param post named in messages
   * @throws dev.zundacast.episode.Problem when the name leads outside
   */
  Optional<Path> find(String named, Path post) throws IOException {
    if (named.isBlank() || !exists) {
      return Optional.empty();
    }
    Optional<Path> found = inAnyForm(named, post);
    boolean bare = !named.contains("/");
    return found.isPresent() || !bare ? found : inAnyForm("audio/" + named, post);
  }

  private Optional<Path> inAnyForm(String name, Path post) throws IOException {
    Optional<Path> found = file(name, post);
    if (found.isPresent()) {
      return found;
    }
    String plain = name.contains("%") ? unescaped(name) : name;
    for (String form :
        List.of(
            plain,
            Normalizer.normalize(plain, Normalizer.Form.NFC),
            Normalizer.normalize(plain, Normalizer.Form.NFD))) {
      Optional<Path> other = form.equals(name) ? found : file(form, post);
      if (other.isPresent()) {
        return other;
      }
    }
    return found;
  }

  private Optional<Path> file(String name, Path post) throws IOException {
    return inKnownFolder(name) ? plainFile(target(name), name, post) : checked(name, post);
  }

  private boolean inKnownFolder(String name) {
    try {
      Path parent = target(name).getParent();
      return parent != null && inside.contains(parent);
    } catch (InvalidPathException e) {
      return false; // said by the full check
    }
  }

  private Path target(String name) {
    int start = 0;
    while (start < name.length() && name.charAt(start) == '/') {
      start++;
    }
    return root.resolve(name.substring(start)).normalize();
  }

  private Optional<Path> plainFile(Path file, String name, Path post) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return checked(name, post);
      }
      return attributes.isRegularFile() ? Optional.of(file) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> checked(String name, Path post) throws IOException {
    Path file = SafePath.resolve(root, name, post);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Path parent = file.getParent();
    if (parent != null && parent.toRealPath().startsWith(root)) {
      inside.add(parent);
    }
    return Optional.of(file);
  }

  static String unescaped(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // a percent sign that escapes nothing
    }
  }
}
