package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that was cloned is data: nothing of it runs, and nothing outside of it is reached. */
class ForeignSiteTest {
  private static final Path DOCUMENT = Path.of("docs/reliability.md");
  private static final String SETTINGS = "zundacast.yaml";

  /** No key is called so, nor nearly so. */
  private static final String STRANGE = "qqqqqqqqqqqq";

  private static final Pattern KNOWN = Pattern.compile("known here: (.*)");

  private static TestEngine engine;

  @TempDir Path folder;
  private Path site;
  private Path secret;
  private Path post;

  @BeforeAll
  static void startEngine() throws IOException {
    engine = TestEngine.start();
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @BeforeEach
  void open() throws IOException {
    site = folder.resolve("clone");
    post = SampleSite.in(site).post(1, 1);
    secret = Files.writeString(folder.resolve("secret.txt"), "ひみつの行\n");
  }

  private Shell.Result run(String... args) {
    return new Shell(folder)
        .env("ZUNDACAST_HOME", SampleSite.voices().resolveSibling("").toString())
        .run(args);
  }

  private Shell.Result script() {
    return run("script", post.toString());
  }

  /** What a command says of the site, whose files must not be shown, and which stays as it was. */
  private String refused(Shell.Result result) throws IOException {
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(4);
    assertThat(result.out() + result.err()).doesNotContain("ひみつ");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(secret).content().isEqualTo("ひみつの行\n");
    return result.err();
  }

  private void settings(String text) throws IOException {
    Files.writeString(site.resolve(SETTINGS), text);
  }

  private void voice(String text) throws IOException {
    Path voices = Files.createDirectories(site.resolve("_zundacast/voices"));
    Files.writeString(voices.resolve("mame.yaml"), text);
  }

  /** The rows of the document's table below this heading: keys and what they may reach. */
  private static Map<String, String> rows(String heading) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    List<String> lines = Files.readAllLines(DOCUMENT);
    int at = lines.indexOf("| " + heading + " | what it may reach |") + 2;
    for (String line : lines.subList(at, lines.size())) {
      String[] cells = line.split(" \\| ");
      if (cells.length < 2) {
        break;
      }
      Pattern.compile("`([^`]+)`")
          .matcher(cells[0])
          .results()
          .forEach(key -> rows.put(key.group(1), cells[1].replaceFirst(" \\|$", "")));
    }
    return rows;
  }

  /** The names below a key of a file, as the program itself lists them; none where it has none. */
  private interface Listing {
    String said(String text) throws IOException;
  }

  private static List<String> keys(String path, Listing listing) throws IOException {
    List<String> keys = new ArrayList<>();
    String said = listing.said(nested(path + STRANGE, "1"));
    Optional<MatchResult> known = Optional.empty();
    if (said.contains("unknown field '" + path + STRANGE + "'")) {
      String after = said.substring(said.indexOf("unknown field '" + path + STRANGE + "'"));
      known = KNOWN.matcher(after).results().findFirst();
    }
    if (known.isPresent()) {
      for (String key : known.get().group(1).strip().split(", ")) {
        keys.add(path + key);
        keys.addAll(keys(path + key + ".", listing));
      }
    }
    return keys;
  }

  /** A value below keys that are joined by dots. */
  private static String nested(String key, String value) {
    StringBuilder text = new StringBuilder();
    String indent = "";
    for (String part : key.split("\\.")) {
      text.append(indent).append(part).append(":\n");
      indent += "  ";
    }
    return text.deleteCharAt(text.length() - 1).append(' ').append(value).append('\n').toString();
  }

  /** The commands of publish are a list, which is read by that command alone. */
  private String saidOfSettings(String text) throws IOException {
    settings(text.replaceFirst("^publish:\n  ", "publish:\n  - "));
    return text.matches("(?s)(publish|archive):.*")
        ? run("publish", "--dry-run", post.toString()).err()
        : script().err();
  }

