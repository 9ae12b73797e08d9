package dev.zundacast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.fill.Fill.Mode;
import dev.zundacast.pipeline.fill.Fill.Scope;
import dev.zundacast.pipeline.fill.FillOutcome;
import dev.zundacast.pipeline.fill.FillOutcome.State;
import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.testkit.Nginx;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.RealShow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site of real posts: those whose audio is in the site find MP3s of many kinds there, and those
 * whose audio lies in a bucket find it on a real web server, since the bucket cannot be reached.
 */
@Tag("real")
class RealSiteTest {
  private static final Pattern PATH = Pattern.compile("(?m)^audio_file_path: (.*)$");
  private static final Pattern BUCKET = Pattern.compile("https://.*/audio/");

  @TempDir static Path samples;
  private static final List<Path> KINDS = new ArrayList<>();
  private static final Map<Path, Double> SECONDS = new LinkedHashMap<>();

  @TempDir Path folder;
  private Path site = Path.of("");
  private Nginx server;
  private final Map<Path, String> before = new LinkedHashMap<>();
  private final Map<Path, Path> audio = new LinkedHashMap<>();

  @BeforeAll
  static void encode() throws IOException {
    List<String> commands =
        List.of(
            "lame --quiet -b 96 -m m --resample 48 IN OUT",
            "lame --quiet -V 4 IN OUT",
            "lame --quiet -V 4 -t IN OUT",
            "lame --quiet -b 128 -t IN OUT",
            "lame --quiet -b 64 --resample 24 IN OUT",
            "lame --quiet -V 5 -t --resample 24 IN OUT",
            "lame --quiet -b 48 -m m --resample 22.05 IN OUT",
            "lame --quiet -b 16 -m m --resample 11.025 IN OUT",
            "ffmpeg -v error -i IN -c:a libmp3lame -q:a 3 OUT",
            "ffmpeg -v error -i IN -c:a libmp3lame -b:a 96k -write_xing 0 OUT",
            "ffmpeg -v error -i IN -c:a libshine -b:a 96k OUT",
            "gst-launch-1.0 -q filesrc location=IN ! wavparse ! audioconvert ! audioresample"
                + " ! lamemp3enc target=quality quality=4 ! xingmux ! id3v2mux"
                + " ! filesink location=OUT");
    for (int i = 0; i < commands.size(); i++) {
      Path wav = samples.resolve(i + ".wav");
      // Not a whole number of seconds, so that how lengths are rounded is seen too.
      String source = "sine=f=300:r=44100:d=" + (25 + i) + "." + (i * 37 % 90 + 5);
      Programs.output(("ffmpeg -v error -f lavfi -i " + source + " " + wav).split(" "));
      Path mp3 = samples.resolve(i + ".mp3");
      Programs.output(commands.get(i).replace("IN", wav + "").replace("OUT", mp3 + "").split(" "));
      KINDS.add(mp3);
    }
    alter();
    for (Path kind : KINDS) {
      SECONDS.put(kind, decodedSeconds(kind));
    }
  }

  /** What happens to files on their way. */
  private static void alter() throws IOException {
    byte[] info = Files.readAllBytes(KINDS.get(0));
    byte[] bare = Files.readAllBytes(KINDS.get(3));
    byte[] junk = new byte[3000];
    new Random(5).ints(junk.length, 0, 200).forEach(n -> junk[n % junk.length] = (byte) n);
    add("cover", id3v2(3_000_000), info);
    add("cover-bare", id3v2(700_000), bare);
    add("id3v1", bare, padded("TAG", 128));
    add("junk-before", junk, info);
    add("zeros-after", info, new byte[5000]);
    add("cut-last-frame", Arrays.copyOf(bare, bare.length - 100));
  }

  private static void add(String name, byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    KINDS.add(Files.write(samples.resolve(name + ".mp3"), all.toByteArray()));
  }

  private static byte[] padded(String start, int length) {
    return Arrays.copyOf(start.getBytes(StandardCharsets.US_ASCII), length);
  }

  private static byte[] id3v2(int size) {
    byte[] tag = padded("ID3\u0003", 10 + size);
    for (int i = 0; i < 4; i++) {
      tag[6 + i] = (byte) (size >> (21 - 7 * i) & 0x7f);
    }
    return tag;
  }

