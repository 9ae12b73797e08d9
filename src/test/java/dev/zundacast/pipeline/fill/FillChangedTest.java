package dev.zundacast.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A post that somebody edits while a server is asked for its audio. */
class FillChangedTest {
  @TempDir Path folder;

  @Test
  void aPostThatChangesMeanwhileIsNotWrittenOver() throws IOException {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      Path post = site.post(1, "http://127.0.0.1:" + server.getPort() + "/a.wav", 1);
      server.setDispatcher(editing(post));
      assertThat(fill(site)).containsExactly("it changed on disk meanwhile and was left alone");
      assertThat(Files.readString(post)).endsWith("追記\n").contains("audio_file_size: 0\n");
    }
  }

  /** Serves a sound, and adds a line to the post whenever it is asked. */
  private static Dispatcher editing(Path post) {
    byte[] sound = TestEngine.tone(8_000, 16_000);
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        try {
          Files.writeString(post, Files.readString(post) + "追記\n");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        MockResponse.Builder answer = new MockResponse.Builder().code(200);
        return "HEAD".equals(request.getMethod())
            ? answer.setHeader("Content-Length", sound.length).build()
            : answer.body(new Buffer().write(sound)).build();
      }
    };
  }

  private List<String> fill(SampleSite site) throws IOException {
    AudioPlaces.Search search =
        new AudioPlaces.Search(
            Optional.empty(), Recall.FOR_A_DAY, Optional.empty(), folder.resolve("out"));
    return new Fill(
            search, Fill.Scope.MISSING, Fill.Mode.WRITE, Download.WHERE_NEEDED, Progress.SILENT)
        .run(List.of(site.root())).stream().map(it -> it.reason().toString()).toList();
  }
}
