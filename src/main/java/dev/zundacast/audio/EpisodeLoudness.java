package dev.zundacast.audio;

import dev.zundacast.audio.level.Cells;
import dev.zundacast.audio.level.GatedLoudness;
import dev.zundacast.audio.level.TruePeak;
import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.Mp3Format;

/** Measures a layout from the energies of its segments, without reading a sample. */
final class EpisodeLoudness {
  private EpisodeLoudness() {}

  static Loudness of(Mp3Format format, Layout layout) {
    return of(lufs(format, layout), layout);
  }

  /** The loudness of a layout whose integrated loudness is known. */
  static Loudness of(double lufs, Layout layout) {
    double peak = 0;
    for (Layout.Placed place : layout.placed()) {
      peak = Math.max(peak, place.segment().peak());
    }
    return new Loudness(lufs, TruePeak.decibels(peak));
  }

  /** Integrated loudness in LUFS, as two speakers play it. */
  static double lufs(Mp3Format format, Layout layout) {
    int cellsPerFrame = format.frameSamples() / Cells.samples(format.sampleRate());
    GatedLoudness loudness =
        new GatedLoudness(format.sampleRate(), layout.frames() * cellsPerFrame);
    long at = 0;
    for (Layout.Placed place : layout.placed()) {
      Segment segment = place.segment();
      long start = (long) place.start() * cellsPerFrame;
      loudness.addSilence(start - at);
      loudness.add(segment.cells(), 1);
      at = start + segment.cells().length;
    }
    loudness.addSilence((long) layout.frames() * cellsPerFrame - at);
    return loudness.integrated() + Loudness.TWO_SPEAKERS;
  }

  /** What it becomes when {@code steps} are added to the gain of all frames. */
  static Loudness shifted(Loudness loudness, int steps) {
    double decibels = steps * Frames.GAIN_STEP_DB;
    return new Loudness(loudness.lufs() + decibels, loudness.truePeak() + decibels);
  }
}
