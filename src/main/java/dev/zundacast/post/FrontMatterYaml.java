package dev.zundacast.post;

import dev.zundacast.disk.YamlNodes;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** A front matter's YAML to its top-level entries; nothing is constructed, so no tag can act. */
final class FrontMatterYaml {
  /** Real front matters nest two levels deep. */
  private static final int MAX_DEPTH = 20;

  private final Path file;
  private final FrontMatterText text;

  private FrontMatterYaml(Path file, FrontMatterText text) {
    this.file = file;
    this.text = text;
  }

  /** The entries by key in the file's order; refuses what is no valid mapping with unique keys. */
  static Map<String, NodeTuple> entries(Path file, FrontMatterText text) {
    return new FrontMatterYaml(file, text).entries();
  }

  private Map<String, NodeTuple> entries() {
    Node root = compose();
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    if (root == null) {
      return entries;
    }
    if (!(root instanceof MappingNode mapping)) {
      throw Problem.in(
          at(
              root.getStartMark(),
              "the front matter holds no keys: expected lines like 'title: …'"));
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        throw Problem.in(at(entry.getKeyNode().getStartMark(), "a key must be a single word"));
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
    int line = text.firstLine() + first.getKeyNode().getStartMark().getLine();
    return Problem.in(
        at(
                second.getKeyNode().getStartMark(),
                "the key '" + key + "' stands twice, first in line " + line)
            .withNext("remove one of the two"));
  }

  private @Nullable Node compose() {
    try {
      return compose(text.yaml());
    } catch (YAMLException e) {
      String tabless = withoutInnerTabs(text.yaml());
      if (!tabless.equals(text.yaml())) {
        try {
          return compose(tabless);
        } catch (YAMLException again) {
          e.addSuppressed(again);
        }
      }
      throw broken(e);
    }
  }

  private static @Nullable Node compose(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    return YamlNodes.compose(yaml, options);
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

  private Problem broken(YAMLException e) {
    String next = "put a value that holds ': ', ' #' or quotes into quotes";
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      String what = marked.getProblem() == null ? "" : marked.getProblem();
      return Problem.in(
              at(marked.getProblemMark(), "the front matter is not valid YAML: " + what)
                  .withNext(next))
          .causedBy(e);
    }
    if (e instanceof ReaderException reader) {
      return Problem.in(controlCharacter(reader)).causedBy(e);
    }
    String what = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return Problem.in(
            Diagnostic.at(file, text.firstLine(), "the front matter is not valid YAML: " + what))
        .causedBy(e);
  }

  private Diagnostic controlCharacter(ReaderException e) {
    int offset = Math.min(e.getPosition(), text.yaml().length());
    int line = (int) text.yaml().substring(0, offset).chars().filter(c -> c == '\n').count();
    String what =
        String.format(
            "the front matter holds the character U+%04X, which YAML forbids", e.getCodePoint());
    return Diagnostic.at(file, text.firstLine() + line, what).withNext("remove that character");
  }

  private Diagnostic at(Mark mark, String message) {
    return at(file, text, mark, message);
  }

  /** A finding at a place of the YAML, with its line. */
  static Diagnostic at(Path file, FrontMatterText text, Mark mark, String message) {
    String source = text.yaml().lines().skip(mark.getLine()).findFirst().orElse("");
    return new Diagnostic(
        file, text.firstLine() + mark.getLine(), mark.getColumn() + 1, message, source, "");
  }
}
