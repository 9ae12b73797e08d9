package dev.zundacast.audio.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.length.AudioFiles.Effort;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.testkit.Programs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lengths of files that lame and ffmpeg made, judged by what ffmpeg or mpg123 plays of them. */
class AudioFilesTest {
  private static final double TOLERANCE = 0.1;

  @TempDir static Path folder;

  private static final Map<String, byte[]> SAMPLES = new LinkedHashMap<>();

  @BeforeAll
  static void encode() throws IOException {
    Path wav = folder.resolve("source.wav");
    // Noise that swells and fades, so that a variable rate really varies.
    Programs.output(
        "ffmpeg",
        "-v",
        "error",
        "-y",
        "-f",
        "lavfi",
        "-i",
        "aevalsrc=(0.1+0.4*sin(0.9*t)^8)*(2*random(0)-1)+0.2*sin(880*t)*gt(sin(2*t)\\,0)"
            + ":s=44100:d=31.4",
        "-ac",
        "2",
        wav.toString());
    lameSamples(wav);
    ffmpegSamples(wav);
    altered();
  }

  private static void lameSamples(Path wav) throws IOException {
    lame(wav, "cbr-info", "-b", "128");
    lame(wav, "cbr-without-header", "-b", "128", "-t");
    lame(wav, "vbr-xing", "-V", "4");
    lame(wav, "vbr-without-header", "-V", "4", "-t");
    lame(wav, "abr", "--abr", "100");
    lame(wav, "mono", "-b", "64", "-m", "m");
    lame(wav, "mpeg2-24k", "-b", "64", "--resample", "24");
    lame(wav, "mpeg2-22k-mono", "-b", "48", "-m", "m", "--resample", "22.05");
    lame(wav, "mpeg2-vbr-without-header", "-V", "5", "-t", "--resample", "24");
    lame(wav, "mpeg25-11k", "-b", "16", "-m", "m", "--resample", "11.025");
    lame(wav, "mpeg25-8k-vbr-without-header", "-V", "6", "-t", "-m", "m", "--resample", "8");
    lame(wav, "with-crc", "-b", "96", "-p");
    lame(wav, "48k", "-b", "96", "-m", "m", "--resample", "48");
  }

  private static void ffmpegSamples(Path wav) throws IOException {
    ffmpeg(wav, "xing.mp3", "-c:a", "libmp3lame", "-q:a", "3");
    ffmpeg(wav, "without.mp3", "-c:a", "libmp3lame", "-b:a", "96k", "-write_xing", "0");
    ffmpeg(wav, "moov-at-end.m4a", "-c:a", "aac", "-b:a", "96k");
    ffmpeg(wav, "moov-first.m4a", "-c:a", "aac", "-movflags", "+faststart");
    ffmpeg(
        wav,
        "fragments.m4a",
        "-c:a",
        "aac",
        "-movflags",
        "frag_keyframe+empty_moov",
        "-frag_duration",
        "2000000");
    ffmpeg(wav, "low-rate.m4a", "-c:a", "aac", "-ar", "22050", "-ac", "1");
    ffmpeg(wav, "adts.aac", "-c:a", "aac", "-f", "adts");
    ffmpeg(wav, "24-bit.wav", "-c:a", "pcm_s24le");
    ffmpeg(wav, "float-mono.wav", "-c:a", "pcm_f32le", "-ac", "1", "-ar", "24000");
    ffmpeg(wav, "rf64.wav", "-rf64", "always");
    ffmpeg(wav, "mu-law.wav", "-c:a", "pcm_mulaw", "-ar", "8000", "-ac", "1");
    ffmpeg(wav, "layer2.mp2", "-c:a", "mp2", "-b:a", "128k");
  }

