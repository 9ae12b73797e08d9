package dev.zundacast.disk;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML text to its tree of nodes; nothing is constructed, so no tag can act. What constructs would
 * also start Java's logging, which alone takes longer than a settings file.
 */
public final class YamlNodes {
  /** Only read after it is made; making one for each file takes longer than a front matter. */
  private static final Resolver RESOLVER = new Resolver();

  private YamlNodes() {}

  /**
   * The root of the only document in {@code yaml}, or null where it says nothing.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException when it is broken or beyond the limits
   */
  public static @Nullable Node compose(String yaml, LoaderOptions limits) {
    ParserImpl parser = new ParserImpl(new StreamReader(yaml), limits);
    return new Composer(parser, RESOLVER, limits).getSingleNode();
  }
}
