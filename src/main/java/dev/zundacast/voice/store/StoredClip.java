package dev.zundacast.voice.store;

import java.time.Instant;

/**
 * A clip of the store, as far as one needs to know to keep it or to let it go.
 *
 * @param identity 64 hex digits
 * @param speaker who speaks
 * @param text what is spoken
 * @param bytes what it takes on the disk
 * @param lastUsed when a build last needed it, to the hour
 */
public record StoredClip(
    String identity, String speaker, String text, long bytes, Instant lastUsed) {}
