package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Crc16Test {
  @Test
  void countsAsTheCatalogueSays() {
    Crc16 checksum = new Crc16();
    checksum.write("1234".getBytes(StandardCharsets.US_ASCII), 0, 4);
    checksum.write("56789".getBytes(StandardCharsets.US_ASCII), 0, 5);
    assertThat(checksum.value()).isEqualTo(0xBB3D);
    Crc16 whole = new Crc16();
    whole.write("123456789".getBytes(StandardCharsets.US_ASCII), 0, 9);
    assertThat(whole.value()).isEqualTo(0xBB3D);
  }

  @Test
  void countsManyBytesAsItCountsEach() {
    byte[] bytes = new byte[1_003];
    new Random(7).nextBytes(bytes);
    Crc16 many = new Crc16();
    many.write(bytes, 3, 1_000);
    Crc16 each = new Crc16();
    for (int i = 3; i < bytes.length; i++) {
      each.write(bytes[i]);
    }
    assertThat(many.value()).isEqualTo(each.value());
  }
}
