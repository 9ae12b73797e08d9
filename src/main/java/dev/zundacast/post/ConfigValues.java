package dev.zundacast.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A site's settings as YAML nodes to plain values: texts as they are written, Booleans, and maps of
 * them. Lists, of which nothing asks, are empty; what has no value is left out.
 */
final class ConfigValues {
  /** Nothing lies deeper than {@code actors.x.name}, and aliases may lead back into their map. */
  private static final int MAX_DEPTH = 4;

  private static final Set<String> TRUE = Set.of("true", "yes", "on");

  private ConfigValues() {}

  static Map<String, Object> of(@Nullable Node root) {
    return root instanceof MappingNode map ? map(map, 0) : Map.of();
  }

  private static Map<String, Object> map(MappingNode node, int depth) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (depth < MAX_DEPTH) {
      // What stands in the map itself goes before what is merged into it.
      node.getValue().forEach(entry -> merge(entry, depth, values));
      node.getValue().forEach(entry -> put(entry, depth, values));
    }
    return values;
  }

  private static void put(NodeTuple entry, int depth, Map<String, Object> values) {
    boolean named = !Tag.NULL.equals(entry.getKeyNode().getTag()) && !isMerge(entry);
    if (named && entry.getKeyNode() instanceof ScalarNode key) {
      Optional<Object> value = value(entry.getValueNode(), depth);
      if (value.isPresent()) {
        values.put(key.getValue(), value.get());
      } else {
        values.remove(key.getValue());
      }
    }
  }

  /** {@code <<: *map} or a list of maps, of which the first goes before the others. */
  private static void merge(NodeTuple entry, int depth, Map<String, Object> values) {
    if (!isMerge(entry)) {
      return;
    }
    Node node = entry.getValueNode();
    List<Node> merged = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    for (Node one : merged) {
      if (one instanceof MappingNode map) {
        map(map, depth + 1).forEach(values::putIfAbsent);
      }
    }
  }

  private static boolean isMerge(NodeTuple entry) {
    return Tag.MERGE.equals(entry.getKeyNode().getTag());
  }

  private static Optional<Object> value(Node node, int depth) {
    if (node instanceof MappingNode map) {
      return Optional.of(map(map, depth + 1));
    }
    if (node instanceof SequenceNode) {
      return Optional.of(List.of());
    }
    if (!(node instanceof ScalarNode scalar) || Tag.NULL.equals(scalar.getTag())) {
      return Optional.empty();
    }
    boolean flag = Tag.BOOL.equals(scalar.getTag());
    return Optional.of(
        flag ? TRUE.contains(scalar.getValue().toLowerCase(Locale.ROOT)) : scalar.getValue());
  }
}
