package dev.zundacast.post.matter;

import dev.zundacast.disk.Yaml;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A front matter's YAML to its values; refuses what is no valid mapping with unique keys. Nothing
 * is constructed, so no tag can act.
 */
final class YamlReader {
  private static final Pattern LINE = Pattern.compile("(?md)^([ \\t]*+)(.+)$");

  private final FrontMatterText text;
  private final int[] offsets;
  private final Map<String, Span> values = new LinkedHashMap<>();

  YamlReader(FrontMatterText text) {
    this.text = text;
    this.offsets = offsets(text.source());
  }

  Map<String, Span> read() {
    Node root = compose();
    if (root == null) {
      return values;
    }
    if (!(root instanceof MappingNode mapping)) {
      throw Problem.in(at(root, Message.of("frontMatter.noKeys")));
    }
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        throw Problem.in(at(entry.getKeyNode(), Message.of("frontMatter.noWord")));
      }
      Integer first =
          lines.putIfAbsent(name.getValue(), text.line() + name.getStartMark().getLine());
      if (first != null) {
        throw Problem.in(at(name, Message.of("frontMatter.keyTwice", name.getValue(), first)));
      }
    }
    put("", mapping);
    return values;
  }

  private Diagnostic at(Node node, Message message) {
    return text.at(offset(node.getStartMark()), message);
  }

  private @Nullable Node compose() {
    try {
      return root(text.source());
    } catch (Problem e) {
      try {
        return root(withoutInnerTabs(text.source()));
      } catch (Problem again) {
        e.addSuppressed(again);
        throw broken(e);
      }
    }
  }

  private @Nullable Node root(String yaml) {
    return new Yaml(text.file(), yaml, text.line(), Message.of("frontMatter.noYaml")).root();
  }

  private static Problem broken(Problem e) {
    Diagnostic what = e.diagnostics().get(0);
    return Problem.in(what.next().isEmpty() ? what.withNext("frontMatter.quote") : what)
        .causedBy(e);
  }

  /**
   * The same text, to the character, with spaces for the tabs that do not indent: between tokens
   * libyaml, and so Jekyll, takes a tab where SnakeYAML takes only spaces.
   */
  private static String withoutInnerTabs(String yaml) {
    return LINE.matcher(yaml)
        .replaceAll(
            line -> Matcher.quoteReplacement(line.group(1) + line.group(2).replace('\t', ' ')));
  }

  /** A key that is written with dots goes before one of an inner mapping. */
  private void put(String path, MappingNode map) {
    for (NodeTuple entry : map.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode name) {
        values.putIfAbsent(path + name.getValue(), span(entry));
      }
    }
    for (NodeTuple entry : map.getValue()) {
      // An alias stands for what is written before it.
      if (entry.getKeyNode() instanceof ScalarNode name
          && entry.getValueNode() instanceof MappingNode inner
          && inner.getStartMark().getIndex() >= name.getStartMark().getIndex()) {
        put(path + name.getValue() + ".", inner);
      }
    }
  }

  private Span span(NodeTuple entry) {
    Node value = entry.getValueNode();
    int key = offset(entry.getKeyNode().getStartMark());
    int from = offset(value.getStartMark());
    int to = trimmed(from, offset(value.getEndMark()));
    if (value instanceof ScalarNode scalar) {
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      Span.Kind kind = plain ? Span.Kind.PLAIN : Span.Kind.TEXT;
      return new Span(kind, scalar.getValue(), List.of(), key, from, to);
    }
    boolean written = value instanceof MappingNode && from > key;
    List<String> items = value instanceof SequenceNode list ? items(list) : List.of();
    return written
        ? new Span(Span.Kind.TABLE, "", items, key, from, to)
        : new Span(Span.Kind.LIST, text.source().substring(from, to), items, key, from, to);
  }

  private static List<String> items(SequenceNode list) {
    return list.getValue().stream()
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue())
        .toList();
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
    return offsets[mark.getIndex()];
  }

  /** Where each code point of a text begins, and where it ends. */
  private static int[] offsets(String source) {
    int[] offsets = new int[source.codePointCount(0, source.length()) + 1];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + Character.charCount(source.codePointAt(offsets[i - 1]));
    }
    return offsets;
  }
}
