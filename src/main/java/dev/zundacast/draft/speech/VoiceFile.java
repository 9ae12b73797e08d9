package dev.zundacast.draft.speech;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An .htsvoice file: samples a second, and the all-pass constant of its frequencies. */
public record VoiceFile(Path file, int rate, double warp) {
  /** The header is some 1.5 KB of text; binary data follow. */
  private static final int HEADER_BYTES = 4096;

  public static VoiceFile read(Path file) throws IOException {
    String header;
    try (InputStream in = Files.newInputStream(file)) {
      header = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
    }
    String rate = field(file, header, "SAMPLING_FREQUENCY:(\\d+)");
    String warp = field(file, header, "OPTION\\[MCP\\]:(?:[^\\n]*,)?ALPHA=([0-9.]+)");
    Matcher stages = Pattern.compile("GAMMA=([1-9]\\d*)").matcher(header);
    if (stages.find()) {
      throw new MessageException(Message.of("draft.gamma", file, stages.group(1)));
    }
    return new VoiceFile(file, Integer.parseInt(rate), Double.parseDouble(warp));
  }

  private static String field(Path file, String header, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(header);
    if (!found.find()) {
      throw new MessageException(Message.of("draft.noVoice", file, pattern));
    }
    return found.group(1);
  }
}
