package dev.zundacast.audio.length;

import dev.zundacast.sound.ByteWindow;
import java.io.IOException;

/** What stands before and after the frames of MPEG audio: ID3, APE, Lyrics3. */
final class MpegTags {
  private static final int ID3V1_BYTES = 128;
  private static final int APE_FOOTER_BYTES = 32;

  private MpegTags() {}

  /** The first byte after the ID3v2 and APE tags that begin at {@code position}. */
  static long skip(ByteWindow window, long position) throws IOException {
    long at = position;
    while (lengthAt(window, at) > 0) {
      at += lengthAt(window, at);
    }
    return at;
  }

  /** Bytes of the tag at a place, 0 where there is none. */
  static long lengthAt(ByteWindow window, long at) throws IOException {
    if (window.at(at) == 'I' && window.holds(at, "ID3")) {
      return id3v2Length(window, at);
    }
    if (window.at(at) == 'A' && window.holds(at, "APETAGEX")) {
      long items = window.littleEndian(at + 12, 4);
      return items < 0 ? 0 : APE_FOOTER_BYTES + items;
    }
    return 0;
  }

  private static long id3v2Length(ByteWindow window, long at) throws IOException {
    long size = 0;
    for (int i = 6; i < 10; i++) {
      int seven = window.at(at + i);
      if (seven < 0 || seven > 0x7f) {
        return 0;
      }
      size = size << 7 | seven;
    }
    boolean footer = window.at(at + 3) == 4 && (window.at(at + 5) & 0x10) != 0;
    return 10 + size + (footer ? 10 : 0);
  }

  /** Where the tags at the end of the file begin. */
  static long audioEnd(ByteWindow window) throws IOException {
    long end = window.size();
    while (true) {
      long length = lengthBefore(window, end);
      if (length == 0 || length > end) {
        return end;
      }
      end -= length;
    }
  }

  private static long lengthBefore(ByteWindow window, long end) throws IOException {
    if (window.holds(end - ID3V1_BYTES, "TAG")) {
      return ID3V1_BYTES;
    }
    if (window.holds(end - APE_FOOTER_BYTES, "APETAGEX")) {
      long items = window.littleEndian(end - APE_FOOTER_BYTES + 12, 4);
      boolean header = (window.littleEndian(end - APE_FOOTER_BYTES + 20, 4) & 1L << 31) != 0;
      return items + (header ? APE_FOOTER_BYTES : 0);
    }
    if (window.holds(end - 9, "LYRICS200")) {
      return lyricsLength(window, end);
    }
    return 0;
  }

  /** The size stands in six digits before the end mark and counts neither. */
  private static long lyricsLength(ByteWindow window, long end) throws IOException {
    String digits = window.text(end - 15, 6);
    return digits.matches("\\d{6}") ? Long.parseLong(digits) + 15 : 0;
  }
}
