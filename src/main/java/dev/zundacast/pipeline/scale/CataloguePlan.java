package dev.zundacast.pipeline.scale;

import dev.zundacast.pipeline.scale.Division.Share;

/**
 * What a catalogue takes before a word of it is spoken; figures are estimates.
 *
 * @param posts how many there are
 * @param looked how many of them were looked at closely
 * @param unreadable how many of those cannot be episodes as they are
 * @param audioHours how long all episodes last
 * @param lines how many lines they say
 * @param linesToMake how many clips are missing, each said once however often it is needed
 * @param engineHours how long engines speak them
 * @param machines over how many the work is divided
 * @param longest the share that takes longest
 * @param longestHours how long that takes
 * @param machineHours how long all take together
 */
public record CataloguePlan(
    int posts,
    int looked,
    int unreadable,
    double audioHours,
    long lines,
    long linesToMake,
    double engineHours,
    int machines,
    Share longest,
    double longestHours,
    double machineHours) {

  /**
   * What a change of readings touches.
   *
   * @param episodes how many say a changed line
   * @param lines how many lines change
   * @param engineHours how long engines speak them
   */
  public record Impact(long episodes, long lines, double engineHours) {}

  /** The part of all lines that has to be made. */
  public double missing() {
    return lines == 0 ? 0 : (double) linesToMake / lines;
  }
}
