package dev.zundacast.it;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The frames of an episode's MP3, each as the hex text of its bytes. */
final class Mp3Frames {
  private static final int TAG_HEADER = 10;

  /** 96 kbit/s at 48 kHz. */
  private static final int FRAME = 288;

  private Mp3Frames() {}

  /** The frames after the tag and the Info header, which says how long the whole is. */
  static List<String> of(byte[] mp3) {
    List<String> frames = new ArrayList<>();
    for (int at = tagLength(mp3) + FRAME; at + FRAME <= mp3.length; at += FRAME) {
      if ((mp3[at] & 0xff) != 0xff) {
        throw new AssertionError("no frame begins at byte " + at);
      }
      frames.add(HexFormat.of().formatHex(mp3, at, at + FRAME));
    }
    return frames;
  }

  private static int tagLength(byte[] mp3) {
    int size = 0;
    for (int i = 6; i < TAG_HEADER; i++) {
      size = size << 7 | mp3[i];
    }
    return TAG_HEADER + size;
  }

  static int sameAtStart(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same;
  }

  static int sameAtEnd(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size())
        && one.get(one.size() - 1 - same).equals(other.get(other.size() - 1 - same))) {
      same++;
    }
    return same;
  }
}
