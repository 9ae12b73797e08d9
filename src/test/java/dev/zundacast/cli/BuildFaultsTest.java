package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in a build: said before a word is spoken, or of no matter. */
class BuildFaultsTest extends SiteCase {
  private static final String STEM = "2026-03-04-3";

  private Path post;

  @BeforeEach
  void open() throws IOException {
    post = site.post(3, 1);
  }

  private Shell.Result run(String command, Path file, String... more) {
    List<String> args = new ArrayList<>(List.of(command, file.toString()));
    args.addAll(List.of(more));
    args.addAll(List.of("--engine", engine.url()));
    return Shell.building(folder).run(args.toArray(String[]::new));
  }

  private void buildOnce() {
    Shell.Result built = run("build", post);
    assertThat(built.code()).as(built.err()).isZero();
  }

  /** Where a run leaves what belongs to the post alone. */
  private Path episode() {
    return folder.resolve("out/episodes/" + STEM);
  }

  private static Path inTheWay(Path place) throws IOException {
    Files.createDirectories(place);
    return Files.writeString(place.resolve("in the way"), "of a file");
  }

  @Test
  void regenerateSaysThatTheScriptWasChangedMeanwhile() throws IOException {
    buildOnce();
    Path script = folder.resolve("scripts/" + STEM + ".txt");
    Path lock = folder.resolve("out/locks/" + STEM + ".lock");
    Files.delete(lock);
    AtomicBoolean changed = new AtomicBoolean();
    engine.fault(
        request -> {
          if (!changed.getAndSet(true)) {
            appendOnceRead(script, lock);
          }
          return null;
        });
    Shell.Result again = run("regenerate", post, "a1.01", "--text", "豆なのだ。");
    assertThat(again.code()).as(again.err()).isEqualTo(4);
    assertThat(again.err()).contains("the script was changed meanwhile; it is left as it is");
    assertThat(script).content().endsWith("# mine\n").doesNotContain("豆なのだ。");
  }

  /** Between the lock and the reading of the script lies the reading of a small post. */
  private static void appendOnceRead(Path script, Path lock) {
    while (!Files.exists(lock)) {
      LockSupport.parkNanos(1_000_000);
    }
    LockSupport.parkNanos(1_500_000_000);
    try {
      Files.writeString(script, Files.readString(script) + "# mine\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void regenerateSaysThatTheScriptCannotBeWritten() throws IOException {
    buildOnce();
    // The name of a file that goes, of whose temporary file it would be too long.
    String stem = "2026-03-04-" + "3".repeat(235);
    Path other = post.resolveSibling(stem + ".md");
    Files.writeString(other, Files.readString(post).replace("そらまめ_3.mp3", "別の豆.mp3"));
    Path script = folder.resolve("scripts/" + stem + ".txt");
    String before =
        Files.readString(folder.resolve("scripts/" + STEM + ".txt")).replace(STEM, stem);
    Files.writeString(script, before);
    int spoken = engine.count("/synthesis");
    Shell.Result again = run("regenerate", other, "a1.01", "--text", "豆なのだ。");
    assertThat(again.code()).as(again.err()).isEqualTo(1);
    assertThat(again.err()).contains(script + ": cannot be written: File name too long");
    assertThat(script).hasContent(before);
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
  }

  @Test
  void regenerateLeavesTheRestOfTheScriptToTheNextBuild() throws IOException {
    buildOnce();
    Files.writeString(post, Files.readString(post).replace("粒ずつ", "粒ほど丁寧に"));
    assertThat(run("regenerate", post, "a1.t", "--text", "豆なのだ。").code()).isZero();
    Path script = folder.resolve("scripts/" + STEM + ".txt");
    assertThat(script).content().contains("豆なのだ。").doesNotContain("丁寧に");
    buildOnce();
    assertThat(script).content().contains("豆なのだ。", "丁寧に");
  }

  @Test
  void anEncoderThatIsMissingIsSaidBeforeAWordIsSpoken() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // So that JNA finds no library at all.
            "-Djna.nosys=true",
            "-Djna.nounpack=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "build",
            post.toString(),
            "--engine",
            engine.url());
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile());
    builder.environment().put("ZUNDACAST_ENCODER", "lame");
    builder.environment().put("ZUNDACAST_VOICES", SampleSite.voices().toString());
    builder.environment().put("ZUNDACAST_SCRIPTS", folder.resolve("scripts").toString());
    builder.environment().put("ZUNDACAST_OUT", folder.resolve("out").toString());
    assertThat(builder.start().waitFor()).isEqualTo(1);
    assertThat(err).content().contains("libmp3lame was asked for, but this machine has none");
    assertThat(engine.count("/audio_query")).isZero();
    assertThat(engine.count("/synthesis")).isZero();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidBeforeAWordIsSpoken() throws IOException {
    for (String name : List.of("frames", "clips", "episodes")) {
      Path file = folder.resolve("out/" + name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "no folder");
      Shell.Result built = run("build", post);
      assertThat(built.code()).as(built.err()).isEqualTo(1);
      assertThat(built.err()).contains(file + " is a file where a folder is needed");
      Files.delete(file);
    }
    assertThat(engine.count("/audio_query")).isZero();
    buildOnce();
  }

