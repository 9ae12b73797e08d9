package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Resource;
import dev.zundacast.disk.Yaml;
import dev.zundacast.post.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The first files of a show's folder: its settings, and what keeps git from what can be made. */
public final class SetUp {
  private SetUp() {}

  /**
   * Writes the settings, unless they are there.
   *
   * @param engines to be named in them, none to leave that to the environment
   * @param preset how its posts are written
   * @param language puts its comments into that of the person
   * @return the file, where it was written
   */
  public static Optional<Path> settings(
      ShowFolder show, List<String> engines, Preset preset, UnaryOperator<String> language)
      throws IOException {
    if (Files.exists(show.settings())) {
      return Optional.empty();
    }
    String named =
        engines.isEmpty()
            ? "# engines: [http://127.0.0.1:50021]"
            : "engines: [" + String.join(", ", engines.stream().map(Yaml::quoted).toList()) + "]";
    String layout = (preset == Preset.YATTECAST ? "# layout: " : "layout: ") + preset.word();
    AtomicFile.write(
        show.settings(),
        language.apply(Resource.text(SetUp.class, "settings.yaml")).formatted(named, layout));
    return Optional.of(show.settings());
  }

  /**
   * Lets git ignore what can be made again, unless that is said already.
   *
   * @return the file, where it was written
   */
  public static Optional<Path> ignored(ShowFolder show, Workspace workspace) throws IOException {
    Path file = show.data().resolve(".gitignore");
    if (Files.exists(file)) {
      return Optional.empty();
    }
    workspace.ignoreOut();
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }
}
