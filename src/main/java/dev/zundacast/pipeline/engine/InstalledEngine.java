package dev.zundacast.pipeline.engine;

import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An engine's program on this machine, and the port where one that is running already listens. */
public record InstalledEngine(String title, Path program, OptionalInt usualPort) {

  /** Whether a word names an engine to be started: a product, or a path to a program or folder. */
  public static boolean isNamed(String word) {
    return EngineProduct.named(word).isPresent()
        || word.startsWith("/")
        || word.startsWith("~")
        || word.startsWith("./")
        || word.matches("(?i)[a-z]:[\\\\/].*");
  }

  /** The engine that a word names; a problem that says where it was looked for where none is. */
  static InstalledEngine find(String word, Machine machine) {
    Optional<EngineProduct> product = EngineProduct.named(word);
    return product.isPresent() ? of(product.get(), machine) : at(word, machine);
  }

  private static InstalledEngine of(EngineProduct product, Machine machine) {
    Path program =
        machine
            .programs(product)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> notInstalled(product, machine));
    return new InstalledEngine(product.title(), program, OptionalInt.of(product.port()));
  }

  private static Problem notInstalled(EngineProduct product, Machine machine) {
    String looked =
        machine.programs(product).limit(3).map(Path::toString).collect(Collectors.joining(", "));
    return Problem.noEngine("engine.notInstalled", product.title(), looked, machine.program());
  }

  private static InstalledEngine at(String word, Machine machine) {
    String home = machine.env().getOrDefault("HOME", "");
    Path named = Path.of(word.startsWith("~/") ? home + word.substring(1) : word).normalize();
    Path program =
        Stream.concat(Stream.of(named), machine.programsIn(named).stream())
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> Problem.noEngine("engine.noProgram", named, machine.program()));
    return new InstalledEngine(program.toString(), program, OptionalInt.empty());
  }

  /**
   * A product whose engine speaks VOICEVOX's HTTP API, a row of the table.
   *
   * @param word its name in settings and options
   * @param title its name as people and folders write it
   * @param port on which its editor lets the engine listen
   * @param inside the folders that hold its engine inside of the product's own, newest way first
   * @param alone the folders of the engine alone, as its releases and packages call them
   */
  public record EngineProduct(
      String word, String title, int port, List<String> inside, List<String> alone) {
    static final List<EngineProduct> ALL =
        Resource.rows(EngineProduct.class, "products.tsv").stream().map(EngineProduct::of).toList();

    private static EngineProduct of(String row) {
      String[] fields = row.split("\t", -1);
      return new EngineProduct(
          fields[0],
          fields[1],
          Integer.parseInt(fields[2]),
          List.of(fields[3].split("\\|", -1)),
          List.of(fields[4].split("\\|", -1)));
    }

    /** The product that is called like this in settings and options. */
    public static Optional<EngineProduct> named(String word) {
      return ALL.stream().filter(it -> it.word.equals(word)).findFirst();
    }

    /** All names in settings and options. */
    public static String words() {
      return ALL.stream().map(EngineProduct::word).collect(Collectors.joining(", "));
    }
  }
}
