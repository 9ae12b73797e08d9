package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Crc16Test {
  @Test
  void countsAsTheCatalogueSays() {
    Crc16 checksum = new Crc16();
    checksum.write("1234".getBytes(StandardCharsets.US_ASCII), 0, 4);
    checksum.write("56789".getBytes(StandardCharsets.US_ASCII), 0, 5);
    assertThat(checksum.value()).isEqualTo(0xBB3D);
  }
}
