package dev.zundacast.audio.mp3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes whole MP3 files of frames for decoders to read. */
final class Streams {
  private Streams() {}

  /** Frames without their flush as a file that plays {@code frames} frames' samples. */
  static Path write(Path file, Mp3Format format, byte[] frames) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(frames);
    for (int i = 0; i < format.flushFrames(); i++) {
      all.write(Frames.silent(format));
    }
    byte[] audio = all.toByteArray();
    int count = audio.length / format.frameBytes();
    long samples = (long) frames.length / format.frameBytes() * format.frameSamples();
    int crc = Crc16.of(0, audio, 0, audio.length);
    byte[] info = InfoFrame.of(format, count, samples, crc);
    try (var out = Files.newOutputStream(file)) {
      out.write(info);
      out.write(audio);
    }
    return file;
  }
}
