package dev.zundacast.tag;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A frame of an ID3v2 tag of version 2.3 or 2.4 as found in a file. */
record Id3Frame(String id, ByteBuffer body) {
  private static final int HEADER = 10;

  /** Flags of version 2.4 that change how the content is written. */
  private static final int UNSYNCHRONISED = 2;

  private static final int LENGTH_INDICATOR = 1;

  /**
   * The frames in {@code bytes} up to padding or to the first that cannot be one, without those
   * that are compressed, encrypted or in groups.
   */
  static List<Id3Frame> all(ByteBuffer bytes, int version) {
    List<Id3Frame> frames = new ArrayList<>();
    while (bytes.remaining() > HEADER && bytes.get(bytes.position()) != 0) {
      byte[] id = new byte[4];
      bytes.get(id);
      String name = new String(id, StandardCharsets.ISO_8859_1);
      int size = version == 3 ? bytes.getInt() : synchsafe(bytes);
      int flags = bytes.getShort() & 0xff;
      if (size < 0 || size > bytes.remaining() || !name.matches("[A-Z0-9]{3,4}")) {
        break;
      }
      ByteBuffer body = bytes.slice(bytes.position(), size);
      bytes.position(bytes.position() + size);
      if (flags == 0) {
        frames.add(new Id3Frame(name, body));
      } else if (version == 4 && (flags & ~(UNSYNCHRONISED | LENGTH_INDICATOR)) == 0) {
        body.position(Math.min(body.limit(), (flags & LENGTH_INDICATOR) * Integer.BYTES));
        boolean whole = (flags & UNSYNCHRONISED) == 0;
        frames.add(new Id3Frame(name, whole ? body : synchronised(body)));
      }
    }
    return frames;
  }

  /** Four bytes of seven bits each. */
  static int synchsafe(ByteBuffer bytes) {
    int size = 0;
    for (int i = 0; i < 4; i++) {
      size = size << 7 | (bytes.get() & 0x7f);
    }
    return size;
  }

  /** Without the zero bytes that keep FF from looking like the start of an MP3 frame. */
  static ByteBuffer synchronised(ByteBuffer bytes) {
    ByteBuffer whole = ByteBuffer.allocate(bytes.remaining());
    boolean afterFf = false;
    while (bytes.hasRemaining()) {
      byte octet = bytes.get();
      if (!(afterFf && octet == 0)) {
        whole.put(octet);
      }
      afterFf = octet == (byte) 0xFF;
    }
    return whole.flip();
  }

  String text() {
    ByteBuffer rest = body.duplicate();
    return rest.hasRemaining() ? string(rest, rest.get()) : "";
  }

  /** The text of a comment, after its language and its own title. */
  String comment() {
    ByteBuffer rest = body.duplicate();
    if (rest.remaining() < 4) {
      return "";
    }
    byte encoding = rest.get();
    rest.position(rest.position() + 3);
    string(rest, encoding);
    return string(rest, encoding);
  }

  /** A string up to its terminator or the end, and moves past both. */
  static String string(ByteBuffer bytes, byte encoding) {
    int unit = encoding == 1 || encoding == 2 ? 2 : 1;
    int start = bytes.position();
    int end = start;
    while (end + unit <= bytes.limit() && !isZero(bytes, end, unit)) {
      end += unit;
    }
    byte[] string = new byte[Math.min(end, bytes.limit()) - start];
    bytes.get(string);
    bytes.position(Math.min(end + unit, bytes.limit()));
    String text = new String(string, charset(encoding));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isZero(ByteBuffer bytes, int at, int unit) {
    return bytes.get(at) == 0 && (unit == 1 || bytes.get(at + 1) == 0);
  }

  /** UTF-16 without a mark is read as big endian. */
  private static Charset charset(byte encoding) {
    return switch (encoding) {
      case 1 -> StandardCharsets.UTF_16;
      case 2 -> StandardCharsets.UTF_16BE;
      case 3 -> StandardCharsets.UTF_8;
      default -> StandardCharsets.ISO_8859_1;
    };
  }
}
