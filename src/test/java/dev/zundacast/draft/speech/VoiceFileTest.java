package dev.zundacast.draft.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceFileTest {
  private static final String HEADER =
      "[GLOBAL]\nSAMPLING_FREQUENCY:48000\n[STREAM]\nOPTION[MCP]:%sALPHA=0.55\n[DATA]\n";

  @TempDir Path folder;

  private VoiceFile read(String header) throws IOException {
    return VoiceFile.read(Files.writeString(folder.resolve("a.htsvoice"), header));
  }

  @Test
  void tellsItsRateAndItsWarp() throws IOException {
    for (String option : new String[] {"", "GAMMA=0,"}) {
      VoiceFile voice = read(HEADER.formatted(option));
      assertThat(voice.rate()).isEqualTo(48000);
      assertThat(voice.warp()).isEqualTo(0.55);
    }
  }

  @Test
  void whatCannotBeSpokenIsRefused() {
    assertThatThrownBy(() -> read(HEADER.formatted("GAMMA=3,")))
        .hasMessageEndingWith("a.htsvoice: GAMMA=3 is not supported, only mel-cepstra");
    assertThatThrownBy(() -> read("RIFF")).hasMessageContaining("no HTS voice");
  }
}
