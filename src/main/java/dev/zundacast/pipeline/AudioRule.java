package dev.zundacast.pipeline;

import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.pipeline.remote.RemoteFacts;
import dev.zundacast.post.Durations;
import dev.zundacast.post.StatedAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The audio is there and whole, and the post says its size and length. */
final class AudioRule implements PostRule {
  private static final String PATH = "audio_file_path";
  private static final String FILL = "run zundacast fill --all, or check --fix";

  private final RemoteAudio remote;
  private final Path out;

  /**
   * @param out where builds leave episodes that are to be uploaded
   */
  AudioRule(RemoteAudio remote, Path out) {
    this.remote = remote;
    this.out = out;
  }

  @Override
  public String name() {
    return "audio";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) {
    if (post.audio().isPresent()) {
      local(post, post.audio().get(), findings);
    } else if (post.address().isPresent()) {
      remote(post, post.address().get(), findings);
    } else {
      String named = post.front().value(PATH).orElse("");
      findings.accept(
          post.at(
              PATH,
              named.isBlank()
                  ? "the post names no audio_file_path"
                  : "there is no file " + named + " in the site",
              "build the episode, or put the file there"));
    }
  }

  private void local(CheckedPost post, Path file, Consumer<Diagnostic> findings) {
    try {
      AudioLength length = AudioFiles.measure(file);
      if (length.state() == AudioLength.State.CUT) {
        findings.accept(
            post.at(PATH, "the audio is cut: its header announces more", "copy the file again"));
      }
      values(post, length.bytes(), length.millis(), findings);
      if (post.address().isPresent() && isBuilt(file)) {
        uploaded(post, post.address().get(), file, length.bytes(), findings);
      }
    } catch (IOException e) {
      findings.accept(post.at(PATH, file + ": " + e.getMessage(), "put an audio file there"));
    }
  }

  private boolean isBuilt(Path file) throws IOException {
    return Files.isDirectory(out) && file.startsWith(out.toRealPath());
  }

  /** Whether listeners get the episode that was built here. */
  private void uploaded(
      CheckedPost post, String address, Path file, long bytes, Consumer<Diagnostic> findings) {
    String upload = "upload " + file;
    try {
      boolean same =
          remote.facts(address).bytes() == bytes
              || remote.facts(address, Recall.NOT_WITHOUT_ASKING).bytes() == bytes;
      if (!same) {
        findings.accept(
            post.at(PATH, address + " is another file than the episode built here", upload));
      }
    } catch (IOException e) {
      findings.accept(post.at(PATH, address + ": " + e.getMessage(), upload));
    }
  }

  private void remote(CheckedPost post, String address, Consumer<Diagnostic> findings) {
    try {
      RemoteFacts facts = remote.facts(address);
      values(post, facts.bytes(), facts.millis(), findings);
    } catch (IOException e) {
      findings.accept(post.at(PATH, address + ": " + e.getMessage(), "upload the file there"));
    }
  }

  private static void values(
      CheckedPost post, long bytes, long millis, Consumer<Diagnostic> findings) {
    StatedAudio stated = post.front().audio();
    if (!stated.hasSize(bytes)) {
      findings.accept(
          post.at(
              "audio_file_size",
              "audio_file_size is " + said(post, "audio_file_size") + ", the file has " + bytes,
              FILL));
    }
    if (!stated.hasLength(millis)) {
      findings.accept(
          post.at(
              "duration",
              "duration is " + said(post, "duration") + ", the audio " + Durations.format(millis),
              FILL));
    }
  }

  private static String said(CheckedPost post, String key) {
    return post.front().value(key).filter(v -> !v.isBlank()).orElse("absent");
  }
}
