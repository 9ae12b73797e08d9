package dev.zundacast.draft;

import dev.zundacast.draft.api.Api;
import dev.zundacast.draft.api.Narrator;
import dev.zundacast.draft.dictionary.UserDictionary;
import dev.zundacast.draft.speech.ChildProcesses;
import dev.zundacast.draft.speech.HtsEngine;
import dev.zundacast.draft.speech.OpenJTalk;
import dev.zundacast.draft.speech.Prosody;
import dev.zundacast.draft.speech.Speaker;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The HTTP API of VOICEVOX ENGINE on 127.0.0.1, spoken by Open JTalk. */
public final class DraftEngine implements AutoCloseable {
  /** The engine and its version, without starting it. */
  public static final String NAME = "draft " + Api.VERSION;

  private final Api api;
  private final ChildProcesses processes;

  private DraftEngine(Api api, ChildProcesses processes) {
    this.api = api;
    this.processes = processes;
  }

  /** Starts the installed engine on a port of 127.0.0.1, 0 for any; it then answers. */
  public static DraftEngine start(int port, DraftHome home) throws IOException {
    List<String> missing = DraftInstall.missing(home);
    if (!missing.isEmpty()) {
      throw Problem.of(
          Problem.Kind.NO_ENGINE,
          "the draft engine lacks "
              + String.join(", ", missing)
              + "; set it up with 'zundacast engine install'");
    }
    ChildProcesses processes = ChildProcesses.open();
    try {
      return new DraftEngine(Api.start(port, parts(home, processes)), processes);
    } catch (IOException | RuntimeException e) {
      processes.close();
      throw e;
    }
  }

  private static Api.Parts parts(DraftHome home, ChildProcesses processes) throws IOException {
    Narrator narrator = Narrator.find(home.voicePlaces()).orElseThrow();
    Path data = home.data().resolve("draft");
    UserDictionary dictionary =
        UserDictionary.open(
            data.resolve("user_dict.json"), home.dictionary().orElseThrow(), processes.folder());
    HtsEngine hts = new HtsEngine(processes, home.htsEngine().orElseThrow());
    OpenJTalk jtalk =
        new OpenJTalk(processes, home.openJTalk().orElseThrow(), dictionary::compiled);
    return new Api.Parts(narrator, jtalk, new Prosody(hts), new Speaker(hts), dictionary, data);
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + api.port();
  }

  /** Stops answering, ends programs that still run and deletes temporary files. */
  @Override
  public void close() {
    api.close();
    processes.close();
  }
}
