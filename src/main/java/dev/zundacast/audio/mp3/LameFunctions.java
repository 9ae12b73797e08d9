package dev.zundacast.audio.mp3;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The functions of lame.h that are used, in the platform's library, called by their names. JNA
 * could bind them to native methods, which at a start takes longer than the few dozen calls of a
 * line.
 */
final class LameFunctions {
  /** What the library is called: Debian's file, the linker's name, Homebrew's two places. */
  private static final List<String> LIBRARIES =
      List.of(
          "libmp3lame.so.0",
          "mp3lame",
          "/opt/homebrew/lib/libmp3lame.dylib",
          "/usr/local/lib/libmp3lame.dylib");

  private static final List<String> NAMES =
      List.of(
          "get_lame_version",
          "lame_init",
          "lame_set_num_channels",
          "lame_set_in_samplerate",
          "lame_set_out_samplerate",
          "lame_set_mode",
          "lame_set_brate",
          "lame_set_quality",
          "lame_set_disable_reservoir",
          "lame_set_bWriteVbrTag",
          "lame_set_write_id3tag_automatic",
          "lame_init_params",
          "lame_get_scale",
          "lame_encode_buffer_ieee_float",
          "lame_encode_flush",
          "lame_close",
          "hip_decode_init",
          "hip_set_errorf",
          "hip_set_msgf",
          "hip_decode",
          "hip_decode_exit");

  private final Map<String, Function> functions = new HashMap<>();

  private LameFunctions(NativeLibrary library) {
    for (String name : NAMES) {
      functions.put(name, library.getFunction(name));
    }
  }

  /** The functions, empty when the platform has no library with all of them. */
  static Optional<LameFunctions> find() {
    return LIBRARIES.stream().map(LameFunctions::of).flatMap(Optional::stream).findFirst();
  }

  private static Optional<LameFunctions> of(String library) {
    try {
      return Optional.of(new LameFunctions(NativeLibrary.getInstance(library)));
    } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
      // Not under this name, or a platform that JNA does not know: jump3r takes over.
      return Optional.empty();
    }
  }

  /** Calls a function that gives an int, or nothing that matters. */
  int call(String name, @Nullable Object... arguments) {
    return function(name).invokeInt(arguments);
  }

  /** Calls a function that gives a float. */
  float number(String name, @Nullable Object... arguments) {
    return function(name).invokeFloat(arguments);
  }

  /** Calls a function that gives a text. */
  String text(String name, @Nullable Object... arguments) {
    return function(name).invokeString(arguments, false);
  }

  /** Calls a function that starts something, or gives null when it cannot. */
  @Nullable Pointer start(String name, @Nullable Object... arguments) {
    return function(name).invokePointer(arguments);
  }

  private Function function(String name) {
    return Objects.requireNonNull(functions.get(name), name);
  }
}
