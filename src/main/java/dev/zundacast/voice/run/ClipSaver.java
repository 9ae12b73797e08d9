package dev.zundacast.voice.run;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.sound.Wav;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.engine.ClipCheck;
import dev.zundacast.voice.engine.Engine;
import dev.zundacast.voice.engine.EngineFault;
import dev.zundacast.voice.engine.EngineWav;
import dev.zundacast.voice.engine.TextParts;
import dev.zundacast.voice.run.WorkList.ClipRequest;
import dev.zundacast.voice.run.WorkList.PreparedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Spoken parts to a clip in the store: read, checked, joined, stored, announced. */
record ClipSaver(ClipStore store, WorkList work, Delivery delivery) {
  /** Hands a clip of the store to the lines that it is for. */
  @FunctionalInterface
  interface Delivery {
    void deliver(ClipRequest request, Clip clip, List<String> remarks);
  }

  /** Takes the WAV files that an engine gave for the parts of a line. */
  void save(PreparedRequest prepared, List<byte[]> files) throws IOException {
    ClipRequest request = prepared.request();
    try {
      List<Wav> parts = new ArrayList<>();
      for (byte[] file : files) {
        parts.add(EngineWav.read(file));
      }
      List<String> remarks = remarks(prepared.queries(), parts);
      if (remarks.isEmpty() || !work.againForDoubt(request)) {
        SpokenLine line = request.line();
        Wav sound = EngineWav.joined(parts, TextParts.gaps(line));
        String engine = prepared.queries().engine().info().title();
        ClipStore.Label label =
            new ClipStore.Label(line.voice().name(), line.spoken(), engine, remarks);
        Clip clip = store.add(prepared.identity(), sound, label);
        delivery.deliver(request, clip, remarks);
        work.done();
      }
    } catch (EngineFault fault) {
      work.failed(request, fault);
    }
  }

  private List<String> remarks(Engine.Queries queries, List<Wav> parts) throws EngineFault {
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      remarks.addAll(
          ClipCheck.remarks(queries.queries().get(i), parts.get(i), queries.engine().lengths()));
    }
    return remarks;
  }
}
