package dev.zundacast.audio.mp3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes whole MP3 files of frames for decoders to read. */
final class Streams {
  private Streams() {}

  /** Frames without their flush as a file that plays {@code frames} frames' samples. */
  static Path write(Path file, byte[] frames) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(frames);
    for (int i = 0; i < Mp3Format.FLUSH_FRAMES; i++) {
      all.write(Frames.silent());
    }
    byte[] audio = all.toByteArray();
    int count = audio.length / Mp3Format.FRAME_BYTES;
    byte[] info = InfoFrame.of(count, Crc16.of(audio, audio.length));
    try (var out = Files.newOutputStream(file)) {
      out.write(info);
      out.write(audio);
    }
    return file;
  }
}
