package dev.zundacast.cli;

import dev.zundacast.cli.command.ProgramCommand.WithoutOptions;
import dev.zundacast.disk.Resource;
import dev.zundacast.message.Message;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The help of every command: its texts of help.properties, examples, and its exit codes. */
final class HelpPages {

  /** Commands that say more than their result while they work. */
  private static final Set<String> QUIET =
      Set.of(
          "build", "play", "watch", "regenerate", "fill", "check", "publish", "archive", "collect");

  private HelpPages() {}

  /** Gives a command its help in a language; that of the program itself ends sooner. */
  static void complete(CommandSpec spec, Locale language) {
    Control exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    spec.resourceBundle(ResourceBundle.getBundle("dev.zundacast.cli.help", language, exact));
    if (spec.parent() == null || spec.userObject() == null) {
      return;
    }
    Map<String, String> codes = new TreeMap<>();
    for (String row : Resource.rows(HelpPages.class, "codes.tsv")) {
      String[] fields = row.split("\t", -1);
      if (fields[0].equals("*") || fields[0].equals(spec.name())) {
        codes.put(fields[1], Message.of("exit." + fields[2]).in(language));
      }
    }
    String name = spec.qualifiedName().endsWith("feed check") ? "feed check" : spec.name();
    List<String> examples =
        Resource.rows(HelpPages.class, "examples.tsv").stream()
            .filter(row -> row.startsWith(name + "\t"))
            .map(row -> "  zundacast " + row.substring(name.length() + 1))
            .toList();
    // Its own options are declared before those that many commands take.
    spec.usageMessage()
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .exitCodeListHeading(Message.of("help.exitCodes").in(language))
        .exitCodeList(codes);
    if (!examples.isEmpty()) {
      spec.usageMessage()
          .footerHeading(Message.of("help.examples").in(language))
          .footer(examples.toArray(new String[0]));
    }
  }

  /** Takes the options away that mean nothing to a command and to those below it. */
  static void removeMeaningless(CommandSpec spec) {
    if (!QUIET.contains(spec.root().name())) {
      spec.remove(spec.findOption("--quiet"));
    }
    AnnotatedElement annotated =
        spec.userObject() instanceof AnnotatedElement method
            ? method
            : spec.userObject().getClass();
    WithoutOptions without = annotated.getAnnotation(WithoutOptions.class);
    if (without != null) {
      Stream.of(without.value()).forEach(name -> spec.remove(spec.findOption(name)));
    }
    spec.subcommands().values().forEach(below -> removeMeaningless(below.getCommandSpec()));
  }
}
