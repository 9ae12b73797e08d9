package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.Damage;
import dev.zundacast.testkit.Finds;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged settings and voice files: read, or refused with the place of each mistake. */
class YamlFuzzTest {
  private static final int ROUNDS = Damage.rounds(2_000, 200_000);

  private static final String SETTINGS =
      "engines: [http://127.0.0.1:50021]\n"
          + "allow-mixed: false\n"
          + "timeouts:\n"
          + "  synthesis: 300\n"
          + "patience: 120\n"
          + "style: nanoda\n"
          + "max-sentences: 11\n"
          + "sidecars: false\n"
          + "audio:\n"
          + "  lufs: -16\n"
          + "  music:\n"
          + "    level: -4\n"
          + "    fade-in: 0.02\n";

  @TempDir Path folder;

  private final Damage damage =
      new Damage(
          20260320,
          "[",
          "]",
          "{",
          "}",
          ": ",
          "- ",
          "  ",
          "\n",
          "\t",
          "#",
          "'",
          "\"",
          "&a ",
          "*a",
          "!!java.net.URL ",
          "!!binary ",
          "<<: *a\n",
          "|",
          ">",
          "---\n",
          "...\n",
          "%YAML 9\n",
          "? ",
          "~",
          "null",
          ".nan",
          ".inf",
          "1e999",
          "-0",
          "0x7f",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "😀",
          "\\",
          "audio:\n",
          "engines:\n",
          "yes",
          "2026-03-18");

  /** Reads a folder that holds the damaged file. */
  @FunctionalInterface
  private interface Reading {
    Object of(Path folder) throws IOException;
  }

  @Test
  @Timeout(3600)
  void damagedSettingsAreReadOrRefused() throws IOException {
    survive("settings", folder.resolve(Settings.NAME), SETTINGS, Settings::of);
  }

  @Test
  @Timeout(3600)
  void damagedVoicesAreReadOrRefused() throws IOException {
    String voice = Files.readString(Path.of("voices/zundamon.yaml"));
    Files.copy(Path.of("voices/zundamon.txt"), folder.resolve("zundamon.txt"));
    survive("voice", folder.resolve("zundamon.yaml"), voice, it -> VoiceFiles.load(List.of(it)));
  }

  private void survive(String name, Path file, String seed, Reading reading) throws IOException {
    Finds.Tally tally =
        Finds.of(name)
            .run(
                ROUNDS,
                i -> damage.of(seed).getBytes(StandardCharsets.UTF_8),
                bytes -> isRead(Files.write(file, bytes).getParent(), reading));
    System.out.println(name + " fuzz: " + tally);
    assertThat(tally.read()).isGreaterThan(ROUNDS / 100);
  }

  private static boolean isRead(Path folder, Reading reading) throws IOException {
    try {
      assertThat(reading.of(folder)).isNotNull();
      return true;
    } catch (Problem e) {
      assertThat(e.diagnostics()).isNotEmpty();
      return false;
    }
  }
}
