package dev.zundacast.pipeline.check;

import dev.zundacast.audio.Loudness;
import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.fill.Fill;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.StatedAudio;
import dev.zundacast.tag.TagSummary;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The audio is there and whole, and its size, length and tag are as the post says. */
record AudioRule(RemoteAudio remote, Path out) {
  private static final Message UPLOAD = Message.of("check.uploadFile");
  static final Message REBUILD = Message.of("check.buildAgain");
  private static final Message FILL = Message.of("check.runFill");
  private static final double LUFS = -16;
  private static final double TOLERANCE = 1;
  private static final double HIGHEST_PEAK = -1;

  void check(CheckedPost post, Consumer<Diagnostic> findings) {
    if (post.audio().isPresent()) {
      local(post, post.audio().get(), findings);
    } else if (post.address().isPresent()) {
      remote(post, post.address().get(), findings);
    } else {
      findings.accept(missing(post));
    }
  }

  private static Diagnostic missing(CheckedPost post) {
    String named = post.front().path();
    if (!Workspace.isFileName(named)) {
      return post.at(FrontMatter.PATH, "check.noPath", post.front().key(FrontMatter.PATH), named);
    }
    return post.at(FrontMatter.PATH, named.isEmpty() ? "check.noAudioNamed" : "check.noFile", named)
        .withNext(named.isEmpty() ? "fill.nameAudio" : "check.buildOrPutFile");
  }

  private void local(CheckedPost post, Path file, Consumer<Diagnostic> findings) {
    try {
      AudioLength length = AudioFiles.measure(file);
      if (length.state() == AudioLength.State.CUT) {
        findings.accept(post.at(FrontMatter.PATH, "check.audioCut"));
      }
      damage(post, file, length.format(), findings);
      name(post, file, length.format(), findings);
      values(post, length.bytes(), length.millis(), findings);
      if (post.address().isPresent()
          && Files.isDirectory(out)
          && file.startsWith(out.toRealPath())) {
        uploaded(post, post.address().get(), file, length.bytes(), findings);
      }
    } catch (IOException e) {
      findings.accept(
          post.at(FrontMatter.PATH, Message.plain(file, ": ", Message.of(e)))
              .withNext("check.putAudio"));
    }
  }

  private void damage(
      CheckedPost post, Path file, AudioLength.Format format, Consumer<Diagnostic> findings)
      throws IOException {
    if (BuildRecord.isDamaged(out, post.file(), file)) {
      findings.accept(post.at(FrontMatter.PATH, "check.damaged"));
    } else if (format == AudioLength.Format.MP3) {
      AudioFiles.damagedAt(file).stream()
          .mapToObj(at -> post.at(FrontMatter.PATH, "check.damagedAt", StatedAudio.format(at)))
          .forEach(findings);
    }
  }

  /** Servers and feeds tell a file's type by its name. */
  private static void name(
      CheckedPost post, Path file, AudioLength.Format format, Consumer<Diagnostic> findings) {
    String name = Workspace.name(file).toLowerCase(Locale.ROOT);
    List<String> ends =
        switch (format) {
          case MP3 -> List.of(".mp3");
          case M4A -> List.of(".m4a", ".m4b", ".mp4");
          case WAV -> List.of(".wav");
        };
    if (ends.stream().noneMatch(name::endsWith)) {
      findings.accept(post.at(FrontMatter.PATH, "check.otherFormat", format, ends.get(0)));
    }
  }

  /** Whether listeners get the episode that was built here. */
  private void uploaded(
      CheckedPost post, String address, Path file, long bytes, Consumer<Diagnostic> findings) {
    Message upload = Message.of("check.upload", file);
    try {
      boolean same =
          remote.facts(address).bytes() == bytes
              || remote.facts(address, RemoteAudio.Recall.NOT_WITHOUT_ASKING).bytes() == bytes;
      if (!same) {
        findings.accept(post.at(FrontMatter.PATH, "check.otherUpload", address).withNext(upload));
      }
    } catch (IOException e) {
      findings.accept(
          post.at(FrontMatter.PATH, Message.plain(address, ": ", Message.of(e))).withNext(upload));
    }
  }

