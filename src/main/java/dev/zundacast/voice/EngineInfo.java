package dev.zundacast.voice;

import dev.zundacast.episode.Voice;

/** What an engine says about itself, where it answers; its brand is "" where it has none. */
public record EngineInfo(String url, String brand, String version) {
  /** One that has not said anything yet. */
  public static final EngineInfo UNKNOWN = new EngineInfo("", "", "");

  /** The brand of the built-in engine, whose one voice stands in for every character. */
  static final String DRAFT_BRAND = "zundacast draft";

  /** What the licence of the draft voice asks to be shown. */
  static final String DRAFT_CREDIT =
      "HTS Voice \"Mei\" (c) 2009-2013 Nagoya Institute of Technology, CC BY 3.0";

  /** Whether this is the built-in engine, whose sound is only a draft. */
  public boolean isDraft() {
    return brand.equals(DRAFT_BRAND);
  }

  /** What has to be shown with an episode that this voice speaks here. */
  public String credit(Voice voice) {
    return isDraft() ? DRAFT_CREDIT : voice.credit();
  }

  /** Its brand for people. */
  public String name() {
    return brand.isEmpty() ? "engine" : brand;
  }

  /** Brand and version for people. */
  public String title() {
    return name() + " " + version;
  }

  /** Whether the other speaks a line as this one does, as far as they say. */
  public boolean isSameVersion(EngineInfo other) {
    return brand.equals(other.brand) && version.equals(other.version);
  }
}
