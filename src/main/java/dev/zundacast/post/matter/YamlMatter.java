package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.post.matter.SpannedText.Edit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A front matter in YAML. */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one file, never shared
record YamlMatter(byte[] bytes, FrontMatterText text, Map<String, NodeTuple> entries)
    implements FrontMatterFormat {

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
    List<Edit> edits = new ArrayList<>();
    values.forEach((key, yaml) -> edits.add(edit(key, yaml, after)));
    return new SpannedText(text.file(), bytes, text.source(), text.start(), 2, Map.of())
        .with(edits);
  }

  private Edit edit(String key, String yaml, String after) {
    return entry(key)
        .map(entry -> replacement(key, entry, yaml))
        .orElseGet(() -> insertion(key, yaml, after));
  }

  private Edit replacement(String key, NodeTuple entry, String yaml) {
    Node value = entry.getValueNode();
    Mark keyEnd = entry.getKeyNode().getEndMark();
    if (value instanceof CollectionNode<?> || value.getStartMark().getIndex() < keyEnd.getIndex()) {
      throw Problem.in(
          text.at(
                  entry.getKeyNode().getStartMark(),
                  "'" + key + "' holds no single value but a list, a mapping or an alias")
              .withNext("write the value itself, like '" + key + ": " + yaml + "'"));
    }
    int from = offset(value.getStartMark());
    int to = trimmed(from, offset(value.getEndMark()));
    return from == to ? intoEmptyValue(from, yaml) : new Edit(from, to, yaml);
  }

  /** {@code key:} stays, and a space after it too; a comment keeps its space before the #. */
  private Edit intoEmptyValue(int at, String yaml) {
    boolean space = text.source().startsWith(" ", at) || text.source().startsWith("\t", at);
    boolean useSpace = space && !text.source().startsWith("#", at + 1);
    int from = useSpace ? at + 1 : at;
    return new Edit(from, from, useSpace ? yaml : " " + yaml);
  }

  /** A line of its own behind another key's, or else at the end. */
  private Edit insertion(String key, String yaml, String after) {
    Optional<NodeTuple> before = entry(after);
    if (before.isEmpty()) {
      int at = text.source().length();
      return new Edit(at, at, key + ": " + yaml + endOfLine(at));
    }
    Mark path = before.get().getKeyNode().getStartMark();
    int end = trimmed(offset(path), offset(before.get().getValueNode().getEndMark()));
    int at = text.source().indexOf('\n', end) + 1;
    String name = key.substring(key.lastIndexOf('.') + 1);
    String line = " ".repeat(path.getColumn()) + name + ": " + yaml + endOfLine(at);
    return new Edit(at, at, line);
  }

  /** The line end that stands before a character: of the fence where that is the first. */
  private String endOfLine(int at) {
    boolean both =
        at == 0
            ? text.start() >= 2 && bytes[text.start() - 2] == '\r'
            : text.source().startsWith("\r\n", at - 2);
    return both ? "\r\n" : "\n";
  }

  /** {@code to} without the white space before it, which block scalars and nulls count in. */
  private int trimmed(int from, int to) {
    int end = to;
    while (end > from && text.source().charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  /** Marks count code points. */
  private int offset(Mark mark) {
    return text.source().offsetByCodePoints(0, mark.getIndex());
  }

  @Override
  public Optional<String> changedBeside(Set<String> keys, FrontMatterFormat after) {
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

  /** A front matter's YAML to its top-level entries; nothing is constructed, so no tag can act. */
  private record FrontMatterYaml(FrontMatterText text) {
    /**
     * The entries by key in the file's order; refuses what is no valid mapping with unique keys.
     */
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
          throw Problem.in(
              text.at(entry.getKeyNode().getStartMark(), "a key must be a single word"));
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
}
