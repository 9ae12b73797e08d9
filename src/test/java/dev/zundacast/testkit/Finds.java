package dev.zundacast.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Random damage for one reader. What leads the reader astray is kept as a file, and every later run
 * tries those files first.
 */
public final class Finds {
  private static final Path ALL = Path.of("src/test/finds");

  private final Path folder;

  private Finds(Path folder) {
    this.folder = folder;
  }

  /** The finds of the reader with this name. */
  public static Finds of(String reader) {
    return new Finds(ALL.resolve(reader));
  }

  /** The reader at work: whether it read the input; false when it refused it as it should. */
  @FunctionalInterface
  public interface Trial {
    boolean reads(byte[] input) throws IOException;
  }

  /**
   * How it went.
   *
   * @param kept how many kept finds were tried first
   * @param rounds how many random inputs came then
   * @param read how many of those the reader read; it refused the rest
   * @param slowestMillis the most time that one of them took
   */
  public record Tally(int kept, int rounds, int read, long slowestMillis) {
    @Override
    public String toString() {
      return "%d kept finds, %d rounds, %d read, the rest refused, slowest %d ms"
          .formatted(kept, rounds, read, slowestMillis);
    }
  }

  /**
   * Tries what is kept, then {@code rounds} random inputs; the first that makes the trial fail is
   * kept.
   *
   * @param damaged the input of each round
   */
  public Tally run(int rounds, IntFunction<byte[]> damaged, Trial trial) throws IOException {
    List<Path> kept = kept();
    for (Path find : kept) {
      tried(Files.readAllBytes(find), trial);
    }
    int read = 0;
    long slowest = 0;
    for (int i = 0; i < rounds; i++) {
      byte[] input = damaged.apply(i);
      long began = System.nanoTime();
      read += tried(input, trial) ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - began);
    }
    return new Tally(kept.size(), rounds, read, slowest / 1_000_000);
  }

  private List<Path> kept() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private boolean tried(byte[] input, Trial trial) throws IOException {
    try {
      return trial.reads(input);
    } catch (IOException
        | RuntimeException
        | AssertionError
        | StackOverflowError
        | OutOfMemoryError e) {
      Files.createDirectories(folder);
      String name = Integer.toHexString(Arrays.hashCode(input));
      Path file = Files.write(folder.resolve(name), input);
      return fail("an input that leads astray, kept as " + file, e);
    }
  }
}
