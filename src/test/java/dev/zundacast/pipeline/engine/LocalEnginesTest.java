package dev.zundacast.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.engine.LocalEngines.EngineRecord;
import dev.zundacast.testkit.InstalledStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding installed engines as the products lay them out, starting and stopping one. */
class LocalEnginesTest {
  @TempDir Path disk;
  private final List<Runnable> own = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  private Machine machine(Machine.Os system) {
    return new Machine(
        system,
        disk,
        Map.of(
            "HOME", "home/mame",
            "LOCALAPPDATA", "Users/mame/AppData/Local",
            "ProgramFiles", "Program Files"));
  }

  private LocalEngines engines() {
    return new LocalEngines(
        machine(Machine.Os.LINUX), disk.resolve("data"), it -> said.add(it.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "MAC, voicevox, Applications/VOICEVOX.app/Contents/Resources/vv-engine/run",
    "MAC, voicevox, home/mame/Applications/VOICEVOX.app/Contents/MacOS/vv-engine/run",
    "MAC, aivisspeech, Applications/AivisSpeech.app/Contents/Resources/AivisSpeech-Engine/run",
    "MAC, sharevox, Applications/SHAREVOX.app/Contents/MacOS/run",
    "WINDOWS, voicevox, Users/mame/AppData/Local/Programs/VOICEVOX/vv-engine/run.exe",
    "WINDOWS, aivisspeech, Program Files/AivisSpeech/AivisSpeech-Engine/run.exe",
    "WINDOWS, sharevox, Program Files/SHAREVOX/sharevox_engine/run.exe",
    "LINUX, voicevox, opt/voicevox_engine/run",
    "LINUX, voicevox, usr/lib/VOICEVOX/vv-engine/run",
    "LINUX, voicevox, home/mame/.voicevox/squashfs-root/vv-engine/run",
    "LINUX, voicevox, home/mame/.voicevox/VOICEVOX/vv-engine/run",
    "LINUX, voicevox, home/mame/squashfs-root/resources/vv-engine/run",
    "LINUX, aivisspeech, home/mame/.local/share/AivisSpeech-Engine/run",
    "LINUX, sharevox, opt/SHAREVOX/sharevox_engine/run",
  })
  void theProductsAreFoundWhereTheyAreInstalled(Machine.Os system, String word, Path program)
      throws IOException {
    assertThatThrownBy(() -> InstalledEngine.find(word, machine(system)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not installed in any of the usual places");
    InstalledStandIn.failing(disk.resolve(program), "");
    assertThat(InstalledEngine.find(word, machine(system)).program())
        .isEqualTo(disk.resolve(program));
  }

  @Test
  void aPathOfAPersonsOwnIsAProgramOrAFolderThatHoldsIt() throws IOException {
    Path program = InstalledStandIn.failing(disk.resolve("mine/VOICEVOX/vv-engine/run"), "");
    for (Path named : List.of(program, disk.resolve("mine/VOICEVOX"), program.getParent())) {
      assertThat(InstalledEngine.find(named.toString(), machine(Machine.Os.LINUX)).program())
          .isEqualTo(program);
    }
    assertThatThrownBy(() -> InstalledEngine.find(disk + "/none", machine(Machine.Os.LINUX)))
        .hasMessageContaining("is no engine and holds none");
  }

  @Test
  void anEngineRunsAsLongAsItIsUsedAndItsChildrenEndWithIt() throws Exception {
    Path program = InstalledStandIn.at(disk.resolve("opt/mine/run"));
    String url = engines().use(program.toString(), Duration.ZERO, own);
    assertThat(LocalEngines.answers(url)).isTrue();
    List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(2);
    assertThat(disk.resolve("data/engines")).isNotEmptyDirectory();
    own.forEach(Runnable::run);
    assertThat(LocalEngines.answers(url)).isFalse();
    for (ProcessHandle process : all) {
      process.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(disk.resolve("data/engines")).isEmptyDirectory();
  }

  @Test
  void oneThatWasStartedToStayIsUsedAndLeftAloneUntilSomebodyStopsIt() throws IOException {
    Path program = InstalledStandIn.at(disk.resolve("opt/mine/run"));
    String url = engines().start(program.toString(), Duration.ZERO);
    assertThat(engines().use(program.toString(), Duration.ZERO, own)).isEqualTo(url);
    assertThat(own).isEmpty();
    assertThat(LocalEngines.answers(url)).isTrue();
    assertThat(engines().start(program.toString(), Duration.ZERO)).isEqualTo(url);
    assertThat(engines().stop()).containsExactly(url);
    assertThat(LocalEngines.answers(url)).isFalse();
    assertThat(engines().stop()).isEmpty();
  }

  @Test
  void theEngineOfAKilledRunIsStoppedByTheNext() throws IOException {
    Path program = InstalledStandIn.at(disk.resolve("opt/mine/run"));
    String url = engines().start(program.toString(), Duration.ZERO);
    Path file = SafePath.named(".*\\.json", disk.resolve("data/engines")).get(0);
    EngineRecord running = CacheFile.read(file, EngineRecord.class).orElseThrow();
    EngineRecord.Owned killed = new EngineRecord.Owned(999_999_999, 1);
    CacheFile.write(file, new EngineRecord(running.program(), url, running.process(), killed));

    String other = engines().use(program.toString(), Duration.ZERO, own);
    assertThat(said).contains("stopping the engine of a run that was killed (" + url + ")");
    assertThat(LocalEngines.answers(other)).isTrue();
    own.forEach(Runnable::run);
    assertThat(file).doesNotExist();
    assertThat(LocalEngines.answers(url)).isFalse();
  }

  /** A wrong number of a process would end somebody else's. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "{", "{\"pid\": 1}"})
  void aDamagedRecordIsForgotten(String damaged) throws IOException {
    Path folder = Files.createDirectories(disk.resolve("data/engines"));
    Files.writeString(folder.resolve("50021.json"), damaged);
    assertThat(engines().stop()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void oneThatEndsSaysWhy() throws IOException {
    Path program = InstalledStandIn.failing(disk.resolve("opt/mine/run"), "libcore is missing");
    assertThatThrownBy(() -> engines().use(program.toString(), Duration.ZERO, own))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("ended before it answered; it said:\n  libcore is missing");
    assertThat(disk.resolve("data/engines")).isEmptyDirectory();
  }

  @Test
  void oneThatTakesTooLongIsStopped() throws IOException {
    Path program = InstalledStandIn.at(disk.resolve("opt/mine/run"), 60_000);
    assertThatThrownBy(() -> engines().use(program.toString(), Duration.ofSeconds(1), own))
        .hasMessageContaining("did not answer within 1 s");
    assertThat(disk.resolve("data/engines")).isEmptyDirectory();
  }

  @Test
  void whatCannotBeStartedIsNamed() throws IOException {
    Path program = disk.resolve("opt/mine/run");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "no program");
    assertThatThrownBy(() -> engines().use(program.toString(), Duration.ZERO, own))
        .hasMessageContaining("cannot be started");
  }
}
