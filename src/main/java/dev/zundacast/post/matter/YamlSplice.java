package dev.zundacast.post.matter;

import dev.zundacast.episode.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Puts values into a front matter by replacing their bytes; one use, not shared. */
final class YamlSplice {
  private record Edit(int from, int to, String text) {}

  private final byte[] bytes;
  private final FrontMatterText text;
  private final Function<String, Optional<NodeTuple>> entries;
  private final String after;
  private final List<Edit> edits = new ArrayList<>();

  /**
   * @param after the key behind which new ones go
   */
  YamlSplice(
      byte[] bytes,
      FrontMatterText text,
      Function<String, Optional<NodeTuple>> entries,
      String after) {
    this.bytes = bytes;
    this.text = text;
    this.entries = entries;
    this.after = after;
  }

  /** Gives {@code key} the value {@code yaml}, written as it stands in the file. */
  void put(String key, String yaml) {
    edits.add(
        entries
            .apply(key)
            .map(entry -> replacement(key, entry, yaml))
            .orElseGet(() -> insertion(key, yaml)));
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 100);
    int done = 0;
    edits.sort(Comparator.comparingInt(Edit::from));
    for (Edit edit : edits) {
      out.write(bytes, done, edit.from - done);
      out.writeBytes(edit.text.getBytes(StandardCharsets.UTF_8));
      done = edit.to;
    }
    out.write(bytes, done, bytes.length - done);
    return out.toByteArray();
  }

  private Edit replacement(String key, NodeTuple entry, String yaml) {
    Node value = entry.getValueNode();
    int keyEnd = entry.getKeyNode().getEndMark().getIndex();
    if (value instanceof CollectionNode<?> || value.getStartMark().getIndex() < keyEnd) {
      throw Problem.in(
          text.at(
                  entry.getKeyNode().getStartMark(),
                  "'" + key + "' holds no single value but a list, a mapping or an alias")
              .withNext("write the value itself, like '" + key + ": " + yaml + "'"));
    }
    int from = offset(value.getStartMark().getIndex());
    int to = trimmed(from, offset(value.getEndMark().getIndex()));
    return from == to ? intoEmptyValue(from, yaml) : new Edit(from, to, yaml);
  }

  /** {@code key:} stays, and a space after it too; a comment keeps its space before the #. */
  private Edit intoEmptyValue(int at, String yaml) {
    boolean space = bytes[at] == ' ' || bytes[at] == '\t';
    boolean beforeComment = space && bytes[at + 1] == '#';
    boolean useSpace = space && !beforeComment;
    int from = useSpace ? at + 1 : at;
    return new Edit(from, from, useSpace ? yaml : " " + yaml);
  }

  /** A line of its own after the audio's path, or else at the end. */
  private Edit insertion(String key, String yaml) {
    Optional<NodeTuple> before = entries.apply(after);
    if (before.isEmpty()) {
      return new Edit(text.end(), text.end(), key + ": " + yaml + endOfLine(text.end()));
    }
    NodeTuple path = before.get();
    int from = offset(path.getKeyNode().getStartMark().getIndex());
    int end = trimmed(from, offset(path.getValueNode().getEndMark().getIndex()));
    while (bytes[end] != '\n') {
      end++;
    }
    String indent = " ".repeat(path.getKeyNode().getStartMark().getColumn());
    int at = end + 1;
    return new Edit(at, at, indent + lastPart(key) + ": " + yaml + endOfLine(at));
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** The line end that stands before {@code at}. */
  private String endOfLine(int at) {
    return at >= 2 && bytes[at - 1] == '\n' && bytes[at - 2] == '\r' ? "\r\n" : "\n";
  }

  /** {@code to} without the white space before it, which block scalars and nulls count in. */
  private int trimmed(int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] <= ' ' && bytes[end - 1] > 0) {
      end--;
    }
    return end;
  }

  private int offset(int codePoint) {
    int chars = text.source().offsetByCodePoints(0, codePoint);
    return text.start() + text.source().substring(0, chars).getBytes(StandardCharsets.UTF_8).length;
  }
}
