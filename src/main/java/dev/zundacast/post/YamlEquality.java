package dev.zundacast.post;

import java.util.List;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Whether two composed nodes say the same. */
final class YamlEquality {
  private static final int MAX_NODES = 100_000;
  private int compared;

  private YamlEquality() {}

  static boolean same(Node a, Node b) {
    return new YamlEquality().equal(a, b);
  }

  private boolean equal(Node a, Node b) {
    // Aliases can make a small text an endless tree; no front matter holds so many nodes.
    if (++compared > MAX_NODES || !a.getTag().equals(b.getTag())) {
      return false;
    }
    if (a instanceof ScalarNode x && b instanceof ScalarNode y) {
      return x.getValue().equals(y.getValue());
    }
    return a instanceof CollectionNode<?> x
        && b instanceof CollectionNode<?> y
        && equal(x.getValue(), y.getValue());
  }

  private boolean equal(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equalItems(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean equalItems(Object a, Object b) {
    if (a instanceof NodeTuple x && b instanceof NodeTuple y) {
      return equal(x.getKeyNode(), y.getKeyNode()) && equal(x.getValueNode(), y.getValueNode());
    }
    return a instanceof Node x && b instanceof Node y && equal(x, y);
  }
}
