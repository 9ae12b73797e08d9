package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftEngineTest {
  @Test
  void answersWithItsVersionOnAFreePort() throws Exception {
    DraftInstall.install(line -> {});
    try (DraftEngine engine = DraftEngine.start(DraftOptions.anyPort())) {
      assertThat(engine.url()).startsWith("http://127.0.0.1:");
      assertThat(DraftInstall.missing()).isEmpty();
    }
  }
}
