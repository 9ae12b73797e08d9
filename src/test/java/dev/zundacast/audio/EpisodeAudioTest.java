package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.mp3.SegmentEncoder;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpisodeAudioTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"LAME", "JUMP3R"})
  void clipsBecomeOneWholeMp3(SegmentEncoder.Choice encoder) throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 24_000, 1, 8);
    Path mp3 = folder.resolve("episode.mp3");
    Track track = episode.build(AudioSettings.DEFAULT.withEncoder(encoder), mp3);

    assertThat(mp3).hasSize(track.bytes());
    assertThat(Decoders.ffmpeg(mp3)).hasSize((int) track.samples());
    assertThat(Decoders.mpg123(mp3)).hasSize((int) track.samples());
    assertThat(Decoders.complaints(mp3)).isEmpty();
    Loudness meter = Decoders.ebur128(mp3);
    assertThat(meter.lufs()).isCloseTo(-16, within(0.5));
    assertThat(meter.truePeak()).isLessThanOrEqualTo(-1);
    assertThat(track.loudness().lufs()).isCloseTo(meter.lufs(), within(0.1));
  }
}
