package dev.zundacast.audio.mp3;

import java.io.ByteArrayOutputStream;

/** Gathers what an encoder writes and checks that it is whole frames of the format, no other. */
final class EncodedFrames {
  private final Mp3Format format;
  private final byte[] buffer;
  private final ByteArrayOutputStream written;

  EncodedFrames(Mp3Format format, int samples) {
    this.format = format;
    // LAME's documented worst case.
    this.buffer = new byte[samples + samples / 4 + 7200];
    this.written = new ByteArrayOutputStream(samples / format.frameSamples() * format.frameBytes());
  }

  /** Where the encoder writes. */
  byte[] buffer() {
    return buffer;
  }

  /** Takes over the first {@code count} bytes of the buffer; a negative count is LAME's error. */
  void accept(int count) {
    if (count < 0) {
      throw new IllegalStateException("the MP3 encoder failed with code " + count);
    }
    written.write(buffer, 0, count);
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
