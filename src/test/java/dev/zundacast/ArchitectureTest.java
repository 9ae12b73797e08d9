package dev.zundacast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the project as one table: a package may use what its row names, nothing else. */
class ArchitectureTest {
  private static final String ROOT = "dev.zundacast.";
  private static final List<String> STAGES =
      List.of("post", "script", "reading", "voice", "audio", "tag");

  private static final Map<String, List<String>> MAY_USE = table();

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.zundacast");

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new TreeMap<>();
    table.put("episode", List.of());
    table.put("tasks", List.of());
    table.put("disk", List.of("episode", "tasks"));
    table.put("words", List.of());
    table.put("sound", List.of());
    List<String> shared = List.of("episode", "disk", "words", "tasks", "sound");
    STAGES.forEach(stage -> table.put(stage, shared));
    // An engine like any other, reached over HTTP alone.
    table.put("draft", List.of("episode", "disk", "tasks", "sound"));
    List<String> pipeline = new ArrayList<>(STAGES);
    pipeline.addAll(shared);
    table.put("pipeline", pipeline);
    List<String> studio = new ArrayList<>(pipeline);
    studio.add("pipeline");
    table.put("studio", studio);
    List<String> cli = new ArrayList<>(studio);
    cli.addAll(List.of("studio", "draft"));
    table.put("cli", cli);
    return table;
  }

  static List<String> packages() {
    return List.copyOf(MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatItsRowNames(String name) {
    List<String> forbidden = new ArrayList<>();
    for (String other : MAY_USE.keySet()) {
      if (!other.equals(name) && !MAY_USE.getOrDefault(name, List.of()).contains(other)) {
        forbidden.add(ROOT + other + "..");
      }
    }
    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void everyPackageStandsOnTheMap() {
    List<String> strangers =
        MAIN.stream()
            .map(JavaClass::getPackageName)
            .filter(p -> p.startsWith(ROOT))
            .map(p -> p.substring(ROOT.length()).split("\\.", 2)[0])
            .distinct()
            .filter(p -> !MAY_USE.containsKey(p))
            .toList();
    assertThat(strangers).isEmpty();
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.zundacast.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(MAIN);
  }

  @Test
  void episodeDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "episode..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.channels..", "java.net..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .check(MAIN);
  }

  @Test
  void mp3agicStaysInTag() {
    classes()
        .that()
        .resideOutsideOfPackage(ROOT + "tag..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("com.mpatric..")
        .check(MAIN);
  }
}
