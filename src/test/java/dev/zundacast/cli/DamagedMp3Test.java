package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.audio.Loudness;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.sound.MpegHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finished episodes that are damaged, or that another post would overwrite. */
class DamagedMp3Test extends SiteCase {
  /** Of a frame of 22.05 kHz, whose bodies decoders trust most. */
  private static final int MPEG2 = 0xFFF350C4;

  private Path post;
  private Path mp3;

  @BeforeEach
  void open() throws IOException {
    post = site.post(3, 1);
    mp3 = site.root().resolve("audio/そらまめ_3.mp3");
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isZero();
  }

  private Shell.Result build(Path file, String... more) {
    List<String> args = new ArrayList<>(List.of("build", file.toString()));
    args.addAll(List.of("--engine", engine.url()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private Shell.Result run(String... args) {
    return Shell.building(folder).run(args);
  }

  /** Zeros in the middle, with the size and both ends as they were. */
  private void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int middle = bytes.length / 2;
    Arrays.fill(bytes, middle, middle + Math.min(20_000, bytes.length / 4), (byte) 0);
    Files.write(file, bytes);
  }

  @Test
  void aBuildPutsADamagedMp3TogetherAgain() throws IOException {
    byte[] before = Files.readAllBytes(mp3);
    int spoken = engine.count("/synthesis");
    damage(mp3);
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).doesNotContain("up to date");
    assertThat(mp3).hasBinaryContent(before);
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
    assertThat(build(post).out()).contains("up to date");
  }

  @Test
  void fillDoesNotTakeADamagedMp3ForRight() throws IOException {
    assertThat(run("fill", "--all", post.toString()).code()).isZero();
    damage(mp3);
    Shell.Result filled = run("fill", "--all", post.toString());
    assertThat(filled.code()).isNotZero();
    assertThat(filled.out() + filled.err()).contains("is damaged: it is not what was built");
  }

  @Test
  void checkFindsADamagedMp3AlsoWithoutItsRecord() throws IOException {
    String args = post.toString();
    assertThat(run("check", args).out()).doesNotContain("damaged");
    damage(mp3);
    Shell.Result checked = run("check", args);
    assertThat(checked.code()).isNotZero();
    assertThat(checked.out() + checked.err()).contains("the MP3 is damaged: it is not what");
    Files.delete(folder.resolve("out/episodes/2026-03-04-3/build.json"));
    Shell.Result again = run("check", args);
    assertThat(again.out() + again.err()).contains("the MP3 is damaged at 00:");
  }

  /** Decoding an episode takes seconds, and a site has many. */
  @Test
  void checkTakesTheLoudnessFromTheBuildOfTheseVeryBytes() throws IOException {
    Path episode = folder.resolve("out/episodes/2026-03-04-3");
    BuildRecord built = BuildRecord.read(episode).orElseThrow();
    Loudness loud = new Loudness(-9, -3);
    built.finished(built.bytes(), built.content(), built.millis(), loud).write(episode);
    String[] check = {"check", post.toString(), "--select", "loudness"};
    assertThat(run(check).out()).contains("the loudness is -9.0 LUFS");
    damage(mp3);
    assertThat(run(check).out()).doesNotContain("-9.0 LUFS");
  }

  @Test
  void anMp3ThatAnotherPostNamesIsNotReplaced() throws IOException {
    byte[] before = Files.readAllBytes(mp3);
    Path copied = post.resolveSibling("2026-03-05-4.md");
    Files.writeString(copied, Files.readString(post).replace("収穫の日", "種まきの日"));
    Shell.Result built = build(copied);
    assertThat(built.code()).as(built.err()).isEqualTo(4);
    assertThat(built.err()).contains("2026-03-05-4.md", "the MP3 of another post", post.toString());
    assertThat(build(copied, "--dry-run").code()).isEqualTo(4);
    assertThat(mp3).hasBinaryContent(before);
    assertThat(build(post).out()).contains("up to date");
    // Elsewhere, or without what the last build left, the other post still names it.
    Files.delete(folder.resolve("out/episodes/2026-03-04-3/build.json"));
    assertThat(build(copied).code()).isEqualTo(4);
    assertThat(mp3).hasBinaryContent(before);
  }

  @Test
  void anMp3ThatAnotherPostWasBuiltIntoIsNotReplaced() throws IOException {
    Path moved = site.root().resolve("drafts/2026-03-06-6.md");
    Files.createDirectories(moved.getParent());
    Files.copy(post, moved);
    Shell.Result built = build(moved, "--site", site.root().toString());
    assertThat(built.code()).as(built.err()).isEqualTo(4);
    assertThat(built.err()).contains("drafts/2026-03-06-6.md", post.toString());
  }

  @Test
  void aPostThatWasRenamedKeepsItsMp3() throws IOException {
    Path renamed = post.resolveSibling("2026-03-05-3.md");
    Files.move(post, renamed);
    Shell.Result built = build(renamed);
    assertThat(built.code()).as(built.err()).isZero();
  }

  /** A file of frames with right headers and anything in them. */
  private static byte[] frames(int count, Random random) {
    int bytes = MpegHeader.of(MPEG2).bytes();
    byte[] file = new byte[count * bytes];
    random.nextBytes(file);
    for (int i = 0; i < count; i++) {
      ByteBuffer.wrap(file).putInt(i * bytes, MPEG2);
    }
    return file;
  }

  @Test
  void everyDamagedMp3IsAFindingAndTheRestIsChecked() throws IOException {
    Random random = new Random(11);
    for (int i = 4; i < 10; i++) {
      Path other = site.post(i, 1);
      Files.move(other, other.resolveSibling("2026-03-1" + i + "-" + i + ".md"));
      Files.write(site.root().resolve("audio/そらまめ_" + i + ".mp3"), frames(i == 4 ? 1 : 40, random));
    }
    Shell.Result checked = run("check", site.root().toString());
    assertThat(checked.out()).contains("7 posts").contains("cannot be decoded");
    String all = run("check", site.root().toString(), "--select", "audio,tag", "--json").out();
    for (int i = 4; i < 10; i++) {
      assertThat(all).contains("-" + i + ".md");
    }
    assertThat(checked.err()).doesNotContain("Exception");
  }
}
