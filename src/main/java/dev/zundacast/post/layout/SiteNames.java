package dev.zundacast.post.layout;

import dev.zundacast.disk.YamlFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a zundacast.yaml says of the show itself, in {@code site:}. */
public final class SiteNames {
  private static final List<String> KEYS = List.of("title", "url", "language", "cover");

  private SiteNames() {}

  /** The values that are there, by key; mistakes are reported in the settings. */
  public static Map<String, Object> read(YamlFields settings) {
    YamlFields fields = settings.section("site");
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : KEYS) {
      String value = fields.text(key, "");
      if (!value.isEmpty()) {
        values.put(key, value);
      }
    }
    fields.reportUnknown();
    return values;
  }
}
