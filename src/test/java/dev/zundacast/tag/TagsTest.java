package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.testkit.Programs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags read by programs that know nothing of ours: ffprobe, mutagen, eyeD3 and mp3val. */
class TagsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void ffprobeReadsTheSameChapters() throws IOException {
    JsonNode chapters = ffprobe(mp3(Tags.id3(Samples.CONTENT, Samples.timeline()))).get("chapters");

    assertThat(chapters.findValuesAsText("title")).containsExactly("オープニング", "枝豆の「すり鉢」", "おわりに");
    assertThat(chapters.findValuesAsText("start_time"))
        .containsExactly("0.000000", "2.500000", "7.000000");
    assertThat(chapters.findValuesAsText("end_time"))
        .containsExactly("2.500000", "7.000000", "10.000000");
  }

  @Test
  void ffprobeReadsTheNames() throws IOException {
    JsonNode tags =
        ffprobe(mp3(Tags.id3(Samples.CONTENT, Samples.timeline()))).get("format").get("tags");

    assertThat(tags.get("title").asText()).isEqualTo("もちもちラジオ 第7回");
    assertThat(tags.get("album").asText()).isEqualTo("もちもちラジオ");
    assertThat(tags.get("artist").asText()).isEqualTo("もちもちラジオ");
    assertThat(tags.get("album_artist").asText()).isEqualTo("もちもちラジオ");
    assertThat(tags.get("genre").asText()).isEqualTo("Podcast");
    assertThat(tags.get("track").asText()).isEqualTo("7");
    assertThat(tags.get("language").asText()).isEqualTo("jpn");
    assertThat(tags.get("comment").asText())
        .isEqualTo("お餅の話 & 新しい道具の話\n\nVOICEVOX:ずんだもん\nこの番組の声は、合成音声（AI音声）です。");
    assertThat(tags.get("credit").asText()).isEqualTo("VOICEVOX:ずんだもん");
    assertThat(tags.toString()).doesNotContain("\ufeff").doesNotContain("\u2067");
  }

  @Test
  void mutagenReadsTheSameFrames() throws IOException {
    Path mp3 = mp3(Tags.id3(Samples.CONTENT, Samples.timeline()));

    String read = Programs.output("mutagen-inspect", mp3.toString());

    assertThat(read)
        .contains("TIT2=もちもちラジオ 第7回\n")
        .contains("TLAN=jpn\n")
        .contains("TDRC=2026-03-18 05:00:00\n") // how mutagen joins TYER, TDAT and TIME
        .contains("WOAF=https://example.com/episode/7\n")
        .contains("COMM==jpn=お餅の話")
        .contains("USLT==jpn=こんにちは、ぼくなのだ。")
        .contains("https://example.com/%E6%9E%9D%E8%B1%86?a=1&b=2")
        .doesNotContain("\ufeff")
        .doesNotContain("コンニチワ");
  }

  @Test
  void eyeD3ReadsTheSameChapters() throws IOException {
    Path mp3 = mp3(Tags.id3(Samples.CONTENT, Samples.timeline()));

    Path script = folder.resolve("chapters.py");
    Files.writeString(
        script,
        """
        def audioFile(file):
            for chapter in file.tag.chapters:
                print(chapter.times.start, chapter.times.end, chapter.title, chapter.user_url)
            for table in file.tag.table_of_contents:
                print(table.toplevel, table.ordered, b" ".join(table.child_ids).decode())
        """);

    String read = Programs.output("eyeD3", "-P", "pymod", "-m", script.toString(), mp3.toString());

    assertThat(read)
        .isEqualTo(
            """
            0 2500 オープニング None
            2500 7000 枝豆の「すり鉢」 https://example.com/%E6%9E%9D%E8%B1%86?a=1&b=2
            7000 10000 おわりに None
            True True ch1 ch2 ch3
            """);
  }

  @Test
  void mp3valFindsNothingWrong() throws IOException {
    Path mp3 = mp3(Tags.id3(Samples.CONTENT, Samples.timeline()));

    assertThat(Programs.output("mp3val", mp3.toString()))
        .contains("ID3v2")
        .doesNotContain("WARNING");
  }

  @Test
  void aDraftSaysSoBeforeAllElse() throws IOException {
    TagContent draft =
        new TagContent(
            "題",
            "番組",
            Samples.CONTENT.number(),
            Samples.CONTENT.date(),
            "ja",
            "",
            "",
            List.of("MMDAgent Mei (CC BY 3.0)"),
            TagContent.Take.DRAFT,
            Optional.empty(),
            Map.of());

    JsonNode tags = ffprobe(mp3(Tags.id3(draft, Samples.timeline()))).get("format").get("tags");

    assertThat(tags.get("comment").asText())
        .isEqualTo(
            "下書きの音声です (draft voice, not for publication)\n\nMMDAgent Mei (CC BY 3.0)\n"
                + "この番組の声は、合成音声（AI音声）です。");
  }

  @Test
  void threeHundredChaptersAllArrive() throws IOException {
    JsonNode chapters =
        ffprobe(mp3(Tags.id3(Samples.CONTENT, Samples.timelineOf(300)))).get("chapters");

    assertThat(chapters.findValuesAsText("title"))
        .containsExactlyElementsOf(IntStream.range(0, 300).mapToObj(i -> "第" + i + "章").toList());
  }

  @Test
  void theCoverArrivesByteForByte() throws IOException {
    Path file = folder.resolve("cover.png");
    Files.write(file, png(64, 64));
    Picture picture = Tags.picture(file);
    Path mp3 = mp3(Tags.id3(Samples.with(Optional.of(picture), Map.of()), Samples.timeline()));
    Path out = folder.resolve("out.png");

    Programs.output("ffmpeg", "-v", "error", "-i", mp3.toString(), "-c", "copy", out.toString());

    assertThat(out).hasSameBinaryContentAs(file);
  }

  @Test
  void aSectionsPictureStaysInItsChapter() throws IOException {
    Picture picture = new Picture("image/png", png(32, 32));

    Path mp3 =
        mp3(Tags.id3(Samples.with(Optional.empty(), Map.of("a1", picture)), Samples.timeline()));

    assertThat(ffprobe(mp3).get("chapters").findValuesAsText("title")).hasSize(3);
    assertThat(Programs.output("mutagen-inspect", mp3.toString()))
        .contains("    APIC=other,  (image/png, ");
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  /** Ten silent seconds with {@code tag} in front. */
  private Path mp3(byte[] tag) throws IOException {
    Path plain = folder.resolve("plain.mp3");
    Programs.generate(
        "anullsrc=r=48000:cl=mono",
        "-t",
        "10",
        "-b:a",
        "96k",
        "-id3v2_version",
        "0",
        plain.toString());
    Path tagged = folder.resolve("tagged.mp3");
    try (var out = Files.newOutputStream(tagged)) {
      out.write(tag);
      Files.copy(plain, out);
    }
    return tagged;
  }

  private static JsonNode ffprobe(Path mp3) throws IOException {
    String read =
        Programs.output(
            "ffprobe",
            "-v",
            "error",
            "-print_format",
            "json",
            "-show_chapters",
            "-show_format",
            "-show_streams",
            mp3.toString());
    return JSON.readTree(read);
  }
}
