package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.audio.Sounds;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole builds in this process against an engine on a real socket. */
class BuildTest extends SiteCase {
  /** Control characters, and marks that change the direction of what follows. */
  private static final String DRIVING =
      "[\\p{Cntrl}&&[^\\n"
          + "\\r"
          + "\\t]]|[\\u0080-\\u009F\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]";

  private Shell.Result run(TestEngine speaking, String command, Path post, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = command;
    args[1] = post.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    args[more.length + 2] = "--engine";
    args[more.length + 3] = speaking.url();
    return Shell.building(folder).run(args);
  }

  private Shell.Result build(Path post, String... more) {
    return run(engine, "build", post, more);
  }

  private Path mp3(int number) {
    return site.root().resolve("audio/そらまめ_" + number + ".mp3");
  }

  @Test
  void aPostBecomesAnEpisodeAndOnlyItsTwoValuesChange() throws IOException {
    Path post = site.post(3, 2);
    String before = Files.readString(post);
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains("clips made, 0 found", "LUFS", "VOICEVOX:ずんだもん");

    Path mp3 = mp3(3);
    long rounded = Programs.statedSeconds(mp3);
    String duration = String.format(java.util.Locale.ROOT, "%02d:%02d", rounded / 60, rounded % 60);
    assertThat(Files.readString(post))
        .isEqualTo(
            before
                .replace("audio_file_size: 0", "audio_file_size: " + Files.size(mp3))
                .replace("duration: \"00:00\"", "duration: \"" + duration + "\""));
    assertThat(Programs.output("mp3val", mp3.toString())).doesNotContain("WARNING", "ERROR");
    assertThat(
            Programs.output(
                "ffprobe", "-v", "error", "-show_chapters", "-of", "csv", mp3.toString()))
        .contains("豆の話その1", "豆の話その2");
    assertThat(Files.list(folder.resolve("out/episodes/2026-03-04-3")))
        .extracting(file -> String.valueOf(file.getFileName()))
        .contains("そらまめ_3.vtt", "そらまめ_3.srt", "そらまめ_3.json", "そらまめ_3.chapters.json");
  }

  @Test
  void anotherPieceOfMusicUnderTheSameNameIsHeardInTheNextBuild() throws IOException {
    Path tune = site.root().resolve("open.wav");
    Sounds.wav(tune, 48_000, 1, Sounds.sine(48_000, 1.0, 440, 0.3));
    Files.writeString(
        site.root().resolve("zundacast.yaml"), "audio:\n  music:\n    opening: open.wav\n");
    Path post = site.post(3, 1);
    build(post);
    assertThat(build(post).out()).contains("up to date");
    byte[] first = Files.readAllBytes(mp3(3));

    Sounds.wav(tune, 48_000, 1, Sounds.sine(48_000, 1.0, 660, 0.3));
    assertThat(build(post).out()).doesNotContain("up to date").contains("0 clips made");
    assertThat(Files.readAllBytes(mp3(3))).isNotEqualTo(first);
  }

  /** What editors usually export. */
  @Test
  void musicOf24BitsIsHeardAndWhatCannotBeReadIsNamedBeforeTheFirstWord() throws IOException {
    String source = "sine=f=440:r=44100:d=1";
    Path tune = site.root().resolve("open.flac");
    Programs.output(
        ("ffmpeg -v error -f lavfi -i "
                + source
                + " -sample_fmt s32 -bits_per_raw_sample 24 "
                + tune)
            .split(" "));
    Path film = site.root().resolve("open.m4a");
    Programs.output(("ffmpeg -v error -f lavfi -i " + source + " -c:a aac " + film).split(" "));
    Path settings = site.root().resolve("zundacast.yaml");
    Path post = site.post(3, 1);
    Files.writeString(settings, "audio:\n  music:\n    opening: open.m4a\n");
    Shell.Result refused = build(post);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("open.m4a: expected WAV, MP3, FLAC");
    assertThat(engine.count("/synthesis")).isZero();

    Files.writeString(settings, "");
    build(post);
    long plain = Files.size(mp3(3));
    Files.writeString(settings, "audio:\n  music:\n    opening: open.flac\n");
    assertThat(build(post).code()).isZero();
    assertThat(Files.size(mp3(3)) - plain).isGreaterThan(4_000L);
  }

