package dev.zundacast.tag;

import java.util.zip.CRC32C;

/** A picture file as it stands in a tag, {@code image/jpeg} or {@code image/png}. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of half a megabyte buys nothing.
public record Picture(String mime, byte[] bytes) {

  /** The kind and the content: the same picture is the same text in every run. */
  @Override
  public String toString() {
    return mime + " " + content(bytes);
  }

  /** Length and checksum of a file, as a text that can be a part of a file's name. */
  static String content(byte[] file) {
    CRC32C crc = new CRC32C();
    crc.update(file);
    return file.length + "-" + Long.toHexString(crc.getValue());
  }
}
