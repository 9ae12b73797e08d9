package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people install, in systems that have nothing else: when {@code mvn -Prelease verify} finds
 * them packed, as root on Debian.
 */
@Tag("release")
class ReleaseIT {
  private static final Path FILES = Path.of("target/release/files").toAbsolutePath();
  private static final long MOST_BYTES = 65_000_000;

  /** A start that nobody waits for. */
  private static final long MOST_MILLIS = 250;

  /** A demo fetches its voice and Debian's packages. */
  private static final int SECONDS = 1200;

  /** As short as a root's own environment. */
  private static final String IN =
      """
      mount --bind /proc "$0/proc" && mount --bind /dev "$0/dev" || exit
      exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        chroot "$0" bash -c "$1"
      """;

  @TempDir static Path roots;
  @TempDir Path folder;

  private static Path file(String end) throws IOException {
    try (Stream<Path> all = Files.list(FILES)) {
      return all.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static String sh(String line) {
    return Programs.output(SECONDS, "bash", "-c", line);
  }

  /**
   * A Debian without Java, Maven and npm, which reaches the package servers as this machine does.
   */
  @BeforeAll
  static void makeTheCleanSystem() {
    Programs.require("mmdebstrap");
    sh(
        "mmdebstrap --quiet --variant=minbase --include=ca-certificates trixie '%s/clean.tar'"
            .formatted(roots));
  }

  private static Path root(String name) {
    Path root = roots.resolve(name);
    sh(
        """
        set -e; mkdir -p '%1$s'; tar xf '%2$s/clean.tar' -C '%1$s'
        cp -L /etc/resolv.conf /etc/hosts '%1$s/etc/'; cp -r /etc/apt/. '%1$s/etc/apt/'
        rm -rf '%1$s/etc/ssl/certs'; cp -rL /etc/ssl/certs '%1$s/etc/ssl/certs'; cp ~/.npmrc '%1$s/root/' 2>/dev/null || true
        """
            .formatted(root, roots));
    return root;
  }

  /** Runs a line in a system, whose mounts end with it. */
  private static String in(Path root, String line) {
    return Programs.output(SECONDS, "unshare", "--mount", "bash", "-c", IN, root.toString(), line);
  }

  /**
   * The shortest of several starts, which go before whatever else runs here where the kernel lets
   * them: that makes them longer, never shorter.
   */
  private static long millisOfHelp(Path root, String program) {
    String starts =
        "first=; chrt -f 10 true 2>/dev/null && first='chrt -f 10';"
            + " for i in {1..20}; do a=${EPOCHREALTIME/./}; $first %s --help >/dev/null;"
            + " b=${EPOCHREALTIME/./}; echo $(((b - a) / 1000)); done | sort -n | head -n 1";
    long millis = Long.parseLong(in(root, starts.formatted(program)).strip());
    System.out.println("--help in " + root.getFileName() + ": " + millis + " ms");
    return millis;
  }

  private static void assertDemoIsPlayable(Path root, String program) throws IOException {
    long began = System.nanoTime();
    assertThat(in(root, "cd /root; " + program + " demo")).contains("listen to it: ");
    System.out.printf(
        "demo in %s: %d s%n", root.getFileName(), (System.nanoTime() - began) / 1_000_000_000);
    try (Stream<Path> all = Files.walk(root.resolve("root/.local/share/zundacast/out/demo/site"))) {
      Path mp3 =
          all.filter(it -> it.toString().endsWith("_20260316.mp3")).findFirst().orElseThrow();
      assertThat(Programs.seconds(mp3)).isBetween(100.0, 200.0);
    }
  }

  @Test
  void theArchiveNeedsNothingInstalledAndWritesNothingIntoItself() throws Exception {
    Path packed = file(".tar.gz");
    assertThat(Files.size(packed)).isLessThanOrEqualTo(MOST_BYTES);
    Path root = root("archive");
    sh(
        "mkdir '%1$s/opt/z'; tar xzf '%2$s' --strip-components=1 -C '%1$s/opt/z'"
            .formatted(root, packed));
    assertThat(in(root, "command -v java mvn npm || true")).isEmpty();
    assertThat(in(root, "/opt/z/bin/zundacast --help")).startsWith("Usage: zundacast");
    assertThat(in(root, "LANG=ja_JP.UTF-8 /opt/z/bin/zundacast --help")).startsWith("使い方: ");
    assertThat(
            in(root, "JAVA_TOOL_OPTIONS=-Xlog:class+load /opt/z/bin/zundacast --help 2>/dev/null"))
        .containsPattern("dev.zundacast.cli.Main source: shared objects file");
    assertThat(millisOfHelp(root, "/opt/z/bin/zundacast")).isLessThanOrEqualTo(MOST_MILLIS);
    String before = sh("cd '" + root + "/opt/z'; find . -newer bin/zundacast");
    assertDemoIsPlayable(root, "/opt/z/bin/zundacast");
    assertThat(sh("cd '" + root + "/opt/z'; find . -newer bin/zundacast")).isEqualTo(before);
    in(root, "rm /opt/z/lib/help.aot; head -c 100000 /dev/urandom >/opt/z/lib/zundacast.aot");
    assertThat(in(root, "/opt/z/bin/zundacast --help 2>&1")).startsWith("Usage: zundacast");
    assertThat(in(root, "/opt/z/bin/zundacast read 枝豆 2>&1")).isEqualTo("枝豆\n");
  }

  @Test
  void thePackageBringsTheCommandItsCompletionAndManual() throws Exception {
    Path root = root("package");
    Path deb = file(".deb");
    Files.copy(deb, root.resolve("root/zundacast.deb"));
    in(
        root,
        "apt-get update -qq; apt-get install -y -qq --no-install-recommends /root/zundacast.deb");
    assertThat(in(root, "cd /; zundacast --version")).startsWith("zundacast ");
    assertThat(millisOfHelp(root, "zundacast")).isLessThanOrEqualTo(MOST_MILLIS);
    for (String there :
        List.of(
            "usr/share/man/man1/zundacast-build.1",
            "usr/share/bash-completion/completions/zundacast",
            "usr/share/zsh/vendor-completions/_zundacast",
            "usr/share/doc/zundacast/copyright")) {
      assertThat(root.resolve(there)).exists();
    }
    assertDemoIsPlayable(root, "zundacast");
    in(root, "apt-get purge -y -qq zundacast");
    assertThat(root.resolve("usr/lib/zundacast")).doesNotExist();
  }

  @Test
  void theZipRunsWithTheJavaThatIsThere() throws Exception {
    unzipped();
    assertThat(sh("cd '" + folder + "'; zip/*/bin/zundacast read 枝豆")).isEqualTo("枝豆\n");
    // Windows reads its batch files with its own ends of lines, and labels and quotes by bytes.
    assertThat(Files.readString(only(".cmd"), StandardCharsets.US_ASCII))
        .startsWith("@echo off\r\n")
        .doesNotContainPattern("[^\r]\n");
  }

  /** There is no Windows here, but its command interpreter as Wine has it. */
  @Test
  void theBatchFileFindsAJavaAndHandsOnWhatWasTyped() throws Exception {
    Programs.require("wine");
    Programs.require("x86_64-w64-mingw32-gcc");
    unzipped();
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Path source = Path.of("src/test/resources/release/java.c").toAbsolutePath();
    sh("x86_64-w64-mingw32-gcc '%s' -o '%s/java.exe'".formatted(source, bin));
    String call = "@call \"Z:%s\" build \"my post.md\" --latest\r\n";
    Files.writeString(folder.resolve("typed.bat"), call.formatted(windows(only("zundacast.cmd"))));

    // Its first start sets Wine up, and is no start of ours.
    batch("wineboot -i");
    String asked = batch();
    assertThat(asked)
        .contains("[-XX:+UseSerialGC]", "classes-21.jsa]", "[dev.zundacast.cli.Main]")
        .endsWith("[build]\n[my post.md]\n[--latest]\n6\n");
    // Each Java says its version in a file, too, which is sooner read.
    Path release = Files.writeString(bin.resolveSibling("release"), "JAVA_VERSION=\"25\"\r\n");
    assertThat(batch()).contains("classes-25.jsa]");
    Files.writeString(release, "JAVA_VERSION=\"1.8.0_392\"\r\n");
    assertThat(batch()).contains("is older than Java 17").endsWith("1\n");
    Files.delete(bin.resolve("java.exe"));
    assertThat(batch()).contains("no Java 17 or newer found").endsWith("1\n");
    sh("WINEPREFIX='" + folder.resolve("prefix") + "' wineserver -k || true");
  }

  private static String windows(Path file) {
    return file.toString().replace('/', '\\');
  }

  private String batch() {
    return batch("cmd /c typed.bat");
  }

  private String batch(String command) {
    String line =
        "cd '%1$s'; export WINEPREFIX='%1$s/prefix' WINEDEBUG=-all XDG_RUNTIME_DIR='%1$s'"
            + " JAVA_HOME='Z:%2$s'; wine %3$s 2>&1 | tr -d '\\r"
            + "'; echo ${PIPESTATUS[0]}";
    return sh(line.formatted(folder, windows(folder.resolve("jdk")), command));
  }

  private void unzipped() throws IOException {
    Programs.require("unzip");
    sh("mkdir '%1$s/zip'; cd '%1$s/zip'; unzip -q '%2$s'".formatted(folder, file(".zip")));
  }

  private Path only(String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  /** Homebrew itself cannot be had here; its words are few, and the formula says nothing else. */
  @Test
  void theFormulaInstallsWhatTheZipHolds() throws Exception {
    Programs.require("ruby");
    Path formula = Files.copy(file("zundacast.rb"), folder.resolve("zundacast.rb"));
    Path brew = Path.of("src/test/resources/release/brew.rb").toAbsolutePath();
    unzipped();
    String said =
        sh(
            "cd '%1$s/zip'/*; ruby -w '%2$s' '%3$s' '%1$s/cellar' '%4$s'"
                .formatted(folder, brew, formula, System.getProperty("java.home")));
    assertThat(said).isEqualTo("tested\n");
    assertThat(folder.resolve("cellar/share/man/man1/zundacast-build.1")).exists();
    assertThat(folder.resolve("cellar/etc/bash_completion.d/zundacast")).exists();
    assertThat(folder.resolve("cellar/share/zsh/site-functions/_zundacast")).exists();
  }

  @Test
  void theJarAloneCarriesItsVoices() throws Exception {
    String jar = "cd '%1$s'; HOME='%1$s' java -jar '%2$s' ".formatted(folder, file(".jar"));
    assertThat(sh(jar + "read 枝豆")).isEqualTo("枝豆\n");
    assertThat(sh("cd '" + folder + "/.cache/zundacast'; find . -name 'zundamon.yaml'"))
        .endsWith("/voices/zundamon.yaml\n");
  }

  /** JBang's own program, which prints the line that its launcher then runs. */
  @Test
  void theCatalogStartsTheJarByJbang() throws Exception {
    sh(
        "mvn -q -B -f src/test/jbang/pom.xml"
            + " org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
            + " -DincludeScope=runtime -DoutputDirectory='%s/jbang'".formatted(folder));
    String catalog = Files.readString(file("jbang-catalog.json"));
    Files.writeString(
        folder.resolve("jbang-catalog.json"),
        catalog.replaceFirst("https:.*/releases/download/v[^/]+/", FILES + "/"));
    String run =
        "cd '%1$s'; export HOME='%1$s' JBANG_DIR='%1$s/cache'; "
            + "eval \"$(java -cp 'jbang/*' dev.jbang.Main run zundacast read 枝豆)\"";
    assertThat(sh(run.formatted(folder))).isEqualTo("枝豆\n");
  }

  @Test
  void theImageBuildsAnEpisodeAsNobodyWithItsRootReadOnly() throws Exception {
    Programs.require("podman");
    String podman =
        "podman --root '%1$s' --runroot '%1$s/run' --storage-driver vfs --cgroup-manager cgroupfs --runtime runc "
            .formatted(folder.resolve("store"));
    String loaded = sh(podman + "load -q -i '" + file("image-amd64.tar") + "'");
    String image = loaded.strip().replaceFirst(".*Loaded image: ", "");
    String run = podman + "run --rm --read-only --tmpfs /tmp -e TZ=Asia/Tokyo ";
    assertThat(sh(run + "--network=none " + image + " read 枝豆")).isEqualTo("枝豆\n");
    String inside =
        "printf \"%s %(%z)T $LANG \" $UID -1; command -v ffmpeg curl; (: >/opt/zundacast/x)"
            + " 2>/dev/null || echo closed";
    assertThat(
            sh(run + "--network=none --entrypoint /usr/bin/bash " + image + " -c '" + inside + "'"))
        .isEqualTo("1000 +0900 C.UTF-8 closed\n");
    Path site = folder.resolve("豆の番組");
    Path post = SampleSite.in(site).post(3, 2);
    sh("chown -R 1000:1000 '" + site + "'");
    try (TestEngine engine = TestEngine.with().natural().start()) {
      String build = run + "--network=host -v '%s:/site' %s build --latest . --engine %s";
      assertThat(sh(build.formatted(site, image, engine.url()))).contains("2026-03-04-3.md");
    }
    assertThat(site.resolve("audio/そらまめ_3.mp3")).isNotEmptyFile();
    assertThat(Files.readString(post)).doesNotContain("audio_file_size: 0");
    assertThat(Files.getAttribute(post, "unix:uid")).isEqualTo(1000);
  }

  @Test
  void theChecksumsAreThoseOfTheFiles() throws Exception {
    assertThat(sh("cd '" + FILES + "'; sha256sum -c SHA256SUMS")).doesNotContain("FAILED");
    assertThat(Files.readString(FILES.resolve("zundacast.rb")))
        .contains(sh("sha256sum '" + file(".zip") + "'").substring(0, 64));
    assertThat(Files.readString(FILES.resolve("jbang-catalog.json")))
        .contains(sh("sha256sum '" + file(".jar") + "'").substring(0, 64));
  }
}
