package dev.zundacast.audio.mp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Crc16Test {
  private static final int FRAME = Mp3Format.FRAME_BYTES;

  @Test
  void countsAsTheCatalogueSays() {
    byte[] bytes = "123456789 and more".getBytes(StandardCharsets.US_ASCII);
    assertThat(Crc16.of(bytes, 9)).isEqualTo(0xBB3D);
  }

  @Test
  void countsPartsAsItCountsTheWhole() {
    int silent = 3;
    byte[] all = new byte[FRAME * (5 + silent + 300)];
    new Random(7).nextBytes(all);
    for (int i = 0; i < silent; i++) {
      System.arraycopy(Frames.silent(), 0, all, FRAME * (5 + i), FRAME);
    }
    byte[] last = Arrays.copyOfRange(all, FRAME * (5 + silent), all.length);
    int value = Crc16.followedBySilence(Crc16.of(all, FRAME * 5), silent);
    value = Crc16.followed(value, Crc16.of(last, last.length), 300);
    assertThat(value).isEqualTo(Crc16.of(all, all.length));
  }
}
