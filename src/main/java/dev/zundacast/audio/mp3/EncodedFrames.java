package dev.zundacast.audio.mp3;

import java.io.ByteArrayOutputStream;

/** Gathers what an encoder writes and checks that it is whole frames of the format, no other. */
final class EncodedFrames {
  private final Mp3Format format;
  private final ByteArrayOutputStream written;

  /** Makes room for the frames of so many samples. */
  EncodedFrames(Mp3Format format, int samples) {
    this.format = format;
    this.written = new ByteArrayOutputStream(samples / format.frameSamples() * format.frameBytes());
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
    if (frames.length % format.frameBytes() != 0) {
      throw new IllegalStateException(
          "the MP3 encoder wrote " + frames.length + " bytes, no multiple of a frame");
    }
    for (int at = 0; at < frames.length; at += format.frameBytes()) {
      if (Frames.header(frames, at) != format.header()) {
        throw new IllegalStateException(
            String.format(
                "the MP3 encoder wrote the frame header %08x instead of %08x",
                Frames.header(frames, at), format.header()));
      }
    }
    return frames;
  }
}
