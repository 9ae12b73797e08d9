package dev.zundacast.voice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.sound.Wav;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EngineWavTest {
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
    Wav wav =
        EngineWav.read(riff(0xFFFE, 2, 44_100, 16, new byte[] {1, 0, 2, 0, 3, 0, 4, 0}).array());
    assertThat(wav.rate()).isEqualTo(44_100);
    assertThat(wav.channels().length).isEqualTo(2);
    assertThat(wav.length()).isEqualTo(2);
    assertThat(wav.at(1)).isEqualTo(3);
  }

  @Test
  void widerSamplesAreRoundedTo16Bits() throws IOException {
    Wav bits24 = EngineWav.read(riff(1, 1, 48_000, 24, new byte[] {9, 2, 1, 9, 4, 3}).array());
    assertThat(bits24.at(1)).isEqualTo(0x0304);
    ByteBuffer half = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f);
    Wav floats = EngineWav.read(riff(3, 1, 48_000, 32, half.array()).array());
    assertThat(floats.at(0)).isEqualTo(16_384);
  }

  @Test
  void strangeFormatsAreRefused() {
    assertThatThrownBy(() -> EngineWav.read(riff(2, 1, 48_000, 4, new byte[4]).array()))
        .hasMessage("the WAV file has format 2 with 4 bits, expected 16-bit PCM");
    assertThatThrownBy(() -> EngineWav.read(riff(1, 6, 48_000, 16, new byte[12]).array()))
        .hasMessage("the WAV file has 6 channels, expected one or two");
    assertThatThrownBy(() -> EngineWav.read(riff(1, 1, 1, 16, new byte[4]).array()))
        .hasMessage("the WAV file has 1 samples a second, expected 8000 to 192000");
  }

  @Test
  void partsAreJoinedWithSilenceBetweenThem() throws IOException {
    Wav part = new Wav(1000, new float[][] {{1, 2}});
    Wav joined = EngineWav.joined(List.of(part, part), List.of(3));
    assertThat(joined.length()).isEqualTo(7);
    assertThat(joined.at(1)).isEqualTo(2);
    assertThat(joined.at(4)).isZero();
    assertThat(joined.at(5)).isEqualTo(1);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    byte[] file = new Wav(48_000, new float[2][35_000]).toBytes();
    assertThat(file).hasSize(44 + 140_000);
    assertThat(EngineWav.read(file).length()).isEqualTo(35_000);
  }

  private static byte[] with(int at, int value) {
    byte[] good = TestEngine.tone(8000, 100);
    ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return good;
  }

  /** What is wrong, with the bytes that were got and those that were named. */
  static Stream<Arguments> lies() {
    byte[] page = "<html><body>Bad Gateway</body></html>".getBytes(StandardCharsets.US_ASCII);
    byte[] behind = Arrays.copyOf(TestEngine.tone(8000, 100), 300);
    return Stream.of(
        Arguments.of(new byte[0], "the sound is empty: 0 bytes"),
        Arguments.of(page, "the sound is no WAV file but 37 bytes of something else"),
        Arguments.of(
            Arrays.copyOf(TestEngine.tone(8000, 100), 100),
            "the WAV file says 244 bytes but the whole answer has 100 bytes"),
        Arguments.of(with(40, 201), "the 'data' chunk says 201 bytes but the whole answer has 244"),
        Arguments.of(with(40, 100), "the WAV file holds more than its chunks say, from byte 144"),
        Arguments.of(behind, "the WAV file holds more than its chunks say, from byte 244 on"),
        Arguments.of(Arrays.copyOf(behind, 247), "the WAV file holds 3 bytes more than its chunks"),
        Arguments.of(TestEngine.tone(8000, 0), "the WAV file has 0 samples"));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void whatIsNoSoundIsSaid(byte[] bytes, String words) {
    assertThatThrownBy(() -> EngineWav.read(bytes)).hasMessageStartingWith(words);
  }
}
