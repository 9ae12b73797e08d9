package dev.zundacast.post;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.Yaml;
import dev.zundacast.disk.YamlFields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.post.layout.SiteKind;
import dev.zundacast.post.layout.SiteNames;
import dev.zundacast.post.matter.SettingsText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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
      List<Diagnostic> wrong = new ArrayList<>();
      values.putAll(SiteNames.read(YamlFields.ofShow(settings, wrong)));
      if (!wrong.isEmpty()) {
        throw Problem.in(wrong);
      }
    }
    return values;
  }

  private static Map<String, Object> generator(Path root) throws IOException {
    Optional<SiteKind> kind = SiteKind.at(root);
    if (kind.isEmpty()) {
      return Map.of();
    }
    Path file = kind.get().config(root).orElseThrow();
    SafePath.requireInside(root, file, 0, "put the file itself there");
    return switch (kind.get()) {
      case JEKYLL -> yaml(file);
      case HUGO -> hugo(file);
      case ASTRO -> astro(file);
    };
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    return ConfigValues.of(Yaml.read(file, "not valid YAML").root());
  }

  private static Map<String, Object> hugo(Path file) throws IOException {
    Map<String, String> said =
        file.toString().matches(".*\\.ya?ml")
            ? flat("", yaml(file))
            : SettingsText.values(file, Files.readAllBytes(file));
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
}
