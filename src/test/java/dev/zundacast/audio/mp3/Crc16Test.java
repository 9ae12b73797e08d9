package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Crc16Test {
  @Test
  void countsAsTheCatalogueSays() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(Crc16.of(check)).isEqualTo(0xBB3D);
    assertThat(Crc16.of(Crc16.of(0, check, 4), "56789".getBytes(StandardCharsets.US_ASCII), 5))
        .isEqualTo(0xBB3D);
  }

  @Test
  void joinsFramesToWhatStandsBeforeThem() {
    byte[] all = new byte[3 * Mp3Format.FRAME_BYTES];
    new Random(7).nextBytes(all);
    int first = Crc16.of(Arrays.copyOf(all, Mp3Format.FRAME_BYTES));
    int rest = Crc16.of(Arrays.copyOfRange(all, Mp3Format.FRAME_BYTES, all.length));
    assertThat(Crc16.join(first, 2, rest)).isEqualTo(Crc16.of(all));
  }
}
