package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.testkit.TestEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WavTest {
  private static ByteBuffer riff(int format, int channels, int rate, int bits, byte[] data) {
    boolean extensible = format == 0xFFFE;
    int fmt = extensible ? 40 : 16;
    ByteBuffer out = ByteBuffer.allocate(20 + fmt + 12 + 8 + data.length);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WAVE"));
    out.put(ascii("LIST")).putInt(3).put(ascii("abc")).put((byte) 0);
    out.put(ascii("fmt ")).putInt(fmt).putShort((short) format).putShort((short) channels);
    out.putInt(rate).putInt(rate * channels * bits / 8);
    out.putShort((short) (channels * bits / 8)).putShort((short) bits);
    if (extensible) {
      out.putShort((short) 22).putShort((short) bits).putInt(4).putShort((short) 1);
      out.put(new byte[14]);
    }
    out.put(ascii("data")).putInt(data.length).put(data);
    return out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void furtherChunksAndTheExtensibleFormAreRead() throws IOException {
    Wav wav = Wav.read(riff(0xFFFE, 2, 44_100, 16, new byte[] {1, 0, 2, 0, 3, 0, 4, 0}).array());
    assertThat(wav.rate()).isEqualTo(44_100);
    assertThat(wav.channels()).isEqualTo(2);
    assertThat(wav.length()).isEqualTo(2);
    assertThat(wav.at(1)).isEqualTo(3);
  }

  @Test
  void widerSamplesAreRoundedTo16Bits() throws IOException {
    Wav bits24 = Wav.read(riff(1, 1, 48_000, 24, new byte[] {9, 2, 1, 9, 4, 3}).array());
    assertThat(bits24.at(1)).isEqualTo(0x0304);
    ByteBuffer half = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f);
    Wav floats = Wav.read(riff(3, 1, 48_000, 32, half.array()).array());
    assertThat(floats.at(0)).isEqualTo(16_384);
  }

  @Test
  void strangeFormatsAreRefused() {
    assertThatThrownBy(() -> Wav.read(riff(2, 1, 48_000, 4, new byte[4]).array()))
        .hasMessage("the WAV file has format 2 with 4 bits, expected 16-bit PCM");
    assertThatThrownBy(() -> Wav.read(riff(1, 6, 48_000, 16, new byte[12]).array()))
        .hasMessage("the WAV file has 6 channels, expected one or two");
    assertThatThrownBy(() -> Wav.read(riff(1, 1, 1, 16, new byte[4]).array()))
        .hasMessage("the WAV file has 1 samples a second, expected 8000 to 192000");
  }

  @Test
  void partsAreJoinedWithSilenceBetweenThem() throws IOException {
    Wav part = new Wav(1000, 1, new short[] {1, 2});
    Wav joined = Wav.joined(List.of(part, part), List.of(3));
    assertThat(joined.length()).isEqualTo(7);
    assertThat(joined.at(1)).isEqualTo(2);
    assertThat(joined.at(4)).isZero();
    assertThat(joined.at(5)).isEqualTo(1);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Wav wav = new Wav(48_000, 2, new short[70_000]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    wav.writeTo(out);
    assertThat(out.size()).isEqualTo(wav.bytes()).isEqualTo(44 + 140_000);
    assertThat(Wav.read(out.toByteArray()).length()).isEqualTo(35_000);
  }

  @Test
  void damagedFilesAreRefusedOrReadButNeverBreakTheReader() {
    Random random = new Random(7);
    byte[] good = TestEngine.tone(8000, 100);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(n % 2 == 0 ? 44 : bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Wav.read(bytes).length()).isPositive();
      } catch (EngineFault e) {
        assertThat(e.kind()).isEqualTo(EngineFault.Kind.BAD_SOUND);
      }
    }
  }
}
