package dev.zundacast.studio.http;

import dev.zundacast.studio.StudioOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The names by which a server may be called: what else stands in a request leads to it by a trick.
 */
final class HostNames {
  private HostNames() {}

  /** The usual one first. */
  static List<String> of(StudioOptions options) {
    List<String> names = new ArrayList<>();
    if (!options.listen().equals(StudioOptions.LOOPBACK)) {
      String name = options.listen().toLowerCase(Locale.ROOT);
      names.add(name.contains(":") ? "[" + name + "]" : name);
    }
    names.addAll(List.of(StudioOptions.LOOPBACK, "localhost", "[::1]"));
    return names;
  }
}
