package dev.zundacast.draft;

import dev.zundacast.draft.api.Api;
import dev.zundacast.draft.dictionary.UserDictionary;
import dev.zundacast.draft.speech.ChildProcesses;
import dev.zundacast.draft.speech.HtsEngine;
import dev.zundacast.draft.speech.OpenJTalk;
import dev.zundacast.draft.speech.Prosody;
import dev.zundacast.draft.speech.Speaker;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The HTTP API of VOICEVOX ENGINE on 127.0.0.1, spoken by Open JTalk. Start it, then use its URL.
 */
public final class DraftEngine implements AutoCloseable {
  private final Api api;
  private final ChildProcesses processes;

  private DraftEngine(Api api, ChildProcesses processes) {
    this.api = api;
    this.processes = processes;
  }

  /**
   * Starts the engine; it answers when this returns.
   *
   * @throws dev.zundacast.episode.Problem when a part of it is not installed
   */
  public static DraftEngine start(DraftOptions options) throws IOException {
    DraftParts parts = DraftParts.find(options.home());
    ChildProcesses processes = ChildProcesses.open();
    try {
      Path data = options.home().data().resolve("draft");
      UserDictionary dictionary =
          UserDictionary.open(
              data.resolve("user_dict.json"), parts.dictionary(), processes.folder());
      HtsEngine hts = new HtsEngine(processes, parts.htsEngine());
      OpenJTalk jtalk =
          new OpenJTalk(
              processes,
              parts.openJTalk(),
              parts.narrator().styles().get(0).voice().file(),
              dictionary::compiled);
      Api api =
          Api.start(
              options.port(),
              new Api.Parts(
                  parts.narrator(), jtalk, new Prosody(hts), new Speaker(hts), dictionary, data));
      return new DraftEngine(api, processes);
    } catch (IOException | RuntimeException e) {
      processes.close();
      throw e;
    }
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
