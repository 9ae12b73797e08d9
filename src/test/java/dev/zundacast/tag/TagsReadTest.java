package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Damage;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsReadTest {
  private static final int ROUNDS = Damage.rounds(500, 3_000);

  @TempDir Path folder;

  @Test
  void readsBackWhatWasWritten() throws IOException {
    byte[] tag = Tags.id3(Samples.CONTENT, Samples.timeline());

    TagSummary read = Tags.read(file(tag)).orElseThrow();

    assertThat(tag[3]).isEqualTo((byte) 3);
    assertThat(read.title()).isEqualTo("もちもちラジオ 第7回");
    assertThat(read.album()).isEqualTo("もちもちラジオ");
    assertThat(read.artist()).isEqualTo("もちもちラジオ");
    assertThat(read.encodedBy()).isEqualTo("zundacast");
    assertThat(read.comments())
        .containsExactly("お餅の話 & 新しい道具の話\n\nVOICEVOX:ずんだもん\nこの番組の声は、合成音声（AI音声）です。");
    assertThat(read.hasCover()).isFalse();
    assertThat(read.chapters()).containsExactly("オープニング", "枝豆の「すり鉢」", "おわりに");
  }

  @Test
  void threeHundredChaptersComeBack() throws IOException {
    byte[] tag = Tags.id3(Samples.CONTENT, Samples.timelineOf(300));

    assertThat(Tags.read(file(tag)).orElseThrow().chapters()).hasSize(300);
  }

  @Test
  void aCoverIsSeen() throws IOException {
    byte[] bytes = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0, 1, 2};
    TagContent content = Samples.with(Optional.of(new Picture("image/jpeg", bytes)), Map.of());

    byte[] tag = Tags.id3(content, Samples.timeline());

    assertThat(Tags.read(file(tag)).orElseThrow().hasCover()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void readsWhatFfmpegWrites(int version) throws IOException {
    Path meta = folder.resolve("meta.txt");
    Files.writeString(
        meta,
        """
        ;FFMETADATA1
        title=ほかの番組
        album=ほか
        artist=だれか
        [CHAPTER]
        TIMEBASE=1/1000
        START=0
        END=400
        title=はじめ
        [CHAPTER]
        TIMEBASE=1/1000
        START=400
        END=1000
        title=おわり
        """);
    Path mp3 = folder.resolve("other.mp3");
    Programs.generate(
        "anullsrc=r=48000:cl=mono",
        "-i",
        meta.toString(),
        "-map_metadata",
        "1",
        "-t",
        "1",
        "-id3v2_version",
        Integer.toString(version),
        mp3.toString());

    TagSummary read = Tags.read(mp3).orElseThrow();

    assertThat(Files.readAllBytes(mp3)[3]).isEqualTo((byte) version);
    assertThat(read.title()).isEqualTo("ほかの番組");
    assertThat(read.album()).isEqualTo("ほか");
    assertThat(read.chapters()).containsExactly("はじめ", "おわり");
  }

  /** As Audacity writes it, with a checksum; version 2.3 counts its size otherwise. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ID3\4\0@\0\0\0\32\0\0\0\14\1 \5\6\3\32\3\177TIT2\0\0\0\4\0\0\0box",
        "ID3\3\0@\0\0\0\34\0\0\0\12\200\0\0\0\0\0\1\2\3\4TIT2\0\0\0\4\0\0\0box"
      })
  void readsBehindAnExtendedHeader(String tag) throws IOException {
    byte[] bytes = tag.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Tags.read(file(bytes)).orElseThrow().title()).isEqualTo("box");
  }

  @Test
  void anythingElseHasNoTag() throws IOException {
    assertThat(Tags.read(file(new byte[0]))).isEmpty();
    assertThat(Tags.read(file(new byte[] {(byte) 0xFF, (byte) 0xFB, 0, 0, 0, 0, 0, 0, 0, 0, 0})))
        .isEmpty();
  }

  @Test
  void hugeClaimsAreHeldToWhatIsThere() throws IOException {
    byte[] tag = {
      'I', 'D', '3', 3, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f, 'T', 'I', 'T', '2', 0x7f, -1, -1, -1, 0, 0, 1
    };

    TagSummary read = Tags.read(file(tag)).orElseThrow();

    assertThat(read.title()).isEmpty();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void damagedTagsEndWithoutAnException() throws IOException {
    byte[] whole = Tags.id3(Samples.CONTENT, Samples.timeline());
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 6; i++) {
        damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt(256);
      }
      assertThat(String.valueOf(Tags.read(file(damaged)))).doesNotContain("null");
    }
  }

  /** One without a byte, and one whose bytes are no UTF-8. */
  @Test
  void aDamagedFrameLeavesTheOthers() throws IOException {
    byte[] tag =
        "ID3\3\0\0\0\0\0\45TALB\0\0\0\0\0\0TPE1\0\0\0\3\0\0\3A\u00FFTIT2\0\0\0\4\0\0\0box"
            .getBytes(StandardCharsets.ISO_8859_1);

    TagSummary read = Tags.read(file(tag)).orElseThrow();

    assertThat(read.title()).isEqualTo("box");
    assertThat(read.album() + read.artist()).isEmpty();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.mp3"), bytes);
  }
}
