package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Problem;
import dev.zundacast.voice.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSettingsTest {
  @TempDir Path site;

  private Settings settings(String yaml) throws IOException {
    Files.writeString(site.resolve(Settings.NAME), yaml);
    return Settings.of(site);
  }

  @Test
  void timeOutsAreSecondsAndTheOthersStayAsUsual() throws IOException {
    Settings set = settings("timeouts:\n  synthesis: 900\n  version: 0.5\npatience: 600\n");
    PoolOptions.Timeouts usual = PoolOptions.Timeouts.USUAL;
    assertThat(set.pool().timeouts())
        .isEqualTo(
            new PoolOptions.Timeouts(
                usual.connect(),
                Duration.ofMillis(500),
                usual.query(),
                Duration.ofMinutes(15),
                usual.initialize()));
    assertThat(set.pool().patience()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aFileThatSaysNothingLeavesAllAsUsual() throws IOException {
    Files.delete(Files.createFile(site.resolve(Settings.NAME)));
    Settings usual = Settings.of(site);
    assertThat(settings("")).isEqualTo(usual);
    assertThat(settings("# patience: 600\n")).isEqualTo(usual);
  }

  @Test
  void whatIsUnknownOrWouldWaitForEverIsAnError() {
    assertThatThrownBy(() -> settings("timeouts:\n  synthesys: 900\n"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("synthesys");
    assertThatThrownBy(() -> settings("patience: 0\n"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("patience");
  }
}
