package dev.zundacast.cli;

import dev.zundacast.cli.option.WithoutOptions;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What the help of every command ends with: examples, and what its exit codes mean. */
final class HelpPages {
  private static final Map<String, List<String>> EXAMPLES =
      Map.ofEntries(
          Map.entry("init", List.of("init site")),
          Map.entry(
              "build", List.of("build site/_posts/2026-03-16-1.md", "build --latest site -q")),
          Map.entry(
              "studio", List.of("studio site", "studio site/_posts/2026-03-16-1.md --no-open")),
          Map.entry(
              "play",
              List.of(
                  "play site/_posts/2026-03-16-1.md",
                  "play site/_posts/2026-03-16-1.md a1.03 a1.04")),
          Map.entry("watch", List.of("watch site/_posts/2026-03-16-1.md")),
          Map.entry("status", List.of("status site")),
          Map.entry("script", List.of("script site/_posts/2026-03-16-1.md")),
          Map.entry(
              "regenerate",
              List.of("regenerate site/_posts/2026-03-16-1.md a1.03 --spoken ことばどおり")),
          Map.entry("undo", List.of("undo site/_posts/2026-03-16-1.md --dry-run")),
          Map.entry("clean", List.of("dict clean")),
          Map.entry("fill", List.of("fill site", "fill --all site --dry-run")),
          Map.entry(
              "check",
              List.of("check --latest 1 site", "check site --fail-on error --format github")),
          Map.entry("read", List.of("read 2026年3月16日")),
          Map.entry("voices", List.of("voices", "voices new ずんだもん")),
          Map.entry("dict", List.of("dict add 枝豆 エダマメ", "dict list")),
          Map.entry("add", List.of("dict add 枝豆 エダマメ --accent 0")),
          Map.entry("import", List.of("dict import words.csv")),
          Map.entry("remove", List.of("dict remove 枝豆")),
          Map.entry("store", List.of("store status", "store prune --limit 1GB --dry-run")),
          Map.entry("prune", List.of("store prune --limit 1GB --dry-run")),
          Map.entry("engine", List.of("engine install", "engine draft --port 50021")),
          Map.entry("start", List.of("engine start", "engine start aivisspeech")),
          Map.entry("stop", List.of("engine stop")),
          Map.entry(
              "publish",
              List.of("publish site/_posts/2026-03-16-1.md --dry-run", "publish --latest site")),
          Map.entry("archive", List.of("archive site --older-than 90 --dry-run")),
          Map.entry("feed", List.of("feed include site --mend", "feed check site/_site/feed.xml")),
          Map.entry("feed check", List.of("feed check site/_site/feed.xml")),
          Map.entry("include", List.of("feed include site --mend")),
          Map.entry("collect", List.of("collect site")),
          Map.entry("doctor", List.of("doctor site")),
          Map.entry("demo", List.of("demo")),
          Map.entry("completion", List.of("completion bash", "completion zsh")));

  private static final Map<String, String> CODES =
      Map.of(
          "0", "done",
          "1", "it failed",
          "2", "the command line is wrong",
          "3", "no engine answers",
          "4", "a file that it was given is wrong");

  private HelpPages() {}

  /** Completes the help of a command and of those below it. */
  static void complete(CommandSpec spec) {
    removeMeaningless(spec);
    Map<String, String> codes = new TreeMap<>(CODES);
    if (spec.name().equals("check")) {
      codes.put("6", "something was found");
    }
    if (spec.name().equals("publish")) {
      codes.put("4", "a file that it was given is wrong, or its check found something");
    }
    if (List.of("build", "script", "status", "fill", "collect", "publish", "archive")
        .contains(spec.name())) {
      codes.put("5", "some posts failed, the others are done");
    }
    if (List.of("build", "collect").contains(spec.name())) {
      codes.put("75", "engines or the store went away; try again");
    }
    List<String> examples = new ArrayList<>();
    EXAMPLES
        .getOrDefault(
            spec.qualifiedName().endsWith("feed check") ? "feed check" : spec.name(), List.of())
        .forEach(example -> examples.add("  zundacast " + example));
    // Its own options are declared before those that many commands take.
    spec.usageMessage()
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .exitCodeListHeading("%nExit codes:%n");
    spec.usageMessage().exitCodeList(codes);
    if (!examples.isEmpty()) {
      spec.usageMessage().footerHeading("%nExamples:%n").footer(examples.toArray(new String[0]));
    }
    spec.subcommands().values().forEach(command -> complete(command.getCommandSpec()));
  }

  private static void removeMeaningless(CommandSpec spec) {
    if (spec.userObject() instanceof AnnotatedElement method) {
      removeMeaningless(spec, method.getAnnotation(WithoutOptions.class));
    } else {
      removeMeaningless(spec, spec.userObject().getClass().getAnnotation(WithoutOptions.class));
    }
  }

  private static void removeMeaningless(CommandSpec spec, @Nullable WithoutOptions options) {
    if (options != null) {
      for (String name : options.value()) {
        spec.remove(spec.findOption(name));
      }
    }
  }
}
