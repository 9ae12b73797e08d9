package dev.zundacast.testkit;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Slurm of four virtual nodes on this machine, all of it in a folder of the test's. */
public final class Slurm implements AutoCloseable {
  private static final int NODES = 4;
  private static final Pattern STATE =
      Pattern.compile("ArrayTaskId=(\\d+).*?JobState=(\\w+).*?Restarts=(\\d+)", Pattern.DOTALL);

  private static final String CONF =
      """
      ClusterName=zunda
      SlurmctldHost=%1$s(127.0.0.1)
      SlurmctldPort=16817
      SlurmUser=root
      SlurmdUser=root
      AuthType=auth/none
      # A task that is requeued starts as soon as the credential of its last try has ended.
      AuthInfo=cred_expire=5
      CredType=cred/none
      StateSaveLocation=%2$s/state
      SlurmdSpoolDir=%2$s/spool/%%n
      SlurmctldPidFile=%2$s/ctld.pid
      SlurmdPidFile=%2$s/%%n.pid
      SlurmctldLogFile=%2$s/log/ctld.log
      SlurmdLogFile=%2$s/log/%%n.log
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      SwitchType=switch/none
      MpiDefault=none
      ReturnToService=2
      MinJobAge=3600
      SchedulerType=sched/builtin
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      RequeueExit=75
      # Four nodes of this one machine: what they have is said, not measured.
      SlurmdParameters=config_overrides
      NodeName=n[1-4] NodeHostname=%1$s NodeAddr=127.0.0.1 Port=[17001-17004] CPUs=4 RealMemory=8000 State=UNKNOWN
      PartitionName=main Nodes=n[1-4] Default=YES MaxTime=INFINITE State=UP
      """;

  private final Path folder;
  private final List<Process> daemons = new ArrayList<>();

  private Slurm(Path folder) {
    this.folder = folder;
  }

  /** A task of an array: how it stands, and how often it was requeued. */
  public record Task(String state, int restarts) {}

  public static Slurm in(Path folder) throws IOException, InterruptedException {
    Programs.require("slurmctld");
    Slurm slurm = new Slurm(folder);
    for (String inner : List.of("state", "spool", "log")) {
      Files.createDirectories(folder.resolve(inner));
    }
    String host = InetAddress.getLocalHost().getHostName();
    Files.writeString(folder.resolve("slurm.conf"), CONF.formatted(host, folder));
    slurm.daemons.add(slurm.daemon("slurmctld", "-D", "-i"));
    for (int node = 1; node <= NODES; node++) {
      slurm.daemons.add(slurm.slurmd(node));
    }
    for (int i = 0; i < 300; i++) {
      if (slurm.run(Map.of(), "sinfo", "-h", "-t", "idle", "-o", "%D").strip().equals("4")) {
        return slurm;
      }
      Thread.sleep(200);
    }
    slurm.close();
    throw new AssertionError("the nodes did not come up: " + folder);
  }

  private Process slurmd(int node) throws IOException {
    return daemon("slurmd", "-D", "-N", "n" + node);
  }

  private Process daemon(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    String name = command[command.length - 1] + ".out";
    File log = folder.resolve("log").resolve(name).toFile();
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
  }

  /** A node and all that runs on it end at once, and Slurm learns that it is down. */
  public void cutPower(int node) throws IOException, InterruptedException {
    Process slurmd = daemons.get(node);
    List<ProcessHandle> jobs =
        ProcessHandle.allProcesses().filter(process -> isOf(process, "n" + node)).toList();
    slurmd.destroyForcibly().waitFor();
    // Who would tell of a job's end goes first: of a lost node nobody hears.
    jobs.stream()
        .flatMap(job -> job.parent().stream())
        .filter(parent -> parent.info().command().orElse("").contains("slurmstepd"))
        .forEach(ProcessHandle::destroyForcibly);
    jobs.forEach(ProcessHandle::destroyForcibly);
    run(Map.of(), "scontrol", "update", "nodename=n" + node, "state=down", "reason=power");
  }

  /** The node is there again. */
  public void powerUp(int node) throws IOException, InterruptedException {
    daemons.set(node, slurmd(node));
    run(Map.of(), "scontrol", "update", "nodename=n" + node, "state=resume");
  }

  private boolean isOf(ProcessHandle process, String node) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
      String environment = '\0' + Files.readString(file, StandardCharsets.ISO_8859_1);
      return environment.contains("\0SLURMD_NODENAME=" + node + '\0')
          && environment.contains("\0SLURM_CONF=" + folder + '/');
    } catch (IOException gone) {
      return false;
    }
  }

  /** Runs a command of Slurm, or a script with some, and gives what it prints. */
  public String run(Map<String, String> env, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    builder.environment().putAll(env);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return out;
  }

  /** The tasks of an array by their numbers. */
  public Map<Integer, Task> tasks(String job) throws IOException, InterruptedException {
    Map<Integer, Task> tasks = new TreeMap<>();
    for (String block : run(Map.of(), "scontrol", "show", "job", job).split("\n\n")) {
      Matcher state = STATE.matcher(block);
      if (state.find()) {
        tasks.put(
            Integer.parseInt(state.group(1)),
            new Task(state.group(2), Integer.parseInt(state.group(3))));
      }
    }
    return tasks;
  }

  /** The state of a job that is no array. */
  public String state(String job) throws IOException, InterruptedException {
    Matcher state =
        Pattern.compile("JobState=(\\w+)").matcher(run(Map.of(), "scontrol", "show", "job", job));
    return state.find() ? state.group(1) : "";
  }

  /** The log that a task appends to. */
  public String log(String job, int task) throws IOException {
    Path log = folder.resolve("zundacast-" + job + "_" + task + ".log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  @Override
  public void close() {
    for (Process daemon : daemons) {
      List<ProcessHandle> children = daemon.descendants().toList();
      daemon.destroy();
      children.forEach(ProcessHandle::destroyForcibly);
    }
    for (Process daemon : daemons) {
      try {
        if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
          daemon.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
