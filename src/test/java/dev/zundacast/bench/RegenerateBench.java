package dev.zundacast.bench;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
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
 * Measures one line changed by the command as a person types it, launcher and all, against an
 * engine that answers at once, beside the ffmpeg program over the whole WAV: {@code mvn test
 * -Dtest=RegenerateBench}.
 */
class RegenerateBench {
  /** Articles of the sample site that make a minute, about. */
  private static final double ARTICLES_A_MINUTE = 3.07;

  @TempDir Path folder;
  private int round;

  @ParameterizedTest
  @ValueSource(ints = {10, 60})
  void changingOneLine(int minutes) throws Exception {
    Programs.require("ffmpeg");
    Costs costs = new Costs(folder);
    SampleSite site = SampleSite.in(folder.resolve("site"));
    Path post = site.post(1, (int) Math.round(minutes * ARTICLES_A_MINUTE));
    try (TestEngine engine = TestEngine.start()) {
      costs.of(command("build", post, engine));
      Path mp3 = mp3(site);
      Path wav = folder.resolve("whole.wav");
      Programs.output("ffmpeg", "-v", "error", "-y", "-i", mp3.toString(), wav.toString());
      System.out.printf(
          Locale.ROOT, "regenerate, %.1f min%n", (Files.size(wav) - 44) / 96_000 / 60.0);
      Costs.Cost ffmpeg = Costs.median(3, () -> costs.ffmpeg(wav));
      Costs.row("ffmpeg program, the whole WAV", ffmpeg, ffmpeg);
      for (String encoder : List.of("jump3r", "lame")) {
        costs.of(with(encoder, command("build", post, engine)));
        Costs.row(
            "zundacast regenerate, " + encoder,
            Costs.median(5, () -> costs.of(with(encoder, change(post, engine)))),
            ffmpeg);
      }
    }
  }

  private List<String> change(Path post, TestEngine engine) {
    List<String> command = new ArrayList<>(command("regenerate", post, engine));
    command.addAll(List.of("a3.02", "--text", "畑の話をもう一度、" + ++round + "回目なのだ。"));
    return command;
  }

  private List<String> command(String command, Path post, TestEngine engine) {
    return List.of(
        Path.of("zundacast").toAbsolutePath().toString(),
        command,
        post.toString(),
        "--quiet",
        "--engine",
        engine.url(),
        "--out",
        folder.resolve("out").toString(),
        "--scripts",
        folder.resolve("scripts").toString());
  }

  private static List<String> with(String encoder, List<String> command) {
    List<String> named = new ArrayList<>(List.of("env", "ZUNDACAST_ENCODER=" + encoder));
    named.addAll(command);
    return named;
  }

  private static Path mp3(SampleSite site) throws IOException {
    try (Stream<Path> files = Files.list(site.root().resolve("audio"))) {
      return files.filter(file -> file.toString().endsWith(".mp3")).findFirst().orElseThrow();
    }
  }
}
