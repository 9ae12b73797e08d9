package dev.zundacast.pipeline.engine;

import dev.zundacast.disk.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