  private void remote(CheckedPost post, String address, Consumer<Diagnostic> findings) {
    try {
      RemoteAudio.RemoteFacts facts = remote.facts(address);
      values(post, facts.bytes(), facts.millis(), findings);
    } catch (IOException e) {
      boolean away = e instanceof SocketException || e instanceof UnknownHostException;
      Message next = away ? Fill.LATER : UPLOAD;
      findings.accept(
          post.at(FrontMatter.PATH, Message.plain(address, ": ", Message.of(e))).withNext(next));
    }
  }

  private static void values(
      CheckedPost post, long bytes, long millis, Consumer<Diagnostic> findings) {
    StatedAudio stated = post.front().audio();
    if (!stated.hasSize(bytes)) {
      Message said = said(post, FrontMatter.SIZE, stated.size(), "check.unusableInFeeds");
      findings.accept(post.at(FrontMatter.SIZE, "check.otherSize", said, bytes).withNext(FILL));
    }
    if (!stated.hasLength(millis)) {
      Message said = said(post, FrontMatter.DURATION, stated.duration(), "check.otherInJekyll");
      findings.accept(
          post.at(FrontMatter.DURATION, "check.otherLength", said, StatedAudio.format(millis))
              .withNext(FILL));
    }
  }

  /** What stands there; where the value itself may look right, why it is not. */
  private static Message said(
      CheckedPost post, String key, StatedAudio.Value value, String unusable) {
    String written = post.front().value(key).orElse("").strip();
    if (written.isEmpty()) {
      return Message.of("check.noSingleValue", key);
    }
    boolean isUsable = value.state() != StatedAudio.State.UNUSABLE;
    return Message.of(isUsable ? "check.value" : unusable, key, written);
  }

  /** The audio is as loud as Apple asks for: -16 LUFS, peaks below -1 dBTP. */
  void loudness(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (!post.isMp3()) {
      return;
    }
    Loudness loudness = measured(post.file(), post.audio().orElseThrow());
    if (Math.abs(loudness.lufs() - LUFS) > TOLERANCE) {
      findings.accept(level(post, "check.loudness", loudness.lufs()));
    }
    if (loudness.truePeak() > HIGHEST_PEAK) {
      findings.accept(level(post, "check.truePeak", loudness.truePeak()));
    }
  }

  /** As the build of these very bytes measured it; else they are decoded, which takes seconds. */
  private Loudness measured(Path post, Path mp3) throws IOException {
    @Nullable BuildRecord built = BuildRecord.read(Workspace.episode(out, post)).orElse(null);
    return built != null && built.loudness() != null && built.holds(mp3)
        ? built.loudness()
        : AudioFiles.loudness(mp3);
  }

  private static Diagnostic level(CheckedPost post, String key, double value) {
    return post.at(FrontMatter.PATH, key, String.format(Locale.ROOT, "%.1f", value))
        .withNext("check.levelAgain");
  }

  /** The MP3's tag has title, cover and chapters. */
  static void tag(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Optional<TagSummary> tag = post.tag();
    if (tag.isPresent()) {
      tag(post, tag.get(), findings);
    } else if (post.isMp3()) {
      findings.accept(post.at(FrontMatter.PATH, "check.noTag").withNext(REBUILD));
    }
  }

  private static void tag(CheckedPost post, TagSummary tag, Consumer<Diagnostic> findings) {
    String title = post.post().isPresent() ? post.post().get().title() : "";
    if (!title.isEmpty() && !same(tag.title(), title)) {
      findings.accept(
          post.at(
                  "title",
                  tag.title().isBlank()
                      ? Message.of("check.noTagTitle", title)
                      : Message.of("check.otherTagTitle", tag.title(), title))
              .withNext(REBUILD));
    }
    // Without a picture of the show, which is said by itself, no build could give it one.
    if (!tag.hasCover() && post.show().cover().isPresent()) {
      findings.accept(post.at(FrontMatter.PATH, "check.noCover").withNext(REBUILD));
    }
    if (post.post().isPresent() && tag.chapters().isEmpty()) {
      findings.accept(post.at(FrontMatter.PATH, "check.noChapters").withNext(REBUILD));
    }
    if (tag.isDraft()) {
      findings.accept(post.at(FrontMatter.PATH, "check.draftVoice"));
    }
  }

  static boolean same(String a, String b) {
    return Normalizer.normalize(a.strip(), Normalizer.Form.NFC)
        .equals(Normalizer.normalize(b.strip(), Normalizer.Form.NFC));
  }
}
