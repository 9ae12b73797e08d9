package dev.zundacast.audio.mp3;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import dev.zundacast.audio.mp3.Libmp3lame.Lame;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encodes by the platform's libmp3lame, called through JNA. */
record Libmp3lame(Lame lame, String name) implements SegmentEncoder {
  /** What the library is called: Debian's file, the linker's name, Homebrew's two places. */
  private static final List<String> NAMES =
      List.of(
          "libmp3lame.so.0",
          "mp3lame",
          "/opt/homebrew/lib/libmp3lame.dylib",
          "/usr/local/lib/libmp3lame.dylib");

  private static final int MONO = 3;

  /** Samples that are handed over at once. */
  private static final int PIECE = 64 * 1152;

  private static final int LARGEST = Frames.mostBytes(PIECE);

  private static final float FULL_SCALE = 32_768;

  /** More than a decoder can give beyond the frames that it was given. */
  private static final int HELD_BACK = 4 * 1152;

  // LAME 3.100 decodes with tables and buffers that all its decoders share: two at once disturb
  // each other. Its encoders share nothing.
  private static final Object DECODING = new Object();

  /** The functions of lame.h that are used, under their own names. */
  @SuppressWarnings("MemberName")
  interface Lame extends Library {
    String get_lame_version();

    @Nullable Pointer lame_init();

    int lame_set_num_channels(Pointer flags, int channels);

    int lame_set_in_samplerate(Pointer flags, int hertz);

    int lame_set_out_samplerate(Pointer flags, int hertz);

    int lame_set_mode(Pointer flags, int mode);

    int lame_set_brate(Pointer flags, int kilobits);

    int lame_set_quality(Pointer flags, int quality);

    int lame_set_disable_reservoir(Pointer flags, int disable);

    int lame_set_bWriteVbrTag(Pointer flags, int write);

    void lame_set_write_id3tag_automatic(Pointer flags, int write);

    int lame_init_params(Pointer flags);

    float lame_get_scale(Pointer flags);

    int lame_encode_buffer_ieee_float(
        Pointer flags, Pointer left, Pointer right, int samples, Pointer out, int room);

    int lame_encode_flush(Pointer flags, Pointer out, int room);

    int lame_close(Pointer flags);

    @Nullable Pointer hip_decode_init();

    void hip_set_errorf(Pointer decoder, @Nullable Pointer function);

    void hip_set_msgf(Pointer decoder, @Nullable Pointer function);

    int hip_decode(Pointer decoder, byte[] frames, NativeLong length, short[] left, short[] right);

    int hip_decode_exit(Pointer decoder);
  }

  /** The library, empty when the platform has none that can be called. */
  static Optional<Libmp3lame> find() {
    return NAMES.stream().flatMap(library -> open(library).stream()).findFirst();
  }

  private static Optional<Libmp3lame> open(String library) {
    try {
      Lame lame = Native.load(library, Lame.class);
      return Optional.of(new Libmp3lame(lame, "libmp3lame " + lame.get_lame_version()));
    } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
      // Not under this name, or a platform that JNA does not know: jump3r takes over.
      return Optional.empty();
    }
  }

  @Override
  public byte[] encode(float[] samples, BitReservoir reservoir) {
    Pointer flags = lame.lame_init();
    if (flags == null) {
      throw new IllegalStateException("libmp3lame could not start an encoder");
    }
    try {
      configure(flags, reservoir);
      return encode(flags, samples, 1 / lame.lame_get_scale(flags));
    } finally {
      lame.lame_close(flags);
    }
  }

  @Override
  public float[] decode(byte[] frames) {
    synchronized (DECODING) {
      Pointer decoder = lame.hip_decode_init();
      if (decoder == null) {
        throw new IllegalStateException("libmp3lame could not start a decoder");
      }
      try {
        // What it has to say of frames is nothing for a terminal.
        lame.hip_set_errorf(decoder, null);
        lame.hip_set_msgf(decoder, null);
        return decode(decoder, frames);
      } finally {
        lame.hip_decode_exit(decoder);
      }
    }
  }

  private float[] decode(Pointer decoder, byte[] frames) {
    float[] decoded = new float[frames.length / Mp3Format.FRAME_BYTES * Mp3Format.FRAME_SAMPLES];
    short[] left = new short[decoded.length + HELD_BACK];
    short[] right = new short[decoded.length + HELD_BACK];
    int done = 0;
    // Where mpg123 does the work, the first call gives nothing; the second needs no more bytes.
    NativeLong length = new NativeLong(frames.length);
    for (int call = 0; call < 2; call++) {
      int count = lame.hip_decode(decoder, frames, length, left, right);
      if (count < 0) {
        throw new IllegalStateException("libmp3lame cannot decode its own frames");
      }
      for (int i = 0; i < count && done < decoded.length; i++) {
        decoded[done++] = left[i] / FULL_SCALE;
      }
      length = new NativeLong(0);
    }
    return decoded;
  }

  private void configure(Pointer flags, BitReservoir reservoir) {
    lame.lame_set_num_channels(flags, 1);
    lame.lame_set_in_samplerate(flags, Mp3Format.SAMPLE_RATE);
    lame.lame_set_out_samplerate(flags, Mp3Format.SAMPLE_RATE);
    lame.lame_set_mode(flags, MONO);
    lame.lame_set_brate(flags, Mp3Format.KILOBITS);
    lame.lame_set_quality(flags, Jump3r.QUALITY);
    lame.lame_set_disable_reservoir(flags, reservoir == BitReservoir.OFF ? 1 : 0);
    lame.lame_set_bWriteVbrTag(flags, 0);
    lame.lame_set_write_id3tag_automatic(flags, 0);
    int code = lame.lame_init_params(flags);
    if (code < 0) {
      throw new IllegalStateException("libmp3lame refused its settings with code " + code);
    }
  }

  /**
   * In pieces through the same memory of the library's own: whole lines would be copied there and
   * back with every call. LAME scales its input by a preset factor (0.95 at 96 kbit/s), which
   * {@code unscaled} takes back.
   */
  private byte[] encode(Pointer flags, float[] samples, float unscaled) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    float[] piece = new float[PIECE];
    try (Memory in = new Memory(PIECE * (long) Float.BYTES);
        Memory out = new Memory(LARGEST)) {
      for (int from = 0; from < samples.length; from += PIECE) {
        int count = Math.min(PIECE, samples.length - from);
        for (int i = 0; i < count; i++) {
          piece[i] = samples[from + i] * unscaled;
        }
        in.write(0, piece, 0, count);
        add(frames, out, lame.lame_encode_buffer_ieee_float(flags, in, in, count, out, LARGEST));
      }
      add(frames, out, lame.lame_encode_flush(flags, out, LARGEST));
    }
    return Frames.whole(frames);
  }

  private static void add(ByteArrayOutputStream frames, Memory out, int count) {
    frames.writeBytes(out.getByteArray(0, Frames.checked(count)));
  }
}
