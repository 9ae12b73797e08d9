package dev.zundacast.testkit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs that check the studio's page, as the lock file in {@code src/test/page} names them.
 * npm fetches them once for each version of that file; without npm the test fails and says so.
 */
public final class PageTools {
  private static final Path LOCKED = Path.of("src/test/page").toAbsolutePath();
  private static final Path INSTALLED = Path.of("target/page-checks").toAbsolutePath();

  private PageTools() {}

  /** Runs one of the programs in the project's folder, to its end. */
  public static Programs.Result run(String program, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("node");
    command.add(installed().resolve("node_modules/.bin").resolve(program).toString());
    command.addAll(List.of(options));
    return Programs.run(command.toArray(String[]::new));
  }

  /** The text of a script of one of the packages. */
  public static String script(String path) throws IOException {
    return Files.readString(installed().resolve("node_modules").resolve(path));
  }

  private static Path installed() throws IOException {
    Files.createDirectories(INSTALLED);
    try (RandomAccessFile file = new RandomAccessFile(INSTALLED.resolve("lock").toFile(), "rw");
        var held = file.getChannel().lock()) {
      Path done = INSTALLED.resolve("node_modules/package-lock.json");
      if (!Files.exists(done) || Files.mismatch(done, locked("package-lock.json")) >= 0) {
        install();
        copy(locked("package-lock.json"), done);
      }
    }
    return INSTALLED;
  }

  private static void install() throws IOException {
    for (String name : List.of("package.json", "package-lock.json", "eslint.config.js")) {
      copy(locked(name), INSTALLED.resolve(name));
    }
    Programs.output("npm", "ci", "--prefix", INSTALLED.toString(), "--no-audit", "--no-fund");
  }

  private static Path locked(String name) {
    return LOCKED.resolve(name);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
