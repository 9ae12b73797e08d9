package dev.zundacast.draft;

import dev.zundacast.disk.UserFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the draft engine keeps its files and finds the programs of others: where ZUNDACAST_DATA,
 * _OPEN_JTALK, _HTS_ENGINE, _OPEN_JTALK_DIC and _HTS_VOICE say, else in the usual places.
 */
public record DraftHome(Map<String, String> environment) {
  /** Folders of Homebrew on Apple silicon, on Intel and on Linux. */
  private static final List<Path> BREWS =
      List.of(
          Path.of("/opt/homebrew/opt/open-jtalk"),
          Path.of("/usr/local/opt/open-jtalk"),
          Path.of("/home/linuxbrew/.linuxbrew/opt/open-jtalk"));

  private static final List<Path> DICTIONARIES =
      List.of(
          Path.of("/var/lib/mecab/dic/open-jtalk/naist-jdic"),
          Path.of("/usr/share/open-jtalk/dic"),
          Path.of("/usr/local/share/open-jtalk/dic"));

  /** As the process was started. */
  public static DraftHome ofEnvironment() {
    return new DraftHome(System.getenv());
  }

  /** The tool's data folder, outside of any checkout. */
  public Path data() {
    return UserFolder.of(environment);
  }

  Path voices() {
    return data().resolve("voices");
  }

  Optional<Path> openJTalk() {
    return program("ZUNDACAST_OPEN_JTALK", "open_jtalk");
  }

  Optional<Path> htsEngine() {
    return program("ZUNDACAST_HTS_ENGINE", "hts_engine");
  }

  Optional<Path> dictionary() {
    Stream<Path> places =
        Stream.concat(DICTIONARIES.stream(), BREWS.stream().map(b -> b.resolve("dic")));
    return Stream.concat(UserFolder.named("ZUNDACAST_OPEN_JTALK_DIC", environment).stream(), places)
        .filter(folder -> Files.isRegularFile(folder.resolve("sys.dic")))
        .findFirst();
  }

  /** Files and folders that may hold voices, the first that holds one is taken. */
  List<Path> voicePlaces() {
    List<Path> places = new ArrayList<>();
    UserFolder.named("ZUNDACAST_HTS_VOICE", environment).ifPresent(places::add);
    places.add(voices());
    places.add(Path.of("/usr/share/hts-voice"));
    places.add(Path.of("/usr/local/share/hts-voice"));
    places.add(UserFolder.home(environment).resolve(".local/share/hts-voice"));
    BREWS.forEach(brew -> places.add(brew.resolve("voice")));
    return places;
  }

  Optional<Path> onPath(String name) {
    return Stream.concat(
            Stream.of(environment.getOrDefault("PATH", "").split(":")).filter(f -> !f.isEmpty()),
            BREWS.stream().map(brew -> brew.resolve("bin").toString()))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Optional<Path> program(String variable, String name) {
    return UserFolder.named(variable, environment)
        .filter(Files::isExecutable)
        .or(() -> onPath(name));
  }
}
