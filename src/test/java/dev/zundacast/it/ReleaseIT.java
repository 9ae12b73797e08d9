package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people install, in systems that have nothing else: {@code mvn -Prelease verify}, as root on
 * Debian.
 */
@Tag("release")
class ReleaseIT {
  private static final Path FILES = Path.of("target/release/files").toAbsolutePath();
  private static final long MOST_BYTES = 60L << 20;

  /** As short as a root's own environment. */
  private static final String CLEAN =
      "env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root ";

  @TempDir static Path roots;
  @TempDir Path folder;

  private static Path file(String end) throws IOException {
    try (Stream<Path> all = Files.list(FILES)) {
      return all.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static String sh(String line) {
    return Programs.output("bash", "-c", line);
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
        cp -rL /etc/ssl/certs/. '%1$s/etc/ssl/certs/'; cp ~/.npmrc '%1$s/root/' 2>/dev/null || true
        mount --bind /proc '%1$s/proc'; mount --bind /dev '%1$s/dev'
        """
            .formatted(root, roots));
    return root;
  }

  @AfterAll
  static void leaveNothingMounted() {
    sh(
        "for place in '%s'/*/proc '%s'/*/dev; do umount \"$place\" 2>/dev/null || true; done"
            .formatted(roots, roots));
  }

  private static String in(Path root, String line) {
    return sh(CLEAN + "chroot '" + root + "' bash -c '" + line + "'");
  }

  private static void assertDemoIsPlayable(Path root, String program) throws IOException {
    assertThat(in(root, "cd /root; " + program + " demo")).contains("listen to it: ");
    try (Stream<Path> all = Files.walk(root.resolve("root/.local/share/zundacast/out/demo/site"))) {
      Path mp3 =
          all.filter(it -> it.toString().endsWith("_20260316.mp3")).findFirst().orElseThrow();
      String seconds =
          Programs.output(
              "ffprobe",
              "-v",
              "error",
              "-show_entries",
              "format=duration",
              "-of",
              "csv=p=0",
              mp3.toString());
      assertThat(Double.parseDouble(seconds)).isBetween(100.0, 200.0);
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
    String before = sh("cd '" + root + "/opt/z'; find . -newer bin/zundacast");
    assertDemoIsPlayable(root, "/opt/z/bin/zundacast");
    assertThat(sh("cd '" + root + "/opt/z'; find . -newer bin/zundacast")).isEqualTo(before);
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
    for (String there :
        List.of(
            "usr/share/man/man1/zundacast-build.1",
            "usr/share/bash-completion/completions/zundacast",
            "usr/share/zsh/vendor-completions/_zundacast",
            "usr/share/fish/vendor_completions.d/zundacast.fish",
            "usr/share/doc/zundacast/copyright")) {
      assertThat(root.resolve(there)).exists();
    }
    assertDemoIsPlayable(root, "zundacast");
    in(root, "apt-get purge -y -qq zundacast");
    assertThat(root.resolve("usr/lib/zundacast")).doesNotExist();
  }

  @Test
  void theZipRunsWithTheJavaThatIsThere() throws Exception {
    sh("cd '%s'; jar xf '%s'; chmod +x */bin/zundacast".formatted(folder, file(".zip")));
    assertThat(sh("cd '" + folder + "'; */bin/zundacast read 枝豆")).isEqualTo("枝豆\n");
    assertThat(sh("file '" + folder + "'/*/bin/zundacast.cmd || true")).isNotNull();
  }

  @Test
  void theJarAloneCarriesItsVoices() throws Exception {
    String jar = "cd '%1$s'; HOME='%1$s' java -jar '%2$s' ".formatted(folder, file(".jar"));
    assertThat(sh(jar + "voices --engine http://127.0.0.1:1 2>&1 || true")).contains("ずんだもん");
    assertThat(folder.resolve(".cache/zundacast")).isDirectory();
  }

  @Test
  void theImageRunsAsNobodyWithItsRootReadOnly() throws Exception {
    Programs.require("podman");
    String podman =
        "podman --root '%1$s' --runroot '%1$s/run' --storage-driver vfs --cgroup-manager cgroupfs --runtime runc "
            .formatted(folder.resolve("store"));
    String loaded = sh(podman + "load -q -i '" + file("image-amd64.tar") + "'");
    String image = loaded.strip().replaceFirst(".*Loaded image: ", "");
    String run =
        podman + "run --rm --read-only --tmpfs /tmp --network=none -e TZ=Asia/Tokyo " + image + " ";
    assertThat(sh(run + "read 枝豆")).isEqualTo("枝豆\n");
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
