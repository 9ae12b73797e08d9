package dev.zundacast.bench;

import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.testkit.SampleSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what each of the launcher's flags saves: {@code --help} and a changed line of an hour
 * with all of them and without each, in turn: {@code mvn test -Dtest=LauncherBench}.
 */
class LauncherBench {
  private static final int ARTICLES_OF_AN_HOUR = 28;
  private static final int ROUNDS = 15;

  /** Lines that are changed: one for each round of each flag, as a known one is not encoded. */
  private static final int LINES = ROUNDS * 10;

  /** A flag for speed; the others are needed. */
  private static final Pattern FLAG = Pattern.compile("-XX:.*|-Xm[sn].*|-Xss.*");

  @TempDir Path folder;

  @Test
  void helpAndAChangedLineWithoutEachFlag() throws Exception {
    Costs costs = new Costs(folder);
    DraftInstall.install(DraftHome.ofEnvironment(), line -> {});
    try (DraftEngine draft = DraftEngine.start(0, DraftHome.ofEnvironment());
        RecordedEngine engine = RecordedEngine.of(draft.url())) {
      // The engine has spoken each line before it is measured, so that its time is not.
      Show small = Show.of(folder.resolve("small"), 1, engine);
      costs.of(launched("build", small.places()));
      for (int line = 0; line < LINES; line++) {
        costs.of(launched("regenerate", small.change(line)));
      }
      Show hour = Show.of(folder.resolve("hour"), ARTICLES_OF_AN_HOUR, engine);
      costs.of(launched("build", hour.places()));
      System.out.println("--help");
      inTurn(costs, "--help", List::of);
      System.out.println("regenerate, an hour");
      int[] line = {0};
      inTurn(costs, "regenerate", () -> hour.change(line[0]++));
    }
  }

  /** A post, and the arguments with which its episode is made. */
  private record Show(List<String> places) {
    static Show of(Path folder, int articles, RecordedEngine engine) throws Exception {
      SampleSite site = SampleSite.in(folder.resolve("site"));
      // Every sentence is said, so that there are the lines of an hour, and the one that is
      // changed.
      Files.writeString(site.root().resolve("zundacast.yaml"), "minutes: 0\n");
      Path post = site.longPost(1, articles);
      return new Show(
          List.of(
              post.toString(),
              "--quiet",
              "--engine",
              engine.url(),
              "--voices",
              SampleSite.voices().toString(),
              "--out",
              folder.resolve("out").toString(),
              "--scripts",
              folder.resolve("scripts").toString()));
    }

    List<String> change(int line) {
      List<String> arguments = new ArrayList<>(places);
      String text = "朝早くから開いている町の市場では、" + (10 + line) + "粒の豆の値段が半分になったのだ。";
      arguments.addAll(List.of("a1.05", "--text", text));
      return arguments;
    }
  }

  private void inTurn(Costs costs, String command, Supplier<List<String>> arguments)
      throws Exception {
    List<String> java = javaCommand(command);
    Map<String, Costs.Measured> works = new LinkedHashMap<>();
    works.put("all flags", measured(costs, java, arguments));
    for (String flag : java) {
      if (FLAG.matcher(flag).matches()) {
        List<String> without = new ArrayList<>(java);
        without.remove(flag);
        String name = "without " + flag.replaceFirst("=/.*", "");
        works.put(name, measured(costs, without, arguments));
      }
    }
    Costs.inTurn(ROUNDS, works);
  }

  private static Costs.Measured measured(
      Costs costs, List<String> java, Supplier<List<String>> arguments) {
    return () -> {
      List<String> command = new ArrayList<>(java);
      command.addAll(arguments.get());
      return costs.of(command);
    };
  }

  /** What the launcher starts for a command: a JDK of this test's own writes it down. */
  private List<String> javaCommand(String command) throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), Files.readString(jdk.resolve("release")));
    Path written = folder.resolve("arguments");
    for (String program : List.of("javac", "java")) {
      Path script = bin.resolve(program);
      Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + written + "'\n");
      script.toFile().setExecutable(true);
    }
    ProcessBuilder builder = new ProcessBuilder(launched(command, List.of()));
    builder.environment().put("ZUNDACAST_JAVA_HOME", folder.resolve("jdk").toString());
    if (builder.inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("the launcher failed");
    }
    List<String> java = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    java.addAll(Files.readAllLines(written));
    return java;
  }

  private static List<String> launched(String command, List<String> arguments) {
    List<String> all = new ArrayList<>();
    all.add(Path.of("zundacast").toAbsolutePath().toString());
    all.add(command);
    all.addAll(arguments);
    return all;
  }
}
