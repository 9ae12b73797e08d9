package dev.zundacast.disk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Names temporary files, and removes those that a killed process left behind. It never fails: what
 * cannot be removed, as it is somebody else's, stays.
 */
public final class StaleTempFiles {
  /** A younger one may still be written: the longest write, of an MP3 of hours, takes seconds. */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private static final String PART = ".part-";
  private static final String UNKNOWN_MACHINE = "0";

  /** Where numbers of processes mean the same: this machine, since its start, in this container. */
  public static final String MACHINE = machine();

  /** Machine, process and number; earlier versions wrote a number alone. */
  private static final Pattern NAME =
      Pattern.compile("\\..+\\.part-(?:(\\w{1,5})-(\\w{1,5})-)?\\w+|\\.download-\\d+\\.part");

  /** The most bytes that {@link #next} puts around a name. */
  public static final int NAME_BYTES = ".".length() + PART.length() + 5 + 1 + 5 + 1 + 4;

  private static final long FIVE_LETTERS = 60_466_176;
  private static final int FOUR_LETTERS = 1_679_616;

  private StaleTempFiles() {}

  /** A name beside {@code target} that tells whose it is, for a file that is being written. */
  public static Path next(Path target) {
    long pid = ProcessHandle.current().pid();
    int number = ThreadLocalRandom.current().nextInt(FOUR_LETTERS);
    String owner = MACHINE + "-" + letters(pid % FIVE_LETTERS) + "-" + letters(number);
    return target.resolveSibling("." + target.getFileName() + PART + owner);
  }

  private static String letters(long number) {
    return Long.toString(number, Character.MAX_RADIX);
  }

  private static String machine() {
    try {
      CRC32C sum = new CRC32C();
      sum.update(Files.readAllBytes(Path.of("/proc/sys/kernel/random/boot_id")));
      sum.update(
          Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString().getBytes(US_ASCII));
      return letters(sum.getValue() % FIVE_LETTERS);
    } catch (IOException | UnsupportedOperationException unknown) {
      return UNKNOWN_MACHINE;
    }
  }

  /** Removes what lies in {@code folder} itself and is nobody's any more. */
  public static void removeOld(Path folder) {
    for (Path part : named(folder, ".")) {
      if (isAbandoned(part)) {
        remove(part);
      }
    }
  }

  /** Removes the same in {@code root}, in its folders and in theirs. */
  public static void removeOldBelow(Path root) {
    removeOld(root);
    for (Path folder : list(root, Files::isDirectory)) {
      removeOld(folder);
      list(folder, Files::isDirectory).forEach(StaleTempFiles::removeOld);
    }
  }

  /** Removes those of one file, whose lock the caller holds: no one else can be writing it. */
  public static void removeAllOf(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      named(folder, "." + target.getFileName() + PART).forEach(StaleTempFiles::remove);
    }
  }

  private static List<Path> named(Path folder, String beginning) {
    // No glob: stores have hundreds of folders, and each would translate and compile it again.
    return list(
        folder,
        file -> {
          String name = String.valueOf(file.getFileName());
          return name.startsWith(beginning) && NAME.matcher(name).matches();
        });
  }

  private static List<Path> list(Path folder, DirectoryStream.Filter<Path> which) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, which)) {
      files.forEach(found::add);
    } catch (IOException | DirectoryIteratorException notReadable) {
      // What is not there, or may not be looked into, need not be tidied.
    }
    return found;
  }

  private static boolean isAbandoned(Path part) {
    try {
      Instant time = Files.getLastModifiedTime(part).toInstant();
      // One from the future was left before somebody put the clock back.
      boolean old = Duration.between(time, Instant.now()).abs().compareTo(ABANDONED) > 0;
      return old || hasDeadOwner(String.valueOf(part.getFileName()));
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean hasDeadOwner(String name) {
    Matcher owned = NAME.matcher(name);
    return owned.matches()
        && MACHINE.equals(owned.group(1))
        && !MACHINE.equals(UNKNOWN_MACHINE)
        && ProcessHandle.of(Long.parseLong(owned.group(2), Character.MAX_RADIX)).isEmpty();
  }

  /** Removes a file that nobody needs any more, if that can be. */
  public static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException notOurs) {
      // It takes room and is in nobody's way.
    }
  }
}
