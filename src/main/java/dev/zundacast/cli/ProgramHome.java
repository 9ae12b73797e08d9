package dev.zundacast.cli;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.ProgramJar;
import dev.zundacast.disk.UserFolder;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program's voices, reading list and examples lie: what the launcher says, else the
 * installation around the jar, else copies of what the jar itself holds.
 */
final class ProgramHome {
  static final String VARIABLE = "ZUNDACAST_HOME";

  /** Names all files below it; a jar that is run by itself has it. */
  private static final String CARRIED = "/home/files.txt";

  private ProgramHome() {}

  /** The environment with the program's home in it, where there is one. */
  static Map<String, String> in(Map<String, String> env) {
    if (env.containsKey(VARIABLE)) {
      return env;
    }
    Optional<Path> home = around(ProgramJar.place()).or(() -> carried(UserFolder.cache(env)));
    Map<String, String> whole = new HashMap<>(env);
    home.ifPresent(folder -> whole.put(VARIABLE, folder.toString()));
    return whole;
  }

  /** The installation that a jar lies in, as lib/zundacast.jar. */
  static Optional<Path> around(Path jar) {
    return Optional.of(jar)
        .map(Path::getParent)
        .map(Path::getParent)
        .filter(home -> Files.isDirectory(home.resolve("voices")));
  }

  /** What the jar holds, copied into a folder of the cache that is named after its version. */
  static Optional<Path> carried(Path cache) {
    try (InputStream names = ProgramHome.class.getResourceAsStream(CARRIED)) {
      if (names == null) {
        return Optional.empty();
      }
      String text = new String(names.readAllBytes(), StandardCharsets.UTF_8);
      List<String> files = text.lines().toList();
      // The list ends with a word that is another for other content.
      Path home = cache.resolve("home-" + files.get(files.size() - 1));
      if (!Files.isRegularFile(home.resolve("complete"))) {
        copy(files.subList(0, files.size() - 1), home);
      }
      return Optional.of(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(List<String> files, Path home) throws IOException {
    for (String name : files) {
      try (InputStream file = ProgramHome.class.getResourceAsStream("/home/" + name)) {
        if (file == null) {
          throw new MessageException(Message.of("disk.jarLacks", name));
        }
        AtomicFile.write(home.resolve(name), file.readAllBytes());
      }
    }
    AtomicFile.write(home.resolve("complete"), new byte[0]);
  }
}
