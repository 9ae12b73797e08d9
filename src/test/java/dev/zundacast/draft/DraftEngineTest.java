package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zundacast.episode.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftEngineTest {
  @TempDir Path data;

  @Test
  void namesWhatIsMissingAndHowToGetIt() throws Exception {
    DraftHome empty = new DraftHome(Map.of("HOME", data.toString(), "PATH", data.toString()));
    assertThat(DraftInstall.missing(empty))
        .map(Object::toString)
        .contains("the program open_jtalk", "the program hts_engine", "a voice (.htsvoice)");
    assertThatThrownBy(() -> DraftEngine.start(0, empty))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the draft engine lacks the program open_jtalk")
        .hasMessageEndingWith("; set it up with 'zundacast engine install'");
    assertThatThrownBy(() -> DraftInstall.install(empty, line -> {}))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("no apt-get and no brew here");
  }

  @Test
  void installsNothingTwice() throws Exception {
    DraftHome home = DraftClient.home(data);
    List<String> said = new ArrayList<>();
    DraftInstall.install(home, it -> said.add(it.toString()));
    assertThat(said).isEmpty();
    assertThat(DraftInstall.missing(home)).isEmpty();
  }

  @Test
  void keepsItsDataInTheXdgFolder() {
    assertThat(new DraftHome(Map.of("HOME", "/home/a")).data())
        .isEqualTo(Path.of("/home/a/.local/share/zundacast"));
    assertThat(new DraftHome(Map.of("HOME", "/home/a", "XDG_DATA_HOME", "/x")).data())
        .isEqualTo(Path.of("/x/zundacast"));
    assertThat(new DraftHome(Map.of("ZUNDACAST_DATA", "/y")).data()).isEqualTo(Path.of("/y"));
  }

  @Test
  void leavesNoTemporaryFilesAndNoPrograms() throws Exception {
    Set<Path> before = temporaryFolders();
    try (DraftClient client = DraftClient.start(data)) {
      client.speak(client.query("あとには何も残らない"));
      Set<Path> during = new HashSet<>(temporaryFolders());
      during.removeAll(before);
      assertThat(during).hasSize(1);
    }
    assertThat(temporaryFolders()).isEqualTo(before);
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void answersManyClientsAtOnce() throws Exception {
    try (DraftClient client = DraftClient.start(data)) {
      ExecutorService clients = Executors.newFixedThreadPool(6);
      List<Future<Integer>> lengths = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String text = i % 2 == 0 ? "みじかい" : "すこしだけながい文です";
        lengths.add(clients.submit(() -> client.speak(client.query(text)).frames()));
      }
      Set<Integer> distinct = new HashSet<>();
      for (Future<Integer> length : lengths) {
        distinct.add(length.get());
      }
      clients.shutdown();
      assertThat(distinct).hasSize(2);
    }
  }

  @Test
  void readsTextsLongerThanALineOfTheProgram() throws Exception {
    try (DraftClient client = DraftClient.start(data)) {
      String sentence = "この文はとても長い文章の一部です。";
      String once = client.kana(sentence);
      String kana = client.kana(sentence.repeat(40));
      assertThat(kana)
          .isEqualTo(Stream.generate(() -> once).limit(40).collect(Collectors.joining("、")));
      assertThat(client.kana("一行目です\n二行目です")).doesNotContain("、");
    }
  }

  @Test
  void leavesFoldersOfOtherUsersAlone() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path foreign = temporary.resolve("zundacast-draft-999999999-x");
    Path made = Files.createTempDirectory("foreign");
    Files.createDirectory(made.resolve("inside"));
    UserPrincipal nobody =
        made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(made, nobody);
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.move(made, foreign);
    try {
      DraftClient.start(data).close();
      assertThat(foreign.resolve("inside")).exists();
    } finally {
      Files.deleteIfExists(foreign.resolve("inside"));
      Files.deleteIfExists(foreign);
    }
  }

  private static Set<Path> temporaryFolders() throws Exception {
    String own = "zundacast-draft-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(own))
          .collect(Collectors.toSet());
    }
  }
}
