package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A front matter's YAML to its top-level entries; nothing is constructed, so no tag can act. */
final class FrontMatterYaml {
  private final FrontMatterText text;

  private FrontMatterYaml(FrontMatterText text) {
    this.text = text;
  }

  /** The entries by key in the file's order; refuses what is no valid mapping with unique keys. */
  static Map<String, NodeTuple> entries(FrontMatterText text) {
    return new FrontMatterYaml(text).entries();
  }

  private Map<String, NodeTuple> entries() {
    Node root = compose();
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    if (root == null) {
      return entries;
    }
    if (!(root instanceof MappingNode mapping)) {
      throw Problem.in(
          text.at(
              root.getStartMark(),
              "the front matter holds no keys: expected lines like 'title: …'"));
    }
    requireEnd(root, new HashSet<>(), new HashSet<>());
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        throw Problem.in(text.at(entry.getKeyNode().getStartMark(), "a key must be a single word"));
      }
      String key = name.getValue();
      NodeTuple first = entries.putIfAbsent(key, entry);
      if (first != null) {
        throw twice(key, first, entry);
      }
    }
    return entries;
  }

  private Problem twice(String key, NodeTuple first, NodeTuple second) {
    return Problem.in(
        text.at(
                second.getKeyNode().getStartMark(),
                "the key '" + key + "' stands twice, first in line " + text.line(first))
            .withNext("remove one of the two"));
  }

  private @Nullable Node compose() {
    try {
      return text.parsed(text.source()).root();
    } catch (Problem e) {
      String tabless = withoutInnerTabs(text.source());
      if (!tabless.equals(text.source())) {
        try {
          return text.parsed(tabless).root();
        } catch (Problem again) {
          e.addSuppressed(again);
        }
      }
      throw broken(e);
    }
  }

  private static Problem broken(Problem e) {
    Diagnostic what = e.diagnostics().get(0);
    return Problem.in(
            what.next().isEmpty()
                ? what.withNext("put a value that holds ': ', ' #' or quotes into quotes")
                : what)
        .causedBy(e);
  }

  /**
   * The same text, to the character, with spaces for the tabs that do not indent: between tokens
   * libyaml, and so Jekyll, takes a tab where SnakeYAML takes only spaces.
   */
  private static String withoutInnerTabs(String yaml) {
    StringBuilder out = new StringBuilder(yaml);
    boolean indent = true;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c == '\t' && !indent) {
        out.setCharAt(i, ' ');
      }
      indent = c == '\n' || (indent && (c == ' ' || c == '\t'));
    }
    return out.toString();
  }

  /** A value that an alias leads back into has no end: nobody could compare or print it. */
  private void requireEnd(Node value, Set<Node> above, Set<Node> done) {
    if (value instanceof ScalarNode) {
      return;
    }
    if (!above.add(value)) {
      throw Problem.in(
          text.at(
                  value.getStartMark(),
                  "the value holds itself: an alias in it leads back to its start")
              .withNext("remove that alias"));
    }
    if (done.add(value)) {
      for (Node inner : inside(value)) {
        requireEnd(inner, above, done);
      }
    }
    above.remove(value);
  }

  private static List<Node> inside(Node value) {
    if (value instanceof SequenceNode list) {
      return list.getValue();
    }
    return value instanceof MappingNode map
        ? map.getValue().stream()
            .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
            .toList()
        : List.of();
  }

  static boolean same(Node a, Node b) {
    return same(a, b, new HashMap<>());
  }

  /** {@code known} keeps what was found the same, to look once however many aliases name it. */
  private static boolean same(Node a, Node b, Map<Node, Node> known) {
    boolean alike = a.getTag().equals(b.getTag());
    if (b.equals(known.put(a, b))) {
      return true;
    }
    if (a instanceof ScalarNode x && b instanceof ScalarNode y) {
      return alike && x.getValue().equals(y.getValue());
    }
    List<Node> left = inside(a);
    List<Node> right = inside(b);
    return alike
        && left.size() == right.size()
        && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i), known));
  }
}
