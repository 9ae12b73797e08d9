package dev.zundacast.voice;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Voice;
import java.util.List;

/** Everything that decides how a line sounds, to the 64 hex digits that name its clip. */
final class ClipIdentity {
  /** Counts up when clips are made in another way than before. */
  private static final int FORMAT = 1;

  private ClipIdentity() {}

  /**
   * The identity of a clip.
   *
   * @param text as it is handed to the engine first
   * @param gaps silence between the parts of a long line in ms, none for a line of one part
   * @param words entries of the engine's dictionary that touch the text
   * @param reviewed whether the text may be mended after the engine's first answer
   */
  static String of(
      EngineInfo engine,
      Role role,
      int rate,
      String text,
      List<Integer> gaps,
      List<String> words,
      boolean reviewed) {
    Digest identity = new Digest();
    Voice.Parameters scales = role.parameters();
    identity.add("zundacast clip " + FORMAT);
    identity.add(engine.brand());
    identity.add(engine.version());
    identity.add(role.uuid());
    identity.add(role.version());
    identity.add(Long.toString(role.style()));
    identity.add(Double.toString(scales.speed()));
    identity.add(Double.toString(scales.pitch()));
    identity.add(Double.toString(scales.intonation()));
    identity.add(Double.toString(scales.volume()));
    identity.add(Double.toString(scales.pauseScale()));
    identity.add(Integer.toString(rate));
    identity.add(text);
    identity.add(gaps.toString());
    identity.addAll(words);
    identity.add(reviewed ? "reviewed" : "as it is");
    return identity.hex();
  }
}