  /** What happens to files on their way: tags, junk, cuts. */
  private static void altered() {
    byte[] info = sample("cbr-info");
    byte[] bare = sample("cbr-without-header");
    byte[] vbr = sample("vbr-xing");
    byte[] bareVbr = sample("vbr-without-header");
    byte[] id3v1 = padded("TAG", 128);
    byte[] ape = ape(5000);
    SAMPLES.put("id3v2-of-5-mb", join(id3v2(5_000_000), info));
    SAMPLES.put("id3v2-of-5-mb-vbr-without-header", join(id3v2(5_000_000), bareVbr));
    SAMPLES.put("two-id3v2", join(id3v2(700), id3v2(9000), vbr));
    SAMPLES.put("id3v1", join(info, id3v1));
    SAMPLES.put("id3v1-without-header", join(bare, id3v1));
    SAMPLES.put("ape-and-id3v1", join(bareVbr, ape, id3v1));
    SAMPLES.put("ape-after-info", join(info, ape));
    SAMPLES.put("lyrics3", join(bare, lyrics3(), id3v1));
    SAMPLES.put("junk-before", join(junk(3000), info));
    SAMPLES.put("junk-before-vbr-without-header", join(junk(3000), bareVbr));
    SAMPLES.put("junk-after", join(bare, junk(20_000)));
    SAMPLES.put("zeros-after", join(info, new byte[30_000]));
    SAMPLES.put("zeros-in-the-middle", join(half(bare), new byte[50_000], rest(bare)));
    SAMPLES.put("cut-at-half-info", half(info));
    SAMPLES.put("cut-at-half-xing", half(vbr));
    SAMPLES.put("cut-in-the-last-frame", Arrays.copyOf(bare, bare.length - 100));
    SAMPLES.put("cut-to-a-tenth-vbr", Arrays.copyOf(bareVbr, bareVbr.length / 10));
    SAMPLES.put("two-files-in-one", join(info, info));
    SAMPLES.put("two-files-with-tags-in-one", join(id3v2(300), info, id3v2(4000), vbr, id3v1));
    SAMPLES.put("mono-after-stereo", join(bare, sample("mono")));
    SAMPLES.put("wav-that-says-0", withDataSize(sample("24-bit.wav"), 0));
    SAMPLES.put("wav-that-says-most", withDataSize(sample("float-mono.wav"), -1));
    SAMPLES.put("wav-cut-at-half", half(sample("24-bit.wav")));
    SAMPLES.put("wav-with-odd-chunk", withOddChunk(sample("mu-law.wav")));
  }

