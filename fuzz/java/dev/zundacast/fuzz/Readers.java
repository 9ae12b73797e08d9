package dev.zundacast.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voices;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Preset;
import dev.zundacast.script.file.ScriptDocument;
import dev.zundacast.sound.AudioSource;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What comes from outside, to the readers of it, for Jazzer: each input is read, or refused with a
 * problem or an IOException of its own words. {@code mvn -f fuzz/pom.xml verify} runs one.
 */
public final class Readers {
  private Readers() {}

  /** Posts: size and duration go into any front matter that is not refused. */
  public static final class FrontMatters {
    private FrontMatters() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
      byte[] post = data.consumeRemainingAsBytes();
      try {
        byte[] filled =
            FrontMatter.parse(Path.of("post.md"), post, Preset.YATTECAST.layout())
                .withAudio(987_654_321L, "11:22:33");
        FrontMatter.parse(Path.of("post.md"), filled, Preset.YATTECAST.layout());
      } catch (Problem e) {
        requireWords(e.getMessage());
      }
    }
  }

  /** Script files: what is read is kept to the byte. */
  public static final class Scripts {
    private static final Voices VOICES = voices();

    private Scripts() {}

    private static Voices voices() {
      try {
        return VoiceFiles.load(List.of(Path.of("voices")));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
      String text = new String(data.consumeRemainingAsBytes(), StandardCharsets.UTF_8);
      try {
        ScriptDocument document = ScriptDocument.parse(Path.of("script.txt"), text, VOICES);
        if (!document.text().equals(text)) {
          throw new AssertionError("a script that was only read is another one");
        }
      } catch (Problem e) {
        requireWords(e.getMessage());
      }
    }
  }

  /** MP3, M4A and WAV files: measured in bounded time. */
  public static final class AudioLengths {
    private AudioLengths() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
      Bytes file = new Bytes(data.consumeRemainingAsBytes());
      try {
        Optional<AudioLength> length = AudioFiles.measure(file, AudioFiles.Effort.WHOLE);
        if (length.isPresent() && length.get().millis() < 0) {
          throw new AssertionError("a length below zero");
        }
      } catch (IOException e) {
        requireWords(e.getMessage());
      }
    }
  }

  private record Bytes(byte[] bytes) implements AudioSource {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void read(long position, ByteBuffer target) {
      target.put(bytes, Math.toIntExact(position), target.remaining());
    }
  }

  private static void requireWords(String message) {
    if (message == null || message.isBlank()) {
      throw new AssertionError("refused without a word");
    }
  }
}