  private static double decodedSeconds(Path file) throws IOException {
    Path raw = samples.resolve("decoded.raw");
    String command = "ffmpeg -v fatal -y -i " + file + " -vn -ac 1 -ar 48000 -f s16le " + raw;
    Programs.run(command.split(" "));
    return Files.size(raw) / 96_000.0;
  }

  @BeforeEach
  void site() throws Exception {
    site = Files.createDirectories(folder.resolve("site"));
    Files.createDirectories(site.resolve("_posts"));
    Files.createDirectories(site.resolve("audio"));
    Files.writeString(site.resolve("_config.yml"), "title: 餅の時間\n");
    server = Nginx.in(folder);
    try (Stream<Path> posts = Files.list(RealShow.path("posts"))) {
      for (Path post : posts.sorted().toList()) {
        copy(post);
      }
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void copy(Path original) throws IOException {
    int i = before.size();
    String text = Files.readString(original);
    Matcher path = PATH.matcher(text);
    assertThat(path.find()).as(original.toString()).isTrue();
    String named = path.group(1);
    String name = named.substring(named.lastIndexOf('/') + 1);
    boolean remote = BUCKET.matcher(named).lookingAt();
    if (remote) {
      String place = server.url() + Nginx.PLACES.get(i % Nginx.PLACES.size());
      // Some people escape addresses themselves.
      String file = i % 5 == 0 ? URLEncoder.encode(name, StandardCharsets.UTF_8) : name;
      text = text.substring(0, path.start(1)) + place + file + text.substring(path.end(1));
    }
    Path kind = KINDS.get(i % KINDS.size());
    Files.copy(kind, (remote ? server.files() : site.resolve("audio")).resolve(name));
    Path post = site.resolve("_posts").resolve(original.getFileName());
    Files.writeString(post, text);
    before.put(post, text);
    audio.put(post, kind);
  }

  private List<FillOutcome> fill(Scope scope, Mode mode) throws IOException {
    AudioPlaces.Search search =
        new AudioPlaces.Search(
            Optional.empty(), Recall.FOR_A_DAY, Optional.empty(), folder.resolve("out"));
    return new Fill(search, scope, mode, Download.WHERE_NEEDED, Progress.SILENT).run(List.of(site));
  }

  @Test
  void everyValueIsRightAndEveryOtherByteTheSame() throws IOException {
    int posts = before.size();
    assertThat(FillOutcome.count(fill(Scope.MISSING, Mode.DRY_RUN), State.FILLED)).isEqualTo(posts);
    for (Map.Entry<Path, String> post : before.entrySet()) {
      assertThat(Files.readString(post.getKey())).isEqualTo(post.getValue());
    }
    server.requests();

    List<FillOutcome> filled = fill(Scope.MISSING, Mode.WRITE);
    assertThat(filled).allMatch(outcome -> outcome.state() == State.FILLED);
    // The dry run has learned all that there is to know.
    assertThat(server.requests()).isEmpty();
    for (Path post : before.keySet()) {
      assertFilled(post);
    }

    Map<Path, String> after = new LinkedHashMap<>();
    for (Path post : before.keySet()) {
      after.put(post, Files.readString(post));
    }
    assertThat(FillOutcome.count(fill(Scope.MISSING, Mode.WRITE), State.RIGHT)).isEqualTo(posts);
    assertThat(FillOutcome.count(fill(Scope.ALL, Mode.WRITE), State.RIGHT)).isEqualTo(posts);
    assertThat(server.requests()).isEmpty();
    for (Map.Entry<Path, String> post : after.entrySet()) {
      assertThat(Files.readString(post.getKey())).isEqualTo(post.getValue());
    }
  }

  private void assertFilled(Path post) throws IOException {
    Path file = audio.get(post);
    String text = Files.readString(post);
    Matcher stated = Pattern.compile("(?m)^duration: \"(\\d\\d):(\\d\\d)\"$").matcher(text);
    assertThat(stated.find()).as(post.toString()).isTrue();
    String expected =
        before
            .get(post)
            .replaceFirst("(?m)^audio_file_size: 0$", "audio_file_size: " + Files.size(file))
            .replaceFirst("(?m)^duration: \"00:00\"$", stated.group());
    assertThat(text).isEqualTo(expected);
    int seconds = Integer.parseInt(stated.group(1)) * 60 + Integer.parseInt(stated.group(2));
    double played = SECONDS.get(file);
    // Rounded up, where decoders differ by a frame and the padding of encoders.
    assertThat(seconds - played).as(file + " plays " + played).isBetween(-0.1, 1.1);
  }
}
