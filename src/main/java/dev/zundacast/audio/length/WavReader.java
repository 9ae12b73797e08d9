package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import java.io.IOException;

/** RIFF WAVE to its length, from its chunk headers. */
final class WavReader {
  private static final int MAX_CHUNKS = 1000;
  private static final long UNKNOWN = 0xffffffffL;

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int MS_ADPCM = 2;
  private static final int IMA_ADPCM = 0x11;
  private static final int GSM = 0x31;

  private final ByteWindow window;
  private double bytesPerSecond;
  private long wideDataBytes = -1;

  WavReader(ByteWindow window) {
    this.window = window;
  }

  static boolean starts(ByteWindow window) throws IOException {
    boolean riff = window.holds(0, "RIFF") || window.holds(0, "RF64") || window.holds(0, "BW64");
    return riff && window.holds(8, "WAVE");
  }

  AudioLength read() throws IOException {
    long at = 12;
    for (int i = 0; i < MAX_CHUNKS && at + 8 <= window.size(); i++) {
      long size = window.littleEndian(at + 4, 4);
      switch (window.text(at, 4)) {
        case "fmt " -> format(at + 8);
        case "ds64" -> wideDataBytes = window.littleEndian(at + 16, 8);
        case "data" -> {
          return data(at + 8, size);
        }
        default -> {
          // other chunks say nothing about the length
        }
      }
      at += 8 + size + (size & 1);
    }
    throw new NoAudioException("a WAV file without a data chunk");
  }

  private void format(long at) throws IOException {
    double rate = window.littleEndian(at + 4, 4);
    long align = window.littleEndian(at + 12, 2);
    switch ((int) window.littleEndian(at, 2)) {
      case PCM, FLOAT, EXTENSIBLE -> bytesPerSecond = rate * align;
      case MS_ADPCM, IMA_ADPCM, GSM -> {
        // Decoders play whole blocks, and what such headers say of bytes a second is often wrong.
        long samplesOfBlock = window.littleEndian(at + 18, 2);
        bytesPerSecond = samplesOfBlock > 0 ? rate / samplesOfBlock * align : 0;
      }
      default -> bytesPerSecond = window.littleEndian(at + 8, 4);
    }
  }

  /** Programs that stream write 0 or the largest size, and a cut file holds less than it says. */
  private AudioLength data(long start, long said) throws IOException {
    if (bytesPerSecond <= 0) {
      throw new NoAudioException("a WAV file without a usable fmt chunk");
    }
    long left = window.size() - start;
    long announced = said == UNKNOWN && wideDataBytes > 0 ? wideDataBytes : said;
    boolean streamed = announced == 0 || announced >= UNKNOWN - 0xffff;
    long bytes = streamed ? left : Math.min(announced, left);
    State state = !streamed && announced > left ? State.CUT : State.WHOLE;
    long millis = Math.round(bytes * 1000.0 / bytesPerSecond);
    return new AudioLength(window.size(), millis, Format.WAV, state);
  }
}