  @Test
  void musicThatIsNoneIsSaidBeforeAWordIsSpoken() throws IOException {
    Files.writeString(site.root().resolve("tune.wav"), "no music");
    for (String piece : List.of("opening", "bed")) {
      Files.writeString(
          site.root().resolve("zundacast.yaml"), "audio:\n  music:\n    " + piece + ": tune.wav\n");
      Shell.Result built = run("build", post);
      assertThat(built.code()).as(built.err()).isEqualTo(1);
      assertThat(built.err()).contains("tune.wav: expected WAV, MP3, FLAC or Ogg Vorbis");
    }
    assertThat(engine.count("/synthesis")).isZero();
  }

  @Test
  void musicOutsideTheShowsFolderIsRefused() throws IOException {
    Path other = Files.writeString(folder.resolve("private.wav"), "somebody's");
    Files.createSymbolicLink(site.root().resolve("link.wav"), other);
    for (String name : List.of("../private.wav", other.toString(), "link.wav")) {
      Files.writeString(
          site.root().resolve("zundacast.yaml"), "audio:\n  music:\n    bed: " + name + "\n");
      Shell.Result built = run("build", post);
      assertThat(built.code()).as(built.err()).isEqualTo(4);
      assertThat(built.err()).contains("lies outside the show's folder");
    }
    assertThat(engine.count("/audio_query")).isZero();
  }

  @Test
  void aWordThatEnginesRefuseCostsThatWordAndNotTheBuild() throws IOException {
    Path voices = folder.resolve("own");
    Files.createDirectories(voices);
    try (Stream<Path> files = Files.list(SampleSite.voices())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, voices.resolve(file.getFileName()));
      }
    }
    Files.writeString(voices.resolve("readings.tsv"), "# ours\n収穫\tシュウッッカク\t2\n");
    Shell.Result built =
        Shell.building(folder)
            .env("ZUNDACAST_VOICES", voices.toString())
            .run("build", post.toString(), "--engine", engine.url());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out() + built.err()).contains("readings.tsv:2: the reading 'シュウッッカク' of '収穫'");
    assertThat(engine.words()).isEmpty();
  }

  @Test
  void whatCannotBeTidiedAwayFailsNothing() throws IOException {
    List<Path> left = new ArrayList<>();
    for (String folderName : List.of("scripts", "out/clips/ab", "out/frames", "site/audio")) {
      Path part = folder.resolve(folderName).resolve(".a.part-1");
      // As a temporary file of somebody else's, a folder with something in it is not removed.
      left.add(inTheWay(part));
      Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(3_600)));
    }
    left.add(inTheWay(post.resolveSibling("." + post.getFileName() + ".part-1")));
    buildOnce();
    assertThat(left).allMatch(Files::exists);
  }

  @Test
  void aRecordThatCannotBeReadOrWrittenFailsNothing() throws IOException {
    inTheWay(episode().resolve("build.json"));
    buildOnce();
    assertThat(Files.readString(post)).doesNotContain("audio_file_size: 0");
    int spoken = engine.count("/synthesis");
    buildOnce();
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
  }

  @Test
  void aDamagedRecordOfABuildIsNotBelieved() throws IOException {
    buildOnce();
    String right = Files.readString(post);
    int spoken = engine.count("/synthesis");
    Path record = episode().resolve("build.json");
    String whole = Files.readString(record);
    String wrong = whole.replaceFirst("\"millis\" ?: ?\\d+", "\"millis\": 3723000");
    assertThat(wrong).isNotEqualTo(whole);
    Files.writeString(record, wrong);
    Files.writeString(post, right.replaceFirst("duration: .*", "duration: \"01:02:03\""));
    assertThat(run("build", post).out()).doesNotContain("up to date");
    assertThat(post).hasContent(right);
    for (String damage : List.of("null", "[]", "{", "{}")) {
      Files.writeString(record, damage);
      buildOnce();
    }
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
  }

  @Test
  void aSideFileThatIsGoneIsMadeAgainWithoutAWordSpoken() throws IOException {
    buildOnce();
    int spoken = engine.count("/synthesis");
    Path transcript = episode().resolve("そらまめ_3.vtt");
    String before = Files.readString(transcript);
    Files.delete(transcript);
    Shell.Result built = run("build", post);
    assertThat(built.out()).doesNotContain("up to date").contains("0 clips made");
    assertThat(transcript).hasContent(before);
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
    assertThat(run("build", post).out()).contains("up to date");

    assertThat(run("build", post, "--sidecars").code()).isZero();
    Files.delete(site.root().resolve("audio/そらまめ_3.srt"));
    assertThat(run("build", post, "--sidecars").out()).contains("0 clips made");
    assertThat(site.root().resolve("audio/そらまめ_3.srt")).isRegularFile();
  }

  @Test
  void whatAnOlderVersionRememberedOfReadingsIsNotBelieved() throws IOException {
    buildOnce();
    CRC32C list = new CRC32C();
    list.update(Files.readAllBytes(SampleSite.voices().resolve("readings.tsv")));
    Files.writeString(
        episode().resolve("readings.json"),
        ("{\"source\":\"stamp %d\",\"lines\":[{\"written\":\"豆なのだ。\",\"given\":\"\","
                + "\"spoken\":\"なりすまし\",\"words\":[]},{\"written\":\"雨なのだ。\",\"given\":\"\","
                + "\"spoken\":\"雨なのだ。\",\"words\":[[\"a\"]]}]}")
            .formatted(list.getValue()));
    for (String text : List.of("豆なのだ。", "雨なのだ。")) {
      String[] args = {
        "regenerate", post.toString(), "a1.01", "--text", text, "--engine", engine.url()
      };
      Shell.Result again = Shell.building(folder).env("ZUNDACAST_BUILD", "stamp").run(args);
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(engine.spoken()).last().isEqualTo(text);
    }
  }
}
