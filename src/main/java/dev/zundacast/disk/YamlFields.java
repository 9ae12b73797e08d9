package dev.zundacast.disk;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read field by field; every mistake becomes a finding with its line
 * and column, and reading goes on so that a person sees all of them at once.
 */
public final class YamlFields {
  private final Yaml yaml;
  private final String path;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Diagnostic> wrong;
  private final Map<String, Field> asked;

  /**
   * A field that somebody asked for, by its name with those of the fields around it and dots
   * between: what holds where it is left out, what is written, and where; "" and 0 for nothing.
   */
  public record Field(String name, Kind kind, String usual, String value, int line) {
    /** What a field holds. */
    public enum Kind {
      VALUE,
      LIST,
      /** Fields of its own. */
      FIELDS
    }
  }

  private YamlFields(
      Yaml yaml, String path, Node node, List<Diagnostic> wrong, Map<String, Field> asked) {
    this.yaml = yaml;
    this.asked = asked;
    this.path = path;
    this.node = node;
    this.wrong = wrong;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::take);
    } else {
      report(node, Message.of("yaml.noFields", kind(node)));
    }
  }

  /** The fields of a file. */
  public static YamlFields read(Path file) throws IOException {
    return of(Yaml.read(file, Message.of("yaml.broken")));
  }

  /** The fields of what a file is to say. */
  public static YamlFields of(Path file, String text) {
    return of(new Yaml(file, text, 1, Message.of("yaml.broken")));
  }

  private static YamlFields of(Yaml yaml) {
    Node root = yaml.root();
    Node fields = root == null ? nothing() : root;
    return new YamlFields(yaml, "", fields, new ArrayList<>(), new LinkedHashMap<>());
  }

  /** Every mistake that was found by now. */
  public List<Diagnostic> findings() {
    return List.copyOf(wrong);
  }

  /** Checks that no mistake was found; a problem with the place of each. */
  public void requireRight() {
    if (!wrong.isEmpty()) {
      throw Problem.in(wrong);
    }
  }

  /** The fields that were asked for, in that order. */
  public List<Field> asked() {
    return List.copyOf(asked.values());
  }

  private void note(String key, Field.Kind kind, String usual) {
    Node value = values.get(key);
    String written =
        value instanceof ScalarNode scalar
            ? scalar.getValue().strip()
            : value instanceof SequenceNode list && kind == Field.Kind.LIST
                ? list.getValue().stream()
                    .map(item -> item instanceof ScalarNode one ? one.getValue() : "…")
                    .collect(Collectors.joining(", "))
                : value == null ? "" : "…";
    Node name = keys.get(key);
    int line = name == null ? 0 : name.getStartMark().getLine() + 1;
    asked.putIfAbsent(path + key, new Field(path + key, kind, usual, written, line));
  }

  /** The fields of a show's settings; as its lines are shown, the file must lie in the show. */
  public static YamlFields ofShow(Path file) throws IOException {
    SafePath.requireInside(file.resolveSibling(""), file, 0, Message.of("feed.putFile"));
    return read(file);
  }

  /** What a file says in which every field is left out, or behind a comment mark. */
  private static MappingNode nothing() {
    Mark start = new Mark("", 0, 0, 0, new int[0], 0);
    return new MappingNode(Tag.MAP, true, List.of(), start, start, FlowStyle.BLOCK);
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      report(tuple.getKeyNode(), Message.of("yaml.noFieldName"));
      return;
    }
    if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
      report(key, Message.of("yaml.fieldTwice", path, key.getValue()));
    }
    keys.putIfAbsent(key.getValue(), key);
  }

  /** A text that must be there. */
  public String text(String key) {
    Node value = value(key);
    if (value == null) {
      report(node, Message.of("yaml.fieldMissing", path, key));
      return "";
    }
    String text = scalar(key, value);
    if (text.isBlank()) {
      report(value, Message.of("yaml.empty", path, key));
    }
    return text;
  }

  /** A text that may be left out. */
  public String text(String key, String otherwise) {
    note(key, Field.Kind.VALUE, otherwise);
    Node value = value(key);
    return value == null ? otherwise : scalar(key, value);
  }

  /** A file or folder, named from this file's folder and inside of it, that may be left out. */
  public String place(String key, String otherwise) {
    String name = text(key, otherwise);
    return name.equals(otherwise) ? name : inside(key, name, name);
  }

  /** The same where a leading slash means this file's folder; "" when left out. */
  public String siteFile(String key) {
    String name = text(key, "");
    return inside(key, name, name.replaceFirst("^/+", ""));
  }

  private String inside(String key, String name, String place) {
    if (yaml.isElsewhere(place)) {
      report(key, Message.of("yaml.outsideShow", path, key, name));
    }
    return name;
  }

  /** A name that is a part of a file's name, so that it may lead to no other folder. */
  public String name(String key, String name) {
    if (name.matches(".*[/\\\\].*|\\.+")) {
      report(key, Message.of("yaml.noPlainName", path, key, name));
      return "";
    }
    return name;
  }

  /** A list of texts, empty when left out. */
  public List<String> texts(String key) {
    note(key, Field.Kind.LIST, "");
    return items(key, Message.of("yaml.listLike")).stream()
        .map(item -> scalar(key, item))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A number from {@code min} to {@code max} that may be left out. */
  public double number(String key, double min, double max, double otherwise) {
    note(key, Field.Kind.VALUE, otherwise < min ? "" : plain(otherwise));
    Node value = value(key);
    if (value == null) {
      return otherwise;
    }
    Optional<Double> number = parsed(value);
    if (number.isEmpty()) {
      report(value, expected(key, Message.of("cli.number"), value));
      return otherwise;
    }
    if (!(number.get() >= min && number.get() <= max)) {
      report(value, expected(key, Message.of("yaml.numberFrom", plain(min), plain(max)), value));
      return otherwise;
    }
    return number.get();
  }

  /** {@code true} or {@code false} that may be left out. */
  public boolean flag(String key, boolean otherwise) {
    String text = text(key, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) {
      report(key, Message.of("yaml.noBoolean", path, key, text));
      return otherwise;
    }
    return text.equals("true");
  }

  /** One of some values that may be left out, each by its name in lower case. */
  public <E extends Enum<E>> E choice(String key, E otherwise) {
    String text = text(key, word(otherwise));
    List<E> all = List.of(otherwise.getDeclaringClass().getEnumConstants());
    Optional<E> chosen = all.stream().filter(it -> word(it).equals(text)).findFirst();
    if (chosen.isEmpty()) {
      String known = all.stream().map(YamlFields::word).collect(Collectors.joining(", "));
      report(key, Message.of("yaml.noneOf", path, key, known, text));
    }
    return chosen.orElse(otherwise);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Double> parsed(Node value) {
    if (!(value instanceof ScalarNode scalar) || scalar.getScalarStyle().getChar() != null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.valueOf(scalar.getValue()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether the field is there. */
  public boolean has(String key) {
    note(key, Field.Kind.FIELDS, "");
    return value(key) != null;
  }

  /** Whether the field holds fields of its own. */
  public boolean holdsFields(String key) {
    return value(key) instanceof MappingNode;
  }

  /** What the fields below {@code key} say, none when it is left out; others are reported. */
  public <T> T section(String key, Function<YamlFields, T> read) {
    Node value = value(key);
    if (value == null || value.getTag().equals(Tag.NULL)) {
      value = new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
    }
    YamlFields fields = new YamlFields(yaml, path + key + ".", value, wrong, asked);
    T said = read.apply(fields);
    fields.reportUnknown();
    return said;
  }

  /** The fields of each item of a list, none when it is left out; {@code what} is expected. */
  public List<YamlFields> sections(String key, Message what) {
    return items(key, what).stream()
        .map(item -> new YamlFields(yaml, path + key + ".", item, wrong, asked))
        .toList();
  }

  private List<Node> items(String key, Message what) {
    Node value = value(key);
    if (value instanceof SequenceNode list) {
      return list.getValue();
    }
    if (value != null && !value.getTag().equals(Tag.NULL)) {
      report(value, expected(key, what, value));
    }
    return List.of();
  }

  /** A finding at the name of a field that is there. */
  public Diagnostic at(String key, Message message) {
    return yaml.at(keys.getOrDefault(key, node).getStartMark(), message);
  }

  /** Reports every field that nobody asked for. */
  public void reportUnknown() {
    for (Map.Entry<String, Node> key : keys.entrySet()) {
      if (!known.contains(key.getKey())) {
        Message meant = SimilarName.hint(key.getKey(), known);
        String all = String.join(", ", known);
        report(
            key.getValue(),
            Message.of("yaml.unknownField", path, key.getKey()),
            meant.isEmpty() ? Message.of("yaml.knownFields", all) : meant);
      }
    }
  }

  /** Reports a mistake in the value of {@code key}. */
  public void report(String key, Message message) {
    report(key, message, Message.NONE);
  }

  /** Reports a mistake in a text of a list, or in the value of {@code key} where it is none. */
  public void reportIn(String key, String text, Message message) {
    Node value = values.getOrDefault(key, node);
    List<Node> items = value instanceof SequenceNode list ? list.getValue() : List.of();
    Predicate<Node> isIt =
        it -> it instanceof ScalarNode one && one.getValue().strip().equals(text);
    report(items.stream().filter(isIt).findFirst().orElse(value), message);
  }

  /** The same with what to do. */
  public void report(String key, Message message, Message next) {
    report(values.getOrDefault(key, node), message, next);
  }

  private @Nullable Node value(String key) {
    known.add(key);
    return values.get(key);
  }

  private String scalar(String key, Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    report(value, expected(key, Message.of("yaml.text"), value));
    return "";
  }

  private Message expected(String key, Message what, Node found) {
    return Message.of("yaml.otherKind", path, key, what, kind(found));
  }

  private static Message kind(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isEmpty()
          ? Message.of("yaml.nothing")
          : Message.plain("'" + scalar.getValue() + "'");
    }
    return node instanceof SequenceNode ? Message.of("yaml.list") : Message.of("yaml.fields");
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void report(Node at, Message message) {
    report(at, message, Message.NONE);
  }

  private void report(Node at, Message message, Message next) {
    wrong.add(yaml.at(at.getStartMark(), message).withNext(next));
  }
}
