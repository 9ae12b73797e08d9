package dev.zundacast.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.Scripts;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as Windows and macOS have them: roots, separators, letters' case, what a name may hold. */
class OtherSystemsTest {
  /** The file systems, each with a folder that people there would use. */
  enum System {
    WINDOWS(Configuration.windows(), "C:\\Users\\豆\\my site"),
    MACOS(Configuration.osX(), "/Users/豆/my site");

    private final Configuration configuration;
    private final String home;

    System(Configuration configuration, String home) {
      this.configuration = configuration;
      this.home = home;
    }
  }

  private static Path home(FileSystem files, System system) throws IOException {
    return Files.createDirectories(files.getPath(system.home));
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsReplacedWholeAndLeavesNothingBeside(System system) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(system.configuration)) {
      Path folder = home(files, system);
      Path file = folder.resolve("audio").resolve("枝豆 1.mp3");
      AtomicFile.write(file, "old");
      AtomicFile.write(file, "new");
      assertThat(Files.readString(file)).isEqualTo("new");
      try (AtomicFile given = AtomicFile.begin(file)) {
        given.out().write(1);
      }
      assertThat(names(folder.resolve("audio"))).containsExactly("枝豆 1.mp3");
      assertThat(Files.readString(folder.resolve("AUDIO").resolve("枝豆 1.MP3"))).isEqualTo("new");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockIsTakenAndGivenBack(System system) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(system.configuration)) {
      Path lock = home(files, system).resolve("out").resolve("episode.lock");
      try (HeldLock held = HeldLock.take(lock, "the episode")) {
        assertThat(held).isNotNull();
        assertThat(Files.readString(lock)).startsWith("process ");
      }
      assertThat(HeldLock.tryTake(lock)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAPostNamesStaysInsideItsSite(System system) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(system.configuration)) {
      Path site = home(files, system);
      Path post = site.resolve("post.md");
      assertThat(SafePath.resolve(site, "/audio/枝豆 1.mp3", post))
          .isEqualTo(site.resolve("audio").resolve("枝豆 1.mp3"));
      for (String bad : outside(system)) {
        assertThatThrownBy(() -> SafePath.resolve(site, bad, post))
            .as(bad)
            .isInstanceOf(Problem.class);
      }
    }
  }

  private static List<String> outside(System system) {
    return system == System.WINDOWS
        ? List.of(
            "../x.mp3", "..\\x.mp3", "C:/x.mp3", "C:\\Windows\\x.mp3", "a\\..\\..\\x.mp3", "a:b")
        : List.of("../x.mp3", "/a/../../x.mp3");
  }

  /** From a post on disk to its script and its two values, in a folder with spaces and Japanese. */
  @ParameterizedTest
  @EnumSource
  void aPostIsReadItsScriptWrittenAndItsValuesFilledIn(System system) throws Exception {
    try (FileSystem files = Jimfs.newFileSystem(system.configuration)) {
      Path site = home(files, system);
      SampleSite.in(site).post(1, 2);
      List<Path> posts = PostFiles.of(List.of(site));
      assertThat(posts).hasSize(1);
      ShowFolder show = ShowFolder.of(posts.get(0));
      assertThat(show.root()).isEqualTo(site);
      Path file = show.data().resolve("scripts").resolve("1.txt");
      Scripts scripts =
          new Scripts(
              VoiceFiles.load(List.of(SampleSite.voices())),
              new Morphology(),
              UnaryOperator.identity(),
              show.data().resolve("changes"));
      Post post = Posts.read(posts.get(0));
      scripts.save(
          scripts
              .of(post, Shows.find(posts.get(0), Optional.empty()), file, ScriptOptions.DEFAULTS)
              .update());
      assertThat(scripts.open(file).script().lines()).isNotEmpty();
      byte[] before = Files.readAllBytes(posts.get(0));
      AtomicFile.write(
          posts.get(0), FrontMatter.parse(post.file(), before).withAudio(123, "00:04"));
      assertThat(Files.readString(posts.get(0)))
          .isEqualTo(
              new String(before, StandardCharsets.UTF_8)
                  .replace("audio_file_size: 0", "audio_file_size: 123")
                  .replace("duration: \"00:00\"", "duration: \"00:04\""));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }
}
