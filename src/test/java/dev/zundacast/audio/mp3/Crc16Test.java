package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Crc16Test {
  @Test
  void countsAsTheCatalogueSays() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(Crc16.of(0, check, 0, check.length)).isEqualTo(0xBB3D);
  }

  @Test
  void aJoinedChecksumIsThatOfTheWhole() {
    byte[] whole = new byte[100_000];
    new Random(7).nextBytes(whole);
    int all = Crc16.of(0, whole, 0, whole.length);
    for (int cut : new int[] {0, 1, 288, 65_535, 65_536, 99_999, 100_000}) {
      int first = Crc16.of(0, whole, 0, cut);
      int second = Crc16.of(0, whole, cut, whole.length - cut);
      assertThat(Crc16.join(first, second, whole.length - cut)).as("cut at %d", cut).isEqualTo(all);
    }
  }
}
