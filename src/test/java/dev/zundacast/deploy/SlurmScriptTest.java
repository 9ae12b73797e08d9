package dev.zundacast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The task's script with a program that ends as it is told, on a cluster that knows RequeueExit.
 */
class SlurmScriptTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void programs() throws IOException {
    program("zundacast", "echo \"$ZUNDACAST_ENGINE\" >\"$OUT\"; exit \"$CODE\"");
    program("scontrol", "echo \"$@\" >>\"$OUT.asked\"; echo \"RequeueExit = $REQUEUE\"");
    environment.put("PATH", folder + ":/usr/bin:/bin");
    environment.put("OUT", folder.resolve("out").toString());
    environment.put("SITE", "site");
    environment.put("SLURM_JOB_ID", "17");
    environment.put("SLURM_ARRAY_TASK_ID", "2");
    environment.put("REQUEUE", "75");
    environment.put("CODE", "0");
    Path engines = folder.resolve("engines");
    Files.writeString(engines, "# four\nhttp://a\nhttp://b\n\nhttp://c\nhttp://d\n");
    environment.put("ENGINES", engines.toString());
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private int run() throws IOException, InterruptedException {
    ProcessBuilder task = new ProcessBuilder("bash", "deploy/slurm/build.sbatch");
    task.environment().putAll(environment);
    task.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    return task.start().waitFor();
  }

  private String engines() throws IOException {
    return Files.readString(folder.resolve("out")).strip();
  }

  private List<String> asked() throws IOException {
    Path asked = folder.resolve("out.asked");
    return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
  }

  /** Each exit code that docs/scale.md promises ends the task as it says there. */
  @Test
  void theTableOfExitCodesIsWhatTheTaskDoes() throws Exception {
    TreeSet<Integer> documented = new TreeSet<>();
    for (String row : Files.readAllLines(Path.of("docs/scale.md"))) {
      Matcher code = Pattern.compile("\\| (\\d+) \\|.*\\|.*\\|.*\\| ([^|]*) \\|").matcher(row);
      if (code.matches() && row.chars().filter(c -> c == '|').count() == 6) {
        int number = Integer.parseInt(code.group(1));
        documented.add(number);
        environment.put("CODE", code.group(1));
        boolean again = code.group(2).equals("requeued");
        assertThat(run()).as(row).isEqualTo(again ? 75 : number);
      }
    }
    assertThat(documented).contains(0, 1, 2, 3, 4, 5, 6, 75);
    assertThat(asked()).noneMatch(line -> line.contains("requeue"));
  }

  @Test
  void aTaskHasItsOwnEngineFirstAndTheOthersBesideIt() throws Exception {
    run();
    assertThat(engines()).isEqualTo("http://c http://d http://a http://b");
  }

  @Test
  void ofManyEnginesATaskHasEightAndOthersWhenItIsTriedAgain() throws Exception {
    List<String> many = IntStream.range(0, 20).mapToObj(i -> "http://" + i).toList();
    Files.write(Path.of(environment.get("ENGINES")), many);
    run();
    assertThat(engines().split(" ")).containsExactlyElementsOf(many.subList(2, 10));
    environment.put("SLURM_RESTART_COUNT", "1");
    run();
    assertThat(engines().split(" ")).containsExactlyElementsOf(many.subList(10, 18));
  }

  @Test
  void aClusterThatDoesNotRequeueByItselfIsAskedTo() throws Exception {
    environment.put("REQUEUE", "");
    environment.put("CODE", "3");
    assertThat(run()).isEqualTo(75);
    assertThat(asked()).contains("requeue 17");
  }

  @Test
  void whatWasTriedTooOftenIsFailed() throws Exception {
    environment.put("CODE", "75");
    environment.put("SLURM_RESTART_COUNT", "20");
    assertThat(run()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("log"))).contains("after 20 restarts; given up");
  }
}
