package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.audio.mp3.SegmentEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyFramesTest {
  private static final AudioSettings SETTINGS =
      AudioSettings.DEFAULT.withEncoder(SegmentEncoder.Choice.JUMP3R);

  @TempDir Path folder;
  private TestEpisode episode;

  /** What was written, and how much of it. */
  private static final class File {
    private byte[] bytes = new byte[0];
    private long written;

    void write(ByteBuffer frames, long at) {
      int end = (int) at + frames.remaining();
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length, end));
      written += frames.remaining();
      frames.get(bytes, (int) at, end - (int) at);
    }
  }

  @BeforeEach
  void build() throws IOException {
    episode = TestEpisode.of(folder, 48_000, 1, 8);
    episode.build(SETTINGS, folder.resolve("a.mp3"));
  }

  private EpisodeAudio open(AudioSettings settings) throws IOException {
    return EpisodeAudio.open(
        folder.resolve("frames"), "2026-01-01-1", settings, settings.openEncoder());
  }

  private Optional<EpisodeAudio.Foreseen> foreseen(EpisodeAudio audio) throws IOException {
    episode.clips.values().forEach(clip -> audio.prepare(clip, TestEpisode.VOICE));
    return audio.foreseen(episode.script(), episode.spoken, episode.clips);
  }

  private Track assembled(EpisodeAudio audio) throws IOException {
    return audio.assemble(episode.script(), episode.spoken, episode.clips);
  }

  private static byte[] whole(Track track) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    track.writeTo(whole);
    return whole.toByteArray();
  }

  @Test
  void ofALineMadeAgainOnlyItsFramesAreMissingInTheEnd() throws Exception {
    episode.speak("a1.02", 48_000, 1, Sounds.clip(48_000, 2.2, 99));
    try (EpisodeAudio audio = open(SETTINGS)) {
      EpisodeAudio.Foreseen foreseen = foreseen(audio).orElseThrow();
      EarlyFrames frames = foreseen.frames().orElseThrow();
      File early = new File();
      frames.write(early::write);
      Track track = assembled(audio);
      assertThat(frames.areOf(track)).isTrue();
      assertThat(foreseen.timeline().hasTimesOf(track.timeline())).isTrue();
      File missing = new File();
      missing.bytes = early.bytes;
      frames.complete(track, missing::write);
      assertThat(missing.bytes).isEqualTo(whole(track));
      int frame = AudioSettings.DEFAULT.format().frameBytes();
      assertThat(missing.written).isLessThanOrEqualTo((track.framesNew() + 1L) * frame);
      assertThat(early.written).isGreaterThanOrEqualTo((long) track.framesReused() * frame);
    }
  }

  @Test
  void whatWasNotWrittenEarlyIsWrittenInTheEnd() throws Exception {
    try (EpisodeAudio audio = open(SETTINGS)) {
      EarlyFrames frames = foreseen(audio).orElseThrow().frames().orElseThrow();
      Track track = assembled(audio);
      File early = new File();
      // The store may have moved its frames by now.
      frames.write(early::write);
      assertThat(early.written).isZero();
      File all = new File();
      frames.complete(track, all::write);
      assertThat(all.bytes).isEqualTo(whole(track));
    }
  }

  @Test
  void anEpisodeThatBecameAnotherOneIsNotTaken() throws Exception {
    for (String id : episode.clips.keySet().toArray(String[]::new)) {
      float[] quiet = Sounds.scaledTo(Sounds.clip(48_000, 2, id.hashCode()), 0.03);
      episode.speak(id, 48_000, 1, quiet);
    }
    try (EpisodeAudio audio = open(SETTINGS)) {
      EarlyFrames frames = foreseen(audio).orElseThrow().frames().orElseThrow();
      assertThat(frames.areOf(assembled(audio))).isFalse();
    }
  }

  @Test
  void withoutTheVoicesLevelNothingIsForeseen() throws Exception {
    Files.delete(folder.resolve("frames/levels.tsv"));
    try (EpisodeAudio audio = open(SETTINGS)) {
      assertThat(foreseen(audio)).isEmpty();
    }
  }

  @Test
  void aSoundThatIsStillOnItsWayToTheDiskIsEncodedAlike() throws Exception {
    byte[] before;
    try (EpisodeAudio audio = open(SETTINGS)) {
      foreseen(audio);
      before = whole(assembled(audio));
    }
    Files.delete(folder.resolve("frames/2026-01-01-1.frames"));
    try (EpisodeAudio audio = open(SETTINGS)) {
      var clip = episode.clips.get("a1.01");
      byte[] sound = Files.readAllBytes(clip.wav());
      Path away = folder.resolve("away.wav");
      Files.move(clip.wav(), away);
      audio.prepare(clip, sound, TestEpisode.VOICE);
      // Its file comes late, but before anybody else asks for it.
      Files.move(away, clip.wav());
      foreseen(audio);
      assertThat(whole(assembled(audio))).isEqualTo(before);
    }
  }
}
