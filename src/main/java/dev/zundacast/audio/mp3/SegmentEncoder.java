package dev.zundacast.audio.mp3;

import dev.zundacast.episode.Problem;
import java.util.Optional;

/**
 * Turns the samples of one segment into MP3 frames, every segment by a fresh encoder: libmp3lame of
 * the platform where there is one, else jump3r, its port to Java. Thread-safe.
 */
public sealed interface SegmentEncoder permits Libmp3lame, Jump3r {

  enum Choice {
    /** libmp3lame when the platform has it. */
    AUTO,
    LAME,
    JUMP3R
  }

  /** Whether a frame may keep bits in the frames before it. */
  enum BitReservoir {
    /** For segments that start and end in silence. */
    ON,
    /** For chunks that are cut out of something that sounds. */
    OFF
  }

  /** Name and version: who has this makes the same frames of a sound. */
  String name();

  /** All frames, the flush included, of a whole number of frames of samples from -1 to 1. */
  byte[] encode(float[] samples, BitReservoir reservoir);

  /**
   * What whole frames, the first of which needs nothing before it, decode to: as late as any
   * decoder gives it, from -1 to 1, with silence for what the decoder held back at the end.
   */
  float[] decode(byte[] frames);

  /** The encoder; a problem when libmp3lame is asked for and missing. */
  static SegmentEncoder open(Choice choice) {
    if (choice == Choice.JUMP3R) {
      return new Jump3r();
    }
    Optional<SegmentEncoder> lame = Libmp3lame.find().map(found -> found);
    if (choice == Choice.LAME) {
      return lame.orElseThrow(() -> Problem.failed("audio.noLame"));
    }
    return lame.orElseGet(Jump3r::new);
  }
}
