package dev.zundacast.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.fill.Fill.Mode;
import dev.zundacast.pipeline.fill.Fill.Scope;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.testkit.Nginx;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole site, half of whose audio a real web server serves. */
class FillSiteTest {
  private static final int POSTS = 40;

  @TempDir static Path samples;
  @TempDir Path folder;
  private Path site = Path.of("");
  private Nginx server;

  /** Audio of one kind: its file name's end and the program that makes it of IN as OUT. */
  private record Kind(String end, String command) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("mp3", "ffmpeg -v error -i IN -c:a libmp3lame -b:a 64k OUT"),
          new Kind("mp3", "lame --quiet -V 4 IN OUT"),
          new Kind("mp3", "ffmpeg -v error -i IN -b:a 48k -ar 24000 -write_xing 0 OUT"),
          new Kind("m4a", "ffmpeg -v error -i IN -c:a aac OUT"),
          new Kind("m4a", "ffmpeg -v error -i IN -c:a aac -movflags +faststart OUT"),
          new Kind("wav", "ffmpeg -v error -i IN -ar 8000 OUT"),
          new Kind("mp3", "lame --quiet -b 24 -m m --resample 11.025 IN OUT"),
          new Kind("mp3", "ffmpeg -v error -i IN -c:a libshine -b:a 96k OUT"),
          new Kind("m4a", gstreamer("voaacenc ! mp4mux")),
          new Kind("m4a", gstreamer("voaacenc ! mp4mux faststart=true")),
          new Kind("mp3", gstreamer("lamemp3enc target=quality quality=4 ! xingmux ! id3v2mux")));

  private static String gstreamer(String encoder) {
    return "gst-launch-1.0 -q filesrc location=IN ! wavparse ! audioconvert ! audioresample ! "
        + encoder
        + " ! filesink location=OUT";
  }

  @BeforeEach
  void site() throws Exception {
    site = Files.createDirectories(folder.resolve("site"));
    Files.createDirectories(site.resolve("_posts"));
    Files.createDirectories(site.resolve("audio"));
    Files.writeString(site.resolve("_config.yml"), "title: 餅の時間\nurl: https://mochi.example\n");
    server = Nginx.in(folder);
    for (int i = 0; i < POSTS; i++) {
      Files.copy(encoded(i), audioFile(i));
      Files.writeString(post(i), text(i, "0", "\"00:00\""));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path post(int i) {
    return site.resolve("_posts/2026-02-%02d-%d.md".formatted(1 + i % 28, i));
  }

  private static boolean isRemote(int i) {
    return i % 2 == 1;
  }

  private static String name(int i) {
    return "餅の 放送_" + i + "." + KINDS.get(i % KINDS.size()).end;
  }

  private Path audioFile(int i) {
    return (isRemote(i) ? server.files() : site.resolve("audio")).resolve(name(i));
  }

  /** The second that its audio ends in; encoders add up to a tenth of a second. */
  private static int seconds(int i) {
    return 20 + i % KINDS.size();
  }

  /** One file of each kind, made once. */
  @BeforeAll
  static void encode() {
    for (int kind = 0; kind < KINDS.size(); kind++) {
      Path wav = samples.resolve(kind + ".source.wav");
      Programs.output(
          ("ffmpeg -v error -f lavfi -i sine=f=300:r=44100:d=" + (seconds(kind) - 0.7) + " " + wav)
              .split(" "));
      String command = KINDS.get(kind).command;
      Programs.output(
          command
              .replace("IN", wav.toString())
              .replace("OUT", encoded(kind).toString())
              .split(" "));
    }
  }

  private static Path encoded(int i) {
    int kind = i % KINDS.size();
    return samples.resolve(kind + "." + KINDS.get(kind).end);
  }

  private String text(int i, String size, String duration) {
    String path =
        isRemote(i) ? server.url() + Nginx.PLACES.get(i / 2 % Nginx.PLACES.size()) : "/audio/";
    String end = i % 3 == 0 ? "\r\n" : "\n";
    return """
    ---
    actor_ids:
      - ずんだもん
    audio_file_path: %s
    audio_file_size: %s
    date: 2026-02-01 05:00:00 +0900
    description: '餅の話··
    duration: これは題名の続き'
    duration: %s
    information:·
    title: 餅の時間 %d # 一
    ---

    ## 関連リンク

    - [餅](https://example.com/%d)··
    """
        .formatted(path + name(i), size, duration, i, i)
        .replace('·', ' ')
        .replace("\n", end);
  }

  private List<FillOutcome> fill(Scope scope, Mode mode) throws IOException {
    return fill(scope, mode, Recall.FOR_A_DAY);
  }

  private List<FillOutcome> fill(Scope scope, Mode mode, Recall recall) throws IOException {
    AudioPlaces.Search search =
        new AudioPlaces.Search(Optional.empty(), recall, Optional.empty(), folder.resolve("out"));
    return new Fill(search, scope, mode, Download.WHERE_NEEDED, Progress.SILENT).run(List.of(site));
  }

  @Test
  void everyValueIsRightAndNothingElseChanges() throws IOException {
    List<FillOutcome> dry = fill(Scope.MISSING, Mode.DRY_RUN);
    assertThat(FillOutcome.count(dry, State.FILLED)).isEqualTo(POSTS);
    assertThat(Files.readString(post(0))).isEqualTo(text(0, "0", "\"00:00\""));
    assertThat(dry.get(0).diff())
        .contains("-audio_file_size: 0\n+audio_file_size: " + Files.size(audioFile(0)) + "\n");

    assertThat(FillOutcome.count(fill(Scope.MISSING, Mode.WRITE), State.FILLED)).isEqualTo(POSTS);
    for (int i = 0; i < POSTS; i++) {
      String duration = '"' + StatedAudio.format(seconds(i) * 1000L) + '"';
      assertThat(Files.readString(post(i)))
          .isEqualTo(text(i, Long.toString(Files.size(audioFile(i))), duration));
    }

    assertThat(server.requests()).hasSizeGreaterThan(POSTS / 2);
    assertThat(FillOutcome.count(fill(Scope.MISSING, Mode.WRITE), State.RIGHT)).isEqualTo(POSTS);
    assertThat(FillOutcome.count(fill(Scope.ALL, Mode.WRITE), State.RIGHT)).isEqualTo(POSTS);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aServerNeedOnlySayWhatItHas() throws IOException {
    fill(Scope.MISSING, Mode.WRITE);
    server.requests();
    List<FillOutcome> again = fill(Scope.ALL, Mode.WRITE, Recall.NOT_WITHOUT_ASKING);
    assertThat(FillOutcome.count(again, State.RIGHT)).isEqualTo(POSTS);
    // Beside these, only redirects and what a server without HEAD must be asked for.
    assertThat(server.requests())
        .filteredOn(request -> request.equals("HEAD 200"))
        .hasSize(POSTS / 2 * 3 / 4);
  }

  @Test
  void aFileThatChangedOnTheServerIsNoticed() throws IOException {
    fill(Scope.MISSING, Mode.WRITE);
    Files.copy(encoded(6), audioFile(1), StandardCopyOption.REPLACE_EXISTING);
    assertThat(FillOutcome.count(fill(Scope.ALL, Mode.WRITE), State.FILLED)).isZero();
    List<FillOutcome> report = fill(Scope.ALL, Mode.WRITE, Recall.NOT_WITHOUT_ASKING);
    assertThat(report).filteredOn(o -> o.state() == State.FILLED).hasSize(1);
    assertThat(Files.readString(post(1)))
        .isEqualTo(text(1, Long.toString(Files.size(encoded(6))), "\"00:26\""));
  }

  @Test
  void wrongValuesAreMendedWithAllOnly() throws IOException {
    Files.writeString(post(0), text(0, "123", "\"59:59\""));
    Files.writeString(post(2), text(2, "6.1MB", "00:20"));
    List<FillOutcome> missing = fill(Scope.MISSING, Mode.WRITE);
    assertThat(FillOutcome.count(missing, State.WRONG)).isEqualTo(1);
    assertThat(Files.readString(post(0))).isEqualTo(text(0, "123", "\"59:59\""));
    assertThat(Files.readString(post(2)))
        .isEqualTo(text(2, Long.toString(Files.size(audioFile(2))), "\"00:22\""));
    fill(Scope.ALL, Mode.WRITE);
    assertThat(Files.readString(post(0)))
        .isEqualTo(text(0, Long.toString(Files.size(audioFile(0))), "\"00:20\""));
  }

  @Test
  void whatCannotBeHadIsListedAndDoesNotStopTheRest() throws IOException {
    Files.delete(audioFile(0));
    Files.delete(audioFile(1));
    Files.writeString(audioFile(2), "no audio");
    Files.writeString(post(3), "---\ntitle: a\ntitle: b\n---\n");
    Files.writeString(post(4), text(4, "0", "0").replace("/audio/", "/../../etc/"));
    List<FillOutcome> report = fill(Scope.MISSING, Mode.WRITE);
    assertThat(FillOutcome.count(report, State.MISSING)).isEqualTo(2);
    assertThat(FillOutcome.count(report, State.UNREACHABLE)).isEqualTo(1);
    assertThat(FillOutcome.count(report, State.REFUSED)).isEqualTo(2);
    assertThat(FillOutcome.count(report, State.FILLED)).isEqualTo(POSTS - 5);
    assertThat(report)
        .extracting(it -> it.reason().toString())
        .contains(
            "no such file in the site",
            "no MP3 frame found",
            "the server answered 404",
            "the key 'title' stands twice, first in line 2",
            "the path '/../../etc/" + name(4) + "' leads outside the site");
  }
}
