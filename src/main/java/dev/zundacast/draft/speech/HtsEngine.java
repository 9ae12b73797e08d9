package dev.zundacast.draft.speech;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Accent phrases to the tracks of a voice, by the program hts_engine. */
public record HtsEngine(ChildProcesses processes, Path program) {
  /** Each phoneme has five states of at least one frame. */
  static final int LEAST_FRAMES = 5;

  /** In place of lengths: the voice's own. */
  static final int[] OWN_SPEED = {};

  private static final double UNITS_PER_SECOND = 1e7;

  /** What hts_engine writes for the pitch of an unvoiced frame. */
  private static final float UNVOICED = -1e9f;

  /** Speaks phonemes of {@link #LEAST_FRAMES} or more frames each, or with {@link #OWN_SPEED}. */
  Tracks speak(List<AccentPhrase> phrases, VoiceFile voice, int[] lengths) throws IOException {
    Path folder = Files.createTempDirectory(processes.folder(), "speak-");
    try {
      List<String> labels = LabelWriter.write(phrases);
      Files.write(folder.resolve("in.lab"), withTimes(labels, voice, lengths));
      List<String> command = new ArrayList<>();
      // A frame period of one sample makes the sound, which nobody hears, cost next to nothing.
      command.addAll(List.of(program.toString(), "-m", voice.file().toString(), "-p", "1"));
      if (lengths.length > 0) {
        command.add("-vp");
      }
      Map.of("-od", "out.lab", "-om", "spectrum", "-of", "pitch", "-ol", "voicing")
          .forEach((option, file) -> command.addAll(List.of(option, "" + folder.resolve(file))));
      command.add(folder.resolve("in.lab").toString());
      int code = processes.run(command, "").code();
      if (code != 0) {
        throw new MessageException(Message.of("draft.endedOnVoice", program, code, voice.file()));
      }
      return read(folder, voice);
    } finally {
      ChildProcesses.deleteTree(folder);
    }
  }

  private static List<String> withTimes(List<String> labels, VoiceFile voice, int[] lengths) {
    if (lengths.length == 0) {
      return labels;
    }
    List<String> timed = new ArrayList<>();
    long frame = 0;
    for (int i = 0; i < labels.size(); i++) {
      long end = frame + lengths[i];
      timed.add(units(frame, voice) + " " + units(end, voice) + " " + labels.get(i));
      frame = end;
    }
    return timed;
  }

  private static long units(long frame, VoiceFile voice) {
    return Math.round(frame * UNITS_PER_SECOND / voice.rate());
  }

  private static Tracks read(Path folder, VoiceFile voice) throws IOException {
    List<String> labels = Files.readAllLines(folder.resolve("out.lab"));
    int[] lengths = new int[labels.size()];
    long frame = 0;
    for (int i = 0; i < lengths.length; i++) {
      long units = Long.parseLong(labels.get(i).split(" ", 3)[1]);
      long end = Math.round(units * voice.rate() / UNITS_PER_SECOND);
      lengths[i] = (int) (end - frame);
      frame = end;
    }
    int frames = (int) frame;
    float[] logF0 = new float[frames];
    floats(folder.resolve("pitch")).get(logF0);
    for (int i = 0; i < frames; i++) {
      logF0[i] = logF0[i] < UNVOICED ? Float.NaN : logF0[i];
    }
    return new Tracks(
        lengths,
        rows(folder.resolve("spectrum"), frames),
        logF0,
        rows(folder.resolve("voicing"), frames));
  }

  private static float[][] rows(Path file, int frames) throws IOException {
    FloatBuffer floats = floats(file);
    float[][] rows = new float[frames][frames == 0 ? 0 : floats.remaining() / frames];
    for (float[] row : rows) {
      floats.get(row);
    }
    return rows;
  }

  private static FloatBuffer floats(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
