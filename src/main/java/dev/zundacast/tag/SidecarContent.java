package dev.zundacast.tag;

/** What the side files say beside the timeline; {@code audio} is the MP3's file name. */
public record SidecarContent(String audio, String title, String show) {}