  @Test
  void aSecondBuildAsksForNothingAndAnEditForOneLine() throws IOException {
    Path post = site.post(3, 2);
    Path cover = site.root().resolve("images/cover_image.jpg");
    Files.createDirectories(cover.getParent());
    Files.copy(Path.of("examples/site/images/cover_image.jpg"), cover);
    build(post);
    byte[] first = Files.readAllBytes(mp3(3));
    int asked = engine.count("/synthesis");

    // A cover is part of the work, and the same cover is no new work.
    assertThat(build(post).out()).contains("up to date");
    assertThat(engine.count("/synthesis")).isEqualTo(asked);
    assertThat(Files.readAllBytes(mp3(3))).isEqualTo(first);

    Path script = folder.resolve("scripts/2026-03-04-3.txt");
    Files.writeString(
        script,
        Files.readString(script).replaceFirst("(?m)^\\[a1\\.01\\].*$", "[a1.01] 雨の日もあるのだ。"));
    Shell.Result edited = build(post);
    assertThat(edited.out()).contains("1 clip made");
    assertThat(engine.count("/synthesis")).isEqualTo(asked + 1);
    assertThat(Files.readString(script)).contains("[a1.01] 雨の日もあるのだ。");
  }

  @Test
  void regenerateWritesTheNewTextAndAsksForThatLine() throws IOException {
    Path post = site.post(3, 1);
    build(post);
    int asked = engine.count("/synthesis");
    Shell.Result again =
        run(engine, "regenerate", post, "a1.01", "--spoken", "ソラマメナノダ", "--speed", "1.1");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(engine.count("/synthesis")).isEqualTo(asked + 1);
    assertThat(engine.spoken()).last().asString().isEqualTo("ソラマメナノダ");
    String script = Files.readString(folder.resolve("scripts/2026-03-04-3.txt"));
    assertThat(script).contains("speed=1.1").contains("> ソラマメナノダ");

    // Without a change the engine is asked all the same: a misread line may come out better.
    run(engine, "regenerate", post, "a1.01");
    assertThat(engine.count("/synthesis")).isEqualTo(asked + 2);
    Shell.Result unknown = run(engine, "regenerate", post, "a9.01");
    assertThat(unknown.code()).isEqualTo(4);
    assertThat(unknown.err()).contains("there is no line 'a9.01'", "a1.t…a1.03");
    Shell.Result undone = Shell.building(folder).run("undo", post.toString());
    assertThat(undone.out())
        .contains(
            "as before that change",
            "its MP3 is not what its post and script say now\n  -> run 'zundacast build ");
  }

  @Test
  void aLineThatIsLeftOutIsNamedAsOneAndCanBeTakenIn() throws IOException {
    Path post = site.post(3, 2);
    build(post);
    Path script = folder.resolve("scripts/2026-03-04-3.txt");
    Files.writeString(script, Files.readString(script).replace("[a1.02]", "# [a1.02]"));
    Shell.Result leftOut = run(engine, "regenerate", post, "a1.02");
    assertThat(leftOut.code()).isEqualTo(4);
    assertThat(leftOut.err())
        .contains("the line 'a1.02' is left out", "take the # before it away")
        .doesNotContain("there is no line");
  }

  /** Of an engine that is not to be changed, and of one whose disk is full. */
  @ParameterizedTest
  @ValueSource(ints = {403, 500})
  void aBuildAfterARegenerateIsUpToDateAlsoWhereNoWordsCanBeWritten(int status) throws IOException {
    engine.failAlways("/import_user_dict", TestEngine.json(status, "{}"));
    Path post = site.post(3, 1);
    build(post);
    Shell.Result again = run(engine, "regenerate", post, "a1.01", "--text", "OpenAIとLinuxなのだ。");
    assertThat(again.err())
        .contains("answered " + status + " to /import_user_dict")
        .contains("accents of the reading list are left to it");

    int asked = engine.count("/synthesis");
    build(post);
    assertThat(engine.count("/synthesis")).isEqualTo(asked);
  }

