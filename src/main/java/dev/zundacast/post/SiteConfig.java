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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The settings of a site to texts by the names that Jekyll gives them, those of inner maps with
 * dots: those of its generator, and before them what zundacast.yaml says of the site.
 */
final class SiteConfig {
  /** Astro's settings are a program; its address is nearly always written out in it. */
  private static final Pattern ASTRO_SITE = Pattern.compile("\\bsite\\s*:\\s*['\"]([^'\"]+)['\"]");

  /** Where Hugo keeps what Jekyll has by another name; the first that is there counts. */
  private static final Map<String, List<String>> HUGO =
      Map.of(
          "url", List.of("baseURL", "baseurl", "baseUrl"),
          "language", List.of("languageCode", "locale", "defaultContentLanguage"),
          "cover", List.of("params.cover", "params.logo", "params.image", "params.itunes_image"));

  /** Nothing lies deeper than {@code actors.x.name}, and aliases may lead back into their map. */
  private static final int MAX_DEPTH = 4;

  private SiteConfig() {}

  static Map<String, String> of(Path root) throws IOException {
    Map<String, String> values = new LinkedHashMap<>(generator(root));
    Path settings = root.resolve(Layout.SETTINGS);
    if (Files.isRegularFile(settings)) {
      YamlFields fields = YamlFields.ofShow(settings);
      values.putAll(names(fields));
      fields.requireRight();
    }
    return values;
  }

  /** What {@code site:} says of the show itself, by key; mistakes are reported in the settings. */
  static Map<String, String> names(YamlFields settings) {
    return settings.section(
        "site",
        fields -> {
          Map<String, String> values = new LinkedHashMap<>();
          for (String key : List.of("title", "url", "language")) {
            values.put(key, fields.text(key, ""));
          }
          values.put("cover", fields.siteFile("cover"));
          values.values().removeIf(String::isEmpty);
          return values;
        });
  }

  private static Map<String, String> generator(Path root) throws IOException {
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

  private static Map<String, String> yaml(Path file) throws IOException {
    return values(Yaml.read(file, Message.of("post.noYaml")).root());
  }

  private static Map<String, String> hugo(Path file) throws IOException {
    Map<String, String> said =
        file.toString().matches(".*\\.ya?ml")
            ? yaml(file)
            : FrontMatterFormat.settings(file, Files.readAllBytes(file));
    Map<String, String> values = new LinkedHashMap<>(said);
    HUGO.forEach(
        (name, keys) ->
            keys.stream()
                .filter(said::containsKey)
                .findFirst()
                .ifPresent(key -> values.put(name, said.getOrDefault(key, ""))));
    // Hugo's baseURL is the whole address, and its sites have no actors of ours.
    values.keySet().removeIf(key -> key.equals("baseurl") || key.startsWith("actors."));
    return values;
  }

  private static Map<String, String> astro(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Matcher site = ASTRO_SITE.matcher(text);
    return site.find() ? Map.of("url", site.group(1)) : Map.of();
  }

  /**
   * What a YAML file sets, as it is written; {@code true} for what is switched on. A map or a list
   * says "" itself, and what has no value or is switched off is left out.
   */
  static Map<String, String> values(@Nullable Node root) {
    Map<String, String> values = new LinkedHashMap<>();
    put("", root, 0, values);
    return values;
  }

  private static void put(String outer, @Nullable Node node, int depth, Map<String, String> into) {
    if (!(node instanceof MappingNode map) || depth == MAX_DEPTH) {
      return;
    }
    // What stands in the map itself goes before what is merged into it.
    map.getValue().stream()
        .filter(SiteConfig::isMerge)
        .forEach(entry -> merge(outer, entry.getValueNode(), depth, into));
    for (NodeTuple entry : map.getValue()) {
      boolean named = !isMerge(entry) && !Tag.NULL.equals(entry.getKeyNode().getTag());
      if (named && entry.getKeyNode() instanceof ScalarNode key) {
        String name = outer + key.getValue();
        // What stands here takes the place of all that was merged.
        into.keySet().removeIf(known -> known.equals(name) || known.startsWith(name + "."));
        text(entry.getValueNode()).ifPresent(text -> into.put(name, text));
        put(name + ".", entry.getValueNode(), depth + 1, into);
      }
    }
  }

  /** {@code <<: *map} or a list of maps, of which the first goes before the others. */
  private static void merge(String outer, Node merged, int depth, Map<String, String> into) {
    List<Node> maps = merged instanceof SequenceNode list ? list.getValue() : List.of(merged);
    for (Node map : maps) {
      Map<String, String> values = new LinkedHashMap<>();
      put(outer, map, depth + 1, values);
      values.forEach(into::putIfAbsent);
    }
  }

  private static boolean isMerge(NodeTuple entry) {
    return Tag.MERGE.equals(entry.getKeyNode().getTag());
  }

  private static Optional<String> text(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return Optional.of("");
    }
    if (Tag.NULL.equals(scalar.getTag())) {
      return Optional.empty();
    }
    boolean flag = Tag.BOOL.equals(scalar.getTag());
    boolean on = scalar.getValue().toLowerCase(Locale.ROOT).matches("true|yes|on");
    return !flag ? Optional.of(scalar.getValue()) : on ? Optional.of("true") : Optional.empty();
  }
}
