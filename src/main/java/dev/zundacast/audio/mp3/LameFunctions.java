package dev.zundacast.audio.mp3;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of lame.h that are used, under their own names, bound to the platform's library the
 * first time that it is asked for.
 */
@SuppressWarnings("MethodName")
final class LameFunctions {
  /** What the library is called: Debian's file, the linker's name, Homebrew's two places. */
  private static final List<String> NAMES =
      List.of(
          "libmp3lame.so.0",
          "mp3lame",
          "/opt/homebrew/lib/libmp3lame.dylib",
          "/usr/local/lib/libmp3lame.dylib");

  private LameFunctions() {}

  /** Whether the platform has the library, with all of these functions. */
  static boolean isFound() {
    return Bound.TO_A_LIBRARY;
  }

  private static final class Bound {
    static final boolean TO_A_LIBRARY = NAMES.stream().anyMatch(Bound::bind);

    private static boolean bind(String name) {
      try {
        Native.register(LameFunctions.class, NativeLibrary.getInstance(name));
        return true;
      } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
        // Not under this name, or a platform that JNA does not know: jump3r takes over.
        return false;
      }
    }
  }

  static native String get_lame_version();

  static native @Nullable Pointer lame_init();

  static native int lame_set_num_channels(Pointer flags, int channels);

  static native int lame_set_in_samplerate(Pointer flags, int rate);

  static native int lame_set_out_samplerate(Pointer flags, int rate);

  static native int lame_set_mode(Pointer flags, int mode);

  static native int lame_set_brate(Pointer flags, int kilobits);

  static native int lame_set_quality(Pointer flags, int quality);

  static native int lame_set_disable_reservoir(Pointer flags, int disable);

  static native int lame_set_bWriteVbrTag(Pointer flags, int write);

  static native void lame_set_write_id3tag_automatic(Pointer flags, int write);

  static native int lame_init_params(Pointer flags);

  static native float lame_get_scale(Pointer flags);

  static native int lame_encode_buffer_ieee_float(
      Pointer flags, Pointer left, Pointer right, int count, Pointer out, int size);

  static native int lame_encode_flush(Pointer flags, Pointer out, int size);

  static native int lame_close(Pointer flags);

  static native @Nullable Pointer hip_decode_init();

  static native void hip_set_errorf(Pointer decoder, @Nullable Pointer function);

  static native void hip_set_msgf(Pointer decoder, @Nullable Pointer function);

  /** The length is a size_t, which is as long as a long wherever the library has these names. */
  static native int hip_decode(
      Pointer decoder, byte[] mp3, NativeLong length, short[] left, short[] right);

  static native int hip_decode_exit(Pointer decoder);
}
