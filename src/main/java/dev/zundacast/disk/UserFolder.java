package dev.zundacast.disk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An environment to the folder of this user's own things, which lies outside of any checkout. */
public final class UserFolder {
  private UserFolder() {}

  /** What {@code ZUNDACAST_DATA} names, else {@code zundacast} in the user's folder for data. */
  public static Path of(Map<String, String> env) {
    return named("ZUNDACAST_DATA", env)
        .orElseGet(
            () ->
                named("XDG_DATA_HOME", env)
                    .orElseGet(() -> home(env).resolve(".local/share"))
                    .resolve("zundacast"));
  }

  /** The user's home. */
  public static Path home(Map<String, String> env) {
    return named("HOME", env).orElseGet(() -> Path.of(System.getProperty("user.home")));
  }

  private static Optional<Path> named(String variable, Map<String, String> env) {
    return Optional.ofNullable(env.get(variable)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
