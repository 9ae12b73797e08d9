package dev.zundacast.tag;

/**
 * A picture as it stands in a tag.
 *
 * @param mime {@code image/jpeg} or {@code image/png}
 * @param bytes the picture file
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of half a megabyte buys nothing.
public record Picture(String mime, byte[] bytes) {}
