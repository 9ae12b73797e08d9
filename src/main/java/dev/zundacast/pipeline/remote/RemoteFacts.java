package dev.zundacast.pipeline.remote;

/**
 * What is known of a file on a server.
 *
 * @param bytes its size
 * @param millis its length
 * @param type the media type that the server announces, "" when it does not
 * @param etag the server's mark of this version of the file, "" when it gives none
 */
public record RemoteFacts(long bytes, long millis, String type, String etag) {}
