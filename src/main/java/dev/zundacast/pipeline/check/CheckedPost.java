package dev.zundacast.pipeline.check;

import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.audio.length.NoAudioException;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Shows;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A post as the rules of a check see it, whose audio is a file of this machine or an address.
 * {@code post} is empty when no article was found in it; {@code script} is given to the rules of
 * scripts alone.
 */
public record CheckedPost(
    FrontMatter front,
    Optional<Post> post,
    Show show,
    Shows.Publishing publishing,
    Optional<Path> audio,
    Optional<String> address,
    Optional<ScriptContent> script) {

  CheckedPost with(Optional<ScriptContent> opened) {
    return new CheckedPost(front, post, show, publishing, audio, address, opened);
  }

  /** The post. */
  public Path file() {
    return front.file();
  }

  String text() {
    return new String(front.bytes(), StandardCharsets.UTF_8);
  }

  /** A finding at a key of the front matter. */
  Diagnostic at(String key, Message message) {
    return front.at(key, message);
  }

  Diagnostic at(String key, String message, Object... values) {
    return at(key, Message.of(message, values));
  }

  /** The tag of its audio, where that is an MP3 on this machine. */
  Optional<TagSummary> tag() throws IOException {
    return isMp3() ? Tags.read(audio.orElseThrow()) : Optional.empty();
  }

  boolean isMp3() throws IOException {
    try {
      return audio.isPresent()
          && AudioFiles.measure(audio.get()).format() == AudioLength.Format.MP3;
    } catch (NoAudioException e) {
      return false; // said by the rule for audio
    }
  }
}
