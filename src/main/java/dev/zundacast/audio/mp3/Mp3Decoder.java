package dev.zundacast.audio.mp3;

import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mpg.Common;
import de.sciss.jump3r.mpg.Interface;
import de.sciss.jump3r.mpg.MPGLib;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.sound.MpegHeader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Any MP3 to samples, frame by frame, without clipping what lies above full scale. It is jump3r's
 * decoder: JLayer, the other one for Java, gets MPEG-2 frames of one channel wrong.
 */
public final class Mp3Decoder {
  private static final float FULL_SCALE = 32_768;
  private static final int ID3 = 0x494433;

  /** Samples of each channel that one call may give: a frame. */
  private static final int MOST_SAMPLES = 1152;

  private static final float[] NOTHING = {};

  private final MPGLib library = new MPGLib();
  private final MPGLib.mpstr_tag state;
  // Each as long as what one call may give, and no longer: the library makes an object of every
  // place, filled or not.
  private final float[][] stereo = new float[2][MOST_SAMPLES];
  private final float[][] mono = {stereo[0]};
  private final Sink sink;

  // What comes may still be of a frame before, which the library held back.
  private boolean hasBeenStereo;

  public interface Sink {
    /** Takes samples of each channel, in arrays that are used again for the next frame. */
    void frame(int sampleRate, float[][] samples, int count);
  }

  private Mp3Decoder(Sink sink) {
    this.sink = sink;
    Interface parts = new Interface();
    Common common = new Common();
    library.setModules(parts, common);
    parts.setModules(new VBRTag(), common);
    state = library.hip_decode_init();
  }

  /** Decodes a stream with at least one MP3 frame, passing over all else. */
  public static void decode(InputStream in, Sink sink) throws IOException {
    new Mp3Decoder(sink).run(new DataInputStream(in));
  }

  private void run(DataInputStream in) throws IOException {
    boolean found = false;
    try {
      int bits = in.readInt();
      while (true) {
        MpegHeader header = MpegHeader.of(bits);
        if (header.exists()) {
          byte[] frame = new byte[header.bytes()];
          ByteBuffer.wrap(frame).putInt(bits);
          in.readFully(frame, 4, frame.length - 4);
          decode(header, frame);
          found = true;
          bits = in.readInt();
        } else if (bits >>> 8 == ID3) {
          skipTag(in);
          bits = in.readInt();
        } else {
          bits = (bits << 8) | in.readUnsignedByte();
        }
      }
    } catch (EOFException e) {
      if (!found) {
        throw new MessageException(Message.of("audio.noFrame"), e);
      }
    }
  }

  /** The rest of an ID3v2 tag, whose length stands in seven bits of four bytes. */
  private static void skipTag(DataInputStream in) throws IOException {
    in.skipNBytes(2);
    int length = 0;
    for (int i = 0; i < 4; i++) {
      length = (length << 7) | (in.readUnsignedByte() & 0x7F);
    }
    in.skipNBytes(length);
  }

  private void decode(MpegHeader header, byte[] frame) throws IOException {
    float[][] samples = header.isMono() ? mono : stereo;
    float[] left = stereo[0];
    hasBeenStereo |= !header.isMono();
    float[] right = hasBeenStereo ? stereo[1] : NOTHING;
    int count;
    try {
      count = library.hip_decode1_unclipped(state, frame, 0, frame.length, left, right);
    } catch (RuntimeException e) {
      // The library trusts what stands in a frame, and leaves its arrays.
      throw new MessageException(Message.of("audio.damagedFrame"), e);
    }
    // A negative count is a frame that makes no sense; players mute it and go on.
    while (count > 0) {
      for (float[] channel : samples) {
        for (int i = 0; i < count; i++) {
          channel[i] /= FULL_SCALE;
        }
      }
      sink.frame(header.sampleRate(), samples, count);
      count = library.hip_decode1_unclipped(state, frame, 0, 0, left, right);
    }
  }
}
