package dev.zundacast.tag;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the head of a picture file says, read without starting ImageIO; {@code plain} is grey or RGB
 * of eight bits a colour at most, not transparent.
 */
public record PictureHeader(String mime, int width, int height, boolean plain) {
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int PNG_HEADER_BYTES = 26;

  /** Whether the picture can go into a tag as it is; Apple asks for 3000 pixels at most. */
  boolean fitsPlayers() {
    return width == height && width <= 3000 && plain;
  }

  /** The header of a PNG or JPEG file, empty for any other. */
  public static Optional<PictureHeader> of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (file.length >= PNG_HEADER_BYTES && bytes.getLong(0) == PNG_SIGNATURE) {
      return Optional.of(png(bytes));
    }
    return file.length > 4 && (bytes.getShort(0) & 0xffff) == 0xFFD8
        ? jpeg(bytes.position(2))
        : Optional.empty();
  }

  private static PictureHeader png(ByteBuffer bytes) {
    int bits = bytes.get(24);
    int type = bytes.get(25);
    boolean plain = bits <= 8 && (type & 4) == 0;
    return new PictureHeader("image/png", bytes.getInt(16), bytes.getInt(20), plain);
  }

  /** Walks the segments to the frame header: FF, marker, length, bits, height, width, parts. */
  private static Optional<PictureHeader> jpeg(ByteBuffer bytes) {
    while (bytes.remaining() >= 10 && bytes.get() == (byte) 0xFF) {
      int marker = bytes.get() & 0xff;
      int length = bytes.getShort() & 0xffff;
      if (isFrameHeader(marker)) {
        int bits = bytes.get();
        int height = bytes.getShort() & 0xffff;
        int width = bytes.getShort() & 0xffff;
        boolean plain = bits == 8 && bytes.get() <= 3;
        return Optional.of(new PictureHeader("image/jpeg", width, height, plain));
      }
      if (length < 2 || length - 2 > bytes.remaining()) {
        return Optional.empty();
      }
      bytes.position(bytes.position() + length - 2);
    }
    return Optional.empty();
  }

  /** SOF0 to SOF15 without the tables DHT, JPG and DAC that stand between them. */
  private static boolean isFrameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
