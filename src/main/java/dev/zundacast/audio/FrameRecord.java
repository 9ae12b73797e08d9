package dev.zundacast.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** The bytes of an encoded segment in a {@link FrameStore}, with a checksum over all of them. */
final class FrameRecord {
  static final int MAGIC = 0x5A465231;
  private static final int KEY_BYTES = 64;

  /** Magic, payload length, key, frames, start, end, peak, checksum, number of energies. */
  static final int HEAD_BYTES = 4 + 4 + KEY_BYTES + 4 + 4 + 4 + 8 + 4 + 4;

  static final int CHECKSUM_BYTES = 4;

  private FrameRecord() {}

  /** A segment and its frames in bytes. */
  static ByteBuffer of(Segment segment, byte[] frames) {
    float[] energies = segment.energies();
    ByteBuffer buffer =
        ByteBuffer.allocate(HEAD_BYTES + 4 * energies.length + frames.length + CHECKSUM_BYTES);
    buffer.putInt(MAGIC).putInt(frames.length);
    buffer.put(segment.key().getBytes(StandardCharsets.US_ASCII));
    buffer.putInt(segment.frames()).putInt(segment.speechStart()).putInt(segment.speechEnd());
    buffer.putDouble(segment.peak()).putInt(segment.crc()).putInt(energies.length);
    for (float energy : energies) {
      buffer.putFloat(energy);
    }
    buffer.put(frames);
    CRC32 checksum = new CRC32();
    checksum.update(buffer.array(), 0, buffer.position());
    return buffer.putInt((int) checksum.getValue()).flip();
  }

  /** The segment in the bytes of a record, empty when they are not of this key. */
  static Optional<Segment.Made> read(ByteBuffer record, String key, int frameBytes) {
    if (record.limit() < HEAD_BYTES + CHECKSUM_BYTES || record.getInt() != MAGIC) {
      return Optional.empty();
    }
    int length = record.getInt();
    Segment segment = head(record);
    int steps = record.getInt();
    boolean whole =
        segment.key().equals(key)
            && length == (long) segment.frames() * frameBytes
            && steps >= 0
            && record.remaining() == 4L * steps + length + CHECKSUM_BYTES;
    if (!whole) {
      return Optional.empty();
    }
    float[] energies = new float[steps];
    record.asFloatBuffer().get(energies);
    byte[] frames = new byte[length];
    record.position(record.position() + 4 * steps).get(frames);
    return Optional.of(new Segment.Made(segment.with(energies), frames));
  }

  /** What stands in a record between the length of its frames and its energies. */
  static Segment head(ByteBuffer record) {
    byte[] key = new byte[KEY_BYTES];
    record.get(key);
    return new Segment(
        new String(key, StandardCharsets.US_ASCII),
        record.getInt(),
        record.getInt(),
        record.getInt(),
        record.getDouble(),
        record.getInt(),
        new float[0],
        0);
  }

  /** Where the frames of a record with that many energies begin in it. */
  static long framesAt(int energies) {
    return HEAD_BYTES + 4L * energies;
  }

  /** The length of a segment's record. */
  static long bytes(Segment segment, int frameBytes) {
    return framesAt(segment.energies().length)
        + (long) segment.frames() * frameBytes
        + CHECKSUM_BYTES;
  }
}
