package dev.zundacast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.deploy.JobSimulator.Ending;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests against the API's own types, and against the rules by which a Job runs. */
class KubernetesTest {
  @ParameterizedTest
  @ValueSource(strings = {"site", "build", "collect", "cpu", "gpu"})
  void kustomizeRendersThemAndTheApiKnowsEveryField(String folder) {
    assertThat(Manifests.of(folder).unknownFields()).isEmpty();
  }

  @Test
  void aFieldThatTheApiDoesNotKnowIsFound() {
    Manifests wrong =
        Manifests.read(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: a}
            spec:
              completionsMode: Indexed
              template: {spec: {containers: [{name: a, readinesProbe: {}}]}}
            """);
    assertThat(wrong.unknownFields())
        .containsExactlyInAnyOrder(
            "Job.Spec.completionsMode", "Job.Spec.Template.Spec.Containers[0].readinesProbe");
  }

  @Test
  void aShardHasAnEngineBesideItThatIsWaitedFor() {
    PodSpec pod = Manifests.of("cpu").job().getSpec().getTemplate().getSpec();
    Container engine = pod.getInitContainers().get(0);
    assertThat(engine.getRestartPolicy()).isEqualTo("Always");
    Probe startup = engine.getStartupProbe();
    assertThat(startup.getPeriodSeconds() * startup.getFailureThreshold()).isEqualTo(300);
    assertThat(engine.getReadinessProbe()).isNotNull();
    assertThat(pod.getRestartPolicy()).isEqualTo("Never");
    List<Container> all = new ArrayList<>(pod.getContainers());
    all.addAll(pod.getInitContainers());
    assertThat(all).allSatisfy(KubernetesTest::isLocked);
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
  }

  private static void isLocked(Container container) {
    SecurityContext context = container.getSecurityContext();
    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getResources().getRequests()).containsKey("cpu");
    assertThat(container.getVolumeMounts()).anyMatch(it -> it.getMountPath().equals("/tmp"));
  }

  @Test
  void aGraphicsCardIsAskedForWhereThatIsChosen() {
    PodSpec pod = Manifests.of("gpu").job().getSpec().getTemplate().getSpec();
    Container engine = pod.getInitContainers().get(0);
    assertThat(engine.getImage()).isEqualTo("voicevox/voicevox_engine:nvidia-latest");
    assertThat(engine.getResources().getLimits()).containsKey("nvidia.com/gpu");
    assertThat(engine.getEnv()).anyMatch(it -> it.getName().equals("VV_USE_GPU"));
    assertThat(engine.getStartupProbe()).isNotNull();
  }

  @Test
  void theNumberOfShardsIsTheNumberOfIndexes() {
    Manifests build = Manifests.of("build");
    String shards = build.all(ConfigMap.class).get(0).getData().get("ZUNDACAST_SHARDS");
    Integer completions = build.job().getSpec().getCompletions();
    assertThat(completions).isEqualTo(Integer.valueOf(shards));
    assertThat(build.job().getSpec().getCompletionMode()).isEqualTo("Indexed");
  }

  /** Each exit code that docs/scale.md promises has the rule that stands beside it there. */
  @Test
  void theTableOfExitCodesIsWhatTheRulesSay() throws Exception {
    Set<Integer> documented = new TreeSet<>();
    String document = Files.readString(Path.of("docs/scale.md"));
    String section = document.replaceAll("(?s).*\n## Exit codes\n(.*?)\n## .*", "$1");
    for (String row : section.lines().toList()) {
      Matcher code = Pattern.compile("\\| (\\d+) \\|.*\\|.*\\| (.*?) \\|.*\\|").matcher(row);
      if (code.matches()) {
        int number = Integer.parseInt(code.group(1));
        documented.add(number);
        String said = code.group(2);
        String action = action(number);
        assertThat(said).as("exit code " + number).contains(words(action, number));
      }
    }
    assertThat(documented).containsExactly(0, 1, 2, 3, 4, 5, 6, 75);
  }

  private static String words(String action, int code) {
    return code == 0 ? "index done" : action.equals("Count") ? "tried again" : action;
  }

  private static String action(int code) {
    return Manifests.of("build").job().getSpec().getPodFailurePolicy().getRules().stream()
        .filter(rule -> rule.getOnExitCodes() != null)
        .filter(rule -> rule.getOnExitCodes().getValues().contains(code))
        .map(PodFailurePolicyRule::getAction)
        .findFirst()
        .orElse("");
  }

  private static JobSimulator run(JobSimulator.Pod pod) throws Exception {
    Job job = Manifests.of("build").job();
    return new JobSimulator(job.getSpec()).run(pod);
  }

  @Test
  void whatMayPassIsTriedAgainAndWhatIsFinalIsNot() throws Exception {
    JobSimulator job =
        run(
            (index, attempt) ->
                switch (index) {
                  case 1 -> Ending.code(attempt < 3 ? 3 : 0);
                  case 2 -> Ending.code(attempt < 4 ? 75 : 0);
                  case 3 -> Ending.code(4);
                  case 4 -> Ending.code(5);
                  case 5 -> attempt < 20 ? Ending.disruption() : Ending.code(0);
                  default -> Ending.code(0);
                });
    assertThat(job.succeeded()).containsExactly(0, 1, 2, 5, 6, 7);
    assertThat(job.failed()).containsExactly(3, 4);
    assertThat(job.log()).containsOnlyOnce("3: 4 FailIndex", "4: 5 FailIndex");
    assertThat(job.jobFailed()).isFalse();
  }

  @Test
  void anEngineThatNeverComesFailsItsIndexAlone() throws Exception {
    JobSimulator job = run((index, attempt) -> Ending.code(index == 6 ? 75 : 0));
    assertThat(job.failed()).containsExactly(6);
    assertThat(job.log()).hasSize(6);
    assertThat(job.succeeded()).hasSize(7);
  }

  @Test
  void wrongUsageEndsTheJobAtOnce() throws Exception {
    JobSimulator job = run((index, attempt) -> Ending.code(2));
    assertThat(job.jobFailed()).isTrue();
    assertThat(job.log()).hasSize(1);
  }
}
