package dev.zundacast.audio.mp3;

import de.sciss.jump3r.mp3.BitStream;
import de.sciss.jump3r.mp3.GainAnalysis;
import de.sciss.jump3r.mp3.ID3Tag;
import de.sciss.jump3r.mp3.Lame;
import de.sciss.jump3r.mp3.LameGlobalFlags;
import de.sciss.jump3r.mp3.MPEGMode;
import de.sciss.jump3r.mp3.Presets;
import de.sciss.jump3r.mp3.Quantize;
import de.sciss.jump3r.mp3.QuantizePVT;
import de.sciss.jump3r.mp3.Reservoir;
import de.sciss.jump3r.mp3.Takehiro;
import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mp3.VbrMode;
import de.sciss.jump3r.mp3.Version;
import de.sciss.jump3r.mpg.Common;
import de.sciss.jump3r.mpg.Interface;
import de.sciss.jump3r.mpg.MPGLib;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Encodes by jump3r. Its classes are wired by hand: its own wiring goes through javax.sound, whose
 * module takes longer to load than a sentence takes to encode.
 */
final class Jump3r implements SegmentEncoder {
  /** Quality 3, LAME's own for constant rates. */
  static final int QUALITY = 3;

  /** Frames whose samples are handed over at once: a signature tune has thousands. */
  private static final int PIECE_FRAMES = 40;

  @Override
  public String name() {
    return "jump3r 1.0.5";
  }

  @Override
  public byte[] encode(float[] samples, BitReservoir reservoir) {
    Lame lame = wired();
    LameGlobalFlags flags = lame.lame_init();
    flags.num_channels = 1;
    flags.in_samplerate = Mp3Format.SAMPLE_RATE;
    flags.out_samplerate = Mp3Format.SAMPLE_RATE;
    flags.mode = MPEGMode.MONO;
    flags.VBR = VbrMode.vbr_off;
    flags.brate = Mp3Format.KILOBITS;
    flags.quality = QUALITY;
    flags.disable_reservoir = reservoir == BitReservoir.OFF;
    flags.bWriteVbrTag = false;
    flags.write_id3tag_automatic = false;
    flags.findReplayGain = false;
    int code = lame.lame_init_params(flags);
    if (code < 0) {
      throw new IllegalStateException("jump3r refused its settings with code " + code);
    }
    // To search each frame for the three regions that take fewest bits takes a fifth of the time,
    // in
    // Java much more than in C, for 0.25 dB of segmental SNR; LAME goes without from quality 5 on.
    flags.internal_flags.use_best_huffman = 0;
    int piece = Math.min(samples.length, PIECE_FRAMES * Mp3Format.FRAME_SAMPLES);
    int[] input = new int[piece];
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    byte[] out = new byte[Frames.mostBytes(piece)];
    for (int at = 0; at < samples.length; at += piece) {
      int count = Math.min(piece, samples.length - at);
      toIntegers(samples, at, count, flags.scale, input);
      int coded = lame.lame_encode_buffer_int(flags, input, input, count, out, 0, out.length);
      frames.write(out, 0, Frames.checked(coded));
    }
    frames.write(out, 0, Frames.checked(lame.lame_encode_flush(flags, out, 0, out.length)));
    lame.lame_close(flags);
    return Frames.whole(frames);
  }

  @Override
  public float[] decode(byte[] frames) {
    float[] decoded = new float[frames.length / Mp3Format.FRAME_BYTES * Mp3Format.FRAME_SAMPLES];
    int[] length = {0};
    try {
      Mp3Decoder.decode(
          new ByteArrayInputStream(frames),
          (rate, samples, count) -> {
            System.arraycopy(samples[0], 0, decoded, length[0], count);
            length[0] += count;
          });
    } catch (IOException e) {
      throw new UncheckedIOException("our own frames cannot be decoded", e);
    }
    return decoded;
  }

  /** jump3r takes 32-bit samples; LAME's own input scale is taken out beforehand. */
  private static void toIntegers(float[] samples, int from, int count, float scale, int[] into) {
    double factor = Integer.MAX_VALUE / (double) scale;
    for (int i = 0; i < count; i++) {
      into[i] = (int) (samples[from + i] * factor);
    }
  }

  private static Lame wired() {
    Lame lame = new Lame();
    GainAnalysis gain = new GainAnalysis();
    BitStream bits = new BitStream();
    Presets presets = new Presets();
    QuantizePVT tables = new QuantizePVT();
    Quantize quantize = new Quantize();
    VBRTag tag = new VBRTag();
    Version version = new Version();
    ID3Tag id3 = new ID3Tag();
    Reservoir reservoir = new Reservoir();
    Takehiro huffman = new Takehiro();
    MPGLib decoder = new MPGLib();
    Interface decoderParts = new Interface();
    Common common = new Common();
    lame.setModules(gain, bits, presets, tables, quantize, tag, version, id3, decoder);
    bits.setModules(gain, decoder, version, tag);
    id3.setModules(bits, version);
    presets.setModules(lame);
    quantize.setModules(bits, reservoir, tables, huffman);
    tables.setModules(huffman, reservoir, lame.enc.psy);
    reservoir.setModules(bits);
    huffman.setModules(tables);
    tag.setModules(lame, bits, version);
    decoder.setModules(decoderParts, common);
    decoderParts.setModules(tag, common);
    return lame;
  }
}
