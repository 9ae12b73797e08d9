package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What independent decoders and meters make of an MP3. */
public final class Decoders {
  private Decoders() {}

  /** All samples of a mono file as ffmpeg decodes them, delay and padding taken off. */
  public static float[] ffmpeg(Path mp3) throws IOException {
    Path raw = mp3.resolveSibling(mp3.getFileName() + ".ffmpeg.raw");
    Programs.output(
        "ffmpeg", "-v", "error", "-y", "-i", mp3.toString(), "-f", "f32le", raw.toString());
    return floats(raw);
  }

  /** All samples of a mono file as mpg123 decodes them, delay and padding taken off. */
  public static float[] mpg123(Path mp3) throws IOException {
    Path raw = mp3.resolveSibling(mp3.getFileName() + ".mpg123.raw");
    Programs.output("mpg123", "-q", "-m", "-e", "f32", "-O", raw.toString(), mp3.toString());
    return floats(raw);
  }

  /** Raw samples of a file, as f32le. */
  public static float[] floats(Path raw) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(samples);
    return samples;
  }

  /** ffmpeg's ebur128 for the file as two speakers play it. */
  public static Loudness ebur128(Path mp3) {
    String log =
        Programs.run(
                "ffmpeg",
                "-hide_banner",
                "-nostats",
                "-i",
                mp3.toString(),
                "-af",
                "ebur128=peak=true:dualmono=true:framelog=quiet",
                "-f",
                "null",
                "-")
            .err();
    String summary = log.substring(log.lastIndexOf("Summary:"));
    return new Loudness(
        number(summary, "I:\\s+(-?[\\d.]+) LUFS"), number(summary, "Peak:\\s+(-?[\\d.]+) dBFS"));
  }

  /** The checksum of all frames behind it that the Info frame of an MP3 states. */
  static int statedChecksum(byte[] mp3) {
    int tag = new String(mp3, StandardCharsets.ISO_8859_1).indexOf("LAME");
    return Short.toUnsignedInt(ByteBuffer.wrap(mp3).getShort(tag + 32));
  }

  /** The same checksum counted over the frames, bit by bit. */
  static int countedChecksum(byte[] mp3) {
    int checksum = 0;
    for (int i = Mp3Format.FRAME_BYTES; i < mp3.length; i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        int carry = (checksum ^ mp3[i] >> bit) & 1;
        checksum = checksum >> 1 ^ carry * 0xA001;
      }
    }
    return checksum;
  }

  private static double number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return Double.parseDouble(matcher.group(1));
  }

  /** What mp3val complains about, tags left aside. */
  public static String complaints(Path mp3) {
    return Programs.output("mp3val", mp3.toString())
        .lines()
        .filter(line -> line.startsWith("WARNING") || line.startsWith("ERROR"))
        .filter(line -> !line.contains("No supported tags"))
        .reduce("", (all, line) -> all + line + "\n");
  }
}
