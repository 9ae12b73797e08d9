package dev.zundacast.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.Sounds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"24000,1", "44100,2", "48000,1", "8000,2"})
  void anyRateInOneOrTwoChannels(int rate, int channels) throws Exception {
    float[] sine = Sounds.sine(rate, 0.1, 440, 0.7);
    Wav wav = Wav.read(Sounds.wav(folder.resolve("a.wav"), rate, channels, sine));
    assertThat(wav.rate()).isEqualTo(rate);
    assertThat(wav.mono()).hasSameSizeAs(sine);
    for (int i = 0; i < sine.length; i++) {
      assertThat(wav.mono()[i]).isCloseTo(sine[i], within(1e-4f));
    }
  }

  @Test
  void bytesReadLikeTheirFile() throws Exception {
    Path file = sine();
    byte[] bytes = Files.readAllBytes(file);
    assertThat(Wav.read(bytes).mono()).isEqualTo(Wav.read(file).mono());
    assertThatThrownBy(() -> Wav.read(Arrays.copyOf(bytes, bytes.length - 1)))
        .hasMessage("the WAV file ends before its header says");
  }

  @Test
  void chunksThatMeanNothingHereArePassedOver() throws Exception {
    byte[] plain = Files.readAllBytes(sine());
    ByteBuffer more = ByteBuffer.allocate(plain.length + 14).order(ByteOrder.LITTLE_ENDIAN);
    more.put(plain, 0, 36);
    // An odd length has a byte of padding after it.
    more.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(5).put(new byte[6]);
    more.put(plain, 36, plain.length - 36);
    Path file = folder.resolve("list.wav");
    Files.write(file, more.array());
    assertThat(Wav.read(file).mono()).isEqualTo(Wav.read(sine()).mono());
  }

  @Test
  void anythingElseIsRefusedByName() throws Exception {
    Path page = folder.resolve("page.wav");
    Files.writeString(page, "<html>503 Service Unavailable</html>");
    assertThatThrownBy(() -> Wav.read(page))
        .isInstanceOf(IOException.class)
        .hasMessage(page + ": expected a WAV file (RIFF ... WAVE) but it starts with other bytes");
  }

  @Test
  void aTornFileIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(sine());
    Path torn = folder.resolve("torn.wav");
    for (int length : new int[] {0, 3, 20, 43, 44, whole.length - 1}) {
      Files.write(torn, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Wav.read(torn))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class)
          .hasMessage(torn + ": the WAV file ends before its header says");
    }
  }

  @Test
  void otherSampleFormatsAreRefused() throws Exception {
    byte[] wav = Files.readAllBytes(sine());
    wav[20] = 2;
    Path deep = folder.resolve("deep.wav");
    Files.write(deep, wav);
    assertThatThrownBy(() -> Wav.read(deep))
        .hasMessage(deep + ": the WAV file has format 2 with 16 bits, expected 16-bit PCM");
  }

  @Test
  void aLengthThatTheFileHasNotIsRefusedBeforeMemoryIsTaken() throws Exception {
    byte[] wav = Files.readAllBytes(sine());
    ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0x7FFFFFF0);
    Path endless = folder.resolve("endless.wav");
    Files.write(endless, wav);
    assertThatThrownBy(() -> Wav.read(endless))
        .hasMessage(endless + ": the WAV file ends before its header says");
  }

  private Path sine() throws IOException {
    return Sounds.wav(folder.resolve("sine.wav"), 24_000, 1, Sounds.sine(24_000, 0.05, 440, 0.5));
  }
}
