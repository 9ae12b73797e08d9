package dev.zundacast.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * What the test engine says: text to an AudioQuery whose moras stand for the text, and a query to a
 * WAV of exactly the length that the query predicts. Every mora sounds as a short tone, shorter
 * than a voice's: most of a build's work is that of its sound.
 */
final class TestSpeech {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAUSES = "、。・…！？：!?:,「」（）() 　";
  private static final double FRAMES_PER_SECOND = 93.75;
  private static final int SAMPLES_PER_FRAME = 256;
  private static final int ENGINE_RATE = 24000;

  private TestSpeech() {}

  /** How many moras are spoken in the time that a voice takes for one. */
  static final double PACE = 2.6;

  /** The moras' lengths: quick, a voice's, or all zero as engines that cannot be predicted say. */
  enum Lengths {
    QUICK(0.02, 0.032),
    NATURAL(0.05, 0.09),
    ZERO(0, 0);

    private final double consonant;
    private final double vowel;

    Lengths(double consonant, double vowel) {
      this.consonant = consonant;
      this.vowel = vowel;
    }
  }

  static ObjectNode query(String text, int rate, boolean stereo, Lengths lengths) {
    ObjectNode query = JSON.createObjectNode();
    query.set("accent_phrases", phrases(text, lengths));
    query.put("speedScale", 1.0).put("pitchScale", 0.0).put("intonationScale", 1.0);
    query.put("volumeScale", 1.0).put("prePhonemeLength", 0.1).put("postPhonemeLength", 0.1);
    query.putNull("pauseLength").put("pauseLengthScale", 1.0);
    query.put("outputSamplingRate", rate).put("outputStereo", stereo);
    // An engine may use its kana field in synthesis: clients must send it back as it came.
    query.put("kana", text);
    return query;
  }

  private static ArrayNode phrases(String text, Lengths lengths) {
    ArrayNode phrases = JSON.createArrayNode();
    ArrayNode moras = JSON.createArrayNode();
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
      if (PAUSES.indexOf(c) >= 0) {
        close(phrases, moras, lengths, c);
        moras = JSON.createArrayNode();
      } else if (Character.isLetterOrDigit(c)) {
        mora(moras, c, lengths);
      }
    }
    close(phrases, moras, lengths, 0);
    if (!phrases.isEmpty()) {
      ((ObjectNode) phrases.get(phrases.size() - 1)).putNull("pause_mora");
    }
    return phrases;
  }

  private static void close(ArrayNode phrases, ArrayNode moras, Lengths lengths, int mark) {
    if (moras.isEmpty()) {
      return;
    }
    ObjectNode phrase = phrases.addObject();
    phrase.set("moras", moras);
    phrase.put("accent", 1);
    phrase.put("is_interrogative", mark == '？' || mark == '?');
    ObjectNode pause = phrase.putObject("pause_mora");
    pause.put("text", "、").putNull("consonant").putNull("consonant_length").put("vowel", "pau");
    pause.put("vowel_length", lengths == Lengths.ZERO ? 0.0 : 0.3).put("pitch", 0.0);
  }

  private static void mora(ArrayNode moras, int c, Lengths lengths) {
    String text = Character.toString(c);
    if (Character.UnicodeBlock.of(c) == Character.UnicodeBlock.HIRAGANA) {
      text = Character.toString(c + 0x60);
    }
    ObjectNode mora = moras.addObject();
    mora.put("text", text).put("consonant", "k");
    mora.put("consonant_length", lengths.consonant).put("vowel", "a");
    mora.put("vowel_length", lengths.vowel);
    mora.put("pitch", lengths == Lengths.ZERO ? 0.0 : 5.5);
  }

  /** A canonical 16-bit WAV of {@code query}, at {@code rate} whatever the query asks for. */
  static byte[] wav(JsonNode query, int rate, int channels) {
    double speed = query.path("speedScale").asDouble(1);
    int pre = frames(query.path("prePhonemeLength").asDouble(), speed);
    StringBuilder voiced = new StringBuilder(".".repeat(pre));
    for (JsonNode phrase : query.path("accent_phrases")) {
      for (JsonNode mora : phrase.path("moras")) {
        voiced.append("x".repeat(length(mora, speed)));
      }
      if (phrase.path("is_interrogative").asBoolean()) {
        voiced.append("x".repeat(frames(0.15, speed)));
      }
      voiced.append(".".repeat(length(phrase.path("pause_mora"), speed)));
    }
    voiced.append(".".repeat(frames(query.path("postPhonemeLength").asDouble(), speed)));
    double volume = query.path("volumeScale").asDouble(1);
    return wav(samples(voiced, rate, volume), rate, channels);
  }

  private static int length(JsonNode mora, double speed) {
    double consonant = mora.path("consonant_length").asDouble(0);
    double vowel = mora.path("vowel_length").asDouble(0);
    boolean unknown = consonant + vowel == 0 && mora.hasNonNull("vowel");
    return unknown ? 13 : frames(consonant, speed) + frames(vowel, speed);
  }

  private static int frames(double seconds, double speed) {
    return (int) Math.rint(seconds / speed * FRAMES_PER_SECOND);
  }

  private static short[] samples(CharSequence voiced, int rate, double volume) {
    int total = (int) ((long) voiced.length() * SAMPLES_PER_FRAME * rate / ENGINE_RATE);
    short[] samples = new short[total];
    short[] sound = sound(Math.min(total, rate), rate, volume);
    for (int i = 0; i < total; i++) {
      int frame = (int) ((long) i * ENGINE_RATE / rate / SAMPLES_PER_FRAME);
      if (voiced.charAt(Math.min(frame, voiced.length() - 1)) == 'x') {
        samples[i] = sound[i % rate];
      }
    }
    return samples;
  }

  /** The first samples of a sound that is the same in each second. */
  private static short[] sound(int samples, int rate, double volume) {
    short[] sound = new short[samples];
    for (int i = 0; i < samples; i++) {
      double time = (double) i / rate;
      double syllable = 0.6 + 0.4 * Math.sin(2 * Math.PI * 6 * time);
      double tone = Math.sin(2 * Math.PI * 220 * time) + 0.4 * Math.sin(2 * Math.PI * 660 * time);
      sound[i] = (short) (Math.max(-1, Math.min(1, tone * syllable * 0.3 * volume)) * 32767);
    }
    return sound;
  }

  static byte[] wav(short[] samples, int rate, int channels) {
    int bytes = samples.length * 2 * channels;
    ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) channels).putInt(rate);
    out.putInt(rate * 2 * channels).putShort((short) (2 * channels)).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (short sample : samples) {
      for (int c = 0; c < channels; c++) {
        out.putShort(sample);
      }
    }
    return out.array();
  }
}
