package dev.zundacast.deploy;

import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules by which Kubernetes runs an Indexed Job: a pod an index, its exit code against the
 * rules of podFailurePolicy in their order, and failures of an index counted against
 * backoffLimitPerIndex.
 */
final class JobSimulator {
  private final JobSpec spec;
  private final Map<Integer, Integer> failures = new TreeMap<>();
  private final TreeSet<Integer> succeeded = new TreeSet<>();
  private final TreeSet<Integer> failed = new TreeSet<>();
  private final List<String> log = new ArrayList<>();
  private boolean jobFailed;

  /** How a pod ended: by an exit code, or by a disruption. */
  record Ending(int code, boolean disrupted) {
    static Ending code(int code) {
      return new Ending(code, false);
    }

    /** Preempted or drained: its processes were told to end. */
    static Ending disruption() {
      return new Ending(143, true);
    }
  }

  /** Runs the pod of an index. */
  @FunctionalInterface
  interface Pod {
    Ending run(int index, int attempt) throws Exception;
  }

  JobSimulator(JobSpec spec) {
    this.spec = spec;
  }

  /** Runs all pods, one after the other; gives itself with its results. */
  JobSimulator run(Pod pod) throws Exception {
    Deque<Integer> waiting = new ArrayDeque<>();
    Map<Integer, Integer> attempts = new TreeMap<>();
    for (int index = 0; index < spec.getCompletions(); index++) {
      waiting.add(index);
    }
    while (!waiting.isEmpty() && !jobFailed) {
      int index = waiting.remove();
      Ending ending = pod.run(index, attempts.merge(index, 1, Integer::sum));
      if (!ending.disrupted() && ending.code() == 0) {
        succeeded.add(index);
      } else if (isTriedAgain(index, ending)) {
        waiting.add(index);
      }
    }
    return this;
  }

  private boolean isTriedAgain(int index, Ending ending) {
    String action = action(ending);
    log.add(index + ": " + (ending.disrupted() ? "disruption" : ending.code()) + " " + action);
    return switch (action) {
      case "Ignore" -> true;
      case "FailJob" -> {
        jobFailed = true;
        yield false;
      }
      case "FailIndex" -> {
        fail(index);
        yield false;
      }
      default -> {
        boolean left = failures.merge(index, 1, Integer::sum) <= spec.getBackoffLimitPerIndex();
        if (!left) {
          fail(index);
        }
        yield left;
      }
    };
  }

  private void fail(int index) {
    failed.add(index);
    Integer most = spec.getMaxFailedIndexes();
    jobFailed |= most != null && failed.size() > most;
  }

  private String action(Ending ending) {
    for (PodFailurePolicyRule rule : spec.getPodFailurePolicy().getRules()) {
      boolean conditions =
          ending.disrupted()
              && rule.getOnPodConditions().stream()
                  .anyMatch(it -> it.getType().equals("DisruptionTarget"));
      boolean codes =
          !ending.disrupted()
              && rule.getOnExitCodes() != null
              && rule.getOnExitCodes().getOperator().equals("In")
              && rule.getOnExitCodes().getValues().contains(ending.code());
      if (conditions || codes) {
        return rule.getAction();
      }
    }
    return "Count";
  }

  TreeSet<Integer> succeeded() {
    return succeeded;
  }

  TreeSet<Integer> failed() {
    return failed;
  }

  boolean jobFailed() {
    return jobFailed;
  }

  List<String> log() {
    return log;
  }
}
