package dev.zundacast.tag;

import dev.zundacast.episode.Section;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.episode.Timeline.TimedSection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A short invented episode that the tests of this package share. */
final class Samples {
  static final TagContent CONTENT =
      new TagContent(
          "もちもちラジオ 第7回\u2067",
          "もちもちラジオ",
          OptionalInt.of(7),
          OffsetDateTime.parse("2026-03-18T05:00:00+09:00"),
          "ja",
          "お餅の話 & 新しい道具の話",
          "https://example.com/episode/7",
          List.of("VOICEVOX:ずんだもん"),
          TagContent.Take.FINAL,
          Optional.empty(),
          Map.of());

  private Samples() {}

  static Timeline timeline() {
    return new Timeline(
        10_000,
        48_000,
        List.of(
            section("op", Section.Kind.OPENING, "", "", 0, 2_500),
            section(
                "a1",
                Section.Kind.ARTICLE,
                "枝豆の「すり鉢」",
                "https://example.com/枝豆?a=1&b=2",
                2_500,
                7_000),
            section("ed", Section.Kind.CLOSING, "おわりに", "", 7_000, 10_000)),
        List.of(
            line("op.01", "op", "ずんだもん", "こんにちは、ぼくなのだ。", "コンニチワ、ボクナノダ。", 300, 2_100),
            line("a1.t", "a1", "ずんだもん", "APIの値は1 < 2 && 3 --> 4なのだ。", "エーピーアイ", 2_600, 4_400),
            line("a1.01", "a1", "春日部つむぎ", "ほんとだよ！", "ほんとだよ！", 4_600, 6_400),
            line("ed.01", "ed", "ずんだもん", "バイバイなのだ！", "バイバイなのだ！", 7_300, 9_200)));
  }

  /** The same content with pictures. */
  static TagContent with(Optional<Picture> cover, Map<String, Picture> pictures) {
    TagContent base = CONTENT;
    return new TagContent(
        base.title(),
        base.show(),
        base.number(),
        base.date(),
        base.language(),
        base.description(),
        base.link(),
        base.credits(),
        base.take(),
        cover,
        pictures);
  }

  /** An episode of {@code count} sections of one second. */
  static Timeline timelineOf(int count) {
    List<TimedSection> sections =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    section(
                        "s" + i,
                        Section.Kind.SECTION,
                        "第" + i + "章",
                        "",
                        i * 1000L,
                        i * 1000L + 1000))
            .toList();
    return new Timeline(count * 1000L, 48_000, sections, List.of());
  }

  static TimedSection section(
      String id, Section.Kind kind, String title, String url, long start, long end) {
    return new TimedSection(id, kind, title, url, "", start, end);
  }

  static TimedLine line(
      String id, String section, String who, String written, String spoken, long start, long end) {
    return new TimedLine(id, section, who, written, spoken, start, end);
  }

  static Timeline oneLine(String written, long start, long end) {
    return new Timeline(
        end,
        48_000,
        List.of(section("op", Section.Kind.OPENING, "", "", 0, end)),
        List.of(line("op.01", "op", "ずんだもん", written, "よみ", start, end)));
  }
}
