package dev.zundacast.tag;

/**
 * What the side files say beside the timeline.
 *
 * @param audio file name of the MP3 that they belong to
 * @param title the episode's title
 * @param show the show's title
 */
public record SidecarContent(String audio, String title, String show) {}