  private String saidOfVoice(String text) throws IOException {
    voice(text);
    return script().err();
  }

  /** A key that is added has to be thought of here. */
  @Test
  void everyKeyHasItsRow() throws IOException {
    assertThat(rows("key of `zundacast.yaml`").keySet())
        .containsExactlyInAnyOrderElementsOf(keys("", this::saidOfSettings));
    settings("");
    assertThat(rows("key of a voice file").keySet())
        .containsExactlyInAnyOrderElementsOf(keys("", this::saidOfVoice));
  }

  static List<String> places() throws IOException {
    return rows("key of `zundacast.yaml`").entrySet().stream()
        .filter(row -> row.getValue().equals("a place in the show's folder"))
        .map(Map.Entry::getKey)
        .filter(key -> !List.of("layout", "site").contains(key))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("places")
  void aPlaceLiesInTheShowsFolder(String key) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.createSymbolicLink(site.resolve("link"), outside);
    Files.createSymbolicLink(site.resolve("nowhere"), folder.resolve("x"));
    Files.writeString(outside.resolve("cover.png"), "ひみつ");
    boolean cover = key.equals("site.cover");
    for (String bad :
        List.of("../x", folder.resolve("x").toString(), "link", "nowhere", "a/../..")) {
      if (cover && bad.startsWith("/")) {
        continue; // That begins at the site's root, as in an address.
      }
      settings(nested(key, "'" + bad + (cover ? "/cover.png" : "") + "'"));
      Shell.Result result =
          cover ? run("build", post.toString(), "--engine", engine.url()) : script();
      assertThat(refused(result)).as(key + ": " + bad).contains("clone/");
      assertThat(result.err())
          .contains(key + ": '" + bad + (cover ? "/cover.png'" : "'"), "outside the show's folder")
          .containsPattern("clone/zundacast\\.yaml:\\d:\\d+: ");
    }
  }

  private Path program() throws IOException {
    Path ran = folder.resolve("ran");
    Path program = Files.writeString(site.resolve("run"), "#!/bin/sh\ntouch '" + ran + "'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return ran;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/proc/self/cwd/run",
        "./run",
        "~/run",
        "run/../run",
        "C:\\run",
        "file:///run",
        "localhost",
        "http://",
        "ftp://127.0.0.1"
      })
  void noEngineIsAProgramOfTheSite(String named) throws IOException {
    Path ran = program();
    Path inner = Files.createDirectories(site.resolve("inner"));
    Path innerPost = SampleSite.in(inner).post(2, 1);
    for (String key : List.of("engine: '%s'", "engines: [draft, '%s']")) {
      Files.writeString(inner.resolve(SETTINGS), key.formatted(named) + "\n");
      assertThat(refused(run("build", innerPost.toString())))
          .containsPattern(
              "inner/zundacast\\.yaml:1:\\d+: expected voicevox, aivisspeech, sharevox")
          .contains("but found '" + named + "'");
      assertThat(ran).doesNotExist();
    }
  }

  @Test
  void ofSeveralEnginesTheWrongOneIsShown() throws IOException {
    settings("engines:\n  - draft\n  - run\n");
    assertThat(refused(run("build", post.toString())))
        .contains("zundacast.yaml:3:5: expected voicevox", "\n    - run\n");
  }