  static Stream<String> names() throws IOException {
    if (SAMPLES.isEmpty()) {
      encode();
    }
    return SAMPLES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAsLongAsDecodersPlay(String name) throws IOException {
    Path file = write(name);
    double measured = AudioFiles.measure(file).millis() / 1000.0;
    double ffmpeg = ffmpegSeconds(file);
    if (Math.abs(measured - ffmpeg) > TOLERANCE) {
      assertThat(measured)
          .as("ffmpeg plays %.3f s of %s", ffmpeg, name)
          .isCloseTo(mpg123Seconds(file), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSparingReaderIsRightOrSaysNothing(String name) throws IOException {
    byte[] bytes = sample(name);
    CountingSource source = new CountingSource(bytes);
    Optional<AudioLength> sparing = AudioFiles.measure(source, Effort.SPARING);
    AudioLength whole = AudioFiles.measure(new CountingSource(bytes), Effort.WHOLE).orElseThrow();
    sparing.ifPresent(
        length ->
            assertThat(length.millis())
                .as(name)
                .isCloseTo(whole.millis(), within(Math.round(TOLERANCE * 1000))));
    assertThat(source.read).as("bytes read of %s", name).isLessThan(400_000);
  }

  @Test
  void oneReadIsEnoughWithAHeader() throws IOException {
    CountingSource source = new CountingSource(sample("cbr-info"));
    AudioFiles.measure(source, Effort.WHOLE);
    assertThat(source.reads).isEqualTo(1);
  }

  @Test
  void aCutFileIsSeen() throws IOException {
    assertThat(AudioFiles.measure(write("cut-at-half-info")).state()).isEqualTo(State.CUT);
    assertThat(AudioFiles.measure(write("wav-cut-at-half")).state()).isEqualTo(State.CUT);
    assertThat(AudioFiles.measure(write("cbr-info")).state()).isEqualTo(State.WHOLE);
  }

  @Test
  void whatIsNoAudioIsRefused() throws IOException {
    Path text = folder.resolve("no.mp3");
    Files.writeString(text, "<!DOCTYPE html><title>404</title>".repeat(1000));
    assertThatThrownBy(() -> AudioFiles.measure(text))
        .isInstanceOf(NoAudioException.class)
        .hasMessage("no MP3 frame found");
    Path empty = folder.resolve("empty.mp3");
    Files.write(empty, new byte[0]);
    assertThatThrownBy(() -> AudioFiles.measure(empty)).hasMessage("the file is empty");
  }

  @Test
  @Timeout(60)
  void damagedFilesEndWithALengthOrAReason() throws IOException {
    Random random = new Random(7);
    String[] names = {"vbr-xing", "moov-first.m4a", "fragments.m4a", "adts.aac", "rf64.wav"};
    for (int i = 0; i < 500; i++) {
      byte[] bytes = Arrays.copyOf(sample(names[i % names.length]), 60_000);
      for (int n = 0; n < 1 + random.nextInt(30); n++) {
        bytes[random.nextInt(random.nextBoolean() ? 200 : bytes.length)] = (byte) random.nextInt();
      }
      try {
        AudioLength length =
            AudioFiles.measure(new CountingSource(bytes), Effort.WHOLE).orElseThrow();
        assertThat(length.millis()).isNotNegative();
      } catch (NoAudioException e) {
        assertThat(e).hasMessageMatching(".{10,}");
      }
    }
  }

  /** A source in memory that counts what is read of it. */
  private static final class CountingSource implements AudioSource {
    private final byte[] bytes;
    private long read;
    private int reads;

    CountingSource(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void read(long position, ByteBuffer target) {
      int count = (int) Math.max(0, Math.min(target.remaining(), bytes.length - position));
      target.put(bytes, (int) position, count);
      read += count;
      reads++;
    }
  }

  private static double ffmpegSeconds(Path file) throws IOException {
    Path raw = folder.resolve("ffmpeg.raw");
    Programs.output(
        "ffmpeg",
        "-v",
        "fatal",
        "-y",
        "-i",
        file.toString(),
        "-vn",
        "-ac",
        "1",
        "-ar",
        "8000",
        "-f",
        "s16le",
        raw.toString());
    return Files.size(raw) / 16_000.0;
  }

  private static double mpg123Seconds(Path file) throws IOException {
    Path raw = folder.resolve("mpg123.raw");
    Programs.run("mpg123", "-q", "-m", "-r", "8000", "-O", raw.toString(), "-s", file.toString());
    return Files.exists(raw) ? Files.size(raw) / 16_000.0 : 0;
  }

  private static void lame(Path wav, String name, String... options) throws IOException {
    Path mp3 = folder.resolve(name + ".mp3");
    String[] command = Arrays.copyOf(new String[] {"lame", "--quiet"}, options.length + 4);
    System.arraycopy(options, 0, command, 2, options.length);
    command[options.length + 2] = wav.toString();
    command[options.length + 3] = mp3.toString();
    Programs.output(command);
    SAMPLES.put(name, Files.readAllBytes(mp3));
  }

  private static void ffmpeg(Path wav, String name, String... options) throws IOException {
    Path target = folder.resolve(name);
    String[] start = {"ffmpeg", "-v", "error", "-y", "-i", wav.toString()};
    String[] command = Arrays.copyOf(start, start.length + options.length + 1);
    System.arraycopy(options, 0, command, start.length, options.length);
    command[command.length - 1] = target.toString();
    Programs.output(command);
    SAMPLES.put(name, Files.readAllBytes(target));
  }

  private static Path write(String name) throws IOException {
    Path file = folder.resolve("sample-" + name + (name.contains(".") ? "" : ".mp3"));
    Files.write(file, sample(name));
    return file;
  }

  private static byte[] sample(String name) {
    return Optional.ofNullable(SAMPLES.get(name)).orElseThrow();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] rest(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
  }

  private static byte[] junk(int length) {
    byte[] junk = new byte[length];
    new Random(3).nextBytes(junk);
    return junk;
  }

  private static byte[] padded(String head, int length) {
    return Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), length);
  }

  private static byte[] id3v2(int size) {
    byte[] tag = new byte[10 + size];
    // A picture's bytes hold what looks like frames.
    new Random(5).nextBytes(tag);
    byte[] head = {
      'I',
      'D',
      '3',
      3,
      0,
      0,
      (byte) (size >> 21),
      (byte) (size >> 14 & 127),
      (byte) (size >> 7 & 127),
      (byte) (size & 127)
    };
    System.arraycopy(head, 0, tag, 0, head.length);
    return tag;
  }

  private static byte[] ape(int items) {
    ByteBuffer tag = ByteBuffer.allocate(32 + items + 32).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int at : new int[] {0, 32 + items}) {
      tag.position(at);
      tag.put("APETAGEX".getBytes(StandardCharsets.US_ASCII)).putInt(2000).putInt(items + 32);
      tag.putInt(0).putInt(at == 0 ? 0xA0000000 : 0x80000000);
    }
    return tag.array();
  }

  private static byte[] lyrics3() {
    String body = "LYRICSBEGIN" + "IND00002" + "10" + "LYR00100" + "x".repeat(100);
    return String.format(java.util.Locale.ROOT, "%s%06dLYRICS200", body, body.length())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] withDataSize(byte[] wav, int size) {
    ByteBuffer bytes = ByteBuffer.wrap(wav.clone()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    return bytes.putInt(dataChunk(wav) + 4, size).array();
  }

  private static byte[] withOddChunk(byte[] wav) {
    int data = dataChunk(wav);
    byte[] odd = {'n', 'o', 't', 'e', 3, 0, 0, 0, 1, 2, 3, 0};
    return join(Arrays.copyOf(wav, data), odd, Arrays.copyOfRange(wav, data, wav.length));
  }

  private static int dataChunk(byte[] wav) {
    return new String(wav, 0, 500, StandardCharsets.ISO_8859_1).indexOf("data");
  }
}
