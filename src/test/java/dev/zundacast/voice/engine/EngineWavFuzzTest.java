package dev.zundacast.voice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.sound.Wav;
import dev.zundacast.testkit.Damage;
import dev.zundacast.testkit.Finds;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged sounds of an engine: taken and checked, or refused as a bad sound. */
class EngineWavFuzzTest {
  private static final int ROUNDS = Damage.rounds(20_000, 3_000_000);

  private static final List<byte[]> SEEDS =
      List.of(
          TestEngine.tone(48_000, 300),
          TestEngine.silence(8_000, 100),
          wav(1, 2, 24),
          wav(3, 1, 32),
          wav(0xFFFE, 2, 16));

  /** 60 samples in a format of one's choice, with a chunk behind them. */
  private static byte[] wav(int format, int channels, int bits) {
    int data = 60 * channels * bits / 8;
    int head = format == 0xFFFE ? 40 : 16;
    ByteBuffer out = ByteBuffer.allocate(28 + head + data + 10).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WAVEfmt ")).putInt(head);
    out.putShort((short) format).putShort((short) channels).putInt(44_100);
    out.putInt(44_100 * channels * bits / 8).putShort((short) (channels * bits / 8));
    out.putShort((short) bits);
    if (head > 16) {
      out.putShort((short) 22).putShort((short) bits).putInt(3).putShort((short) 1);
      out.put(new byte[14]);
    }
    out.put(ascii("data")).putInt(data).position(out.position() + data);
    return out.put(ascii("LIST")).putInt(2).putShort((short) 7).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  @Timeout(3600)
  void damageIsTakenOrRefused() throws IOException {
    // The sounds have no silence at their ends, so none is asked for.
    JsonNode query =
        new ObjectMapper()
            .readTree(
                "{\"accent_phrases\":[{\"moras\":[{\"text\":\"ア\",\"vowel\":\"a\","
                    + "\"vowel_length\":0.1,\"pitch\":5}]}],\"prePhonemeLength\":0.1,"
                    + "\"postPhonemeLength\":0}");
    Damage damage = new Damage(20260318);
    Finds.Tally tally =
        Finds.of("wav")
            .run(ROUNDS, i -> damage.of(damage.one(SEEDS)), bytes -> isTaken(query, bytes));
    System.out.println("WAV fuzz: " + tally);
    assertThat(tally.read()).isGreaterThan(ROUNDS / 40);
  }

  private static boolean isTaken(JsonNode query, byte[] bytes) throws IOException {
    try {
      Wav wav = EngineWav.read(bytes);
      ClipCheck.remarks(query, wav, true);
      assertThat(EngineWav.read(wav.toBytes()).length()).isEqualTo(wav.length()).isPositive();
      return true;
    } catch (EngineFault fault) {
      assertThat(fault.kind()).isEqualTo(EngineFault.Kind.BAD_SOUND);
      assertThat(fault.getMessage()).isNotBlank();
      return false;
    }
  }
}
