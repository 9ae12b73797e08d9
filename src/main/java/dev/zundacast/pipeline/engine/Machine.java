package dev.zundacast.pipeline.engine;

import dev.zundacast.disk.Resource;
import dev.zundacast.pipeline.engine.InstalledEngine.EngineProduct;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that engines are looked for on: its system, its disk's root, its environment. */
public record Machine(Os system, Path root, Map<String, String> env) {
  /** An operating system. */
  public enum Os {
    LINUX,
    MAC,
    WINDOWS
  }

  /** This one. */
  public static Machine here(Map<String, String> env) {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Os system = name.contains("mac") ? Os.MAC : name.contains("windows") ? Os.WINDOWS : Os.LINUX;
    return new Machine(system, Objects.requireNonNull(Path.of("").toAbsolutePath().getRoot()), env);
  }

  /** The programs that may be a product's engine, in the order in which they are preferred. */
  Stream<Path> programs(EngineProduct product) {
    return rows(system.name())
        .flatMap(
            row -> {
              Stream<Path> folders = names(row[1], product).flatMap(name -> folder(name).stream());
              return programs(folders, row, product);
            });
  }

  /** Where the engine may lie in a folder that a person named. */
  List<Path> programsIn(Path named) {
    return rows("NAMED")
        .flatMap(
            row ->
                EngineProduct.ALL.stream()
                    .flatMap(product -> programs(Stream.of(named), row, product)))
        .distinct()
        .toList();
  }

  private static Stream<String[]> rows(String system) {
    return Resource.rows(Machine.class, "places.tsv").stream()
        .map(row -> row.split("\t", -1))
        .filter(row -> row[0].equals(system));
  }

  private Stream<Path> programs(Stream<Path> folders, String[] row, EngineProduct product) {
    Stream<Path> places = folders;
    for (int i = 2; i < row.length; i++) {
      List<String> names = names(row[i], product).toList();
      places = places.flatMap(place -> names.stream().map(place::resolve));
    }
    return places.map(place -> place.resolve(program()));
  }

  private static Stream<String> names(String field, EngineProduct product) {
    return Stream.of(field.split("\\|", -1))
        .flatMap(
            name ->
                switch (name) {
                  case "IN" -> product.inside().stream();
                  case "ALONE" -> product.alone().stream();
                  default ->
                      Stream.of(
                          name.replace("TITLE", product.title()).replace("WORD", product.word()));
                });
  }

  /** A folder of the disk, of the person's own, or below one that a variable names. */
  private Optional<Path> folder(String name) {
    String below = name.substring(name.indexOf('/') + 1);
    if (name.startsWith("~")) {
      return variable("HOME").or(() -> variable("USERPROFILE")).map(it -> it.resolve(below));
    }
    if (name.startsWith("%")) {
      int end = name.indexOf('%', 1);
      String rest = name.substring(end + 1).replaceFirst("^/", "");
      return variable(name.substring(1, end)).map(it -> it.resolve(rest));
    }
    return Optional.of(root.resolve(below));
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(it -> !it.isBlank()).map(root::resolve);
  }

  String program() {
    return system == Os.WINDOWS ? "run.exe" : "run";
  }
}
