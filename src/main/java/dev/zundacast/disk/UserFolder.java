package dev.zundacast.disk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An environment to the folders of this user's own things, which lie outside of any checkout. */
public final class UserFolder {
  private UserFolder() {}

  /** What {@code ZUNDACAST_DATA} names, else {@code zundacast} in the user's folder for data. */
  public static Path of(Map<String, String> env) {
    return own(env, "ZUNDACAST_DATA", "XDG_DATA_HOME", ".local/share");
  }

  /** What {@code ZUNDACAST_CACHE} names, else {@code zundacast} among the user's caches. */
  public static Path cache(Map<String, String> env) {
    return own(env, "ZUNDACAST_CACHE", "XDG_CACHE_HOME", ".cache");
  }

  private static Path own(Map<String, String> env, String variable, String above, String usual) {
    return named(variable, env)
        .or(() -> named(above, env).map(it -> it.resolve("zundacast")))
        .orElseGet(() -> home(env).resolve(usual).resolve("zundacast"));
  }

  /** The user's home. */
  public static Path home(Map<String, String> env) {
    return named("HOME", env).orElseGet(() -> Path.of(System.getProperty("user.home")));
  }

  /** What a variable names, empty where it is not set. */
  public static Optional<Path> named(String variable, Map<String, String> env) {
    return Optional.ofNullable(env.get(variable)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
