package dev.zundacast.audio.mp3;

import java.io.ByteArrayOutputStream;

/** Gathers what an encoder writes and checks that it is whole frames of the format, no other. */
final class EncodedFrames {
  private final ByteArrayOutputStream written;

  /** Makes room for the frames of so many samples. */
  EncodedFrames(int samples) {
    this.written =
        new ByteArrayOutputStream(samples / Mp3Format.FRAME_SAMPLES * Mp3Format.FRAME_BYTES);
  }

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

  /** Takes over the first {@code count} bytes. */
  void add(byte[] bytes, int count) {
    written.write(bytes, 0, checked(count));
  }

  byte[] finish() {
    byte[] frames = written.toByteArray();
    if (frames.length % Mp3Format.FRAME_BYTES != 0) {
      throw new IllegalStateException(
          "the MP3 encoder wrote " + frames.length + " bytes, no multiple of a frame");
    }
    for (int at = 0; at < frames.length; at += Mp3Format.FRAME_BYTES) {
      if (Frames.header(frames, at) != Mp3Format.HEADER) {
        throw new IllegalStateException(
            String.format(
                "the MP3 encoder wrote the frame header %08x instead of %08x",
                Frames.header(frames, at), Mp3Format.HEADER));
      }
    }
    return frames;
  }
}