  @Test
  void aScriptThatIsNoTextIsNamed() throws IOException {
    Path post = site.post(3, 1);
    build(post);
    Path script = folder.resolve("scripts/2026-03-04-3.txt");
    Files.write(script, new byte[] {(byte) 0x82, (byte) 0xA0}, StandardOpenOption.APPEND);
    Shell.Result built = build(post);
    assertThat(built.code()).isEqualTo(4);
    assertThat(built.err()).contains("2026-03-04-3.txt: the file is not UTF-8 text");
  }

  @Test
  void aBrokenReadingListLeavesTheScriptAsItIs() throws IOException {
    Path voices = folder.resolve("voices");
    copy(SampleSite.voices(), voices);
    Path post = site.post(3, 1);
    build(post, "--voices", voices.toString());
    Path script = folder.resolve("scripts/2026-03-04-3.txt");
    String before = Files.readString(script);
    Files.writeString(voices.resolve("readings.tsv"), "枝豆\tedamame\n");

    Shell.Result again =
        run(engine, "regenerate", post, "a1.01", "--text", "豆なのだ。", "--voices", voices.toString());
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).contains("readings.tsv:1");
    assertThat(script).hasContent(before);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void aPostWithAnAddressGoesUnderOutWithAWordAboutTheUpload() throws IOException {
    Path post = site.post(5, "https://cdn.example.com/a/%E8%B1%86_5.mp3", 1);
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains("upload it to https://cdn.example.com/a/%E8%B1%86_5.mp3");
    assertThat(folder.resolve("out/episodes/2026-03-06-5/豆_5.mp3")).isRegularFile();
  }

  @Test
  void aSecondEngineWithOtherIdsAndRatesWorksToo() throws IOException {
    try (TestEngine other =
        TestEngine.with()
            .characters(
                new TestEngine.Character(
                    "ずんだもん", "00000000-0000-4000-8000-000000000001", Map.of("ノーマル", 888753760)))
            .rate(44100)
            .stereo()
            .start()) {
      Path post = site.post(6, 1);
      Shell.Result built = run(other, "build", post);
      assertThat(built.code()).as(built.err()).isZero();
      assertThat(Programs.output("mp3val", mp3(6).toString())).doesNotContain("WARNING", "ERROR");
    }
  }

  @Test
  void aPostThatChangesDuringTheBuildIsNotWrittenOver() throws IOException {
    Path post = site.post(3, 1);
    AtomicBoolean changed = new AtomicBoolean();
    engine.fault(
        request -> {
          if (request.getTarget().startsWith("/synthesis") && !changed.getAndSet(true)) {
            append(post, "\n追記\n");
          }
          return null;
        });
    Shell.Result built = build(post);
    assertThat(built.code()).isEqualTo(4);
    assertThat(built.err()).contains("changed while its episode was built");
    assertThat(Files.readString(post)).endsWith("追記\n").contains("audio_file_size: 0");
    assertThat(mp3(3)).doesNotExist();
    Shell.Result again = build(post);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains(" 0 clips made");
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, Files.readString(file) + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void twoBuildsOfOnePostDoNotHarmEachOther() throws IOException {
    Path post = site.post(3, 1);
    try (HeldLock held = HeldLock.take(folder.resolve("out/locks/2026-03-04-3.lock"), "it")) {
      assertThat(held).isNotNull();
      Shell.Result second = build(post);
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("2026-03-04-3.md is being worked on by process");
    }
    assertThat(engine.count("/synthesis")).isZero();
  }

  @Test
  void anMp3ThatWasNotMadeHereIsKept() throws IOException {
    Path post = site.post(3, 1);
    Files.createDirectories(site.root().resolve("audio"));
    Files.writeString(mp3(3), "recorded by hand");
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.err()).contains("is kept as");
    assertThat(folder.resolve("out/replaced/そらまめ_3.mp3")).hasContent("recorded by hand");
    build(post, "--force");
    assertThat(Files.list(folder.resolve("out/replaced"))).hasSize(1);
  }

  @Test
  void aPathThatLeavesTheSiteIsRefusedBeforeAnyWork() throws IOException {
    Path post = site.post(3, "/../../evil.mp3", 1);
    Shell.Result built = build(post);
    assertThat(built.code()).isEqualTo(4);
    assertThat(built.err()).contains("leads outside the site");
    assertThat(engine.count("/audio_query")).isZero();
  }

