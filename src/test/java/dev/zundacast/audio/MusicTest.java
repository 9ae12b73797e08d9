package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.MusicMaker.MusicFile;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.episode.Timeline;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MusicTest {
  private static final AudioSettings JUMP3R =
      AudioSettings.DEFAULT.withEncoder(SegmentEncoder.Choice.JUMP3R);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"wav", "flac", "ogg", "mp3"})
  void everyKindOfFileIsHeardAtItsLength(String kind) throws Exception {
    Path file = tune(kind);
    float[] samples = MusicFile.read(file, 48_000);
    // ffmpeg encodes MP3 at 0.95 of the level; the decoder adds its delay and fills up the last
    // frame.
    assertThat(samples.length / 48_000.0).isCloseTo(3, within(0.1));
    double sum = 0;
    for (int i = 48_000; i < 96_000; i++) {
      sum += samples[i] * samples[i];
    }
    assertThat(Math.sqrt(2 * sum / 48_000)).isCloseTo(0.5, within(0.03));
  }

  @Test
  void openingJingleAndClosingStandInThePauses() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    Path plain = folder.resolve("plain.mp3");
    Track without = episode.build(JUMP3R, plain);
    Path mp3 = folder.resolve("music.mp3");
    Optional<Music.Piece> tune = Optional.of(new Music.Piece(tune("flac"), -4, 20, 1500));
    Music music = new Music(tune, tune, tune, Optional.empty());
    Track with = episode.build(Records.with(JUMP3R, "music", music), mp3);

    assertThat(Decoders.complaints(mp3)).isEmpty();
    assertThat(Decoders.ffmpeg(mp3)).hasSize((int) with.samples());
    assertThat(with.samples() - without.samples()).isBetween(8 * 48_000L, 10 * 48_000L);
    Timeline timeline = with.timeline();
    assertThat(timeline.lines().get(0).startMillis()).isCloseTo(3500, within(60L));
    assertThat(Decoders.ebur128(mp3).lufs()).isCloseTo(-16, within(0.5));
    assertThat(Decoders.ebur128(mp3).truePeak()).isLessThanOrEqualTo(-1);
    float[] heard = Decoders.ffmpeg(mp3);
    assertThat(loudest(heard, 1000, 1500)).isGreaterThan(0.05f);
    long before = timeline.lines().get(3).endMillis();
    assertThat(loudest(heard, before + 1500, before + 2500)).isGreaterThan(0.05f);
    assertThat(episode.build(Records.with(JUMP3R, "music", music), mp3).framesNew()).isZero();
    assertThat(episode.build(JUMP3R, mp3).framesNew()).isBetween(0, without.framesNew());
  }

  /** What editors export, with peaks that 16 bits do not hold. */
  @ParameterizedTest
  @ValueSource(strings = {"flac", "wav"})
  void twentyFourBitsAreHeard(String kind) throws Exception {
    Path wav = Sounds.wav(folder.resolve("a.wav"), 44_100, 2, Sounds.sine(44_100, 3, 440, 0.5));
    Path file = folder.resolve("tune." + kind);
    String[] bits =
        kind.equals("wav")
            ? new String[] {"-c:a", "pcm_s24le"}
            : new String[] {"-sample_fmt", "s32", "-bits_per_raw_sample", "24"};
    Programs.output(
        "ffmpeg",
        "-v",
        "error",
        "-y",
        "-i",
        wav.toString(),
        bits[0],
        bits[1],
        bits.length > 2 ? bits[2] : "-y",
        bits.length > 2 ? bits[3] : "-y",
        file.toString());
    float[] wide = MusicFile.read(file, 48_000);
    float[] usual = MusicFile.read(wav, 48_000);
    assertThat(wide.length / 48_000.0).isCloseTo(3, within(0.1));
    for (int i = 24_000; i < 96_000; i++) {
      assertThat(wide[i]).isCloseTo(usual[i], within(0.001f));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wav", "flac", "ogg"})
  void musicOfAnotherKindThatIsCalledMp3IsNoNoise(String kind) throws Exception {
    Path tune = tune(kind);
    float[] usual = MusicFile.read(tune, 48_000);
    Path file = Files.copy(tune, folder.resolve("signature.MP3"));
    assertThat(MusicFile.read(file, 48_000)).isEqualTo(usual);
  }

  private static String notRead(Path file) {
    return file
        + ": expected WAV, MP3, FLAC or Ogg Vorbis;"
        + " Opus, M4A, compressed WAV and MP3 by another name are not read";
  }

  @Test
  void whatIsCalledMp3AndIsNoneIsNamed() throws Exception {
    Path m4a = Files.copy(tune("m4a"), folder.resolve("a.mp3"));
    assertThatThrownBy(() -> MusicFile.read(m4a, 48_000)).hasMessage(notRead(m4a));
    Path pointer = folder.resolve("b.mp3");
    Files.writeString(pointer, "version https://git-lfs.github.com/spec/v1\nsize 240000\n");
    assertThatThrownBy(() -> MusicFile.read(pointer, 48_000))
        .hasMessage(pointer + ": no MP3 frame was found");
  }

  @Test
  void whatIsNoMusicIsRefusedByName() throws Exception {
    Path text = folder.resolve("tune.wav");
    Files.writeString(text, "la la la, and enough of it that a header could be in here somewhere");
    assertThatThrownBy(() -> MusicFile.read(text, 48_000))
        .isInstanceOf(IOException.class)
        .hasMessage(notRead(text));
  }

  private static float loudest(float[] samples, long fromMillis, long toMillis) {
    float loudest = 0;
    for (int i = (int) fromMillis * 48; i < toMillis * 48; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }

  private Path tune(String kind) throws IOException {
    Path wav = Sounds.wav(folder.resolve("a.wav"), 44_100, 2, Sounds.sine(44_100, 3, 440, 0.5));
    Path file = folder.resolve("tune." + kind);
    Programs.output("ffmpeg", "-v", "error", "-y", "-i", wav.toString(), file.toString());
    return file;
  }
}
