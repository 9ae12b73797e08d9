package dev.zundacast.disk;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file's text to the same with one value set or taken out; comments and all else stay. */
public record YamlEdit(Path file, String text) {
  private static final String INDENT = "  ";

  /** Words, numbers, paths and addresses. */
  private static final Pattern PLAIN =
      Pattern.compile("-?[\\p{L}\\p{N}._/][-\\p{L}\\p{N}._/]*(?:[ :][-\\p{L}\\p{N}._/]+)*");

  /** Sets a value, which goes behind its commented example where the key is left out. */
  public String with(String key, String value) {
    return set(List.of(key.split("\\.")), written(value));
  }

  /** Sets a list, on one line. */
  public String with(String key, List<String> values) {
    return set(
        List.of(key.split("\\.")),
        "[" + String.join(", ", values.stream().map(YamlEdit::written).toList()) + "]");
  }

  /** Takes a value out, so that what is usual holds again. */
  public String without(String key) {
    Optional<NodeTuple> entry = entry(List.of(key.split("\\.")));
    if (entry.isEmpty()) {
      return text;
    }
    int at = offset(entry.get().getKeyNode().getStartMark());
    int from = text.lastIndexOf('\n', at - 1) + 1;
    requireOneLine(key, entry.get());
    return text.substring(0, from) + text.substring(lineEnd(from));
  }

  private String set(List<String> path, String value) {
    String key = String.join(".", path);
    Optional<NodeTuple> entry = entry(path);
    if (entry.isPresent()) {
      requireOneLine(key, entry.get());
      int colon = text.indexOf(':', offset(entry.get().getKeyNode().getEndMark())) + 1;
      int end = Math.max(colon, offset(entry.get().getValueNode().getEndMark()));
      return text.substring(0, colon) + " " + value + text.substring(end);
    }
    int known = path.size() - 1;
    while (known > 0 && entry(path.subList(0, known)).isEmpty()) {
      known--;
    }
    String rows = rows(path.subList(known, path.size()), value);
    return known == 0 ? atTop(path, rows) : below(path.subList(0, known), rows);
  }

  /** Behind its commented example, else at the end. */
  private String atTop(List<String> path, String rows) {
    Matcher example =
        Pattern.compile("(?m)^# ?" + Pattern.quote(path.get(0)) + ":.*\\R?(?:#   .*\\R?)*")
            .matcher(text);
    int at = example.find() ? example.end() : text.length();
    String before = text.substring(0, at);
    return (before.isEmpty() || before.endsWith("\n") ? before : before + "\n")
        + rows
        + text.substring(at);
  }

  private String below(List<String> parent, String rows) {
    NodeTuple entry = entry(parent).orElseThrow();
    int line = offset(entry.getKeyNode().getStartMark());
    int indent = entry.getKeyNode().getStartMark().getColumn() + INDENT.length();
    if (entry.getValueNode() instanceof MappingNode map) {
      if (map.getFlowStyle() == FlowStyle.FLOW) {
        throw byHand(String.join(".", parent), entry);
      }
      indent = map.getStartMark().getColumn();
    }
    int at = lineEnd(line);
    String before = text.substring(0, at);
    return (before.endsWith("\n") ? before : before + "\n")
        + rows.indent(indent)
        + text.substring(at);
  }

  private static String rows(List<String> path, String value) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      String end = i == path.size() - 1 ? " " + value : "";
      rows.append(INDENT.repeat(i)).append(path.get(i)).append(':').append(end).append('\n');
    }
    return rows.toString();
  }

  private Optional<NodeTuple> entry(List<String> path) {
    Node node = new Yaml(file, text, 1, Message.of("yaml.broken")).root();
    Optional<NodeTuple> entry = Optional.empty();
    for (String name : path) {
      entry =
          node instanceof MappingNode map
              ? map.getValue().stream()
                  .filter(it -> it.getKeyNode() instanceof ScalarNode)
                  .filter(it -> ((ScalarNode) it.getKeyNode()).getValue().equals(name))
                  .findFirst()
              : Optional.empty();
      if (entry.isEmpty()) {
        return entry;
      }
      node = entry.get().getValueNode();
    }
    return entry;
  }

  /** A list of several rows, fields or an alias are a person's to change. */
  private void requireOneLine(String key, NodeTuple entry) {
    Node value = entry.getValueNode();
    int line = entry.getKeyNode().getStartMark().getLine();
    boolean plain =
        value instanceof ScalarNode
            || (value instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.FLOW);
    boolean empty = value instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    if (!plain || (!empty && value.getEndMark().getLine() != line)) {
      throw byHand(key, entry);
    }
  }

  private Problem byHand(String key, NodeTuple entry) {
    Mark at = entry.getKeyNode().getStartMark();
    return Problem.in(Diagnostic.at(file, at.getLine() + 1, "yaml.severalLines", key));
  }

  /** A value as YAML, in quotes where it might be read as something else. */
  private static String written(String value) {
    return PLAIN.matcher(value).matches() ? value : Yaml.quoted(value);
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** Marks count code points. */
  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
