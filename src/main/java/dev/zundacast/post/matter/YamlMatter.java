package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A front matter in YAML; nothing is constructed, so no tag can act. */
final class YamlMatter extends FrontMatterFormat {
  YamlMatter(FrontMatterText text) {
    super(text, new SpanReader(text).read());
  }

  @Override
  Edit replacement(String key, Span span, String yaml) {
    // What an alias names stands before it.
    if (!span.isSingle() || span.from() < span.key()) {
      throw Problem.in(text.at(span.key(), Message.of("frontMatter.noSingleValue", key, yaml)));
    }
    return span.from() == span.to()
        ? intoEmptyValue(span.from(), yaml)
        : new Edit(span.from(), span.to(), yaml);
  }

  /** {@code key:} stays, and a space after it too; a comment keeps its space before the #. */
  private Edit intoEmptyValue(int at, String yaml) {
    boolean space = text.source().startsWith(" ", at) || text.source().startsWith("\t", at);
    boolean useSpace = space && !text.source().startsWith("#", at + 1);
    int from = useSpace ? at + 1 : at;
    return new Edit(from, from, useSpace ? yaml : " " + yaml);
  }

  /** A line of its own behind another key's, or else at the end. */
  @Override
  Edit insertion(String key, String yaml, String after) {
    Optional<Span> before = span(after);
    if (before.isEmpty()) {
      int at = text.source().length();
      return new Edit(at, at, key + ": " + yaml + endOfLine(at));
    }
    Span span = before.get();
    int at = text.source().indexOf('\n', span.to()) + 1;
    int column = span.key() - text.source().lastIndexOf('\n', span.key()) - 1;
    String name = key.substring(key.lastIndexOf('.') + 1);
    String line = " ".repeat(column) + name + ": " + yaml + endOfLine(at);
    return new Edit(at, at, line);
  }

  /** The line end that stands before a character: of the fence where that is the first. */
  private String endOfLine(int at) {
    boolean both =
        at == 0
            ? text.start() >= 2 && text.bytes()[text.start() - 2] == '\r'
            : text.source().startsWith("\r\n", at - 2);
    return both ? "\r\n" : "\n";
  }

  /** A front matter's YAML to its values; refuses what is no valid mapping with unique keys. */
  private static final class SpanReader {
    private final FrontMatterText text;
    private final int[] offsets;
    private final Map<String, Span> values = new LinkedHashMap<>();

    SpanReader(FrontMatterText text) {
      this.text = text;
      this.offsets = offsets(text.source());
    }

    Map<String, Span> read() {
      Node root = compose();
      if (root == null) {
        return values;
      }
      if (!(root instanceof MappingNode mapping)) {
        throw Problem.in(text.at(root.getStartMark(), Message.of("frontMatter.noKeys")));
      }
      Map<String, NodeTuple> entries = new LinkedHashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        if (!(entry.getKeyNode() instanceof ScalarNode name)) {
          throw Problem.in(
              text.at(entry.getKeyNode().getStartMark(), Message.of("frontMatter.noWord")));
        }
        NodeTuple first = entries.putIfAbsent(name.getValue(), entry);
        if (first != null) {
          throw twice(name.getValue(), first, entry);
        }
      }
      // A key that is written with dots goes before one of an inner mapping.
      entries.forEach((key, entry) -> values.put(key, span(entry)));
      entries.forEach((key, entry) -> inner(key + ".", entry));
      return values;
    }

    private Problem twice(String key, NodeTuple first, NodeTuple second) {
      return Problem.in(
          text.at(
              second.getKeyNode().getStartMark(),
              Message.of("frontMatter.keyTwice", key, text.line(first))));
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
      return Problem.in(what.next().isEmpty() ? what.withNext("frontMatter.quote") : what)
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

    /** The values of a mapping that is written behind its key, and no alias of another. */
    private void inner(String path, NodeTuple outer) {
      Mark key = outer.getKeyNode().getStartMark();
      Node value = outer.getValueNode();
      if (!(value instanceof MappingNode map) || value.getStartMark().getIndex() < key.getIndex()) {
        return;
      }
      for (NodeTuple entry : map.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode name) {
          values.putIfAbsent(path + name.getValue(), span(entry));
          inner(path + name.getValue() + ".", entry);
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
}
