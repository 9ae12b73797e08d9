package dev.zundacast.pipeline.fill;

import dev.zundacast.disk.SafePath;
import dev.zundacast.pipeline.Escaped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One folder that audio is looked for in. Safe for many threads. */
final class AudioFolder {
  private final Path root;

  private AudioFolder(Path root) {
    this.root = root;
  }

  static AudioFolder of(Path folder) throws IOException {
    return new AudioFolder(Files.isDirectory(folder) ? folder.toRealPath() : folder);
  }

  /**
   * The file as named, unescaped, or in the other Unicode form; a bare name also in audio/.
   *
   * @param post named in messages
   * @throws dev.zundacast.episode.Problem when the name leads outside
   */
  Optional<Path> find(String named, Path post) throws IOException {
    if (named.isBlank() || !Files.isDirectory(root)) {
      return Optional.empty();
    }
    Optional<Path> found = inAnyForm(named, post);
    boolean bare = !named.contains("/");
    return found.isPresent() || !bare ? found : inAnyForm("audio/" + named, post);
  }

  private Optional<Path> inAnyForm(String name, Path post) throws IOException {
    Optional<Path> asNamed = file(name, post);
    return asNamed.isPresent() ? asNamed : inOtherForm(name, post);
  }

  private Optional<Path> inOtherForm(String name, Path post) throws IOException {
    String plain = Escaped.undone(name);
    Set<String> forms =
        new LinkedHashSet<>(
            List.of(
                plain,
                Normalizer.normalize(plain, Normalizer.Form.NFC),
                Normalizer.normalize(plain, Normalizer.Form.NFD)));
    for (String form : forms) {
      Optional<Path> file = file(form, post);
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  private Optional<Path> file(String name, Path post) throws IOException {
    return Optional.of(SafePath.resolve(root, name, post)).filter(Files::isRegularFile);
  }
}
