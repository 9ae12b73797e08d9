package dev.zundacast.audio.mp3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** What encoders write, and frames of silence. */
public final class Frames {
  private Frames() {}

  /** The bytes that LAME may write for so many samples: its documented worst case. */
  static int mostBytes(int samples) {
    return samples + samples / 4 + 7200;
  }

  /** How many bytes the encoder wrote; a negative count is LAME's error. */
  static int checked(int count) {
    if (count < 0) {
      throw new IllegalStateException("the MP3 encoder failed with code " + count);
    }
    return count;
  }

  /** What an encoder wrote, which is whole frames of the format and no other. */
  static byte[] whole(ByteArrayOutputStream written) {
    byte[] frames = written.toByteArray();
    if (frames.length % Mp3Format.FRAME_BYTES != 0) {
      throw new IllegalStateException(
          "the MP3 encoder wrote " + frames.length + " bytes, no multiple of a frame");
    }
    for (int at = 0; at < frames.length; at += Mp3Format.FRAME_BYTES) {
      int header = ByteBuffer.wrap(frames).getInt(at);
      if (header != Mp3Format.HEADER) {
        throw new IllegalStateException(
            String.format(
                "the MP3 encoder wrote the frame header %08x instead of %08x",
                header, Mp3Format.HEADER));
      }
    }
    return frames;
  }

  /** A frame of digital silence: its side info says that it holds nothing. */
  public static byte[] silent() {
    byte[] frame = new byte[Mp3Format.FRAME_BYTES];
    ByteBuffer.wrap(frame).putInt(Mp3Format.HEADER);
    return frame;
  }
}
