package dev.zundacast.voice;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Voice;
import java.util.List;

/** Everything that decides how a line sounds, to the 64 hex digits that name its clip. */
final class ClipIdentity {
  /** Counts up when clips are made in another way than before. */
  private static final int FORMAT = 1;

  private ClipIdentity() {}

  /** The values that all clips of a role begin with. */
  static byte[] beginning(EngineInfo engine, Role role, int rate) {
    Voice.Parameters scales = role.parameters();
    return Digest.framed(
        List.of(
            "zundacast clip " + FORMAT,
            engine.brand(),
            engine.version(),
            role.uuid(),
            role.version(),
            Long.toString(role.style()),
            Double.toString(scales.speed()),
            Double.toString(scales.pitch()),
            Double.toString(scales.intonation()),
            Double.toString(scales.volume()),
            Double.toString(scales.pauseScale()),
            Integer.toString(rate)));
  }

  /**
   * The identity of a clip.
   *
   * @param beginning that of its role
   * @param text as it is handed to the engine first
   * @param gaps silence between the parts of a long line in ms, none for a line of one part
   * @param words entries of the engine's dictionary that touch the text
   * @param reviewed whether the text may be mended after the engine's first answer
   */
  static String of(
      byte[] beginning, String text, List<Integer> gaps, List<String> words, boolean reviewed) {
    Digest identity = new Digest().addFramed(beginning);
    identity.add(text);
    identity.add(gaps.toString());
    identity.addAll(words);
    identity.add(reviewed ? "reviewed" : "as it is");
    return identity.hex();
  }
}
