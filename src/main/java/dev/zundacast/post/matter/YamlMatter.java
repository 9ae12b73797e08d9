package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A front matter in YAML. */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one file, never shared
record YamlMatter(byte[] bytes, FrontMatterText text, Map<String, NodeTuple> entries)
    implements Matter {

  static YamlMatter parse(Path file, byte[] bytes) {
    FrontMatterText text = FrontMatterText.yaml(file, bytes);
    return new YamlMatter(bytes, text, FrontMatterYaml.entries(text));
  }

  @Override
  public Optional<Scalar> scalar(String key) {
    return entry(key)
        .filter(entry -> entry.getValueNode() instanceof ScalarNode)
        .map(entry -> scalar((ScalarNode) entry.getValueNode()));
  }

  private static Scalar scalar(ScalarNode node) {
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    return new Scalar(node.getValue(), plain ? Scalar.Form.PLAIN : Scalar.Form.QUOTED);
  }

  @Override
  public List<String> list(String key) {
    return entry(key).map(NodeTuple::getValueNode).stream()
        .filter(SequenceNode.class::isInstance)
        .flatMap(node -> ((SequenceNode) node).getValue().stream())
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue())
        .toList();
  }

  @Override
  public boolean has(String key) {
    return entry(key).isPresent();
  }

  /** The key as it stands, else as the path through inner mappings. */
  private Optional<NodeTuple> entry(String key) {
    NodeTuple whole = entries.get(key);
    if (whole != null || key.indexOf('.') < 0) {
      return Optional.ofNullable(whole);
    }
    List<String> parts = List.of(key.split("\\.", -1));
    NodeTuple found = entries.get(parts.get(0));
    for (int i = 1; i < parts.size() && found != null; i++) {
      found = inside(found.getValueNode(), parts.get(i));
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable NodeTuple inside(Node node, String name) {
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return entry;
        }
      }
    }
    return null;
  }

  @Override
  public Diagnostic at(String key, String message) {
    return entry(key)
        .map(entry -> text.at(entry.getValueNode().getStartMark(), message))
        .orElseGet(() -> Diagnostic.at(text.file(), 1, message));
  }

  @Override
  public int bodyStart() {
    return text.bodyStart();
  }

  @Override
  public int bodyLine() {
    return text.bodyLine();
  }

  @Override
  public byte[] with(Map<String, String> values, String after) {
    YamlSplice splice = new YamlSplice(bytes, text, this::entry, after);
    values.forEach(splice::put);
    return splice.bytes();
  }

  @Override
  public Optional<String> changedBeside(Set<String> keys, Matter after) {
    return after instanceof YamlMatter other
        ? entries.entrySet().stream()
            .flatMap(it -> changed(it.getKey(), it.getValue(), other, keys).stream())
            .findFirst()
        : Optional.of("---");
  }

  private static Optional<String> changed(
      String key, NodeTuple before, YamlMatter after, Set<String> keys) {
    if (keys.contains(key)) {
      return Optional.empty();
    }
    boolean outer = keys.stream().anyMatch(changing -> changing.startsWith(key + "."));
    if (outer && before.getValueNode() instanceof MappingNode map) {
      return map.getValue().stream()
          .filter(inner -> inner.getKeyNode() instanceof ScalarNode)
          .flatMap(
              inner -> {
                String name = ((ScalarNode) inner.getKeyNode()).getValue();
                return changed(key + "." + name, inner, after, keys).stream();
              })
          .findFirst();
    }
    Optional<NodeTuple> now = after.entry(key);
    boolean same =
        now.isPresent() && FrontMatterYaml.same(before.getValueNode(), now.get().getValueNode());
    return same ? Optional.empty() : Optional.of(key);
  }
}