  @Test
  void aLinkThatLeavesTheSiteIsNamed() throws IOException {
    Path outside = Files.createDirectories(site.root().resolve("../outside").normalize());
    Files.createSymbolicLink(site.root().resolve("elsewhere"), outside);
    Shell.Result built = build(site.post(3, "/elsewhere/e.mp3", 1));
    assertThat(built.err())
        .contains("outside the site by a link, ")
        .contains("elsewhere")
        .contains("mount it");
  }

  private void refusesBeforeAnyWork(String audioPath, String because) throws IOException {
    Path post = site.post(3, audioPath, 1);
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isEqualTo(4);
    assertThat(built.err()).contains(because).doesNotContainPattern(DRIVING);
    assertThat(engine.count("/audio_query")).isZero();
  }

  @Test
  void aPlaceThatIsNoneForAnMp3IsRefusedBeforeAnyWork() throws IOException {
    Path audio = Files.createDirectories(site.root().resolve("audio"));
    Files.createSymbolicLink(audio.resolve("dangling.mp3"), Path.of("gone.mp3"));
    Files.createSymbolicLink(audio.resolve("loop.mp3"), Path.of("loop.mp3"));
    Files.createDirectory(audio.resolve("folder.mp3"));
    refusesBeforeAnyWork("/audio/dangling.mp3", "is a link that leads nowhere");
    refusesBeforeAnyWork("/audio/loop.mp3", "is a link that leads nowhere");
    refusesBeforeAnyWork("/audio/folder.mp3", "is no file, so there is no place for the MP3");
  }

  @Test
  void aNameThatLeavesNoRoomForSideFilesIsRefusedBeforeAnyWork() throws IOException {
    refusesBeforeAnyWork("/audio/" + "a".repeat(250) + ".mp3", "too long");
    refusesBeforeAnyWork("/audio/" + "豆".repeat(80) + ".mp3", "too long");
    refusesBeforeAnyWork("/audio/" + "a".repeat(217) + ".mp3", "too long");
    refusesBeforeAnyWork(
        "https://example.com/" + "a".repeat(217) + ".mp3", "shorten it by 1 bytes");
    Path post = site.post(3, "/audio/" + "a".repeat(216) + ".mp3", 1);
    assertThat(build(post, "--sidecars").code()).isZero();
    assertThat(post).content().doesNotContain("audio_file_size: 0");
  }

  @Test
  void namesThatDriveTerminalsAreRefusedBeforeAnyWork() throws IOException {
    refusesBeforeAnyWork("\"/audio/a\\e[31mb.mp3\"", "characters that cannot be seen");
    refusesBeforeAnyWork("/audio/a\u202E3pm.mp3", "characters that cannot be seen");
    refusesBeforeAnyWork("https://example.com/a%E2%80%AE3pm.mp3", "characters that cannot be seen");
    Path post = site.post(3, 1);
    Path turned = Files.move(post, post.resolveSibling("2026-03-04-a\u202Eb.md"));
    Shell.Result built = build(turned);
    assertThat(built.code()).as(built.err()).isEqualTo(4);
    assertThat(built.err()).doesNotContainPattern(DRIVING);
    assertThat(engine.count("/audio_query")).isZero();
  }

  @Test
  void aValueThatHoldsItselfIsNoBurden() throws IOException {
    Path endless = site.post(2, 1);
    String text = Files.readString(endless).replaceFirst("---\n", "---\nx: &x [*x]\n");
    Files.writeString(endless, text);
    Shell.Result built = build(endless);
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(mp3(2)).exists();
    assertThat(Files.readString(endless)).startsWith("---\nx: &x [*x]\n");
    for (String command : List.of("script", "fill", "status")) {
      Shell.Result alone = Shell.building(folder).run(command, endless.toString());
      assertThat(alone.code()).as(command).isZero();
    }
  }

