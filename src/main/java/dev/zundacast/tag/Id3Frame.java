package dev.zundacast.tag;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A frame of an ID3v2 tag as found in a file; ids of version 2.2 are given their later names. */
record Id3Frame(String id, ByteBuffer body) {

  private static final int UNSYNCHRONISED = 2;
  private static final int COMPRESSED_OR_ENCRYPTED_2_3 = 0xC0;
  private static final int COMPRESSED_OR_ENCRYPTED_2_4 = 0x0C;
  private static final int GROUPED_2_3 = 0x20;
  private static final int GROUPED_2_4 = 0x40;
  private static final int LENGTH_INDICATOR = 1;

  /** The frames in {@code bytes} up to padding or to the first that cannot be one. */
  static List<Id3Frame> all(ByteBuffer bytes, int version) {
    List<Id3Frame> frames = new ArrayList<>();
    int header = version == 2 ? 6 : 10;
    while (bytes.remaining() > header && bytes.get(bytes.position()) != 0) {
      String id = latin(bytes, version == 2 ? 3 : 4);
      int size = size(bytes, version);
      int flags = version == 2 ? 0 : bytes.getShort() & 0xff;
      if (size < 0 || size > bytes.remaining() || !id.matches("[A-Z0-9]{3,4}")) {
        break;
      }
      ByteBuffer body = bytes.slice(bytes.position(), size);
      bytes.position(bytes.position() + size);
      if (version == 4 ? unpacked4(flags, body) : unpacked3(flags, body)) {
        boolean whole = version != 4 || (flags & UNSYNCHRONISED) == 0;
        frames.add(new Id3Frame(laterName(id), whole ? body : synchronised(body)));
      }
    }
    return frames;
  }

  private static int size(ByteBuffer bytes, int version) {
    return switch (version) {
      case 2 -> (bytes.get() & 0xff) << 16 | (bytes.getShort() & 0xffff);
      case 3 -> bytes.getInt();
      default -> synchsafe(bytes);
    };
  }

  /** Moves past what the flags put before the content; false when the content cannot be read. */
  private static boolean unpacked3(int flags, ByteBuffer body) {
    if ((flags & GROUPED_2_3) != 0 && body.hasRemaining()) {
      body.get();
    }
    return (flags & COMPRESSED_OR_ENCRYPTED_2_3) == 0;
  }

  private static boolean unpacked4(int flags, ByteBuffer body) {
    int before = ((flags & GROUPED_2_4) != 0 ? 1 : 0) + ((flags & LENGTH_INDICATOR) != 0 ? 4 : 0);
    if (before > body.remaining() || (flags & COMPRESSED_OR_ENCRYPTED_2_4) != 0) {
      return false;
    }
    body.position(before);
    return true;
  }

  private static String laterName(String id) {
    return switch (id) {
      case "TT2" -> "TIT2";
      case "TAL" -> "TALB";
      case "TP1" -> "TPE1";
      case "TSS" -> "TSSE";
      case "COM" -> "COMM";
      default -> id;
    };
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

  /** The address of a {@code WXXX} frame, after its title. */
  String namedAddress() {
    ByteBuffer rest = body.duplicate();
    if (!rest.hasRemaining()) {
      return "";
    }
    string(rest, rest.get());
    return string(rest, (byte) 0);
  }

  /** The picture of an {@code APIC} or {@code PIC} frame. */
  Picture picture() {
    ByteBuffer rest = body.duplicate();
    byte encoding = rest.hasRemaining() ? rest.get() : 0;
    String mime = id.equals("PIC") ? shortMime(rest) : string(rest, (byte) 0);
    if (rest.hasRemaining()) {
      rest.get(); // which picture it is
    }
    string(rest, encoding);
    byte[] bytes = new byte[rest.remaining()];
    rest.get(bytes);
    return new Picture(mime, bytes);
  }

  private static String shortMime(ByteBuffer bytes) {
    String format = bytes.remaining() < 3 ? "" : latin(bytes, 3);
    return format.equals("JPG") ? "image/jpeg" : format.equals("PNG") ? "image/png" : format;
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
    String text = new String(string, charset(encoding, string));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isZero(ByteBuffer bytes, int at, int unit) {
    return bytes.get(at) == 0 && (unit == 1 || bytes.get(at + 1) == 0);
  }

  /** UTF-16 without a mark is read as big endian, as Java's charset does with one. */
  private static Charset charset(byte encoding, byte[] string) {
    boolean littleEndian =
        string.length >= 2 && string[0] == (byte) 0xFF && string[1] == (byte) 0xFE;
    return switch (encoding) {
      case 1 -> littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      case 2 -> StandardCharsets.UTF_16BE;
      case 3 -> StandardCharsets.UTF_8;
      default -> StandardCharsets.ISO_8859_1;
    };
  }

  private static String latin(ByteBuffer bytes, int length) {
    byte[] letters = new byte[length];
    bytes.get(letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }
}
