package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Crc16Test {
  @Test
  void countsAsTheCatalogueSays() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    Crc16 crc = new Crc16();
    crc.update(check);
    assertThat(crc.getValue()).isEqualTo(0xBB3D);
    crc.reset();
    crc.update(check, 0, 4);
    crc.update(check, 4, 5);
    assertThat(crc.getValue()).isEqualTo(0xBB3D);
  }
}
