package dev.zundacast.audio.length;

import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mpg.Common;
import de.sciss.jump3r.mpg.Interface;
import de.sciss.jump3r.mpg.MPGLib;
import dev.zundacast.audio.Loudness;
import dev.zundacast.audio.level.Cells;
import dev.zundacast.audio.level.GatedLoudness;
import dev.zundacast.audio.level.TruePeak;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An MP3 file to its loudness, decoded and measured piece by piece; for one file. */
final class Mp3Loudness {
  private static final int READ_BYTES = 1 << 12;

  /** The measuring filter starts anew in each piece; at this length that moves nothing. */
  private static final int PIECE_SECONDS = 20;

  /** What a decoder may still hold of a few frames that were read at once. */
  private static final int FRAME_SAMPLES = 1152;

  private final MPGLib decoder = new MPGLib();
  private final float[] left = new float[FRAME_SAMPLES * 2];
  private final float[] right = new float[FRAME_SAMPLES * 2];
  private MpegHeader header = MpegHeader.NONE;
  private float[][] piece = new float[2][0];
  private int filled;
  private double peak;

  Mp3Loudness() {
    Interface parts = new Interface();
    Common common = new Common();
    decoder.setModules(parts, common);
    parts.setModules(new VBRTag(), common);
  }

  Loudness of(Path file) throws IOException {
    long first;
    try (AudioSource source = AudioSource.of(file)) {
      MpegReader reader = new MpegReader(new ByteWindow(source), AudioFiles.Effort.WHOLE);
      first = reader.first();
      header = reader.headerAt(first);
    }
    GatedLoudness loudness = new GatedLoudness(header.sampleRate());
    piece = new float[2][header.sampleRate() * PIECE_SECONDS + 2 * FRAME_SAMPLES];
    MPGLib.mpstr_tag state = decoder.hip_decode_init();
    byte[] bytes = new byte[READ_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(first);
      for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
        decode(state, bytes, count, loudness);
      }
    }
    measure(loudness);
    decoder.hip_decode_exit(state);
    return new Loudness(loudness.integrated(), TruePeak.decibels(peak));
  }

  /** Gives the decoder bytes, then asks for frames until it wants more bytes. */
  private void decode(MPGLib.mpstr_tag state, byte[] bytes, int count, GatedLoudness loudness) {
    int samples = decoder.hip_decode1_unclipped(state, bytes, 0, count, left, right);
    while (samples > 0) {
      System.arraycopy(left, 0, piece[0], filled, samples);
      System.arraycopy(header.isMono() ? left : right, 0, piece[1], filled, samples);
      filled += samples;
      if (filled >= header.sampleRate() * PIECE_SECONDS) {
        measure(loudness);
      }
      samples = decoder.hip_decode1_unclipped(state, bytes, 0, 0, left, right);
    }
  }

  private void measure(GatedLoudness loudness) {
    float[][] cells = new float[2][];
    for (int channel = 0; channel < 2; channel++) {
      float[] signal = new float[filled];
      for (int i = 0; i < filled; i++) {
        // The decoder's full scale is that of 16 bits.
        signal[i] = piece[channel][i] / 32_768f;
      }
      peak = Math.max(peak, TruePeak.of(signal));
      cells[channel] = Cells.of(signal, header.sampleRate());
    }
    for (int i = 0; i < cells[0].length; i++) {
      loudness.add((double) cells[0][i] + cells[1][i]);
    }
    filled = 0;
  }
}