  @Test
  void noCommandStartsAProgramOfTheSite() throws IOException {
    Path ran = program();
    settings("engines: [/proc/self/cwd/run, ./run]\n");
    for (String command :
        List.of(
            "build POST",
            "check SITE",
            "regenerate POST a1.01 --text はい",
            "init SITE",
            "doctor --site SITE",
            "voices --site SITE")) {
      String[] args =
          command.replace("POST", post.toString()).replace("SITE", site.toString()).split(" ");
      Shell.Result result = new Shell(site).run(args);
      assertThat(result.code()).as(command + result.err()).isNotZero();
      assertThat(ran).as(command).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"template: ../../../secret.txt", "speech: ../../../secret"})
  void aVoiceNamesNoFileElsewhere(String line) throws IOException {
    voice(
        """
        name: 豆
        character: 豆
        style: ノーマル
        speech: nanoda
        template: mame.txt
        credit: 豆
        """
            .replaceFirst(line.replaceFirst(":.*", ":.*"), line));
    assertThat(refused(script()))
        .containsPattern(
            "mame\\.yaml:\\d:\\d+: " + line.replaceFirst(":.*", "") + ": expected a name")
        .contains("without folders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zundacast.yaml",
        "_config.yml",
        "_zundacast/scripts/a.txt",
        "_zundacast/voices/a.yaml",
        "_zundacast/voices/styles/nanoda.tsv",
        "_zundacast/readings.tsv",
        "_zundacast/scripts",
        "_zundacast/voices",
        "_zundacast/out",
        "_zundacast/out/clips",
        "_zundacast/out/episodes/2026-03-02-1",
        "_zundacast"
      })
  void noLinkLeadsOut(String link) throws IOException {
    Path place = site.resolve(link);
    Files.createDirectories(place.resolveSibling(""));
    Files.deleteIfExists(place);
    boolean isFile = link.matches(".*\\.[a-z]+");
    Path outside = isFile ? secret : Files.createDirectories(folder.resolve("outside"));
    Files.createSymbolicLink(place, outside);
    Shell.Result result = run("build", site.toString(), "--engine", engine.url());
    assertThat(refused(result)).contains("this leads out of the show's folder").contains("clone");
    assertThat(isFile ? List.of() : names(outside)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "build", "fill", "check", "status"})
  void aPostThatLeadsOutHoldsUpNoOther(String command) throws IOException {
    Files.createSymbolicLink(site.resolve("_posts/2026-03-09-9.md"), secret);
    Files.createSymbolicLink(site.resolve("_posts/2026-03-09-8.md"), folder.resolve("nowhere.md"));
    List<String> line = new ArrayList<>(List.of(command, site.toString()));
    if (command.equals("build")) {
      line.addAll(List.of("--engine", engine.url()));
    }
    Shell.Result result = run(line.toArray(new String[0]));
    String said = result.out() + result.err();
    assertThat(said)
        .containsPattern("2026-03-09-9\\.md:.* this leads out of the show's folder")
        .containsPattern("2026-03-09-8\\.md:.* this is a link that leads nowhere")
        .contains("2026-03-02-1")
        .doesNotContain("ひみつ");
    assertThat(result.code()).isNotZero();
    assertThat(secret).content().isEqualTo("ひみつの行\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"narrations", "slides"})
  void noNarrationLeadsOut(String key) throws IOException {
    settings(key + ": said/{post}.json\n");
    Path said = Files.createDirectories(site.resolve("said"));
    Files.createSymbolicLink(said.resolve("2026-03-02-1.json"), secret);
    Shell.Result result = run("build", post.toString(), "--engine", engine.url());
    assertThat(refused(result)).contains("this leads out of the show's folder");
  }

  private static List<Path> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted(Comparator.naturalOrder()).toList();
    }
  }

  /** What can be made again is made anew, and what a link there led to stays. */
  @Test
  void aLinkInThePlaceOfWhatIsMadeIsReplaced() throws IOException {
    Path episode = Files.createDirectories(site.resolve("_zundacast/out/episodes/2026-03-02-1"));
    for (String name : List.of("build.json", "そらまめ_1.vtt", "script.json")) {
      Files.createSymbolicLink(episode.resolve(name), secret);
    }
    Shell.Result built = run("build", post.toString(), "--engine", engine.url());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(secret).content().isEqualTo("ひみつの行\n");
    assertThat(episode.resolve("build.json")).isRegularFile().content().contains("2026-03-02-1.md");
  }
}
