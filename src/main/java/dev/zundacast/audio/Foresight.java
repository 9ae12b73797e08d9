package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Mp3Format;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A layout before the last of its lines are encoded, and how loud it is: what is heard is known
 * before its frames are.
 */
final class Foresight {
  private final Mp3Format format;
  private final Layout layout;
  private final EarlyFrames frames;
  private OptionalDouble lufs = OptionalDouble.empty();

  Foresight(Mp3Format format, Layout layout, FrameStore store) {
    this.format = format;
    this.layout = layout;
    this.frames = new EarlyFrames(format, layout, store);
  }

  EarlyFrames frames() {
    return frames;
  }

  /** Measures the layout, if all of its energies are known. */
  void measure() {
    if (layout.placed().stream().allMatch(place -> place.segment().isMeasured())) {
      lufs = OptionalDouble.of(EpisodeLoudness.lufs(format, layout));
    }
  }

  /** The loudness of what it became. */
  Loudness loudness(Layout actual) {
    return lufs.isPresent() && hasEnergiesOf(actual)
        ? EpisodeLoudness.of(lufs.getAsDouble(), actual)
        : EpisodeLoudness.of(format, actual);
  }

  private boolean hasEnergiesOf(Layout actual) {
    List<Layout.Placed> here = layout.placed();
    List<Layout.Placed> there = actual.placed();
    boolean alike = layout.frames() == actual.frames() && here.size() == there.size();
    for (int i = 0; alike && i < here.size(); i++) {
      alike =
          here.get(i).start() == there.get(i).start()
              && Arrays.equals(here.get(i).segment().cells(), there.get(i).segment().cells());
    }
    return alike;
  }
}
