package dev.zundacast.pipeline.episode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.audio.Music;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.LineOverrides;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.tag.Picture;
import dev.zundacast.tag.TagContent;
import dev.zundacast.testkit.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is heard or shown counts, whoever adds it to the records. */
class WorkDigestTest {
  private static final Line LINE =
      new Line("a1.01", "ずんだもん", "豆がとれた。", "まめがとれた。", LineOverrides.NONE, 0, 12);

  private static final Section SECTION =
      new Section("a1", Section.Kind.ARTICLE, "豆", "https://example.com/a", List.of(LINE));

  private static final Picture PICTURE = new Picture("image/png", new byte[] {1, 2, 3});

  private static final TagContent TAG =
      new TagContent(
          "そらまめ 3",
          "そらまめ",
          OptionalInt.of(3),
          OffsetDateTime.parse("2026-03-04T05:00:00+09:00"),
          "ja",
          "豆の話",
          "https://example.com/3",
          List.of("VOICEVOX:ずんだもん"),
          TagContent.Take.FINAL,
          Optional.of(PICTURE),
          Map.of("a1", PICTURE));

  private static final EpisodePictures PICTURES =
      new EpisodePictures(
          Optional.empty(), Map.of(), Map.of("a1", "https://example.com/a.png"), List.of());

  @TempDir Path folder;

  private static String digest(Section section, TagContent tag, AudioSettings audio)
      throws Exception {
    return digest(section, tag, PICTURES, audio, Settings.SideFiles.OUT, List.of("c1"));
  }

  private static String digest(
      Section section,
      TagContent tag,
      EpisodePictures pictures,
      AudioSettings audio,
      Settings.SideFiles sideFiles,
      List<String> clips)
      throws Exception {
    Script script = new Script(Path.of("script.txt"), "ずんだもん", List.of(section));
    BuildOptions options =
        new BuildOptions(
            Optional.empty(),
            ScriptOptions.DEFAULTS,
            audio,
            BuildOptions.Redo.WHEN_CHANGED,
            BuildOptions.Length.AS_ESTIMATED,
            sideFiles,
            List.of(),
            BuildOptions.Values.WRITTEN);
    return EpisodePlan.WorkDigest.of(script, tag, pictures, options, clips);
  }

  private static String of(Section section) throws Exception {
    return digest(section, TAG, AudioSettings.DEFAULT);
  }

  private static Section with(Section.Item... items) {
    return new Section(
        SECTION.id(), SECTION.kind(), SECTION.title(), SECTION.source(), List.of(items));
  }

  @Test
  void everythingOfALineCountsButItsPlaceInTheFile() throws Exception {
    String before = of(SECTION);
    Map<String, Object> others =
        Map.of("overrides", Variants.of(LineOverrides.NONE, Map.of()).get("speed"));
    for (var variant : Variants.of(LINE, others).entrySet()) {
      boolean counts = !of(with(variant.getValue())).equals(before);
      assertThat(counts).as(variant.getKey()).isEqualTo(!variant.getKey().equals("fileLine"));
    }
  }

  @Test
  void everyDepartureFromTheVoiceCountsByItself() throws Exception {
    List<String> digests = new ArrayList<>(List.of(of(SECTION)));
    for (LineOverrides overrides : Variants.of(LineOverrides.NONE, Map.of()).values()) {
      digests.add(of(with(Variants.of(LINE, Map.of("overrides", overrides)).get("overrides"))));
    }
    assertThat(digests).doesNotHaveDuplicates();
  }

  @Test
  void everythingOfASectionCounts() throws Exception {
    Map<String, Object> others = Map.of("items", List.of());
    for (var variant : Variants.of(SECTION, others).entrySet()) {
      assertThat(of(variant.getValue())).as(variant.getKey()).isNotEqualTo(of(SECTION));
    }
    assertThat(
            List.of(
                of(SECTION),
                of(with(LINE, new Section.Paragraph())),
                of(with(LINE, new Section.Pause(500))),
                of(with(LINE, new Section.Pause(501)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void everythingOfTheTagCounts() throws Exception {
    Picture other = new Picture("image/png", new byte[] {1, 2, 4});
    Map<String, Object> others =
        Map.of(
            "credits", List.of("another"),
            "cover", Optional.of(other),
            "pictures", Map.of("a1", other));
    String before = of(SECTION);
    for (var variant : Variants.of(TAG, others).entrySet()) {
      assertThat(digest(SECTION, variant.getValue(), AudioSettings.DEFAULT))
          .as(variant.getKey())
          .isNotEqualTo(before);
    }
  }

  @Test
  void everythingOfTheAudioCounts() throws Exception {
    Music music = Records.with(Music.NONE, "bed", Optional.of(new Music.Bed(tune("one"), -24)));
    for (var variant : Variants.of(AudioSettings.DEFAULT, Map.of("music", music)).entrySet()) {
      assertThat(digest(SECTION, TAG, variant.getValue()))
          .as(variant.getKey())
          .isNotEqualTo(of(SECTION));
    }
  }

  @Test
  void everyPieceOfMusicCountsByWhatItHoldsAndHowItIsPlayed() throws Exception {
    Path tune = tune("one");
    Map<String, Object> pieces =
        Map.of(
            "opening", Optional.of(new Music.Piece(tune, -4, 20, 1500)),
            "jingle", Optional.of(new Music.Piece(tune, -4, 20, 1500)),
            "closing", Optional.of(new Music.Piece(tune, -4, 20, 1500)),
            "bed", Optional.of(new Music.Bed(tune, -24)));
    List<String> digests = new ArrayList<>(List.of(of(SECTION)));
    for (Music music : Variants.of(Music.NONE, pieces).values()) {
      digests.add(digest(SECTION, TAG, playing(music)));
    }
    tune("two");
    for (Music music : Variants.of(Music.NONE, pieces).values()) {
      digests.add(digest(SECTION, TAG, playing(music)));
    }
    for (Music.Piece piece :
        Variants.of(new Music.Piece(tune, -4, 20, 1500), Map.of("file", tune)).values()) {
      Music music = Variants.of(Music.NONE, with(pieces, Optional.of(piece))).get("opening");
      String digest = digest(SECTION, TAG, playing(music));
      if (!piece.equals(new Music.Piece(tune, -4, 20, 1500))) {
        digests.add(digest);
      }
    }
    assertThat(digests).doesNotHaveDuplicates().hasSize(1 + 4 + 4 + 3);
  }

  private static Map<String, Object> with(Map<String, Object> pieces, Object opening) {
    Map<String, Object> changed = new HashMap<>(pieces);
    changed.put("opening", opening);
    return changed;
  }

  @Test
  void addressesSideFilesAndClipsCount() throws Exception {
    Settings.SideFiles out = Settings.SideFiles.OUT;
    AudioSettings audio = AudioSettings.DEFAULT;
    EpisodePictures none = new EpisodePictures(Optional.empty(), Map.of(), Map.of(), List.of());
    assertThat(
            List.of(
                of(SECTION),
                digest(SECTION, TAG, none, audio, out, List.of("c1")),
                digest(SECTION, TAG, PICTURES, audio, out, List.of("c2")),
                digest(
                    SECTION, TAG, PICTURES, audio, Settings.SideFiles.OUT_AND_SITE, List.of("c1"))))
        .doesNotHaveDuplicates();
  }

  private static AudioSettings playing(Music music) throws Exception {
    return Variants.of(AudioSettings.DEFAULT, Map.of("music", music)).get("music");
  }

  private Path tune(String sound) throws Exception {
    return Files.writeString(folder.resolve("tune.wav"), sound);
  }
}
