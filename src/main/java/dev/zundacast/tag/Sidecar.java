package dev.zundacast.tag;

/** A text file beside an episode's MP3, with {@code .chapters.json} in place of {@code .mp3}. */
public record Sidecar(String suffix, String text) {}
