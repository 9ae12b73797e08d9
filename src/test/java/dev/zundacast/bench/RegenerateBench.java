package dev.zundacast.bench;

import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures one line changed by the command as a person types it, launcher and all, with the draft
 * engine's voice but not its time, beside the ffmpeg program over the whole WAV: {@code mvn test
 * -Dtest=RegenerateBench}.
 */
class RegenerateBench {
  /** Articles that make a minute, about: as long as in a real show, whose lines are 7.7 s long. */
  private static final double ARTICLES_A_MINUTE = 0.47;

  private static final int ROUNDS = 9;

  @TempDir Path folder;
  private Costs costs;

  /** A site with its post, and where its episode is made. */
  private record Show(SampleSite site, Path post, Path out) {
    static Show of(Path folder, int articles) throws IOException {
      SampleSite site = SampleSite.in(folder.resolve("site"));
      // Every sentence is said, however long that takes.
      Files.writeString(site.root().resolve("zundacast.yaml"), "minutes: 0\n");
      return new Show(site, site.longPost(1, articles), folder.resolve("out"));
    }

    Path mp3() throws IOException {
      try (Stream<Path> files = Files.list(site.root().resolve("audio"))) {
        return files.filter(file -> file.toString().endsWith(".mp3")).findFirst().orElseThrow();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60})
  void changingOneLine(int minutes) throws Exception {
    Programs.require("ffmpeg");
    costs = new Costs(folder);
    Show show = Show.of(folder.resolve("long"), (int) Math.round(minutes * ARTICLES_A_MINUTE));
    DraftInstall.install(DraftHome.ofEnvironment(), line -> {});
    try (DraftEngine draft = DraftEngine.start(0, DraftHome.ofEnvironment());
        RecordedEngine engine = RecordedEngine.of(draft.url())) {
      record(engine);
      costs.of(command("build", show, engine));
      Path wav = folder.resolve("whole.wav");
      Programs.output("ffmpeg", "-v", "error", "-y", "-i", show.mp3().toString(), wav.toString());
      System.out.printf(
          Locale.ROOT, "regenerate, %.1f min%n", (Files.size(wav) - 44) / 96_000 / 60.0);
      Costs.Cost ffmpeg = Costs.median(3, () -> costs.ffmpeg(wav));
      Costs.row("ffmpeg program, the whole WAV", ffmpeg, ffmpeg);
      for (String encoder : List.of("jump3r", "lame")) {
        costs.of(with(encoder, command("build", show, engine)));
        costs.of(with(encoder, change(0, show, engine)));
        int[] round = {0};
        Costs.row(
            "zundacast regenerate, " + encoder,
            Costs.median(ROUNDS, () -> costs.of(with(encoder, change(++round[0], show, engine)))),
            ffmpeg);
      }
    }
  }

  /** Has the engine speak all that is measured, so that its own time is none of it. */
  private void record(RecordedEngine engine) throws Exception {
    Show small = Show.of(folder.resolve("small"), 1);
    costs.of(command("build", small, engine));
    for (int round = 0; round <= ROUNDS; round++) {
      costs.of(change(round, small, engine));
    }
  }

  /** Each round another text: the frames of one that was there before would be found. */
  private static List<String> change(int round, Show show, RecordedEngine engine) {
    List<String> command = new ArrayList<>(command("regenerate", show, engine));
    String text = "朝早くから開いている町の市場では、" + (10 + round) + "粒の豆の値段が半分になったのだ。";
    command.addAll(List.of("a1.05", "--text", text));
    return command;
  }

  private static List<String> command(String command, Show show, RecordedEngine engine) {
    return List.of(
        Path.of("zundacast").toAbsolutePath().toString(),
        command,
        show.post().toString(),
        "--quiet",
        "--engine",
        engine.url(),
        "--out",
        show.out().toString(),
        "--scripts",
        show.out().resolveSibling("scripts").toString());
  }

  private static List<String> with(String encoder, List<String> command) {
    List<String> named = new ArrayList<>(List.of("env", "ZUNDACAST_ENCODER=" + encoder));
    named.addAll(command);
    return named;
  }
}
