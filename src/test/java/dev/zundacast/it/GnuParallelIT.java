package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The line of docs/scale.md for GNU parallel, over a real ssh to this machine under two names. */
@Tag("long")
@Timeout(900)
class GnuParallelIT {
  private static final int POSTS = 8;

  private static final String SSHD =
      """
      ListenAddress 127.0.0.1
      Port %2$d
      HostKey %1$s/host
      AuthorizedKeysFile %1$s/user.pub
      PidFile %1$s/sshd.pid
      StrictModes no
      UsePAM no
      PermitRootLogin yes
      MaxStartups 100
      """;

  private static final String SSH =
      """
      Host host1 host2
        HostName 127.0.0.1
        Port %2$d
        IdentityFile %1$s/user
        StrictHostKeyChecking no
        UserKnownHostsFile /dev/null
        LogLevel ERROR
      """;

  @TempDir Path folder;

  private static List<String> documented() throws IOException {
    return Files.readAllLines(Path.of("docs/scale.md")).stream()
        .filter(
            line -> line.startsWith("    parallel ") || line.startsWith("    zundacast collect /"))
        .map(String::strip)
        .toList();
  }

  private Process sshd() throws IOException, InterruptedException {
    List.of("sshd", "parallel").forEach(Programs::require);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    for (String key : List.of("host", "user")) {
      Path file = folder.resolve(key);
      Programs.output("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString());
    }
    Files.createDirectories(Path.of("/run/sshd"));
    Files.writeString(folder.resolve("ssh_config"), SSH.formatted(folder, port));
    Path conf = Files.writeString(folder.resolve("sshd_config"), SSHD.formatted(folder, port));
    Process sshd =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.out").toFile())
            .start();
    for (int i = 0; i < 100 && run("ssh -F ssh_config host1 true") != 0; i++) {
      Thread.sleep(100);
    }
    return sshd;
  }

  /** The program as its launcher starts it, with this machine's engine and voices. */
  private String here(String line, TestEngine engine) {
    String program =
        "env LC_ALL=C.UTF-8 ZUNDACAST_ENGINE=%s ZUNDACAST_VOICES=%s %s -Xmx192m -XX:TieredStopAtLevel=1 -jar %s"
            .formatted(
                engine.url(),
                SampleSite.voices(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("zundacast.jar"));
    return line.replace("zundacast ", program + " ").replace("/shared/site", folder + "/site");
  }

  private int run(String line) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", line).directory(folder.toFile()).redirectErrorStream(true);
    shell.environment().put("PARALLEL_SSH", "ssh -F " + folder.resolve("ssh_config"));
    shell.environment().put("HOME", folder.toString());
    Process process = shell.redirectOutput(folder.resolve("out.log").toFile()).start();
    process.getOutputStream().close();
    return process.waitFor();
  }

  private List<String> jobs() throws IOException {
    return Files.readAllLines(folder.resolve("jobs.log")).stream().skip(1).toList();
  }

  @Test
  void theDocumentedLineBuildsAllSharesAndGoesOnWithThoseThatFailed() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    for (int number = 1; number <= POSTS; number++) {
      site.post(number, 1);
    }
    // In the way of an episode; the posts stay as they are, and with them the shares.
    Path inTheWay = folder.resolve("site/audio/そらまめ_2.mp3");
    Files.createDirectories(inTheWay);
    List<String> lines = documented();
    assertThat(lines).hasSize(2);
    Process sshd = sshd();
    try (TestEngine engine = TestEngine.start()) {
      String shares = here(lines.get(0), engine);
      String collect = here(lines.get(1), engine);
      assertThat(run(shares)).as(Files.readString(folder.resolve("out.log"))).isEqualTo(1);
      assertThat(jobs()).hasSize(POSTS);
      assertThat(jobs()).filteredOn(job -> job.contains("\t4\t0\tenv ")).hasSize(1);
      assertThat(jobs()).filteredOn(job -> job.contains("\t0\t0\tenv ")).hasSize(POSTS - 1);
      assertThat(run(collect)).isEqualTo(5);

      Files.delete(inTheWay);
      assertThat(run(shares.replace("--joblog", "--resume-failed --joblog"))).isZero();
      assertThat(jobs()).hasSize(POSTS + 1);
      assertThat(run(collect)).as(Files.readString(folder.resolve("out.log"))).isZero();
    } finally {
      sshd.descendants().forEach(ProcessHandle::destroy);
      sshd.destroy();
      sshd.waitFor(10, TimeUnit.SECONDS);
    }
  }
}
