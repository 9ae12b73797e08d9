package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines that answer, but not with the sound of the words. */
class WrongSoundTest extends SiteCase {
  private static final int HEADER = 44;

  private Path post;

  @BeforeEach
  void open() throws IOException {
    post = site.post(3, 1);
  }

  private Shell.Result build(String... more) {
    List<String> args = new ArrayList<>(List.of("build", post.toString()));
    args.addAll(List.of(more));
    args.addAll(List.of("--engine", engine.url()));
    return Shell.building(folder).run(args.toArray(String[]::new));
  }

  private Path mp3() {
    return site.root().resolve("audio/そらまめ_3.mp3");
  }

  /** Every sample of a WAV file by its index. */
  private static UnaryOperator<byte[]> samples(IntUnaryOperator sample) {
    return wav -> {
      ByteBuffer file = ByteBuffer.wrap(wav.clone()).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = HEADER; at + 1 < wav.length; at += 2) {
        file.putShort(at, (short) sample.applyAsInt((at - HEADER) / 2));
      }
      return file.array();
    };
  }

  private static byte[] changedBytes(byte[] wav) {
    byte[] changed = wav.clone();
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      int at = HEADER + random.nextInt(wav.length - HEADER);
      changed[at] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static byte[] cut(byte[] wav) {
    return shortened(wav, (wav.length - HEADER) * 9 / 10 / 2 * 2);
  }

  /** WithoutOptions half of its closing silence, which lasts 0.1 s. */
  private static byte[] withoutSomeSilence(byte[] wav) {
    int second = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(28);
    return shortened(wav, wav.length - HEADER - second / 20 / 2 * 2);
  }

  private static byte[] shortened(byte[] wav, int bytes) {
    byte[] cut = Arrays.copyOf(wav, HEADER + bytes);
    ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 36 + bytes).putInt(40, bytes);
    return cut;
  }

  @Test
  void nothingWithoutAVoiceIsPublished() throws IOException {
    String before = Files.readString(post);
    Random random = new Random(5);
    engine.damage(samples(i -> (int) (6_000 * random.nextGaussian())));
    Shell.Result built = build();
    assertThat(built.code()).as(built.err()).isEqualTo(1);
    assertThat(built.err()).contains("the sound is an even hum or noise").contains("missing: ");
    assertThat(mp3()).doesNotExist();
    assertThat(post).hasContent(before);
  }

  @Test
  void linesThatCameDamagedAreMadeAgain() {
    List<Integer> lines = new ArrayList<>();
    engine.damage(
        wav -> {
          // A line that is made again comes as it is, whichever came meanwhile.
          int line = Arrays.hashCode(wav);
          if (lines.contains(line)) {
            return wav;
          }
          lines.add(line);
          return switch (lines.size()) {
            case 1 -> samples(i -> 8_000).apply(wav);
            case 3 -> changedBytes(wav);
            case 6 -> cut(wav);
            default -> wav;
          };
        });
    Shell.Result built = build();
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(engine.count("/synthesis")).isEqualTo(lines.size() + 3);
    assertThat(built.err()).doesNotContain("note: a");
  }

  @Test
  void soundsThatAlwaysLackSilenceAreRemarkedOn() {
    engine.damage(WrongSoundTest::withoutSomeSilence);
    Shell.Result built = build();
    long lines = engine.spoken().stream().distinct().count();
    assertThat(engine.count("/synthesis")).isEqualTo(2 * (int) lines);
    assertThat(built.err() + built.out()).contains("s where its query says");
  }

  @Test
  void soundsThatAreAlwaysCutInsideAWordAreNotPublished() throws IOException {
    String before = Files.readString(post);
    engine.damage(WrongSoundTest::cut);
    Shell.Result built = build();
    assertThat(built.code()).as(built.out()).isEqualTo(1);
    assertThat(built.err()).contains("the sound is cut off: it lasts ", "missing: ");
    assertThat(mp3()).doesNotExist();
    assertThat(post).hasContent(before);
  }

  @Test
  void anotherTextForEveryLineIsNotPublished() throws IOException {
    String before = Files.readString(post);
    String other = TestEngine.query("ワタシタチワキノーノアサカラウミベヲアルイテイマシタ");
    engine.failAlways("/audio_query", TestEngine.json(200, other));
    Files.writeString(site.root().resolve("zundacast.yaml"), "patience: 1\n");
    Shell.Result built = build();
    assertThat(built.code()).as(built.out()).isEqualTo(1);
    assertThat(built.err()).contains("with another text: ワタシタチワ");
    assertThat(mp3()).doesNotExist();
    assertThat(post).hasContent(before);
  }

  /** Answers queries for lines that may be taken with the query of another text. */
  private void answerWithAnotherText(int times) throws IOException {
    Files.writeString(post, Files.readString(post).replace("収穫の日は近いです", "そろそろおいしくたべられるころになりました"));
    String other = TestEngine.query("ワタシタチワキノーノアサカラウミベヲアルイテイマシタ");
    AtomicInteger left = new AtomicInteger(times);
    engine.fault(
        request ->
            request.getUrl().encodedPath().equals("/audio_query")
                    && String.valueOf(request.getUrl().queryParameter("text")).contains("おいしくたべられる")
                    && left.getAndDecrement() > 0
                ? TestEngine.json(200, other)
                : null);
  }

  @Test
  void aQueryOfAnotherTextIsAskedForAgain() throws IOException {
    answerWithAnotherText(1);
    Shell.Result built = build();
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(engine.spoken()).noneMatch(text -> text.startsWith("ワタシ"));
  }

  @Test
  void aQueryThatIsAlwaysOfAnotherTextIsNotPublished() throws IOException {
    answerWithAnotherText(Integer.MAX_VALUE);
    Shell.Result built = build();
    assertThat(built.code()).as(built.err()).isEqualTo(1);
    assertThat(built.err()).contains("with another text: ワタシタチワ");
    assertThat(mp3()).doesNotExist();
  }

  private void gabble() {
    engine.fault(
        request -> {
          String text = request.getUrl().queryParameter("text");
          return request.getUrl().encodedPath().equals("/audio_query") && text != null
              ? TestEngine.json(200, TestEngine.query(text).replace(":0.032", ":0.01"))
              : null;
        });
  }

  @Test
  void anEpisodeThatIsMuchTooShortIsNotPublished() throws IOException {
    String before = Files.readString(post);
    gabble();
    Shell.Result built = build();
    assertThat(built.code()).as(built.err()).isEqualTo(1);
    assertThat(built.err()).contains("the voices speak for 00:", "--allow-odd-length");
    assertThat(mp3()).doesNotExist();
    assertThat(post).hasContent(before);
    assertThat(build(site.post(2, 1).toString()).err())
        .as("of several, each by its name")
        .contains("-3.md: the voices speak for 00:", "-2.md: the voices speak for 00:");
    assertThat(build("--allow-odd-length").code()).isZero();
    assertThat(mp3()).isRegularFile();
  }
}
