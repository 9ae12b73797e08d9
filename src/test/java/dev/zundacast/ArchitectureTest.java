package dev.zundacast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the project as one table: a package may use what its row names, nothing else. */
class ArchitectureTest {
  private static final String ROOT = "dev.zundacast.";
  private static final List<String> STAGES =
      List.of("post", "script", "rewrite", "reading", "voice", "audio", "tag");

  /** The class by which each stage is entered. */
  private static final Map<String, List<String>> DOORS =
      Map.of(
          "post", List.of("FrontMatter", "Posts", "Shows"),
          "script", List.of("ScriptHistory", "ScriptWriter", "Scripts"),
          "rewrite", List.of("Prompt", "Rewriter"),
          "reading", List.of("DictionaryFile", "ReadingList", "Readings"),
          "voice", List.of("ClipStore", "EnginePool", "VoiceFiles"),
          "audio", List.of("AudioFiles", "EpisodeAudio"),
          "tag", List.of("Tags"));

  private static final Map<String, List<String>> MAY_USE = table();

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.zundacast");

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new TreeMap<>();
    table.put("message", List.of());
    table.put("episode", List.of("message"));
    table.put("tasks", List.of());
    table.put("disk", List.of("episode", "message", "tasks"));
    table.put("words", List.of("message"));
    table.put("sound", List.of("message"));
    List<String> shared = List.of("episode", "message", "disk", "words", "tasks", "sound");
    STAGES.forEach(stage -> table.put(stage, shared));
    // An engine like any other, reached over HTTP alone.
    table.put("draft", List.of("episode", "message", "disk", "tasks", "sound"));
    List<String> pipeline = new ArrayList<>(STAGES);
    pipeline.addAll(shared);
    table.put("pipeline", pipeline);
    List<String> studio = new ArrayList<>(pipeline);
    studio.add("pipeline");
    table.put("studio", studio);
    List<String> cli = new ArrayList<>(pipeline);
    cli.addAll(List.of("pipeline", "draft", "studio"));
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
        .check(MAIN);
  }

  /** A stage does its work behind one class; what else is seen of it are values. */
  @ParameterizedTest
  @MethodSource("stages")
  void aStageShowsItsFrontDoorAndValues(String stage) {
    List<String> seen =
        MAIN.stream()
            .filter(user -> !user.getPackageName().startsWith(ROOT + stage))
            .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .filter(used -> used.getPackageName().startsWith(ROOT + stage))
            .filter(used -> !isValue(used))
            .map(JavaClass::getSimpleName)
            .distinct()
            .sorted()
            .toList();
    assertThat(seen).isEqualTo(DOORS.get(stage));
  }

  static List<String> stages() {
    return STAGES;
  }

  private static boolean isValue(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || type.isInterface()
        || type.isAssignableTo(Throwable.class);
  }

  @Test
  void noPackageHoldsMoreThanTwentyFiveTypes() {
    Map<String, Long> types =
        MAIN.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    types.values().removeIf(count -> count <= 25);
    assertThat(types).isEmpty();
  }

  /** So that a reader finds in one place what runs beside what. */
  @Test
  void threadsAreStartedInOneClass() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "tasks")
        .should()
        .callMethod(Thread.class, "start")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Executors.class)
        .orShould()
        .callMethod(Collection.class, "parallelStream")
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

  /** In an installation classes come out of an archive, which knows only where it was made. */
  @Test
  void nobodyAsksAClassWhereItLies() {
    noClasses()
        .should()
        .callMethod(ProtectionDomain.class, "getCodeSource")
        .because("ProgramHome knows it")
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
