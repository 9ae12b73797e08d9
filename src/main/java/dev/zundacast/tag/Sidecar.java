package dev.zundacast.tag;

/**
 * A finished text file that goes beside an episode's MP3.
 *
 * @param suffix what follows the MP3's name without {@code .mp3} ({@code .chapters.json})
 * @param type its media type, for a feed
 * @param text the whole file
 */
public record Sidecar(String suffix, String type, String text) {}
