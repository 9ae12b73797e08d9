package dev.zundacast.testkit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The independent programs that tests check the tool's work with. A missing one is installed where
 * that is possible (Debian, as root) and otherwise fails the test by the package's name: a check is
 * never left out in silence.
 */
public final class Programs {
  private static final Pattern DECODED = Pattern.compile("out_time_us=(\\d+)");

  private static final Map<String, String> PACKAGES =
      Map.ofEntries(
          Map.entry("ffmpeg", "ffmpeg"),
          Map.entry("ffprobe", "ffmpeg"),
          Map.entry("mp3val", "mp3val"),
          Map.entry("mpg123", "mpg123"),
          Map.entry("mutagen-inspect", "python3-mutagen"),
          Map.entry("eyeD3", "eyed3"),
          Map.entry("lame", "lame"),
          Map.entry("sox", "sox"),
          Map.entry("mp3splt", "mp3splt"),
          Map.entry("mp3wrap", "mp3wrap"),
          Map.entry("diff", "diffutils"),
          Map.entry("podman", "podman runc"),
          Map.entry("wine", "wine wine64"),
          Map.entry("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
          Map.entry("zsh", "zsh"),
          Map.entry(
              "gst-launch-1.0",
              "gstreamer1.0-tools gstreamer1.0-plugins-good gstreamer1.0-plugins-bad"),
          Map.entry("flac", "flac"),
          Map.entry("oggenc", "vorbis-tools"),
          Map.entry("nginx", "nginx-light"),
          Map.entry("kubectl", "kubernetes-client"),
          Map.entry("slurmctld", "slurm-wlm"),
          Map.entry("parallel", "parallel"),
          Map.entry("sshd", "openssh-server openssh-client"),
          Map.entry("bwrap", "bubblewrap"),
          Map.entry("socat", "socat"),
          Map.entry("jekyll", "jekyll"),
          Map.entry("open_jtalk", "open-jtalk"),
          Map.entry("chromium", "chromium fonts-noto-cjk"),
          Map.entry("chromedriver", "chromium-driver"),
          Map.entry("node", "nodejs"),
          Map.entry("npm", "npm"),
          Map.entry("python3", "python3"),
          Map.entry("jq", "jq"),
          Map.entry("hugo", "hugo"),
          Map.entry("systemd-analyze", "systemd"),
          Map.entry("shellcheck", "shellcheck"),
          Map.entry("git", "git"));

  private Programs() {}

  /** What a finished program left: exit code and both streams as UTF-8. */
  public record Result(int code, String out, String err) {}

  /** Runs {@code command}, whose first word is a program of the table, to its end. */
  public static Result run(String... command) {
    require(command[0]);
    return exec(List.of(command), 300);
  }

  /** Runs {@code command} and fails unless it ends with 0; gives its standard output. */
  public static String output(String... command) {
    return checked(command, run(command));
  }

  /** How long a sound file is, in seconds, as ffprobe tells it. */
  public static double seconds(Path sound) {
    String said =
        output(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "format=duration",
            "-of",
            "csv=p=0",
            sound.toString());
    return Double.parseDouble(said.strip());
  }

  /**
   * How long a post has to say that an MP3 is: whole seconds, begun ones counted, of the sound that
   * ffmpeg decodes. The file's frames also hold what an encoder puts before and behind it.
   */
  public static long statedSeconds(Path mp3) {
    String progress =
        output(
            "ffmpeg",
            "-v",
            "error",
            "-progress",
            "pipe:1",
            "-i",
            mp3.toString(),
            "-f",
            "null",
            "-");
    Matcher time = DECODED.matcher(progress);
    long micros = time.results().mapToLong(it -> Long.parseLong(it.group(1))).max().orElseThrow();
    return (micros / 1000 + 999) / 1000;
  }

  /** The same for what fetches and unpacks whole systems, which may take so many seconds. */
  public static String output(int seconds, String... command) {
    require(command[0]);
    return checked(command, exec(List.of(command), seconds));
  }

  private static String checked(String[] command, Result result) {
    if (result.code() != 0) {
      throw new AssertionError(
          String.join(" ", command) + " ended with " + result.code() + ": " + result.err());
    }
    return result.out();
  }

  /**
   * Has ffmpeg make a file out of nothing.
   *
   * @param source as its virtual input device understands it
   * @param rest options, and the file at the end
   */
  public static void generate(String source, String... rest) {
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source));
    command.addAll(List.of(rest));
    output(command.toArray(String[]::new));
  }

  /** Has Jekyll build a site as GitHub does. */
  public static void jekyll(Path site, Path built) {
    require("jekyll");
    output(
        "env",
        "LANG=C.UTF-8",
        "jekyll",
        "build",
        "--safe",
        "--quiet",
        "--source",
        site.toString(),
        "--destination",
        built.toString());
  }

  /** Makes sure that {@code program} can be run, or fails with the package to install. */
  public static void require(String program) {
    if (found(program)) {
      return;
    }
    String pack = PACKAGES.getOrDefault(program, program);
    install(pack);
    if (!found(program)) {
      throw new AssertionError(
          program + " is missing: install the package " + pack + " (apt-get install " + pack + ")");
    }
  }

  private static boolean found(String program) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder).resolve(program))
        .anyMatch(Files::isExecutable);
  }

  private static void install(String packs) {
    if (!found("apt-get") || !"root".equals(System.getProperty("user.name"))) {
      return;
    }
    // Several test processes may come here at once; apt's own lock would fail the second.
    Path lock = Path.of("target", "test-packages.lock").toAbsolutePath();
    try (RandomAccessFile file = new RandomAccessFile(lock.toFile(), "rw");
        var held = file.getChannel().lock()) {
      List<String> command =
          new ArrayList<>(List.of("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install"));
      command.addAll(List.of("-y", "-qq", "--no-install-recommends"));
      command.addAll(List.of(packs.split(" ")));
      // Lists of packages take seconds to fetch, and are mostly there already.
      if (exec(command, 600).code() != 0) {
        exec(List.of("apt-get", "update", "-qq"), 300);
        exec(command, 600);
      }
    } catch (IOException e) {
      throw new AssertionError("cannot install " + packs, e);
    }
  }

  private static Result exec(List<String> command, int seconds) {
    try {
      Path out = Files.createTempFile("zundacast-test", ".out");
      Path err = Files.createTempFile("zundacast-test", ".err");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(String.join(" ", command) + " did not end in " + seconds + " s");
        }
        return new Result(process.exitValue(), read(out), read(err));
      } finally {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new AssertionError(String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
