package dev.zundacast.post;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.Yaml;
import dev.zundacast.disk.YamlFields;
import dev.zundacast.message.Message;
import dev.zundacast.post.matter.FrontMatterFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The settings of a site to values by the names that Jekyll gives them: those of its generator, and
 * before them what zundacast.yaml says of the site.
 */
final class SiteConfig {
  private static final String SETTINGS = "zundacast.yaml";

  /** Astro's settings are a program; its address is nearly always written out in it. */
  private static final Pattern ASTRO_SITE = Pattern.compile("\\bsite\\s*:\\s*['\"]([^'\"]+)['\"]");

  /** Where Hugo keeps what Jekyll has by another name; the first that is there counts. */
  private static final Map<String, List<String>> HUGO =
      Map.of(
          "url", List.of("baseURL", "baseurl", "baseUrl"),
          "language", List.of("languageCode", "locale", "defaultContentLanguage"),
          "cover", List.of("params.cover", "params.logo", "params.image", "params.itunes_image"));

  private SiteConfig() {}

  static Map<String, Object> of(Path root) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>(generator(root));
    Path settings = root.resolve(SETTINGS);
    if (Files.isRegularFile(settings)) {
      YamlFields fields = YamlFields.ofShow(settings);
      values.putAll(names(fields));
      fields.requireRight();
    }
    return values;
  }

  /** What {@code site:} says of the show itself, by key; mistakes are reported in the settings. */
  static Map<String, Object> names(YamlFields settings) {
    return settings.section(
        "site",
        fields -> {
          Map<String, Object> values = new LinkedHashMap<>();
          for (String key : List.of("title", "url", "language", "cover")) {
            values.put(key, fields.text(key, ""));
          }
          values.values().removeIf(""::equals);
          return values;
        });
  }

  private static Map<String, Object> generator(Path root) throws IOException {
    Optional<SiteKind> kind = SiteKind.at(root);
    if (kind.isEmpty()) {
      return Map.of();
    }
    Path file = kind.get().config(root).orElseThrow();
    SafePath.requireInside(root, file, 0, Message.of("feed.putFile"));
    return switch (kind.get()) {
      case JEKYLL -> yaml(file);
      case HUGO -> hugo(file);
      case ASTRO -> astro(file);
    };
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    return ConfigValues.of(Yaml.read(file, Message.of("post.noYaml")).root());
  }

  private static Map<String, Object> hugo(Path file) throws IOException {
    Map<String, String> said =
        file.toString().matches(".*\\.ya?ml")
            ? flat("", yaml(file))
            : FrontMatterFormat.settings(file, Files.readAllBytes(file));
    Map<String, Object> values = new LinkedHashMap<>(said);
    HUGO.forEach(
        (name, keys) ->
            keys.stream()
                .filter(said::containsKey)
                .findFirst()
                .ifPresent(key -> values.put(name, said.getOrDefault(key, ""))));
    // Hugo's baseURL is the whole address.
    values.remove("baseurl");
    return values;
  }

  private static Map<String, String> flat(String outer, Map<?, ?> values) {
    Map<String, String> flat = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner) {
            flat.putAll(flat(outer + key + ".", inner));
          } else {
            flat.put(outer + key, String.valueOf(value));
          }
        });
    return flat;
  }

  private static Map<String, Object> astro(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return ASTRO_SITE
        .matcher(text)
        .results()
        .findFirst()
        .map((MatchResult site) -> Map.<String, Object>of("url", site.group(1)))
        .orElse(Map.of());
  }

  /**
   * A site's settings as YAML nodes to plain values: texts as they are written, Booleans, and maps
   * of them. Lists, of which nothing asks, are empty; what has no value is left out.
   */
  static final class ConfigValues {
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
}
