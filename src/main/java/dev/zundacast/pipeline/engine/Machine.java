package dev.zundacast.pipeline.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that engines are looked for on.
 *
 * @param system its operating system
 * @param root of its disk
 * @param env environment variables
 */
public record Machine(Os system, Path root, Map<String, String> env) {
  /** An operating system. */
  public enum Os {
    LINUX,
    MAC,
    WINDOWS
  }

  /** This one. */
  public static Machine here(Map<String, String> env) {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Os system = name.contains("mac") ? Os.MAC : name.contains("windows") ? Os.WINDOWS : Os.LINUX;
    return new Machine(system, Objects.requireNonNull(Path.of("").toAbsolutePath().getRoot()), env);
  }

  /** The programs that may be a product's engine, in the order in which they are preferred. */
  Stream<Path> programs(EngineProduct product) {
    return places(product).map(place -> place.resolve(program()));
  }

  /** What the engine's program is called. */
  String program() {
    return system == Os.WINDOWS ? "run.exe" : "run";
  }

  private Stream<Path> places(EngineProduct product) {
    return switch (system) {
      case MAC -> mac(product);
      case WINDOWS -> windows(product);
      case LINUX -> linux(product);
    };
  }

  private Stream<Path> mac(EngineProduct product) {
    Stream<Path> folders =
        Stream.concat(Stream.of(root.resolve("Applications")), home("Applications"));
    return folders
        .map(folder -> folder.resolve(product.title() + ".app").resolve("Contents"))
        .flatMap(
            app ->
                Stream.of("Resources", "MacOS")
                    .map(app::resolve)
                    .flatMap(part -> withEngineFolders(part, product)));
  }

  private Stream<Path> windows(EngineProduct product) {
    return Stream.of(
            variable("LOCALAPPDATA").map(it -> it.resolve("Programs")),
            variable("ProgramFiles"),
            variable("ProgramFiles(x86)"))
        .flatMap(Optional::stream)
        .flatMap(
            folder ->
                Stream.concat(
                    withEngineFolders(folder.resolve(product.title()), product),
                    product.aloneFolders().stream().map(folder::resolve)));
  }

  /** Packages, archives and AppImages that somebody unpacked. */
  private Stream<Path> linux(EngineProduct product) {
    String dotted = "." + product.word();
    Stream<Path> folders =
        Stream.concat(
            Stream.of("opt", "usr/lib", "usr/local/lib", "usr/share", "usr/local/share")
                .map(root::resolve),
            Stream.of(
                    home(""),
                    home(".local/share"),
                    home(".local/lib"),
                    home(dotted),
                    home("Applications"))
                .flatMap(it -> it));
    return folders.flatMap(
        folder ->
            Stream.concat(
                Stream.of(product.title(), product.word(), "squashfs-root")
                    .map(folder::resolve)
                    .flatMap(own -> linuxFolders(own, product)),
                product.aloneFolders().stream().map(folder::resolve)));
  }

  private static Stream<Path> linuxFolders(Path own, EngineProduct product) {
    return Stream.of(own, own.resolve("resources"), own.resolve("squashfs-root"))
        .flatMap(part -> withEngineFolders(part, product));
  }

  private static Stream<Path> withEngineFolders(Path part, EngineProduct product) {
    return Stream.concat(product.engineFolders().stream().map(part::resolve), Stream.of(part));
  }

  private Stream<Path> home(String below) {
    return variable("HOME").or(() -> variable("USERPROFILE")).map(it -> it.resolve(below)).stream();
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(it -> !it.isBlank()).map(root::resolve);
  }

  /** Where the engine may lie in a folder that a person named. */
  List<Path> programsIn(Path named) {
    Stream<Path> parts =
        Stream.of("", "Contents/Resources", "Contents/MacOS", "resources", "squashfs-root")
            .map(named::resolve);
    return parts
        .flatMap(
            part ->
                Stream.concat(
                    Stream.of(part),
                    Stream.of(EngineProduct.values())
                        .flatMap(it -> it.engineFolders().stream())
                        .distinct()
                        .map(part::resolve)))
        .map(place -> place.resolve(program()))
        .toList();
  }
}
