package dev.zundacast.tag;

import java.util.zip.CRC32C;

/**
 * A picture as it stands in a tag.
 *
 * @param mime {@code image/jpeg} or {@code image/png}
 * @param bytes the picture file
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of half a megabyte buys nothing.
public record Picture(String mime, byte[] bytes) {

  /** The kind and a checksum of the bytes: the same picture is the same text in every run. */
  @Override
  public String toString() {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return mime + " " + bytes.length + " " + Long.toHexString(crc.getValue());
  }
}
