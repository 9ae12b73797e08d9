package dev.zundacast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.deploy.JobSimulator.Ending;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pods' commands as the manifests have them, with their environment, user, read-only root and a
 * network of their own, in which the engine is at 127.0.0.1:50021 as beside a sidecar.
 */
@Tag("long")
class KubernetesIT {
  private static final int SHARDS = 3;
  private static final int POSTS = 9;

  private static final String ENGINE_THEN =
      """
      socat TCP-LISTEN:50021,bind=127.0.0.1,fork,reuseaddr UNIX-CONNECT:/engine/socket &
      until grep -q ':C365' /proc/net/tcp; do sleep 0.1; done
      "$@"
      """;

  @TempDir Path folder;

  @Test
  void theJobsPodsMakeAllEpisodesThatCanBeMade() throws Exception {
    List.of("bwrap", "socat").forEach(Programs::require);
    Path site = Files.createDirectory(folder.resolve("site"));
    SampleSite sample = SampleSite.in(site);
    for (int number = 1; number <= POSTS; number++) {
      sample.post(number, 1);
    }
    Files.writeString(site.resolve("_posts/2026-03-09-8.md"), "---\ntitle: ない\n---\n\n本文\n");
    Path engine = Files.createDirectory(folder.resolve("engine"));
    Manifests build = Manifests.of("build");
    JobSpec spec = build.job().getSpec();
    spec.setCompletions(SHARDS);

    try (TestEngine speaker = TestEngine.with().natural().start()) {
      Process forward = forward(engine, speaker);
      try {
        JobSimulator job =
            new JobSimulator(spec)
                .run(
                    (index, attempt) -> {
                      // The engine of the second shard comes up too late for its first try.
                      Path reached = index == 1 && attempt == 1 ? folder : engine;
                      return Ending.code(run(build, site, reached, index));
                    });
        assertThat(job.log()).contains("1: 3 Count").hasSize(2);
        assertThat(job.failed()).hasSize(1);
        assertThat(job.succeeded()).hasSize(SHARDS - 1);
        assertThat(run(Manifests.of("collect"), site, engine, -1)).isEqualTo(5);
      } finally {
        forward.destroy();
        forward.waitFor(5, TimeUnit.SECONDS);
      }
    }
    String collected = Files.readString(folder.resolve("pod.log"));
    assertThat(collected).contains("posts written: 8").containsOnlyOnce(": failed (shard ");
    try (var audio = Files.list(site.resolve("audio"))) {
      assertThat(audio.filter(file -> file.toString().endsWith(".mp3"))).hasSize(POSTS - 1);
    }
  }

  private Process forward(Path engine, TestEngine speaker)
      throws IOException, InterruptedException {
    Path socket = engine.resolve("socket");
    Process forward =
        new ProcessBuilder(
                "socat",
                "UNIX-LISTEN:" + socket + ",fork,mode=666",
                "TCP:127.0.0.1:" + speaker.port())
            .start();
    for (int i = 0; i < 100 && !Files.exists(socket); i++) {
      Thread.sleep(50);
    }
    return forward;
  }

  private static Map<String, String> environment(Manifests job, Container container, int index) {
    Map<String, String> env = new LinkedHashMap<>();
    job.all(ConfigMap.class).forEach(it -> env.putAll(it.getData()));
    Manifests.of("site").all(Secret.class).forEach(it -> env.putAll(it.getStringData()));
    container.getEnv().forEach(it -> env.put(it.getName(), it.getValue()));
    env.computeIfPresent("ZUNDACAST_SHARDS", (name, value) -> Integer.toString(SHARDS));
    env.put("PATH", "/app:/usr/bin:/bin");
    if (index >= 0) {
      // As the Job's controller puts it into each pod.
      env.put("JOB_COMPLETION_INDEX", Integer.toString(index));
    }
    return env;
  }

  private int run(Manifests job, Path site, Path engine, int index)
      throws IOException, InterruptedException {
    Container container = job.job().getSpec().getTemplate().getSpec().getContainers().get(0);
    String checkout = Path.of("").toAbsolutePath().toString();
    List<String> command = new ArrayList<>(List.of("bwrap", "--unshare-all", "--clearenv"));
    command.addAll(List.of("--uid", "1000", "--gid", "1000", "--die-with-parent"));
    command.addAll(List.of("--ro-bind", "/usr", "/usr", "--ro-bind", "/etc", "/etc"));
    for (String link : List.of("bin", "lib", "lib64")) {
      command.addAll(List.of("--symlink", "usr/" + link, "/" + link));
    }
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
    command.addAll(List.of("--ro-bind", checkout, checkout));
    command.addAll(List.of("--symlink", checkout + "/zundacast", "/app/zundacast"));
    command.addAll(List.of("--bind", site.toString(), "/site"));
    command.addAll(List.of("--ro-bind", engine.toString(), "/engine", "--remount-ro", "/"));
    environment(job, container, index)
        .forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    command.addAll(List.of("bash", "-c", ENGINE_THEN, "pod"));
    command.addAll(container.getCommand());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pod.log").toFile())
            .start();
    process.getOutputStream().close();
    return process.waitFor();
  }
}
