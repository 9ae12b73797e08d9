package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** What stands between Enter and the sound of a changed line: the engine, and next to nothing. */
class StudioSpeedTest extends StudioCase {
  private static final int ENGINE_MILLIS = 200;
  private static final int ROUNDS = 10;

  /** What Enter does; gives the ms of processor until the sound is there. */
  private long sound(String text) throws IOException {
    long begun = processorNanos();
    edit("a1.01", Json.text(Map.of("base", "", "written", text)));
    String clip = studio.post(EPISODE + "/line/a1.01/speak", "{}").json().path("clip").asText();
    assertThat(studio.get("/audio/clip/" + clip + ".wav").code()).isEqualTo(200);
    return (processorNanos() - begun) / 1_000_000;
  }

  /** In processor time: what other programs on the machine take is not the studio's. */
  @Test
  void addsLessThanATenthOfASecondToTheEnginesTime() throws Exception {
    long best = Long.MAX_VALUE;
    long own = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      own = Math.min(own, engineAlone(round + "回目の文なのだ。"));
      best = Math.min(best, sound(round + "回目の文なのだ。"));
    }
    assertThat(best - own).as("ms beside the engine's own " + own).isLessThan(100);
  }

  /** The ms of processor that an engine takes for a text when nobody stands before it. */
  private long engineAlone(String text) throws IOException {
    HttpUrl url = HttpUrl.get(engine.url());
    HttpUrl query =
        Objects.requireNonNull(url.newBuilder("/audio_query?speaker=3"))
            .addQueryParameter("text", text)
            .build();
    HttpUrl synthesis = Objects.requireNonNull(url.resolve("/synthesis?speaker=3"));
    long begun = processorNanos();
    String asked = studio.send(post(query, "")).text();
    studio.send(post(synthesis, asked));
    return (processorNanos() - begun) / 1_000_000;
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Request post(HttpUrl url, String json) {
    return new Request.Builder().url(url).post(RequestBody.create(json, OpenStudio.JSON)).build();
  }

  @Test
  void asksTheEngineForTheChangedLineAlone() throws Exception {
    // The first line of a style has the engine load it.
    sound("はじめの文なのだ。");
    awaitQuiet();
    int before = engine.requests().size();
    sound("べつの文なのだ。");
    List<String> asked = new ArrayList<>();
    for (RecordedRequest request : all(before)) {
      if (request.getMethod().equals("POST")) {
        asked.add(request.getUrl().encodedPath());
      }
    }
    assertThat(asked).containsExactly("/audio_query", "/synthesis");
  }

  private List<RecordedRequest> all(int from) {
    List<RecordedRequest> requests = engine.requests();
    return requests.subList(from, requests.size());
  }

  /** The engine is asked what it makes of an episode's lines once somebody looks at it. */
  private void awaitQuiet() throws Exception {
    episode();
    for (int last = -1; last != engine.requests().size(); ) {
      last = engine.requests().size();
      Thread.sleep(300);
    }
  }

  @Test
  void aPersonsLineGoesBeforeThoseOfABuild() throws Exception {
    engine.slow(ENGINE_MILLIS);
    studio.post("/api/build", "{\"keys\":[\"" + KEY + "\"]}");
    await("/api/jobs", jobs -> engine.count("/synthesis") > 0);
    int before = engine.count("/synthesis");
    sound("べつの文なのだ。");
    // An engine speaks one line and has the next one at hand.
    assertThat(engine.count("/synthesis") - before).isLessThanOrEqualTo(5);
    awaitJob();
  }
}
