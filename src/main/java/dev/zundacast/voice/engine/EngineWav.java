package dev.zundacast.voice.engine;

import dev.zundacast.message.Message;
import dev.zundacast.sound.ByteWindow;
import dev.zundacast.sound.Wav;
import java.io.IOException;
import java.util.List;

/** The WAV files that an engine sent to sounds; one that lies about a length is refused. */
public final class EngineWav {
  private EngineWav() {}

  /** Reads what an engine sent; the fault says what is wrong with it. */
  public static Wav read(byte[] bytes) throws EngineFault {
    try {
      requireWhole(ByteWindow.of(bytes));
      Wav sound = Wav.read(bytes);
      requireUsable(sound);
      return sound;
    } catch (EngineFault fault) {
      throw fault;
    } catch (IOException e) {
      throw EngineFault.of(EngineFault.Kind.BAD_SOUND, Message.of(e)).causedBy(e);
    }
  }

  /** Walks over all chunks: what was cut or padded on its way is no sound of the engine's. */
  private static void requireWhole(ByteWindow file) throws IOException {
    long length = file.size();
    if (length == 0) {
      throw EngineFault.badSound("sound.empty");
    }
    if (!file.holds(0, "RIFF") || !file.holds(8, "WAVE")) {
      throw EngineFault.badSound("sound.noWav", length);
    }
    requireHeld(file.littleEndian(4, 4) + 8, length, length, "the WAV file");
    long at = 12;
    while (at + 8 <= length) {
      String name = file.text(at, 4);
      if (!name.matches("[ -~]{4}")) {
        throw EngineFault.badSound("sound.chunksBehind", at);
      }
      long size = file.littleEndian(at + 4, 4);
      requireHeld(size, length - at - 8, length, "the '" + name.strip() + "' chunk");
      at += 8 + size + (size & 1);
    }
    // A pad byte may be missing or stand alone at the end.
    if (at + 1 < length) {
      throw EngineFault.badSound("sound.bytesBehind", length - at);
    }
  }

  private static void requireHeld(long said, long left, long length, String what)
      throws EngineFault {
    if (said > left) {
      throw EngineFault.badSound("engine.otherBytes", what, said, length);
    }
  }

  private static void requireUsable(Wav sound) throws EngineFault {
    int channels = sound.channels().length;
    if (channels > 2) {
      throw EngineFault.badSound("sound.channels", channels);
    }
    if (sound.rate() < 8_000 || sound.rate() > 192_000) {
      throw EngineFault.badSound("sound.rate", sound.rate());
    }
    if (sound.length() == 0) {
      throw EngineFault.badSound("sound.noSamples");
    }
    for (float[] channel : sound.channels()) {
      for (float sample : channel) {
        if (!Float.isFinite(sample)) {
          throw EngineFault.badSound("sound.noNumbers");
        }
      }
    }
  }

  /** The parts one after the other, with so much silence behind each but the last. */
  public static Wav joined(List<Wav> parts, List<Integer> gapMillis) throws EngineFault {
    Wav first = parts.get(0);
    int[] at = new int[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      Wav part = parts.get(i);
      if (part.rate() != first.rate() || part.channels().length != first.channels().length) {
        throw EngineFault.badSound("engine.otherParts", format(first), format(part));
      }
      long gap = i + 1 < parts.size() ? (long) gapMillis.get(i) * first.rate() / 1000 : 0;
      at[i + 1] = at[i] + part.length() + Math.toIntExact(gap);
    }
    if (parts.size() == 1) {
      return first;
    }
    // A line of 5,000 characters has dozens of parts: each is copied once.
    float[][] all = new float[first.channels().length][at[parts.size()]];
    for (int i = 0; i < parts.size(); i++) {
      for (int c = 0; c < all.length; c++) {
        System.arraycopy(parts.get(i).channels()[c], 0, all[c], at[i], parts.get(i).length());
      }
    }
    return new Wav(first.rate(), all);
  }

  private static String format(Wav sound) {
    return sound.rate() + " Hz " + (sound.channels().length == 1 ? "mono" : "stereo");
  }
}
