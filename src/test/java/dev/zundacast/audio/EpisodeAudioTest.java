package dev.zundacast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zundacast.audio.mp3.Mp3Format;
import dev.zundacast.audio.mp3.SegmentEncoder;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.disk.WriteFailure;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Timeline;
import dev.zundacast.testkit.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpisodeAudioTest {
  private static final AudioSettings JUMP3R =
      AudioSettings.DEFAULT.withEncoder(SegmentEncoder.Choice.JUMP3R);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"LAME,24000,1", "JUMP3R,48000,1", "JUMP3R,44100,2"})
  void clipsBecomeOneWholeMp3(SegmentEncoder.Choice encoder, int rate, int channels)
      throws Exception {
    TestEpisode episode = TestEpisode.of(folder, rate, channels, 8);
    Path mp3 = folder.resolve("episode.mp3");
    Track track = episode.build(JUMP3R.withEncoder(encoder), mp3);

    assertThat(Decoders.ffmpeg(mp3)).hasSize((int) track.samples());
    assertThat(Decoders.mpg123(mp3)).hasSize((int) track.samples());
    assertThat(Decoders.complaints(mp3)).isEmpty();
    byte[] bytes = Files.readAllBytes(mp3);
    assertThat(Decoders.statedChecksum(bytes)).isEqualTo(Decoders.countedChecksum(bytes));
    Loudness meter = Decoders.ebur128(mp3);
    assertThat(meter.lufs()).isCloseTo(-16, within(0.5));
    assertThat(meter.truePeak()).isLessThanOrEqualTo(-1);
    assertThat(track.loudness().lufs()).isCloseTo(meter.lufs(), within(0.1));
    assertThat(track.loudness().truePeak()).isCloseTo(meter.truePeak(), within(0.3));
  }

  @Test
  void theTimelineIsWhatIsHeard() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    Path mp3 = folder.resolve("episode.mp3");
    Timeline timeline = episode.build(JUMP3R, mp3).timeline();

    List<long[]> heard = heard(Decoders.ffmpeg(mp3), 48_000);
    assertThat(heard).hasSameSizeAs(timeline.lines());
    for (int i = 0; i < heard.size(); i++) {
      Timeline.TimedLine line = timeline.lines().get(i);
      assertThat(heard.get(i)[0]).as(line.id()).isCloseTo(line.startMillis(), within(20L));
      assertThat(heard.get(i)[1]).as(line.id()).isCloseTo(line.endMillis(), within(20L));
    }
    long end = 0;
    for (Timeline.TimedSection section : timeline.sections()) {
      assertThat(section.startMillis()).isEqualTo(end);
      end = section.endMillis();
    }
    assertThat(end).isEqualTo(timeline.durationMillis());
  }

  @Test
  void pausesAreSilenceThatListenersHear() throws Exception {
    TestEpisode episode = new TestEpisode(folder);
    List<Section.Item> items = new ArrayList<>();
    items.add(episode.line("a1.t", 48_000, 1, Sounds.clip(48_000, 1, 1)));
    // Much silence of the engine's own, and none at all.
    items.add(
        episode.line(
            "a1.01",
            48_000,
            1,
            Sounds.join(new float[24_000], Sounds.speech(48_000, 1, 2), new float[24_000])));
    items.add(episode.line("a1.02", 48_000, 1, Sounds.speech(48_000, 1, 3)));
    items.add(new Section.Paragraph());
    items.add(episode.line("a1.03", 48_000, 1, Sounds.clip(48_000, 1, 4)));
    items.add(new Section.Pause(400));
    episode.sections.add(new Section("a1", Section.Kind.ARTICLE, "一", "", items));
    Line last = episode.line("a2.01", 48_000, 1, Sounds.clip(48_000, 1, 5));
    episode.sections.add(new Section("a2", Section.Kind.CLOSING, "二", "", List.of(last)));

    Timeline timeline = episode.build(JUMP3R, folder.resolve("a.mp3")).timeline();
    List<Long> gaps = new ArrayList<>();
    long before = 0;
    for (Timeline.TimedLine line : timeline.lines()) {
      gaps.add(line.startMillis() - before);
      before = line.endMillis();
    }
    gaps.add(timeline.durationMillis() - before);
    long[] wanted = {1000, 1200, 700, 900, 1500 + 400, 2000};
    for (int i = 0; i < wanted.length; i++) {
      // Half a frame of 24 ms, and a rounding.
      assertThat(gaps.get(i)).as("gap %d", i).isCloseTo(wanted[i], within(13L));
    }
  }

  @Test
  void aChangedLineLeavesEveryOtherFrameAsItWas() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    Path mp3 = folder.resolve("a.mp3");
    Track first = episode.build(JUMP3R, mp3);
    byte[] before = Files.readAllBytes(mp3);
    assertThat(first.framesNew()).isPositive();

    episode.speak("a2.t", 48_000, 1, Sounds.clip(48_000, 2.9, 77));
    Track second = episode.build(JUMP3R, mp3);
    byte[] after = Files.readAllBytes(mp3);

    int frame = Mp3Format.FRAME_BYTES;
    int prefix = Arrays.mismatch(tail(before, frame), tail(after, frame));
    int suffix = Arrays.mismatch(reversed(before), reversed(after));
    int changed = (after.length - frame - prefix - suffix) / frame;
    assertThat(changed).isBetween(100, second.framesNew());
    assertThat(second.framesNew()).isLessThan(second.framesReused());
    assertThat(Decoders.complaints(mp3)).isEmpty();
  }

  @Test
  void aClipMadeAgainUnderItsIdentityIsEncodedAgain() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 12);
    Path mp3 = folder.resolve("a.mp3");
    Track first = episode.build(JUMP3R, mp3);
    // As an engine gives it that speaks a little differently each time.
    episode.speakAgain("a2.01", 48_000, 1, Sounds.clip(48_000, 1.87, 99));
    Track again = episode.build(JUMP3R, mp3);
    assertThat(again.framesNew()).isBetween(70, 100).isLessThan(first.framesNew() / 4);
    assertThat(episode.build(JUMP3R, mp3).framesNew()).isZero();
  }

  @Test
  void anotherPauseIsASpliceAndNothingElse() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 4);
    Path mp3 = folder.resolve("a.mp3");
    Track first = episode.build(JUMP3R, mp3);
    Section section = episode.sections.get(0);
    List<Section.Item> items = new ArrayList<>(section.items());
    items.add(2, new Section.Pause(2400));
    episode.sections.set(0, new Section("a1", section.kind(), section.title(), "", items));
    Track second = episode.build(JUMP3R, mp3);
    assertThat(second.framesNew()).isZero();
    assertThat(second.samples() - first.samples()).isEqualTo(100 * 1152);
  }

  @Test
  void theSameEpisodeIsTheSameBytesWhateverCameFirst() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 24_000, 1, 8);
    Path one = folder.resolve("one.mp3");
    episode.build(JUMP3R, one);
    deleteFrames();
    Path two = folder.resolve("two.mp3");
    // Lines made in the order of a pool of engines, and a run that stopped half way.
    try (EpisodeAudio audio =
        new EpisodeAudio(folder.resolve("frames"), "2026-01-01-1", JUMP3R, SharedStore.NONE)) {
      audio.encode(episode.clips.get("a2.02"), TestEpisode.VOICE);
      audio.encode(episode.clips.get("a1.01"), TestEpisode.VOICE);
    }
    episode.build(JUMP3R, two);
    assertThat(two).hasSameBinaryContentAs(one);
  }

  @Test
  void damagedAndTornFramesAreMadeAgain() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 4);
    Path mp3 = folder.resolve("a.mp3");
    episode.build(JUMP3R, mp3);
    byte[] whole = Files.readAllBytes(mp3);
    List<Path> store = files(folder.resolve("frames/2026-01-01-1"));
    Path segment = store.get(store.size() / 2);
    byte[] kept = Files.readAllBytes(segment);
    List<byte[]> damaged =
        new ArrayList<>(List.of(Arrays.copyOf(kept, kept.length - 7), new byte[5], new byte[9999]));
    damaged.add(Files.readAllBytes(store.get(0))); // whole, and another line's
    // Key, lengths, levels and frames: one bit in each of several places.
    for (int place : List.of(0, 66, 70, 74, 82, 88, 95, 200, kept.length / 2, kept.length - 2)) {
      byte[] turned = kept.clone();
      turned[place] ^= 0x40;
      damaged.add(turned);
    }
    for (byte[] bytes : damaged) {
      Files.write(segment, bytes);
      episode.build(JUMP3R, mp3);
      assertThat(segment).hasBinaryContent(kept);
      assertThat(Files.readAllBytes(mp3)).isEqualTo(whole);
    }
  }

  /** A folder of frames may have come with a site. */
  @Test
  void framesThatAreALinkOrClaimMoreThanTheyHaveReachNothing() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 4);
    Path mp3 = folder.resolve("a.mp3");
    episode.build(JUMP3R, mp3);
    byte[] whole = Files.readAllBytes(mp3);
    List<Path> store = files(folder.resolve("frames/2026-01-01-1"));
    Path segment = store.get(store.size() / 2);
    ByteBuffer record = ByteBuffer.wrap(Files.readAllBytes(segment));
    for (int steps : List.of(-1, Integer.MAX_VALUE)) {
      record.putInt(64 + 4 + 4 + 4 + 8 + 4, steps);
      CRC32 checksum = new CRC32();
      checksum.update(record.array(), 0, record.capacity() - 4);
      record.putInt(record.capacity() - 4, (int) checksum.getValue());
      Files.write(segment, record.array());
      assertThat(episode.build(JUMP3R, mp3).framesNew()).isPositive();
    }
    Path outside = Files.writeString(folder.resolve("outside"), "somebody else's");
    Files.delete(segment);
    Files.createSymbolicLink(segment, outside);
    assertThat(episode.build(JUMP3R, mp3).framesNew()).isPositive();
    assertThat(outside).hasContent("somebody else's");
    assertThat(Files.isRegularFile(segment, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(Files.readAllBytes(mp3)).isEqualTo(whole);
  }

  @Test
  void whatIsNoLongerUsedIsThrownOutInTheEnd() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 4);
    Path mp3 = folder.resolve("a.mp3");
    episode.build(JUMP3R, mp3);
    byte[] whole = Files.readAllBytes(mp3);
    Path store = folder.resolve("frames/2026-01-01-1");
    List<Path> kept = files(store);
    // As after many changes: frames that no line asks for any more.
    for (int i = 1; i <= 51; i++) {
      Files.write(store.resolve(String.format("%064d", i)), new byte[9]);
    }
    assertThat(episode.build(JUMP3R, mp3).framesNew()).isZero();
    assertThat(files(store)).isEqualTo(kept);
    assertThat(episode.build(JUMP3R, mp3).framesNew()).isZero();
    assertThat(Files.readAllBytes(mp3)).isEqualTo(whole);
  }

  @Test
  void aLineMadeAgainKeepsTheVoicesLevel() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    episode.build(JUMP3R, folder.resolve("a.mp3"));
    List<Path> kept = files(folder.resolve("frames/levels"));
    assertThat(kept).hasSize(1);
    String levels = Files.readString(kept.get(0));
    assertThat(levels).contains("ずんだもん ノーマル");
    episode.speak("a1.01", 48_000, 1, Sounds.scaledTo(Sounds.clip(48_000, 2, 9), 0.3));
    episode.build(JUMP3R, folder.resolve("a.mp3"));
    assertThat(files(folder.resolve("frames/levels"))).isEqualTo(kept);
    assertThat(kept.get(0)).hasContent(levels.strip());
  }

  @Test
  void anEpisodeFarFromItsVoicesLevelIsBroughtBack() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 8);
    Path mp3 = folder.resolve("a.mp3");
    episode.build(JUMP3R, mp3);
    // The engine became louder by 1.5 dB, then by some more, then much quieter.
    for (double peak : new double[] {0.4 * 1.189, 0.4 * 1.27, 0.03}) {
      for (String id : List.copyOf(episode.clips.keySet())) {
        episode.speak(id, 48_000, 1, Sounds.scaledTo(Sounds.clip(48_000, 2, id.hashCode()), peak));
      }
      Track track = episode.build(JUMP3R, mp3);
      Loudness meter = Decoders.ebur128(mp3);
      assertThat(meter.lufs()).isCloseTo(-16, within(0.5));
      assertThat(meter.truePeak()).isLessThanOrEqualTo(-1);
      assertThat(track.loudness().lufs()).isCloseTo(meter.lufs(), within(0.1));
      assertThat(Decoders.complaints(mp3)).isEmpty();
    }
  }

  @Test
  void aClipThatCannotBeReadIsNamed() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 2);
    Path wav = episode.clips.get("a1.01").wav();
    Files.writeString(wav, "no sound at all, but long enough for a header of forty-four bytes");
    assertThatThrownBy(() -> episode.build(JUMP3R, folder.resolve("a.mp3")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(wav.toString());
    assertThat(folder.resolve("a.mp3")).doesNotExist();
  }

  @Test
  void aLineWithoutAClipIsNamed() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 2);
    episode.clips.remove("a1.01");
    assertThatThrownBy(() -> episode.build(JUMP3R, folder.resolve("a.mp3")))
        .isInstanceOf(Problem.class)
        .hasMessage("line a1.01 has no audio yet: build the episode again");
  }

  @Test
  void levelsThatCannotBeKeptFailNoBuild() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 4);
    Path mp3 = folder.resolve("a.mp3");
    episode.build(JUMP3R, mp3);
    byte[] whole = Files.readAllBytes(mp3);
    deleteFrames();
    // Neither can be read nor be a folder.
    Files.delete(folder.resolve("frames/levels"));
    Files.createFile(folder.resolve("frames/levels"));
    episode.build(JUMP3R, mp3);
    assertThat(Files.readAllBytes(mp3)).isEqualTo(whole);
    assertThat(episode.build(JUMP3R, mp3).framesNew()).isZero();
    assertThat(Files.readAllBytes(mp3)).isEqualTo(whole);
  }

  @Test
  void framesThatCannotBeTidiedFailNoBuild() throws Exception {
    TestEpisode episode = TestEpisode.of(folder, 48_000, 1, 4);
    String name = "x".repeat(255);
    Path store = folder.resolve("frames").resolve(name);
    byte[] whole = build(episode, name);
    // No folder may be deleted that holds something.
    Files.createDirectories(store.resolve("0".repeat(64)).resolve("full"));
    Files.write(store.resolve("1".repeat(64)), new byte[5 << 20]);
    assertThat(build(episode, name)).isEqualTo(whole);
  }

  private byte[] build(TestEpisode episode, String name) throws IOException {
    try (EpisodeAudio audio =
        new EpisodeAudio(folder.resolve("frames"), name, JUMP3R, SharedStore.NONE)) {
      ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
      audio.assemble(episode.script(), episode.spoken, episode.clips).writeTo(mp3);
      return mp3.toByteArray();
    }
  }

  @Test
  void whatCannotBeUsedIsFoundBeforeALineIsSpoken() throws Exception {
    Path frames = Files.writeString(folder.resolve("frames"), "no folder");
    assertThatThrownBy(() -> new EpisodeAudio(frames, "a", JUMP3R, SharedStore.NONE))
        .isInstanceOf(WriteFailure.class)
        .hasMessageContaining("frames/a: cannot be written");
    Path tune = Files.writeString(folder.resolve("tune.wav"), "no music");
    Path other = folder.resolve("other");
    Optional<Music.Piece> piece = Optional.of(new Music.Piece(tune, -4, 20, 1500));
    for (Music music :
        List.of(
            new Music(Optional.empty(), piece, Optional.empty(), Optional.empty()),
            Records.with(Music.NONE, "bed", Optional.of(new Music.Bed(tune, -24))))) {
      assertThatThrownBy(
              () ->
                  new EpisodeAudio(
                      other, "a", Records.with(JUMP3R, "music", music), SharedStore.NONE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(tune.toString());
    }
    // Nothing is left open or locked.
    new EpisodeAudio(other, "a", JUMP3R, SharedStore.NONE).close();
  }

  @Test
  void pureSilenceIsAnEpisodeToo() throws Exception {
    TestEpisode episode = new TestEpisode(folder);
    Line line = episode.line("a1.01", 48_000, 1, new float[48_000]);
    episode.sections.add(new Section("a1", Section.Kind.ARTICLE, "一", "", List.of(line)));
    Path mp3 = folder.resolve("a.mp3");
    Track track = episode.build(JUMP3R, mp3);
    assertThat(Decoders.ffmpeg(mp3)).hasSize((int) track.samples()).containsOnly(0f);
  }

  /** Start and end in ms of everything between silences of 150 ms below -50 dBFS. */
  private static List<long[]> heard(float[] samples, int rate) {
    List<long[]> heard = new ArrayList<>();
    int last = -rate;
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) > 0.00316) {
        if (i - last > rate * 0.15) {
          heard.add(new long[] {i * 1000L / rate, 0});
        }
        last = i;
        heard.get(heard.size() - 1)[1] = i * 1000L / rate;
      }
    }
    return heard;
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private void deleteFrames() throws IOException {
    for (Path file : files(folder.resolve("frames"))) {
      Files.delete(file);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
