package dev.zundacast.audio.length;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.sound.AudioSource;
import dev.zundacast.tag.Tags;
import dev.zundacast.testkit.Damage;
import dev.zundacast.testkit.Finds;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged MP3, M4A and WAV files: measured, or refused in words, in bounded time. */
class AudioFuzzTest {
  private static final int ROUNDS = Damage.rounds(4_000, 1_000_000);
  private static final int TAG_ROUNDS = Damage.rounds(1_000, 100_000);

  @TempDir Path folder;
  private final Damage damage = new Damage(20260321);

  private List<byte[]> seeds() throws IOException {
    Path wav = folder.resolve("tone.wav");
    Files.write(wav, TestEngine.tone(24_000, 12_000));
    List<byte[]> seeds = new ArrayList<>(List.of(Files.readAllBytes(wav)));
    seeds.add(encoded(wav, "cbr.mp3", "-b:a", "32k", "-metadata", "title=豆の話"));
    seeds.add(encoded(wav, "vbr.mp3", "-q:a", "5", "-id3v2_version", "4", "-write_id3v1", "1"));
    seeds.add(encoded(wav, "a.m4a", "-b:a", "32k"));
    return seeds;
  }

  private byte[] encoded(Path wav, String name, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i", wav.toString()));
    command.addAll(List.of(options));
    command.add(folder.resolve(name).toString());
    Programs.output(command.toArray(new String[0]));
    return Files.readAllBytes(folder.resolve(name));
  }

  /** A file's bytes in memory, however wrong what is asked of them. */
  private record Bytes(byte[] bytes, AtomicInteger reads) implements AudioSource {
    Bytes(byte[] bytes) {
      this(bytes, new AtomicInteger());
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
      int length = target.remaining();
      if (position < 0 || position + length > bytes.length) {
        throw new IllegalArgumentException("asked for bytes outside the file, at " + position);
      }
      // What is read over and over never ends on a large file.
      if (reads.incrementAndGet() > bytes.length + 100) {
        throw new AssertionError(reads + " reads of " + bytes.length + " bytes");
      }
      target.put(bytes, (int) position, length);
    }

    @Override
    public void close() {}
  }

  @Test
  @Timeout(3600)
  void damagedAudioIsMeasuredOrRefused() throws IOException {
    List<byte[]> seeds = seeds();
    Finds.Tally tally =
        Finds.of("audio").run(ROUNDS, i -> damage.of(damage.one(seeds)), AudioFuzzTest::isMeasured);
    System.out.println("audio fuzz: " + tally);
    assertThat(tally.read()).isGreaterThan(ROUNDS / 20);
  }

  private static boolean isMeasured(byte[] bytes) {
    try {
      for (AudioFiles.Effort effort : AudioFiles.Effort.values()) {
        AudioFiles.measure(new Bytes(bytes), effort)
            .ifPresent(length -> assertThat(length.millis()).isNotNegative());
      }
      return true;
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }

  @Test
  @Timeout(3600)
  void damagedTagsAreReadOrRefused() throws IOException {
    List<byte[]> seeds = seeds().subList(1, 3);
    Path file = folder.resolve("damaged.mp3");
    Finds.Tally tally =
        Finds.of("tag")
            .run(
                TAG_ROUNDS,
                i -> damage.of(damage.one(seeds)),
                bytes -> hasTag(Files.write(file, bytes)));
    System.out.println("tag fuzz: " + tally);
    assertThat(tally.read()).isGreaterThan(TAG_ROUNDS / 20);
  }

  private static boolean hasTag(Path file) {
    try {
      return Tags.read(file).isPresent();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }
}
