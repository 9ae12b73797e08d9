package dev.zundacast.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.episode.Timeline;
import dev.zundacast.tag.Tags.Sidecar;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarsTest {
  private static final String AUDIO = "もち_7.mp3";

  @TempDir Path folder;

  @Test
  void webVttNamesTheSpeakerAndEscapesTheText() {
    assertThat(text(".vtt", Samples.timeline()))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.300 --> 00:00:02.100
            <v ずんだもん>こんにちは、ぼくなのだ。</v>

            00:00:02.600 --> 00:00:04.400
            <v ずんだもん>APIの値は1 &lt; 2 &amp;&amp; 3 --&gt; 4なのだ。</v>

            00:00:04.600 --> 00:00:06.400
            <v 春日部つむぎ>ほんとだよ！</v>

            00:00:07.300 --> 00:00:09.200
            <v ずんだもん>バイバイなのだ！</v>
            """);
  }

  @Test
  void subRipNamesTheSpeakerWhereItChanges() {
    assertThat(text(".srt", Samples.timeline()))
        .isEqualTo(
            """
            1
            00:00:00,300 --> 00:00:02,100
            ずんだもん: こんにちは、
            ぼくなのだ。

            2
            00:00:02,600 --> 00:00:04,400
            APIの値は1 ＜ 2 && 3 →
            4なのだ。

            3
            00:00:04,600 --> 00:00:06,400
            春日部つむぎ: ほんとだよ！

            4
            00:00:07,300 --> 00:00:09,200
            ずんだもん: バイバイなのだ！

            """);
  }

  @Test
  void aLongLineBecomesSeveralSubRipCuesOverItsOwnTime() {
    String written = "枝豆をすりつぶして作るずんだ餅は、東北地方でむかしから食べられている、とてもおいしいおやつなのだ。";

    String srt = text(".srt", Samples.oneLine(written, 1_000, 9_000));

    assertThat(srt)
        .startsWith("1\n00:00:01,000 --> ")
        .contains("\n2\n")
        .contains(" --> 00:00:09,000");
    assertThat(srt.replaceAll("(?m)^(\\d+|.* --> .*)$|\n", "")).isEqualTo("ずんだもん: " + written);
    assertThat(srt.lines()).allMatch(line -> columns(line) <= 32);
  }

  @Test
  void plainTextIsOneUtteranceALine() {
    assertThat(text(".txt", Samples.oneLine("一行\nだけ", 0, 10))).isEqualTo("一行 だけ\n");
    assertThat(text(".txt", Samples.timeline()).lines()).hasSize(4).contains("春日部つむぎ: ほんとだよ！");
  }

  @Test
  void jsonTranscriptFollowsThePodcastNamespace() throws IOException {
    JsonNode transcript = new ObjectMapper().readTree(text(".transcript.json", Samples.timeline()));

    assertThat(transcript.get("version").asText()).isEqualTo("1.0.0");
    JsonNode second = transcript.get("segments").get(1);
    assertThat(second.get("speaker").asText()).isEqualTo("ずんだもん");
    assertThat(second.get("startTime").doubleValue()).isEqualTo(2.6);
    assertThat(second.get("endTime").doubleValue()).isEqualTo(4.4);
    assertThat(second.get("body").asText()).isEqualTo("APIの値は1 < 2 && 3 --> 4なのだ。");
  }

  @Test
  void chaptersFollowThePodcastNamespace() {
    assertThat(text(".chapters.json", Samples.timeline()))
        .isEqualTo(
            """
            {
              "version" : "1.2.0",
              "title" : "もちもちラジオ 第7回",
              "podcastName" : "もちもちラジオ",
              "chapters" : [ {
                "startTime" : 0.0,
                "endTime" : 2.5,
                "title" : "オープニング"
              }, {
                "startTime" : 2.5,
                "endTime" : 7.0,
                "title" : "枝豆の「すり鉢」",
                "url" : "https://example.com/%E6%9E%9D%E8%B1%86?a=1&b=2"
              }, {
                "startTime" : 7.0,
                "endTime" : 10.0,
                "title" : "おわりに"
              } ]
            }
            """);
  }

  @Test
  void stampsBeginAtZeroAndCountHours() {
    assertThat(Chapter.stamps(Chapter.of(Samples.timeline())))
        .isEqualTo("00:00 オープニング\n00:02 枝豆の「すり鉢」\n00:07 おわりに\n");
    assertThat(Chapter.stamps(Chapter.of(Samples.timelineOf(3_700))))
        .contains("\n59:59 第3599章\n1:00:00 第3600章\n");
  }

  @Test
  void theTimelineHoldsBothTextsAndContiguousSections() throws IOException {
    JsonNode timeline = new ObjectMapper().readTree(text(".json", Samples.timeline()));

    assertThat(timeline.get("version").intValue()).isEqualTo(1);
    assertThat(timeline.get("audio").asText()).isEqualTo("もち_7.mp3");
    assertThat(timeline.get("sample_rate").intValue()).isEqualTo(48_000);
    assertThat(timeline.get("duration_ms").intValue()).isEqualTo(10_000);
    assertThat(timeline.get("sections").findValuesAsText("no")).containsExactly("1", "2", "3");
    assertThat(timeline.get("sections").findValuesAsText("start_ms"))
        .containsExactly("0", "2500", "7000");
    assertThat(timeline.get("sections").findValuesAsText("end_ms"))
        .containsExactly("2500", "7000", "10000");
    JsonNode line = timeline.get("lines").get(0);
    assertThat(line.get("id").asText()).isEqualTo("op.01");
    assertThat(line.get("section").asText()).isEqualTo("op");
    assertThat(line.get("written").asText()).isEqualTo("こんにちは、ぼくなのだ。");
    assertThat(line.get("spoken").asText()).isEqualTo("コンニチワ、ボクナノダ。");
    assertThat(line.get("start_ms").intValue()).isEqualTo(300);
    assertThat(line.get("end_ms").intValue()).isEqualTo(2_100);
  }

  @Test
  void theSuffixesAreThoseOfAllSideFiles() {
    assertThat(Sidecars.of(Samples.CONTENT, AUDIO, Samples.timeline()))
        .extracting(Sidecar::suffix)
        .isEqualTo(Tags.SIDE_FILE_SUFFIXES);
  }

  @Test
  void onlyTheTimelineHoldsWhatIsSpoken() {
    for (Sidecar sidecar : Sidecars.of(Samples.CONTENT, AUDIO, Samples.timeline())) {
      assertThat(sidecar.text().contains("コンニチワ")).isEqualTo(sidecar.suffix().equals(".json"));
    }
  }

  @Test
  void ffmpegReadsBothCaptionsAlike() throws IOException {
    assertThat(ffmpegLines(".vtt"))
        .containsExactly(
            "1",
            "00:00:00,300 --> 00:00:02,100",
            "こんにちは、ぼくなのだ。",
            "",
            "2",
            "00:00:02,600 --> 00:00:04,400",
            "APIの値は1 < 2 && 3 --> 4なのだ。",
            "",
            "3",
            "00:00:04,600 --> 00:00:06,400",
            "ほんとだよ！",
            "",
            "4",
            "00:00:07,300 --> 00:00:09,200",
            "バイバイなのだ！",
            "");
    assertThat(ffmpegLines(".srt")).isEqualTo(text(".srt", Samples.timeline()).lines().toList());
  }

  private List<String> ffmpegLines(String suffix) throws IOException {
    Path captions = folder.resolve("captions" + suffix);
    Files.writeString(captions, text(suffix, Samples.timeline()));
    return Programs.output("ffmpeg", "-v", "error", "-i", captions.toString(), "-f", "srt", "-")
        .lines()
        .toList();
  }

  private static String text(String suffix, Timeline timeline) {
    return Sidecars.of(Samples.CONTENT, AUDIO, timeline).stream()
        .filter(sidecar -> sidecar.suffix().equals(suffix))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static int columns(String line) {
    return line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
  }
}
