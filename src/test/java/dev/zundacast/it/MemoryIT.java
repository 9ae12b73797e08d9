package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The most memory that the process ever held, by the launcher with its usual flags, against an
 * engine that answers at once: the same for ten minutes and for three hours.
 */
@Tag("long")
class MemoryIT {
  private static final int LINE_SECONDS = 6;
  private static final int RATE = 48_000;
  private static final int LIMIT_MB = 300;

  /** Whose pace is that of the lines below. */
  private static final String VOICES = Path.of("voices").toAbsolutePath().toString();

  @TempDir Path folder;
  private TestEngine engine;

  @BeforeEach
  void startEngine() throws IOException {
    engine = TestEngine.with().unpredictable().start();
    List<MockResponse> sounds = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      sounds.add(TestEngine.wav(TestEngine.tone(RATE, RATE * LINE_SECONDS + i * 480)));
    }
    AtomicInteger next = new AtomicInteger();
    engine.fault(
        request ->
            request.getUrl().encodedPath().equals("/synthesis")
                ? sounds.get(next.getAndIncrement() % sounds.size())
                : null);
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  /** Peak MB of one process that did its work. */
  private int peak(Path work, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(List.of("--engine", engine.url(), "--voices", VOICES));
    words.addAll(List.of("--scripts", "scripts", "--out", "out"));
    return peakOf(Launched.start(work, words.toArray(new String[0])));
  }

  private static int peakOf(Launched launched) throws Exception {
    Path status = Path.of("/proc/" + launched.pid() + "/status");
    long peak = 0;
    while (launched.isAlive()) {
      peak = Math.max(peak, kilobytes(status));
      Thread.sleep(20);
    }
    Launched.Result result = launched.await(Duration.ofMinutes(30));
    assertThat(result.code()).as(result.err()).isZero();
    return (int) (peak / 1000);
  }

  private static long kilobytes(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D+", ""));
        }
      }
    } catch (IOException ended) {
      // Between two looks the process may end.
    }
    return 0;
  }

  /** What was held at most while an episode was built, found up to date, joined, and mended. */
  private record Peaks(int build, int again, int joined, int regenerate) {
    int most() {
      return Math.max(Math.max(build, again), Math.max(joined, regenerate));
    }
  }

  private Peaks peaks(int minutes, String settings) throws Exception {
    Path work = Files.createDirectories(folder.resolve("m" + minutes + settings.length()));
    SampleSite site = SampleSite.in(work.resolve("site"));
    Files.writeString(site.root().resolve("zundacast.yaml"), settings);
    Path post = site.post(1, 1);
    Path narration = work.resolve("narration.txt");
    Files.writeString(narration, narration(minutes * 60 / LINE_SECONDS));
    String[] script = {
      "script",
      post.toString(),
      "--narration",
      narration.toString(),
      "--voices",
      VOICES,
      "--scripts",
      "scripts",
      "--out",
      "out"
    };
    Launched.Result written = Launched.run(work, script);
    assertThat(written.code()).as(written.err()).isZero();
    Peaks peaks =
        new Peaks(
            peak(work, "build", post.toString()),
            peak(work, "build", post.toString()),
            peak(work, "build", post.toString(), "--force"),
            peak(work, "regenerate", post.toString(), firstLine(work)));
    System.out.printf(
        Locale.ROOT,
        "memory, %d min%s: build %d MB, up to date %d MB, joined again %d MB, one line again %d"
            + " MB%n",
        minutes,
        settings.isEmpty() ? "" : " with music under the voice",
        peaks.build(),
        peaks.again(),
        peaks.joined(),
        peaks.regenerate());
    assertThat(Files.size(site.root().resolve("audio/そらまめ_1.mp3")))
        .isGreaterThan(minutes * 60L * 11_000);
    return peaks;
  }

  private static String firstLine(Path work) throws IOException {
    for (String line : Files.readAllLines(work.resolve("scripts/2026-03-02-1.txt"))) {
      if (line.startsWith("[")) {
        return line.substring(1, line.indexOf(']')).split(" ")[0];
      }
    }
    throw new AssertionError("the script has no line");
  }

  private static String narration(int lines) {
    StringBuilder text = new StringBuilder("## a1\n");
    for (int i = 1; i <= lines; i++) {
      text.append("そらまめ通信の").append(i).append("番目のお知らせは、畑の豆がよく育ったことなのだ。\n");
      if (i % 50 == 0) {
        text.append("----\n");
      }
    }
    return text.toString();
  }

  @Test
  void threeHoursTakeNoMoreThanTenMinutes() throws Exception {
    requireLevel("");
  }

  @Test
  void withMusicUnderTheVoiceNeither() throws Exception {
    Path bed = folder.resolve("bed.wav");
    Files.write(bed, TestEngine.tone(RATE, RATE * 90));
    requireLevel("audio:\n  music:\n    bed: " + bed + "\n");
  }

  private void requireLevel(String settings) throws Exception {
    Peaks hour = peaks(60, settings);
    Peaks minutes = peaks(10, settings);
    Peaks hours = peaks(180, settings);
    assertThat(hours.most()).isLessThan(LIMIT_MB);
    assertThat(hours.most() - hour.most()).as("MB for two more hours").isLessThan(30);
    assertThat(minutes.most()).isLessThan(LIMIT_MB);
  }
}