  @Test
  void aFileOfGigabytesIsNoPost() throws IOException {
    Path post = site.root().resolve("_posts/2026-03-04-3.md");
    try (RandomAccessFile file = new RandomAccessFile(post.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isEqualTo(4);
    assertThat(built.err()).contains("the file has 3221225472 bytes, which is no post");
  }

  @Test
  void marksThatDriveTerminalsOrTurnTextReachNothing() throws IOException {
    Path post = site.post(3, 1);
    String turned = "\u202E\u2066\u200F";
    Files.writeString(
        post,
        Files.readString(post)
            .replace("title: そらまめ通信", "title: \"\\e[31m" + turned + "そらまめ\\x9b通信\" #")
            .replace("'豆の話'", "\"豆の\\a話" + turned + "\"")
            .replace("- [豆の話", "- [豆\u001B]0;x\u0007の" + turned + "話")
            .replace("小さな道具", "小さな" + turned + "\u001B[2J道具"));
    Shell.Result built = build(post);
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out() + built.err()).doesNotContainPattern(DRIVING);
    assertThat(
            Programs.output(
                "ffprobe",
                "-v",
                "error",
                "-show_format",
                "-show_chapters",
                "-of",
                "default",
                mp3(3).toString()))
        .contains("そらまめ通信")
        .doesNotContainPattern(DRIVING);
    try (Stream<Path> written =
        Stream.concat(
            Files.walk(folder.resolve("scripts")), Files.walk(folder.resolve("out/episodes")))) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(DRIVING);
      }
    }
    Files.writeString(
        post, Files.readString(post).replace("- ずんだもん", "- \"\\e[31m" + turned + "だれ\""));
    Shell.Result unknown = build(post);
    assertThat(unknown.code()).isEqualTo(4);
    assertThat(unknown.err()).contains("だれ").doesNotContainPattern(DRIVING);
    Files.writeString(
        post,
        Files.readString(post).replace("layout: article", "layout: a\nlayout: " + turned + "b"));
    assertThat(build(post).err()).contains("layout: b\n").doesNotContainPattern(DRIVING);
  }

  @Test
  void aShowThatNobodyNamedIsCalledLikeItsFolderWithAWordAboutIt() throws IOException {
    Path post = site.post(3, 1);
    assertThat(build(post).err()).doesNotContain("is called");
    Files.delete(site.root().resolve("_config.yml"));
    // A title that counts an episode would name the show.
    Files.writeString(post, Files.readString(post).replaceFirst("(?m)^title: .*$", "title: 豆の話"));
    assertThat(build(post).err())
        .contains("the show is called 'site' like its folder (add 'title: …'");
  }

  @Test
  void noAddressOfAPostIsAskedForAnything() throws IOException {
    try (TestEngine elsewhere = TestEngine.start()) {
      Path post = site.post(3, elsewhere.url() + "/豆_3.mp3", 2);
      String text = Files.readString(post);
      Files.writeString(
          post,
          text.replace("https://soramame.example.com/news", elsewhere.url() + "/news")
              .replaceFirst("layout:", "image_url: " + elsewhere.url() + "/a.png\nlayout:")
              .replace("収穫の日は", "![畑](" + elsewhere.url() + "/b.png)収穫の日は"));
      Shell.Result built = build(post);
      assertThat(built.code()).as(built.err()).isZero();
      assertThat(run(engine, "regenerate", post, "a1.01").code()).isZero();
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void withoutAnEngineNothingIsBuilt() throws IOException {
    Path post = site.post(3, 1);
    engine.close();
    Shell.Result built = build(post);
    assertThat(built.code()).isEqualTo(3);
    assertThat(built.err()).contains("--engine draft");
    assertThat(mp3(3)).doesNotExist();
    assertThat(folder.resolve("scripts/2026-03-04-3.txt")).doesNotExist();
  }

  @Test
  void oneBadPostDoesNotStopTheOthers() throws IOException {
    site.post(1, 1);
    Files.writeString(site.root().resolve("_posts/2026-03-02-9.md"), "no front matter\n");
    Shell.Result built = build(site.root());
    assertThat(built.code()).isEqualTo(5);
    assertThat(mp3(1)).isRegularFile();
    assertThat(built.err()).contains("2026-03-02-9.md");
  }

  @Test
  void aDryRunWritesNothingAndAsksNoEngine() throws IOException {
    Path post = site.post(3, 1);
    Shell.Result dry = build(post, "--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out()).contains("+[a1.01] ", "md: about ");
    assertThat(engine.count("/version")).isZero();
    assertThat(folder.resolve("scripts")).doesNotExist();
    assertThat(folder.resolve("out/clips")).doesNotExist();
  }
}
