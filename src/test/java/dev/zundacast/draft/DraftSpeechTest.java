package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.testkit.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftSpeechTest {
  private static DraftClient client;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    client = DraftClient.start(data);
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"これはテストです。", "ねえ、元気ですか？はい、元気です！", "っ", "アッハッハ。キャッキャッ、ヴァイオリン", "あ"})
  void lastsAsLongAsTheQueryPredicts(String text) throws Exception {
    ObjectNode query = client.query(text);
    assertThat(client.speak(query).frames()).isEqualTo(predicted(query));
  }

  @Test
  void halvesTheLengthAtDoubleSpeed() throws Exception {
    ObjectNode query = client.query("速さを変えて話します。");
    int usual = client.speak(query).frames();
    query.put("speedScale", 2.0);
    int fast = client.speak(query).frames();
    assertThat(fast).isEqualTo(predicted(query));
    assertThat((double) usual / fast).isCloseTo(2, within(0.1));
  }

  @Test
  void speaksLengthsOfMorasNotTheTextBehindThem() throws Exception {
    ObjectNode query = client.query(client.phrases("ナマ'エ"));
    int usual = client.speak(query).frames();
    for (JsonNode mora : query.path("accent_phrases").get(0).path("moras")) {
      ((ObjectNode) mora).put("vowel_length", 2 * mora.path("vowel_length").asDouble());
      if (!mora.path("consonant").isNull()) {
        ((ObjectNode) mora).put("consonant_length", 2 * mora.path("consonant_length").asDouble());
      }
    }
    query.put("kana", "チガ'ウ");
    int slow = client.speak(query).frames();
    assertThat(slow).isEqualTo(predicted(query));
    int silence = 2 * 9 * 256;
    assertThat((double) (slow - silence) / (usual - silence)).isCloseTo(2, within(0.1));
  }

  @Test
  void followsThePitchOfASingleMora() throws Exception {
    ArrayNode phrases = client.phrases("マ'マママ");
    double[] pitches = {5.3, 5.3, 5.9, 5.3};
    double at = 0.096;
    double[] middles = new double[4];
    for (int m = 0; m < 4; m++) {
      ObjectNode mora = (ObjectNode) phrases.get(0).path("moras").get(m);
      mora.put("pitch", pitches[m]).put("vowel_length", 0.2).put("consonant_length", 0.1);
      middles[m] = at + 0.2;
      at += 0.3;
    }
    Sound sound = client.speak(client.query(phrases));
    for (int m = 0; m < 4; m++) {
      assertThat(sound.pitch(middles[m]))
          .as("mora %d", m)
          .isCloseTo(Math.exp(pitches[m]), within(20.0));
    }
  }

  @Test
  void raisesEveryPitchByThePitchScale() throws Exception {
    ObjectNode query = client.query(client.phrases("マママ'マ"));
    double usual = middlePitch(client.speak(query));
    query.put("pitchScale", 0.03);
    double higher = middlePitch(client.speak(query));
    // The scale multiplies the logarithm of the pitch.
    double expected = Math.exp(Math.log(usual) * Math.pow(2, 0.03));
    assertThat(higher).isCloseTo(expected, within(0.05 * expected));
  }

  @Test
  void levelsThePitchWithoutIntonation() throws Exception {
    ObjectNode query = client.query(client.phrases("マ'ママママ"));
    assertThat(spread(client.speak(query))).isGreaterThan(1.15);
    query.put("intonationScale", 0);
    assertThat(spread(client.speak(query))).isCloseTo(1, within(0.06));
  }

  @Test
  void fallsAfterTheAccent() throws Exception {
    ArrayNode early = client.phrases("マ'マママ");
    ArrayNode late = client.phrases("マママ'マ");
    assertThat(pitchOf(early, 0)).isGreaterThan(pitchOf(late, 0) + 0.1);
    assertThat(pitchOf(early, 2)).isLessThan(pitchOf(late, 2) - 0.1);
    Sound earlySound = client.speak(client.query(early));
    Sound lateSound = client.speak(client.query(late));
    double third = 0.1 + spokenSeconds(early.get(0)) * 0.6;
    assertThat(earlySound.pitch(third)).isLessThan(0.95 * lateSound.pitch(third));
  }

  @Test
  void whispersMorasWithoutPitch() throws Exception {
    ArrayNode phrases = client.phrases("アア'ア");
    Set<Double> voiced = Set.of(client.speak(client.query(phrases)).pitch(0.25));
    for (JsonNode mora : phrases.get(0).path("moras")) {
      ((ObjectNode) mora).put("pitch", 0);
    }
    Sound whispered = client.speak(client.query(phrases));
    assertThat(whispered.loudness(0.15, 0.35)).isGreaterThan(20);
    assertThat(voiced).doesNotContain(whispered.pitch(0.25));
  }

  @Test
  void multipliesTheSamplesByTheVolume() throws Exception {
    ObjectNode query = client.query("音の大きさ");
    double usual = client.speak(query).loudness(0.1, 0.6);
    query.put("volumeScale", 0.5);
    assertThat(client.speak(query).loudness(0.1, 0.6)).isCloseTo(usual / 2, within(2.0));
    query.put("volumeScale", 0);
    assertThat(client.speak(query).samples()).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({"48000,true", "44100,false", "16000,true", "8000,false"})
  void resamplesToTheRateOfTheQuery(int rate, boolean stereo, @TempDir Path folder)
      throws Exception {
    ObjectNode query = client.query("いろいろな速さの標本");
    query.put("outputSamplingRate", rate).put("outputStereo", stereo);
    byte[] wav = client.postJson(query.toString(), "/synthesis", "speaker", 0).body();
    Sound sound = Sound.read(wav);
    assertThat(sound.channels()).isEqualTo(stereo ? 2 : 1);
    assertThat((double) sound.frames() / rate)
        .isCloseTo(predicted(query) / 24000.0, within(1.0 / rate));
    if (stereo) {
      for (int n = 0; n < sound.samples().length; n += 2) {
        assertThat(sound.samples()[n]).isEqualTo(sound.samples()[n + 1]);
      }
    }
    Path file = Files.write(folder.resolve("a.wav"), wav);
    String probed =
        Programs.output(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=codec_name,sample_rate,channels",
            "-of",
            "csv=p=0",
            file.toString());
    assertThat(probed.strip()).isEqualTo("pcm_s16le," + rate + "," + (stereo ? 2 : 1));
  }

  @Test
  void replacesAndScalesPauses() throws Exception {
    ObjectNode query = client.query("ひとつ、ふたつ、みっつ");
    query.put("pauseLength", 1.0).put("pauseLengthScale", 0.5);
    Sound sound = client.speak(query);
    assertThat(sound.frames()).isEqualTo(predicted(query));
    ArrayNode phrases = (ArrayNode) query.path("accent_phrases");
    assertThat(phrases.get(0).path("pause_mora").path("vowel").asText()).isEqualTo("pau");
    double start = 9 / 93.75 + spokenSeconds(phrases.get(0));
    assertThat(sound.loudness(start + 0.1, start + 0.4)).isLessThan(60);
  }

  @Test
  void raisesTheEndOfAQuestion() throws Exception {
    ObjectNode query = client.query(client.phrases("キマスカ'ア？"));
    ObjectNode phrase = (ObjectNode) query.path("accent_phrases").get(0);
    assertThat(phrase.path("is_interrogative").asBoolean()).isTrue();
    int rising = client.speak(query).frames();
    phrase.put("is_interrogative", false);
    assertThat(rising - client.speak(query).frames()).isEqualTo(14 * 256);
  }

  @Test
  void isSilentForTextThatCannotBeRead() throws Exception {
    ObjectNode query = client.query("🎉♪");
    assertThat(query.path("accent_phrases")).isEmpty();
    assertThat(query.path("kana").asText()).isEmpty();
    Sound sound = client.speak(query);
    assertThat(sound.samples()).hasSize(18 * 256).containsOnly(0);
  }

  @Test
  void givesEqualBytesForEqualQueries() throws Exception {
    String query = client.query("同じ入力からは、同じ音ができる。").toString();
    assertThat(client.postJson(query, "/synthesis", "speaker", 3).body())
        .isEqualTo(client.postJson(query, "/synthesis", "speaker", 3).body());
  }

  @Test
  void speaksDifferentlyInEachStyle() throws Exception {
    String query = client.query("声の種類").toString();
    assertThat(client.postJson(query, "/synthesis", "speaker", 0).body())
        .isNotEqualTo(client.postJson(query, "/synthesis", "speaker", 1).body());
  }

  private static double pitchOf(ArrayNode phrases, int mora) {
    return phrases.get(0).path("moras").get(mora).path("pitch").asDouble();
  }

  private static double middlePitch(Sound sound) {
    return sound.pitch(0.5 * sound.frames() / sound.rate());
  }

  /** Highest pitch by lowest. */
  private static double spread(Sound sound) {
    double low = Double.MAX_VALUE;
    double high = 0;
    double end = (double) sound.frames() / sound.rate() - 0.2;
    for (double at = 0.18; at < end; at += 0.03) {
      low = Math.min(low, sound.pitch(at));
      high = Math.max(high, sound.pitch(at));
    }
    return high / low;
  }

  /** What clients predict: frames of 256 samples, every phoneme rounded on its own. */
  private static long predicted(JsonNode query) {
    double speed = query.path("speedScale").asDouble();
    long frames = frames(query.path("prePhonemeLength").asDouble() / speed);
    frames += frames(query.path("postPhonemeLength").asDouble() / speed);
    for (JsonNode phrase : query.path("accent_phrases")) {
      for (JsonNode mora : phrase.path("moras")) {
        frames += frames(mora.path("consonant_length").asDouble() / speed);
        frames += frames(mora.path("vowel_length").asDouble() / speed);
      }
      JsonNode last = phrase.path("moras").get(phrase.path("moras").size() - 1);
      if (phrase.path("is_interrogative").asBoolean() && last.path("pitch").asDouble() > 0) {
        frames += frames(0.15 / speed);
      }
      if (!phrase.path("pause_mora").isNull()) {
        double pause =
            query.path("pauseLength").isNull()
                ? phrase.path("pause_mora").path("vowel_length").asDouble()
                : query.path("pauseLength").asDouble();
        frames += frames(pause * query.path("pauseLengthScale").asDouble() / speed);
      }
    }
    return 256 * frames;
  }

  private static long frames(double seconds) {
    return (long) Math.rint(seconds * 24000 / 256);
  }

  private static double spokenSeconds(JsonNode phrase) {
    double seconds = 0;
    for (JsonNode mora : phrase.path("moras")) {
      seconds += mora.path("consonant_length").asDouble() + mora.path("vowel_length").asDouble();
    }
    return seconds;
  }
}
